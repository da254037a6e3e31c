"""Numbers, dates and graphs beyond what can be drawn."""

import pytest

HUGE = [
    "1e308",
    "-1e308",
    "1e-320",
    "1e400",
    "99999999999999999999",
    "-1",
    "0",
    ".inf",
    "-.inf",
    ".nan",
    "9223372036854775807",
    "-9223372036854775808",
    "1e18",
    "1e9",
]


@pytest.mark.parametrize("number", HUGE)
def test_charts_of_any_size(publication, number):
    blocks = []
    for setting in [
        "width: {0}",
        "height: {0}",
        "width: {{step: {0}}}",
        "config: {{bar: {{continuousBandSize: {0}}}}}",
        "padding: {0}",
        "columns: {0}",
        "transform: [{{bin: {{step: {0}}}, field: b, as: c}}]",
        "transform: [{{bin: {{maxbins: {0}}}, field: b, as: c}}]",
        "transform: [{{density: b, steps: {0}}}]",
        "transform: [{{sample: {0}}}]",
        "transform: [{{impute: b, key: a, value: 0, keyvals: {{start: 0, stop: {0}, step: 1}}}}]",
        "transform: [{{calculate: 'sequence(0, {0})', as: c}}]",
        "transform: [{{calculate: 'repeat(\"x\", {0})', as: c}}]",
        'transform: [{{calculate: \'pad("x", {0}, "y")\', as: c}}]',
        "transform: [{{loess: b, on: a, bandwidth: {0}}}]",
        "transform: [{{regression: b, on: a, method: poly, order: {0}}}]",
        "transform: [{{window: [{{op: lag, field: b, as: c, param: {0}}}]}}]",
        "transform: [{{quantile: b, step: {0}}}]",
        "data: {{sequence: {{start: 0, stop: {0}, step: 1}}}}",
        "data: {{sequence: {{start: 0, stop: 10, step: {0}}}}}",
    ]:
        data = (
            ""
            if setting.startswith("data")
            else f"data: {{values: [{{a: 1, b: {number}}}, {{a: 2, b: 2}}]}}\n"
        )
        blocks.append(
            f"```chart\ndescription: D\n{data}{setting.format(number)}\nmark: bar\nencoding: {{x: "
            f"{{field: a, type: quantitative}}, y: {{field: b, type: quantitative}}}}\n```\n"
        )
    for encoding in [
        "x: {{field: a, bin: {{step: {0}}}}}",
        "x: {{field: a, type: quantitative, axis: {{tickCount: {0}}}}}",
        "x: {{field: a, type: quantitative, axis: {{values: [{0}]}}}}",
        "x: {{field: a, type: quantitative, scale: {{domain: [0, {0}]}}}}",
        "x: {{field: a, type: quantitative, scale: {{type: log, base: {0}}}}}",
        "x: {{field: a, type: quantitative, scale: {{type: pow, exponent: {0}}}}}",
        "x: {{field: a, type: quantitative, axis: {{tickMinStep: {0}, labelLimit: {0}, "
        "titleLimit: {0}}}}}",
        "x: {{field: a, type: temporal}}, y: {{field: b, type: temporal}}",
        "size: {{value: {0}}}",
        "x: {{field: a, axis: {{format: '{0}d'}}}}",
    ]:
        blocks.append(
            f"```chart\ndescription: D\ndata: {{values: [{{a: 1, b: {number}}}, {{a: {number}, b: "
            f"2}}]}}\nmark: point\nencoding: {{{encoding.format(number)}}}\n```\n"
        )
    for index, block in enumerate(blocks):
        publication.page(f"p{index}.md", "A", block)
    publication.build(memory=1500, within=120)


DATES = [
    "Y1000000000",
    "Y-1000000000/Y1000000000",
    "Y1E9",
    "Y17E308",
    "-9999/9999",
    "0000/9999",
    "Y-1000000",
    "Y9223372036854775807",
    "Y-9223372036854775808",
    "XXXX",
    "1XXX/..",
    "../..",
    "{0000..9999}",
    "[1,2,3]",
    "9999-12-31T23:59:59Z",
    "Y999999999999999999999999",
    "0001-01-01/0001-01-01",
    "2024-02-30",
    "1e9",
]


@pytest.mark.parametrize("date", DATES)
def test_dates_far_away(publication, date):
    publication.data(
        [
            {
                "name": "t",
                "path": "t.csv",
                "events": {"date": "date", "label": "id"},
                "schema": {
                    "fields": [
                        {"name": "id"},
                        {"name": "date", "rdfType": "http://id.loc.gov/datatypes/edtf"},
                        {"name": "lane"},
                    ]
                },
            }
        ],
        t=f'id,date,lane\na,"{date}",x\nb,2024-01-01,y\nc,2024-01-02,x\n',
    )
    publication.page(
        "a.md",
        "A",
        f"`{{date}} {date}`\n\n```timeline {{#tml-a}}\ndata: t\ncaption: C\ndate: date\nlabel: "
        f"id\nlanes: lane\n```\n\n"
        f"```timeline {{#tml-b}}\ndata: t\ncaption: C\ndate: date\nlabel: id\nfrom: {date!r}\nto: "
        f"{date!r}\n```\n\n"
        "```chart\ndescription: D\ndata: t\nmark: point\nencoding: {x: {field: date, type: "
        "temporal}}\n```\n",
        date=date,
        updated=date,
    )
    publication.build(memory=1500, within=120)


def test_a_timeline_over_a_million_years_of_many_events(publication):
    rows = "".join(f"e{n},Y-{n}00000,l{n % 50}\n" for n in range(1, 3_000))
    publication.data(
        [
            {
                "name": "t",
                "path": "t.csv",
                "schema": {
                    "fields": [
                        {"name": "id"},
                        {"name": "date", "rdfType": "http://id.loc.gov/datatypes/edtf"},
                        {"name": "lane"},
                    ]
                },
            }
        ],
        t="id,date,lane\n" + rows,
    )
    publication.page(
        "a.md",
        "A",
        "```timeline {#tml-a}\ndata: t\ncaption: C\ndate: date\nlabel: id\nlanes: lane\n```\n",
    )
    publication.build(memory=1500, within=200)


GRAPHS = {
    "dense": [(a, b) for a in range(90) for b in range(90)],
    "long": [(n, n + 1) for n in range(3_000)],
    "star": [(0, n) for n in range(3_000)],
    "one twice": [(0, 0)] * 5_000,
    "pairs": [(n, n + 100_000) for n in range(3_000)],
}


@pytest.mark.parametrize("name", GRAPHS)
def test_graphs_that_dot_cannot_lay_out(publication, name):
    """`dot` has its own limits of time and memory; what it cannot do is an error at the block."""
    publication.data(
        [{"name": "t", "path": "t.csv"}],
        t="a,b\n" + "".join(f"n{a},n{b}\n" for a, b in GRAPHS[name]),
    )
    publication.page("a.md", "A", "```graph {#fig-a}\ndata: t\ncaption: C\nfrom: a\nto: b\n```\n")
    publication.build(memory=2000, within=200)


@pytest.mark.parametrize(
    "text",
    [
        '"]; a -> b [label="',
        "\\",
        '\\"',
        "<b>x</b>",
        "\\N\\G",
        "}",
        '\n}\nimage="/etc/passwd"',
        ']; image="/etc/passwd"',
        "\0",
        "a\u0301\u202e",
        "x" * 20_000,
        "&lt;script&gt;",
        "subgraph",
        "//x",
        "/*",
    ],
)
def test_names_of_nodes_say_nothing_to_dot(publication, text):
    import json

    rows = [{"a": text, "b": "y", "kind": text}, {"a": "y", "b": text, "kind": "k"}]
    publication.page(
        "a.md",
        "A",
        f"```graph {{#fig-a}}\ndata: {json.dumps(rows)}\ncaption: C\nfrom: a\nto: b\nkind: kind\n"
        f"```\n",
    )
    publication.build()
