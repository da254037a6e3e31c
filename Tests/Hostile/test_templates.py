"""Templates that never end, that grow, or that reach for what is not theirs."""

import pytest

RECURSIVE = {
    "itself": {"page.mustache": "{{> a}}", "partials/a.mustache": "{{> a}}"},
    "one another": {
        "page.mustache": "{{> a}}",
        "partials/a.mustache": "{{> b}}",
        "partials/b.mustache": "{{> a}}",
    },
    "by its parent": {"page.mustache": "{{< page}}{{/page}}"},
    "parents of one another": {
        "page.mustache": "{{< listing}}{{/listing}}",
        "listing.mustache": "{{< page}}{{/page}}",
    },
    "in a block": {
        "page.mustache": "{{< base}}{{$main}}{{> a}}{{/main}}{{/base}}",
        "partials/a.mustache": "{{< base}}{{$main}}{{> a}}{{/main}}{{/base}}",
    },
    "under a condition": {
        "page.mustache": "{{> a}}",
        "partials/a.mustache": "{{#page}}{{> a}}{{/page}}",
    },
    "a hundred steps": {
        "page.mustache": "{{> p0}}",
        **{f"partials/p{n}.mustache": f"{{{{> p{(n + 1) % 100}}}}}" for n in range(100)},
    },
    "doubling": {
        "page.mustache": "{{> p0}}",
        **{f"partials/p{n}.mustache": f"{{{{> p{n + 1}}}}}{{{{> p{n + 1}}}}}" for n in range(60)},
        "partials/p60.mustache": "x",
    },
}


@pytest.mark.parametrize("name", RECURSIVE)
def test_templates_that_include_one_another(publication, name):
    for path, text in RECURSIVE[name].items():
        publication.template(path, text)
    publication.build("template-recursive")


@pytest.mark.parametrize(
    "text",
    [
        "{{#page}}" * 50_000,
        "{{#page}}" * 20_000 + "{{/page}}" * 20_000,
        "{{{" * 50_000,
        "{{=<% %>=}}" * 10_000,
        "{{=" + "a" * 100_000,
        "{{! " * 100_000,
        "{{page.title}}" * 100_000,
        "{{page" + ".a" * 50_000 + "}}",
        "{{" + "x" * 1_000_000 + "}}",
        "{{%CONTENT_TYPE:TEXT}}",
        "{{%" + "x" * 100_000 + "}}",
        "{{^page}}" * 9_000,
        "{{$a}}" * 20_000,
        "{{<base}}" * 20_000,
        "}}" * 100_000,
        "\0" * 1_000_000,
        "{{> ../../../outside/secret}}",
        "{{> /etc/passwd}}",
        "{{> partials/../../x}}",
        "{{>*dynamic}}",
        "{{#page.title(x)}}x{{/page.title}}",
        "{{page.title()}}",
        "{{capitalized(page.title)}}",
    ],
    ids=range(23),
)
def test_templates_that_are_too_much(publication, text):
    publication.template("page.mustache", text)
    publication.build(memory=1500, within=90)


def test_loops_within_loops_are_those_of_the_publication(publication):
    """Pages within pages within pages: a template may ask for more than can be written."""
    for number in range(60):
        publication.page(
            f"briefs/a{number}.md", f"Brief {number}", "Text.", date="2024-01-01", topics=["t"]
        )
    loop = "{{#listing.items}}" * 6 + "x" + "{{/listing.items}}" * 6
    publication.template("listing.mustache", loop)
    publication.build(within=90, memory=2000)
