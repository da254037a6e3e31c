"""Writes the publication for Hugo: the same briefs, with shortcodes in the place of blocks.

The layouts beside this module, in `hugo/layouts`, make what Dossier makes by itself.
"""

import pathlib
import shutil

from . import briefs, data, dossier

LAYOUTS = pathlib.Path(__file__).resolve().parents[1] / "hugo"
#: A topic that more pages bear makes none of them related, in Dossier and here.
COMMON_TOPIC = 150


class Dialect:
    """How the calls in a text are written in Hugo's Markdown."""

    def __init__(self, full):
        self.markdown = dossier.Dialect(full)
        self.heading = self.markdown.heading
        self.link = self.markdown.link

    def cite(self, key, page):
        return f'{{{{< cite "{key}" "p. {page}" >}}}}'

    def reference(self, target, id):
        if target is None:
            return f'{{{{< reference "{id}" >}}}}'
        path = f"/{briefs.folder(target)}/{briefs.stem(target)}"
        return f'{{{{< reference "{id}" "{path}" >}}}}'

    def chart(self, number, caption, source):
        return (
            f'{{{{< chart id="fig-rain" data="measures-{_set(number)}" key="{briefs.key(number)}"'
            f' field="rain" label="Rain in millimetres" caption="{caption}"'
            ' description="Rain at the harbour and on the hill in each of six months of 2023."'
            f' source="{source[1]}" at="p. {source[2]}" >}}}}'
        )

    def table(self, number, caption, source):
        return (
            f'{{{{< table id="tbl-rain" data="measures-{_set(number)}" key="{briefs.key(number)}"'
            f' caption="{caption}" source="{source[1]}" at="p. {source[2]}" >}}}}'
        )

    def timeline(self, number, caption):
        return (
            f'{{{{< timeline id="tml-events" data="events-{_set(number)}"'
            f' key="{briefs.key(number)}" caption="{caption}" >}}}}'
        )


def _set(number):
    return data.dataset(number // briefs.SHARED)


def write(root, writer):
    scale = writer.scale
    shutil.copytree(LAYOUTS, root, dirs_exist_ok=True)
    settings = (root / "hugo.yaml").read_text()
    share = min(100, -(-COMMON_TOPIC * 100 // scale.pages))
    (root / "hugo.yaml").write_text(
        settings.replace("cardinalityThreshold: 100", f"cardinalityThreshold: {share}")
    )
    content = root / "content"
    if not scale.full:
        shutil.rmtree(content / "data")
    (content / "_index.md").write_text("---\ntitle: Reports from the coast\n---\n\nMade up.\n")
    dialect = Dialect(scale.full)
    for number in range(scale.pages):
        if number % briefs.FOLDER == 0:
            folder = content / briefs.folder(number)
            folder.mkdir()
            title = dossier.section_title(number)
            (folder / "_index.md").write_text(f"---\ntitle: {title}\n---\n")
        brief = writer.brief(number)
        (folder / f"{briefs.stem(number)}.md").write_text(
            dossier.front_matter(brief, more=f'years: ["{brief.date[:4]}"]\n')
            + dossier.text(brief.parts, dialect).rstrip("\n")
            + "\n"
        )
    if scale.full:
        assets = root / "assets" / "data"
        assets.mkdir(parents=True)
        for index in range(scale.datasets):
            name = data.dataset(index)
            (assets / f"measures-{name}.csv").write_text(data.measures(scale, index))
            (assets / f"events-{name}.csv").write_text(data.events(scale, index))
        (root / "assets" / "sources.json").write_text(data.sources(writer.sources))
