"""The figures as tables, for a terminal and for the guide."""

SCENARIOS = {
    "cold": "from nothing",
    "nothing": "nothing changed",
    "word": "one word changed",
    "title": "one title changed",
}
FLOORS = {"copy": "copying Dossier’s site", "cmark": "`cmark` over the text"}
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def _seconds(value):
    return f"{value:.2f} s" if value < 10 else f"{value:.1f} s"


def _memory(value):
    return f"{value / 1e6:,.0f} MB"


def _ratio(ours, theirs):
    """How much of the other's, in as many digits as mean something."""
    value = ours / theirs if theirs else float("inf")
    return f"{value:.3f}" if value < 0.1 else f"{value:.2f}"


def _columns(cost):
    return [_seconds(cost.wall), _seconds(cost.cpu), _memory(cost.memory)]


def _compared(found):
    """The rows of a comparison: what each took, and below that Dossier's part of Hugo's."""
    rows = []
    for key, words in SCENARIOS.items():
        ours, theirs = (found.costs[key][name] for name in ("Dossier", "Hugo"))
        rows.append([words, "Dossier", *_columns(ours)])
        rows.append(["", "Hugo", *_columns(theirs)])
        rows.append(["", "**ratio**", *(
            f"**{_ratio(getattr(ours, name), getattr(theirs, name))}**"
            for name in ("wall", "cpu", "memory")
        )])
    return ["build", "program", "wall", "processors", "memory"], rows


def _floors(found):
    """What the floors took, and how many times that Dossier takes for all, from nothing."""
    cold = found.costs["cold"]["Dossier"]
    rows = [
        [words, "", _seconds(floor.wall), _seconds(floor.cpu), f"{cold.wall / floor.wall:.1f}",
         f"{cold.cpu / floor.cpu:.1f}"]
        for words, floor in ((words, found.floors[key]) for key, words in FLOORS.items())
    ]
    return ["floor", "", "wall", "processors", "Dossier to it, wall", "processors"], rows


def _growth(grown):
    head = ["briefs", "program", "wall for each", "processors for each", "memory for each"]
    rows = []
    first = {}
    for pages, costs in grown.items():
        for name, cost in costs.items():
            each = [cost.wall / pages, cost.cpu / pages, cost.memory / pages]
            first.setdefault(name, each)
            against = ["" if each is first[name] else f" ({now / then:.2f})"
                       for now, then in zip(each, first[name])]
            rows.append([f"{pages:,}", name, f"{each[0] * 1000:.2f} ms{against[0]}",
                         f"{each[1] * 1000:.2f} ms{against[1]}",
                         f"{each[2] / 1000:.0f} kB{against[2]}"])
    return head, rows


def _plain(head, rows):
    rows = [[cell.replace("*", "").replace("`", "") for cell in row] for row in [head, *rows]]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = []
    for row in rows:
        cells = [cell.ljust(width) if at < 2 else cell.rjust(width)
                 for at, (cell, width) in enumerate(zip(row, widths))]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines) + "\n"


def _pipes(head, rows):
    kept = [at for at in range(len(head)) if any(row[at] for row in [head, *rows])]
    head, *rows = [[row[at] for at in kept] for row in [head, *rows]]
    marks = ["---" if at < 2 else "---:" for at in kept]
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, marks, *rows]) + "\n"


def _sites(found):
    return " ".join(
        f"{name} wrote {files:,} files of together {size / 1e6:,.0f} MB."
        for name, (files, size) in found.sites.items()
    )


def text(setting, compared, grown):
    parts = [setting + "\n"]
    for found in compared:
        parts.append(f"{found.pages:,} {found.kind} briefs. {_sites(found)}\n")
        parts.append(_plain(*_compared(found)))
        parts.append(_plain(*_floors(found)))
    if grown:
        parts.append("Growth: plain briefs, from nothing\n")
        parts.append(_plain(*_growth(grown)))
    return "\n".join(parts)


def markdown(setting, compared, grown):
    parts = [setting + "\n"]
    for found in compared:
        parts.append(f"### {found.pages:,} {found.kind} briefs {{#sec-{found.kind}}}\n")
        parts.append(_sites(found) + "\n")
        parts.append(_pipes(*_compared(found)))
        parts.append(_pipes(*_floors(found)))
    if grown:
        parts.append("### Growth {#sec-growth}\n")
        parts.append("Plain briefs, built from nothing. In brackets: against the first row.\n")
        parts.append(_pipes(*_growth(grown)))
    return "\n".join(parts)


def put(path, words):
    """Writes the words between the two marks of a page, in the place of those there."""
    page = path.read_text(encoding="utf-8")
    if page.count(BEGIN) != 1 or page.count(END) != 1 or page.index(BEGIN) > page.index(END):
        raise ValueError(f"{path} must have the line {BEGIN} once and below it the line {END} once")
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    path.write_text(f"{before}{BEGIN}\n\n{words}\n{END}{after}", encoding="utf-8")
