"""Pictures, sheets, pages and texts that would run a script, or ask another host."""

import pytest

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'

UNSAFE_PICTURES = [
    SVG.format(inside)
    for inside in [
        "<script>alert(1)</script>",
        "<script href='x.js'/>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>",
        "<script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>",
        "<g onload='alert(1)'/>",
        "<g\nonclick = 'alert(1)'/>",
        "<g onbegin='alert(1)'/>",
        "<g a=''onload='alert(1)'/>",
        "<animate onbegin='alert(1)' attributeName='x' dur='1s'/>",
        "<a href='javascript:alert(1)'><text>x</text></a>",
        "<a xlink:href='javascript:alert(1)'/>",
        "<a href='java&#115;cript:alert(1)'/>",
        "<a href='java&#10;script:alert(1)'/>",
        "<a href=' &#1; javascript:alert(1)'/>",
        "<a href='JaVaScRiPt:alert(1)'/>",
        "<a xmlns:l='http://www.w3.org/1999/xlink' l:href='javascript:alert(1)'/>",
        "<a><animate attributeName='href' values='javascript:alert(1)'/></a>",
        "<a><animate attributeName='href' values='#a;javascript:alert(1)'/></a>",
        "<a><set attributeName='href' to='javascript:alert(1)'/></a>",
        "<a><set attributeName='xlink:href' to='  javascript:alert(1)'/></a>",
        "<a><animate attributeName='href' from='javascript:alert(1)' to='#'/></a>",
        "<a><animate attributeName='href' values='data:text/html,x'/></a>",
        "<a><set attributeName='href' to='https://evil.example/x'/></a>",
        "<image><set attributeName='href' to='https://evil.example/x.png'/></image>",
        "<image><animate attributeName='href' values='a.png;//evil.example/x.png'/></image>",
        "<g><set attributeName='onclick' to='alert(1)'/></g>",
        "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' "
        "src='javascript:alert(1)'/></foreignObject>",
        "<foreignObject><img xmlns='http://www.w3.org/1999/xhtml' src='x' "
        "onerror='alert(1)'/></foreignObject>",
        "<foreignObject><embed xmlns='http://www.w3.org/1999/xhtml' src='x.svg'/></foreignObject>",
        "<foreignObject><meta xmlns='http://www.w3.org/1999/xhtml' http-equiv='refresh' "
        "content='0;url=javascript:alert(1)'/></foreignObject>",
        "<foreignObject><link xmlns='http://www.w3.org/1999/xhtml' rel='stylesheet' "
        "href='https://evil.example/x.css'/></foreignObject>",
        "<foreignObject><form xmlns='http://www.w3.org/1999/xhtml' "
        "action='https://evil.example'/></foreignObject>",
        "<foreignObject><button xmlns='http://www.w3.org/1999/xhtml' "
        "formaction='javascript:alert(1)'/></foreignObject>",
        "<foreignObject><video xmlns='http://www.w3.org/1999/xhtml' "
        "poster='https://evil.example/x'/></foreignObject>",
        "<foreignObject><img xmlns='http://www.w3.org/1999/xhtml' srcset='https://evil.example/x "
        "2x'/></foreignObject>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'><base "
        "href='https://evil.example'/></p></foreignObject>",
        "<use href='https://evil.example/x.svg#a'/>",
        "<use xlink:href='//evil.example/x.svg#a'/>",
        "<use href='data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=#x'/>",
        "<image href='https://evil.example/x.png'/>",
        "<image href='\\\\evil.example\\x.png'/>",
        "<image href='http:/evil.example/x.png'/>",
        "<image href='data:text/html,%3Cscript%3E'/>",
        "<feImage href='https://evil.example/x'/>",
        "<style>@import 'https://evil.example/x.css';</style>",
        "<style>@import url(//evil.example/x)</style>",
        "<style><![CDATA[@import 'https://evil.example/x.css';]]></style>",
        "<style>a { background: u\\72l(https://evil.example/x) }</style>",
        "<style>@\\69mport 'https://evil.example/x.css';</style>",
        "<style>a{background:image-set('https://evil.example/x' 1x)}</style>",
        "<style>@font-face{font-family:a;src:url(https://evil.example/x)}</style>",
        "<style>&#64;import 'https://evil.example/x.css';</style>",
        "<g style='fill:url(https://evil.example/x.svg#a)'/>",
        "<g fill='url(//evil.example/x#a)'/>",
        "<g style='background:url(&#104;ttps://evil.example/x)'/>",
        "<g filter='url(https://evil.example/#f)'/>",
        "<handler type='application/ecmascript'>alert(1)</handler>",
        "<object data='x'/>",
        "<iframe src='x'/>",
        "<g xml:base='https://evil.example/'><image href='x.png'/></g>",
    ]
] + [
    '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    + SVG.format("<text>&x;</text>"),
    '<!DOCTYPE svg [<!ENTITY % p SYSTEM "https://evil.example/x.dtd">%p;]>' + SVG.format(""),
    '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>' + SVG.format(""),
    '<!DOCTYPE svg [<!ENTITY a "<script>alert(1)</script>">]>' + SVG.format("&a;"),
    '<?xml-stylesheet href="https://evil.example/x.css"?>' + SVG.format(""),
    '<?xml-stylesheet type="text/xsl" href="x.xsl"?>' + SVG.format(""),
    SVG.format("").replace("<svg", "<svg onload='alert(1)'"),
    SVG.format("<!-- --><g onload='alert(1)'/><!-- -->"),
    SVG.format("<![CDATA[ ]]><script>alert(1)</script><![CDATA[ ]]>"),
    SVG.format("<style><script>alert(1)</script></style>"),
    SVG.format("<style><g onload='alert(1)'/></style>"),
    SVG.format("<style><![CDATA[</style><!--]]></style><script>alert(1)</script><!-- -->"),
    SVG.format("<style><!--</style>--></style><script>alert(1)</script>"),
    SVG.format("<style><!-- </style> <!-- --></style><script>alert(1)</script><style>--></style>"),
    SVG.format(
        "<s:style xmlns:s='http://www.w3.org/2000/svg'>@import 'https://evil.example/x';</s:style>"
    ),
    SVG.format("<style>@im<!-- -->port 'https://evil.example/x';</style>"),
    SVG.format("<style>@im<![CDATA[port]]> 'https://evil.example/x';</style>"),
    SVG.format("<style><g/>@import 'https://evil.example/x';</style>"),
    SVG.format("<style><!-->@import 'x';--> @import 'https://evil.example/x';</style>"),
    SVG.format("<style>@im&#112;ort 'https://evil.example/x';</style>"),
    SVG.format(
        "<style xmlns='http://www.w3.org/1999/xhtml'>@import 'https://evil.example/x';</style>"
    ),
    SVG.format("<_x:script xmlns:_x='http://www.w3.org/2000/svg'>alert(1)</_x:script>"),
    SVG.format("<_a onload='alert(1)'/>"),
    SVG.format("<title><script>alert(1)</script></title>"),
    SVG.format("<textarea><script>alert(1)</script></textarea>"),
    '<!DOCTYPE svg SYSTEM "><!--">' + SVG.format("<script>alert(1)</script><!-- -->"),
    "<!DOCTYPE svg PUBLIC '>' '><![CDATA['>" + SVG.format("<script>alert(1)</script><![CDATA[ ]]>"),
    '<!DOCTYPE svg SYSTEM "x" [<!ATTLIST svg onload CDATA "alert(1)">]>' + SVG.format(""),
    '<?xml version="1.0" encoding="ISO-2022-JP"?>'
    + SVG.format("\x1b$B<!--\x1b(B<script>alert(1)</script><!-- -->"),
    "<?xml version='1.0' encoding = 'shift_jis'?>" + SVG.format(""),
    SVG.format("<use href='data:image/png;base64,x'/>"),
    SVG.format("<a href='data:text/plain,x'/>"),
]


def refused(publication):
    """The paths, in their folders, of the files that are no part of a site."""
    found = publication.build()
    assert not publication.site.exists(), found
    return {one["path"] for one in found if one["severity"] == "error"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_picture_that_runs_or_fetches_is_refused(publication, encoding):
    texts = {f"Content/a{number}.svg": text for number, text in enumerate(UNSAFE_PICTURES)}
    for path, text in texts.items():
        publication.write(path, text.encode(encoding), within=publication.root)
    passed = texts.keys() - refused(publication)
    assert not passed, [texts[path] for path in passed]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7"])
@pytest.mark.parametrize("ending", ["svg", "SVG", "css", "svgz"])
def test_a_picture_in_another_encoding_is_not_published_unseen(publication, encoding, ending):
    publication.write(f"a.{ending}", SVG.format("<script>alert(1)</script>").encode(encoding))
    publication.build()


SAFE_PICTURES = [
    SVG.format(inside)
    for inside in [
        "<!--><script>alert(1)</script>-->",
        "<style>a { fill: red } /* url(x) */</style>",
        "<style/>",
        "<style type='text/css'><![CDATA[ a > b { fill: red } ]]></style>",
        "<desc><![CDATA[<script>]]></desc>",
        "<image href='data:image/png;base64,x'/>",
        "<image href='data:image/svg+xml,%3Csvg onload=alert(1)%3E'/>",
        "<a href='https://example.org/'><text>x</text></a>",
        "<g id='a'/><use href='#a'/>",
        "<animate attributeName='x' values='1;2' dur='1s'/>",
        "<set attributeName='fill' to='red'/>",
    ]
] + [
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG '
    '1.1//EN" '
    '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">' + SVG.format("")
]


@pytest.mark.parametrize("text", SAFE_PICTURES)
def test_a_picture_that_does_neither_is_published(publication, text):
    publication.write("a.svg", text)
    assert publication.build() == []


SHEETS = [
    "@import 'https://evil.example/x.css';",
    "@import url(//evil.example/x.css);",
    "@IMPORT URL(HTTPS://evil.example/x.css);",
    "@im\\port 'https://evil.example/x.css';",
    "a{background:url(https://evil.example/x)}",
    "a{background:URL( 'https://evil.example/x' )}",
    "a{background:\\75rl(https://evil.example/x)}",
    "a{background:url(ht\\tps://evil.example/x)}",
    'a{background:image-set("https://evil.example/x" 1x)}',
    "a{background:-webkit-image-set(url(//evil.example/x) 1x)}",
    "@font-face{src:url(https://evil.example/x)}",
    "a{cursor:url(//evil.example/x),auto}",
    "@namespace a url(https://evil.example/x); @import '//evil.example/y';",
    "a{content:'\\\n'} b{background:url(//evil.example/x)}",
    "/* */@import/**/'//evil.example/x.css';",
    "a{background:src('//evil.example/x')}",
    "a{background:url(\\68ttps\\3a //evil.example/x)}",
    "\ufeff@import '//evil.example/x';",
    "<!--@import '//evil.example/x';-->",
    "@charset \"ISO-2022-JP\"; \x1b$B/*\x1b(B @import '//evil.example/x'; /* */",
    "@layer a; @import '//evil.example/x';",
    "a{b:'\n} c{background:url(//evil.example/x)}",
]


@pytest.mark.parametrize("place", ["Content", "Templates"])
def test_a_style_sheet_that_fetches_is_refused(publication, place):
    texts = {f"{place}/assets/own{number}.css": text for number, text in enumerate(SHEETS)}
    for path, text in texts.items():
        publication.write(path, text, within=publication.root)
    passed = texts.keys() - refused(publication)
    assert not passed, [texts[path] for path in passed]


PAGES = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe src='//evil.example'></iframe>",
    "<svg onload=alert(1)>",
    "<math href='javascript:alert(1)'>x</math>",
    "<div style='background:url(//evil.example/x)'>x</div>",
    "<b onmouseover=alert(1)>x</b>",
    "<form action='//evil.example'><button>x</button></form>",
    "<base href='//evil.example'>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href='//evil.example'>",
    "<details open ontoggle=alert(1)>x</details>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<b\x0conclick=alert(1)>x</b>",
    "<b/onclick=alert(1)>x</b>",
    "<!--><script>alert(1)</script>-->",
    "<!--!><script>alert(1)</script>",
    "<!-- --!><script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?x <script>alert(1)</script>?>",
    "<p title='a' title='b' onclick=alert(1)>x</p>",
    "<scr<script>ipt>alert(1)</script>",
    "<a\nhref='javascript:alert(1)'>x</a>",
    "<!DOCTYPE a [<!ENTITY x '<script>'>]>",
    "<xmp><p title='</xmp><script>alert(1)</script>'></xmp>",
    "<b title='\"><script>alert(1)</script>'>x</b>",
    "<textarea></textarea><script>alert(1)</script>",
    "<plaintext>",
    '<b class="x`onclick=alert(1)`">x</b>',
    "<B ONCLICK=alert(1)>x</B>",
    "<\x00script>alert(1)</script>",
]


@pytest.mark.parametrize("policy", ["safe", "none"])
def test_html_in_texts_is_refused_and_shown_as_text(publication, policy):
    publication.write("site.yaml", f"title: H\nhtml: {policy}\n")
    for number, text in enumerate(PAGES):
        publication.page(
            f"a{number}.md",
            "A",
            f"{text}\n\nWords {text} words.\n\n- {text}\n\n# {text}\n\n"
            f"| {text} |\n|---|\n| {text} |\n\n> {text}\n",
        )
    found = publication.build("html-not-allowed")
    faulty = {one["path"] for one in found if one["code"] == "html-not-allowed"}
    assert len(faulty) >= len(PAGES) - 5, sorted(faulty)


LINKS = [
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "java\tscript:alert(1)",
    "java&#10;script:alert(1)",
    "&#x6A;avascript:alert(1)",
    "javascript&colon;alert(1)",
    "\x01javascript:alert(1)",
    "vbscript:x",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "file:///etc/passwd",
    "blob:x",
    "about:blank",
    "javascript\\:alert(1)",
    "%6Aavascript:alert(1)",
    "view-source:x",
    "feed:javascript:x",
]


@pytest.mark.parametrize("address", LINKS)
def test_no_address_runs(publication, address):
    import json

    publication.write(
        "site.yaml",
        "title: H\nbaseURL: https://example.org/\n"
        f"publisher: {{name: P, url: {json.dumps(address)}}}\n"
        "citations: {sources: [sources.json]}\n"
        f"people: {{p: {{name: P, url: {json.dumps(address)}, email: {json.dumps(address)}, "
        f"orcid: {json.dumps(address)}}}}}\n",
    )
    publication.write(
        "sources.json",
        json.dumps([{"id": "s", "type": "book", "title": "T", "URL": address, "DOI": address}]),
    )
    publication.data(
        [
            {
                "name": "t",
                "path": "t.csv",
                "homepage": address,
                "sources": [{"title": "S", "path": address}],
                "licenses": [{"name": "L", "path": address}],
                "schema": {
                    "fields": [
                        {"name": "id"},
                        {"name": "to", "format": "uri"},
                        {"name": "source", "rdfType": "dossier:citation"},
                    ]
                },
            }
        ],
        t=f'id,to,source\na,"{address}","{address}"\n',
    )
    publication.page(
        "a.md",
        "A",
        "\n\n".join(
            [
                f"[x](<{address}>) ![x](<{address}>) <{address}> [@s]",
                f"[y]\n\n[y]: <{address}>",
                "```table {#tbl-a}\ndata: t\ncaption: C\ncolumns: [{field: id, link: to}, to, "
                "source]\n"
                f"source: {json.dumps(f'[x](<{address}>)')}\n```",
                "```chart {#fig-a}\ndescription: D\ndata: t\nmark: point\nencoding: {x: {field: "
                "id}, "
                "href: {field: to}}\n```",
            ]
        ),
        date="2024-01-01",
        authors=["p"],
        license=address,
        doi=address,
        summary=f"[x](<{address}>)",
    )
    publication.build()


def test_all_text_fields_at_once(publication):
    """The publication that the browser tests open: here its every file is read."""
    import shutil
    from awkward_publication import write_awkward

    shutil.rmtree(publication.content)
    write_awkward(publication.root)
    publication.build()
    assert (publication.site / "briefs" / "hostile.html").exists()
