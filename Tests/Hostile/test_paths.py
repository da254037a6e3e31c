"""Every path that an author or data can give, leading out of the publication."""

import json

import pytest

#: Ways to write a file beside the project, as seen from `Content/` or a folder in it.
WAYS_OUT = [
    "../../outside/secret.{}",
    "../../../outside/secret.{}",
    "/../../outside/secret.{}",
    "a/../../../outside/secret.{}",
    "..%2F..%2Foutside/secret.{}",
    "%2e%2e/%2e%2e/outside/secret.{}",
    "..\\..\\outside\\secret.{}",
    "file:///etc/passwd",
    "file://{}",
    "//outside/secret.{}",
    "./././../../outside/secret.{}",
    "....//....//outside/secret.{}",
    "..\u2215..\u2215outside/secret.{}",
    "C:\\outside\\secret.{}",
]


@pytest.fixture(params=WAYS_OUT)
def way(request):
    return request.param


def test_links_images_and_definitions(publication, way):
    path = way.replace("{}", "md")
    picture = way.replace("{}", "svg")
    publication.page(
        "in/a.md",
        "A",
        "\n\n".join(
            [
                f"[link](<{path}>)",
                f"![image](<{picture}>)",
                f"[defined]: <{path}>",
                "[defined] and [x][defined]",
                f"[![both](<{picture}>)](<{path}>)",
                f"<{path}>",
                f"> [in a quotation](<{path}>)",
                f"| a |\n|---|\n| [in a cell](<{path}>) |",
                f"[^n]\n\n[^n]: [in a note](<{path}>)",
            ]
        ),
    )
    publication.build()
    assert not publication.site.exists()


@pytest.mark.parametrize(
    "front",
    [
        lambda path: {"translations": {"de": path}},
        lambda path: {"redirects": [path + ".html"]},
        lambda path: {"redirects": [path + "/"]},
        lambda path: {"lead": [path]},
        lambda path: {"template": path},
        lambda path: {"lang": path, "language": path},
        lambda path: {"series": path, "topics": [path], "authors": [path]},
        lambda path: {"image": path, "bibliography": [path], "sources": [path]},
        lambda path: {
            "lists": [path],
            "allow": [{"code": "link-target-missing", "key": path, "why": "x"}],
        },
    ],
)
def test_front_matter(publication, way, front):
    publication.write(
        "site.yaml", "title: H\nbaseURL: https://example.org/x/\ntaxonomies: [topics]\n"
    )
    publication.page("in/a.md", "A", "Text.", date="2024-01-01", **front(way.replace("{}", "md")))
    publication.build()


@pytest.mark.parametrize(
    "setting",
    [
        "citations: {{sources: [{0}]}}",
        "collections: {{{0}: {{title: A}}}}",
        "taxonomies: [{0}]",
        "navigation: [{{title: A, path: {0}}}]",
        "baseURL: {0}",
        "language: {0}",
        "license: {0}",
        "publisher: {{name: A, url: {0}}}",
        "people: {{{0}: {{name: A, url: {0}, orcid: {0}}}}}",
        "icon: {0}\nlogo: {0}",
        "timeline: {0}\nfigures: {0}",
    ],
)
def test_site_settings(publication, way, setting):
    path = json.dumps(way.replace("{}", "json"))
    publication.page("in/a.md", "A", "[@x]", topics=["t"], date="2024-01-01", authors=["a"])
    publication.write("site.yaml", "title: H\n" + setting.format(path) + "\n")
    publication.build()


@pytest.mark.parametrize(
    "key",
    [
        "path",
        "name",
        "data.url",
        "schema",
        "dialect",
        "license",
        "sources",
        "foreign key",
        "entity",
        "events",
        "parts",
    ],
)
def test_data_packages(publication, way, key):
    path = way.replace("{}", "csv")
    resource = {
        "name": "t",
        "path": "t.csv",
        "schema": {"fields": [{"name": "id"}, {"name": "text"}]},
    }
    schema = resource["schema"]
    match key:
        case "path":
            resource["path"] = path
        case "parts":
            resource["path"] = ["t.csv", path]
        case "name":
            resource["name"] = path
        case "data.url":
            del resource["path"]
            resource["url"] = path
        case "schema":
            resource["schema"] = path.replace("csv", "json")
        case "dialect":
            resource["dialect"] = path.replace("csv", "json")
        case "license":
            resource["licenses"] = [{"name": path, "path": path, "title": path}]
        case "sources":
            resource["sources"] = [{"title": path, "path": path}]
        case "foreign key":
            schema["foreignKeys"] = [
                {"fields": "id", "reference": {"resource": path, "fields": path}}
            ]
        case "entity":
            schema["fields"][1]["rdfType"] = f"dossier:entity/{path}"
        case "events":
            resource["events"] = {"date": path, "label": path, "link": path}
    publication.data([resource], t="id,text\n1,a\n")
    publication.page(
        "a.md",
        "A",
        "```table {#tbl-a}\ndata: t\ncaption: C\n```\n\n"
        f"```chart\ndescription: D\ndata: {{url: {json.dumps(path)}}}\nmark: bar\n```\n",
    )
    publication.build()


def test_cells_that_are_links(publication, way):
    path = way.replace("{}", "md")
    publication.data(
        [
            {
                "name": "t",
                "path": "t.csv",
                "schema": {
                    "primaryKey": "id",
                    "fields": [
                        {"name": "id"},
                        {"name": "to", "format": "uri"},
                        {"name": "at"},
                        {"name": "date", "type": "date"},
                    ],
                },
                "events": {"date": "date", "label": "id", "link": "at"},
            }
        ],
        t=f'id,to,at,date\na,"{path}","{path}",2024-01-01\n',
    )
    publication.page(
        "in/a.md",
        "A",
        "\n".join(
            [
                "```table {#tbl-a}\ndata: t\ncaption: C\ncolumns: [{field: id, link: at}, to]\n"
                "```\n",
                "```table {#tbl-b}\ndata: t\ncaption: C\ncolumns: [{field: id, link: '../{at}'}]\n"
                "```\n",
                "```timeline {#tml-a}\ndata: t\ncaption: C\ndate: date\nlabel: id\nlink: at\n```\n",
                "```chart {#fig-a}\ndescription: D\ndata: t\nmark: point\nencoding: {x: {field: "
                "id}, "
                "href: {field: at}, url: {field: at}}\n```\n",
            ]
        ),
    )
    publication.build()
    assert not publication.site.exists()


@pytest.mark.parametrize("kind", ["table", "chart", "timeline", "graph", "sql"])
@pytest.mark.parametrize(
    "id",
    [
        "../../../outside/x",
        "/x",
        "..",
        ".",
        "a/b",
        "a%2F..%2F..%2Fb",
        "a\\b",
        "a\u0000b",
        "x" * 3_000,
        "con",
        "a:b",
        "\u202ea",
        "<script>",
    ],
)
def test_ids_that_become_the_names_of_files(publication, kind, id):
    publication.data([{"name": "t", "path": "t.csv"}], t="id,date,to\na,2024,b\n")
    body = {
        "table": "data: t\ncaption: C",
        "sql": "SELECT * FROM t",
        "chart": "data: t\ndescription: D\nmark: point\nencoding: {x: {field: id}}",
        "timeline": "data: t\ncaption: C\ndate: date\nlabel: id",
        "graph": "data: t\ncaption: C\nfrom: id\nto: to",
    }[kind]
    prefix = {"table": "tbl-", "chart": "fig-", "timeline": "tml-", "graph": "fig-", "sql": ""}[
        kind
    ]
    publication.page(
        "in/a.md",
        "A",
        "\n".join(f"```{kind} {{#{before}{id}}}\n{body}\n```\n" for before in {prefix, ""}),
    )
    publication.build()


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH DATABASE '{}' AS o",
        "SELECT * FROM t; ATTACH '{}' AS o",
        "VACUUM INTO '{}'",
        "SELECT readfile('{}') AS a",
        "SELECT writefile('{}', 'x') AS a",
        "SELECT load_extension('{}') AS a",
        "PRAGMA temp_store_directory = '{}'",
        "PRAGMA database_list",
        "SELECT edit('x', '{}') AS a",
        "CREATE VIRTUAL TABLE v USING csv(filename='{}')",
        "SELECT * FROM fsdir('{}')",
        "SELECT * FROM pragma_database_list",
        "SELECT fts3_tokenizer('x', 'y') AS a",
        "WITH a AS (SELECT 1) INSERT INTO t SELECT 1",
        "SELECT zeroblob(2000000000) AS a",
        "SELECT * FROM dbstat",
        "SELECT * FROM sqlite_master",
        "EXPLAIN SELECT 1",
        "SELECT printf('%.*c', 200000000, 'x') AS a",
        "SELECT hex(randomblob(9)) AS a",
    ],
)
def test_queries_that_leave_the_database(publication, statement):
    publication.data([{"name": "t", "path": "t.csv"}], t="id\na\n")
    statement = statement.replace("{}", str(publication.outside / "secret.txt"))
    publication.write("data/q.sql", statement)
    publication.page(
        "a.md",
        "A",
        f"```sql {{#own}}\n{statement}\n```\n\n" "```table {#tbl-a}\ndata: own\ncaption: C\n```\n",
    )
    found = publication.build()
    assert not publication.site.exists() or "secret" not in str(found)


def test_a_database_that_is_none_or_reaches_for_others(publication):
    import sqlite3

    path = publication.content / "data" / "d.sqlite"
    path.parent.mkdir()
    other = publication.outside / "other.sqlite"
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE s (a)")
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE t (id, text)")
        database.execute("INSERT INTO t VALUES (1, '<script>alert(1)</script>')")
        database.execute(
            "CREATE VIEW v AS WITH RECURSIVE n(x) AS "
            "(SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
        )
        database.execute("CREATE VIEW w AS SELECT randomblob(1000000000) AS x")
        database.execute("CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; END")
    for table in ["t", "v", "w", "sqlite_master", "t; DROP TABLE t", 't" --']:
        publication.write(
            "data/datapackage.json",
            json.dumps(
                {
                    "resources": [
                        {
                            "name": "t",
                            "path": "d.sqlite",
                            "format": "sqlite",
                            "dialect": {"table": table},
                        }
                    ]
                }
            ),
        )
        publication.build()
    whole = path.read_bytes()
    for harm in [
        b"",
        b"SQLite format 3\0",
        whole[:3000],
        whole[:100] + b"\xff" * (len(whole) - 100),
        whole[:16] + b"\xff" * 84 + whole[100:],
    ]:
        path.write_bytes(harm)
        publication.build()
    # A journal beside it would be played back into it by who opens it in place.
    path.write_bytes(whole)
    (path.parent / "d.sqlite-journal").write_bytes(
        b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 600
    )
    (path.parent / "d.sqlite-wal").write_bytes(b"\x37\x7f\x06\x82" + b"\0" * 600)
    publication.build()
