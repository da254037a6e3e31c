import Foundation
import Testing

/// A publication of nothing but what looks like a fault or a reference and is none, or is one that
/// is easily read wrongly.
@Suite("Traps")
struct TrapsTests {
  static let publication: Publication = {
    var publication = Publication([
      "site.yaml": #"""
      title: "Harbour & notes: 1, 2"
      taxonomies: [topics]
      collections: {routes: {title: Routes}}
      navigation:
        - {title: Briefs, path: briefs/}
        - {title: "Old harbour", path: "old%20harbour/index.md"}
      """#,
      "sources.json": #"""
      [{"id": "harbour2021", "type": "report", "title": "Passengers", "issued": {"date-parts": [[2021]]}}]
      """#,
      "data/ferries.csv": "route,year,passengers\nnorth,2020,1200\nnorth,2021,1450\n",
      "index.md": page("Harbour"),
      "old harbour/index.md": page("Old harbour", "## A b c"),
      "old harbour/über.md": page("Über Fähren", "## Fähren & Flüsse"),
      "routes/north.md": page("North"),
      "assets/photos/a b (1).png": "", "assets/plan.pdf": "", "assets/50%.png": "",
      "x.md/page.md": page("In a folder called x.md", "See [traps](../briefs/2021/traps.md)."),
      "briefs/2021/note: x.md": page("A name with a colon", "[x](<../../x.md/page.md>)"),
    ])
    publication.files["briefs/2021/traps.md"] = text
    return publication
  }()

  static let text = #"""
    ---
    title: 'Nothing *but* traps: [1], \@nobody in `code` & <3'
    subtitle: >-
      A folded line with @harbour2021
      and a [link](../../routes/north.md) that
      goes on
    summary: |
      A literal line.
      Another, with "quotes" and [a link](../../routes/north.md).
    topics: [ferries, "1.5", no]
    authors: [Mika Koch]
    date: 2021-05
    ---
    Code: `[@nobody]`, `[x](nowhere.md)`, ``@fig-nothing``, `<a href="nowhere.md">`.

        [x](nowhere.md) and @nobody in indented code, [a][b]

    ```text
    [x](nowhere.md) @nobody [a][b] ![p](http://example.org/x.png)
    ```

    ```sql
    SELECT * FROM nowhere
    ```

    ~~~ charts
    data: nowhere
    ~~~

    <!-- [x](nowhere.md) @nobody [a][b] <script>x</script> -->

    Escapes: \[x\](nowhere.md), \@handle, \@fig-nothing, \[a][b\], [a]\[b], &#64;nobody is @harbour2021's neighbour? No.

    Mail: me@example.org, <me@example.org>, [write](mailto:me@example.org?subject=@x), first.last+tag@sub.example.org.
    A price: 5 @ 3, 3@4, @ alone, @, (@) and a@b. Prose [1], [2, 3], [sic], [ ] and [], [x] done;

    Other scripts: 名@例え, пример@пример.рф, naïve@café. Footnote-like 2^[3].

    Handles in links: [@harbour2021's page](https://example.org/@nobody), <https://example.org/@nobody>, [x](https://example.org/a_(b)).

    Paths: [a colon](<./note: x.md>), [with spaces](<../../old harbour/index.md>), [encoded](../../old%20harbour/%C3%BCber.md#f%C3%A4hren--fl%C3%BCsse), [same](<../../old harbour/über.md#fähren--flüsse>),
    [with a query](../../routes/north.md?a=1&b=2#), [own query](?page=2), [own anchor](#same), [second](#same-1), [third](#same-2),
    [a figure](#fig-1), [named](#tbl-named), [a folder](../../routes/), [index](../../old%20harbour/index.md), [here](./), [up](../), [root](/), [rooted](/routes/north.md),
    [an asset](../../assets/plan.pdf#page=2), [data](/data/ferries.csv), ![spaces](<../../assets/photos/a b (1).png>), ![again](../../assets/photos/a%20b%20%281%29.png "A \"title\""),
    ![percent](../../assets/50%25.png).

    A [wrapped
    link](../../routes/north.md
    "with a
    title") and [ref][The  North], [the north][], [The North], [shortcut].

    > A lazy quote with a [link
    in](../../routes/north.md) it

    1. one
       - two
         > three [deep](../../routes/north.md)

         ```table {#tbl-named}
         data: ferries
         caption: "Passengers of [north](../../routes/north.md), *all* of them"
         source: "@harbour2021, p. 4"
         ```

    [the north]: ../../routes/north.md 'N'
    [shortcut]: <../../old harbour/index.md>
    [unused]: ../../routes/north.md

    ## Same

    ### Same

    ## Same

    ## Fig 1

    ## sources

    ```chart
    title: "Passengers: *north*"
    description: Rising.
    data: ferries
    mark: bar
    encoding:
      x: {field: year, type: ordinal}
      y: {field: passengers, type: quantitative}
    note: >
      Folded [note](../../routes/north.md)
      here.
    ```

    | Code in a table | Price |
    |---|---|
    | `[x](nowhere.md)` and `@nobody` and `<a href="no.html">` | 5 @ £3, $4–$5, 3@£2 |
    | `![p](no.png)`, \[a\][b] | [1], [2; 3] and user@example.org |

    A note[^code] and another[^名].

    [^code]: Code in a note: `[x](nowhere.md)`, `[@nobody]`, `[^none]`, `@fig-nothing`.

            [x](nowhere.md) in an indented block of it

    [^名]: 名 [ids](#名前-と-値), [same](#%E5%90%8D%E5%89%8D-%E3%81%A8-%E5%80%A4), [Ångström](#ångström--co),
        [a path](<../../old harbour/über.md?a=b c&d=é#fähren--flüsse>), [its own note](#fn-code).

    > [!NOTE]
    > `[x](nowhere.md)` costs $1 [^code], or [^名] twice, `@nobody`.

    ## 名前 と 値

    ## Ångström & Co.

    See @fig-1, @tbl-named, @traps:fig-1, [@fig-1; @tbl-named] and @harbour2021 [p. 3]. (@harbour2021) *@harbour2021* "@harbour2021", @harbour2021.
    """#

  @Test("Nothing of it is reported")
  func silence() async throws {
    #expect(try await Self.publication.report() == "")
  }

  @Test(
    "What looks like a reference stays as it was written",
    arguments: [
      "<code>[@nobody]</code>, <code>[x](nowhere.md)</code>, <code>@fig-nothing</code>",
      "<pre tabindex=\"0\"><code>[x](nowhere.md) and @nobody in indented code, [a][b]\n</code>",
      "<pre tabindex=\"0\"><code class=\"language-sql\">SELECT * FROM nowhere\n</code></pre>",
      "<code class=\"language-charts\">data: nowhere\n</code>",
      "Escapes: [x](nowhere.md), @handle, @fig-nothing, [a][b], [a][b], @nobody is ",
      "5 @ 3, 3@4, @ alone, @, (@) and a@b. Prose [1], [2, 3], [sic], [ ] and [], [x] done;",
      "名@例え, пример@пример.рф, naïve@café. Footnote-like 2^[3].",
      "<a href=\"../../topics/15.html\">1.5</a></li>\n<li><a href=\"../../topics/no.html\">no</a>",
    ])
  func words(expected: String) async throws {
    let html = try #require(try await Self.publication.render()["briefs/2021/traps.html"])
    #expect(html.contains(expected))
  }

  @Test(
    "Links lead where they should",
    arguments: [
      #"<a class="external" href="mailto:me@example.org?subject=@x">write</a>"#,
      #"Mail: <a class="external" href="mailto:me@example.org">me@example.org</a>, "#,
      #"href="mailto:first.last+tag@sub.example.org">first.last+tag@sub.example.org</a>."#,
      #"<a class="external" href="https://example.org/a_(b)">x</a>"#,
      #"<a href="note%3A%20x.html">a colon</a>"#,
      #"<a href="../../old%20harbour/index.html">with spaces</a>"#,
      #"<a href="../../old%20harbour/%C3%BCber.html#f%C3%A4hren--fl%C3%BCsse">encoded</a>"#,
      #"<a href="../../old%20harbour/%C3%BCber.html#f%C3%A4hren--fl%C3%BCsse">same</a>"#,
      #"<a class="entity" href="../../routes/north.html?a=1&amp;b=2">with a query</a>"#,
      ##"<a href="?page=2">own query</a>, <a href="#same">own anchor</a>"##,
      ##"<a href="#same-1">second</a>, <a href="#same-2">third</a>"##,
      ##"<a href="#fig-1">a figure</a>, <a href="#tbl-named">named</a>"##,
      #"<a href="../../routes/index.html">a folder</a>"#,
      #"<a href="../../old%20harbour/index.html">index</a>, <a href="index.html">here</a>"#,
      #"<a href="../index.html">up</a>, <a href="../../index.html">root</a>"#,
      #"<a class="entity" href="../../routes/north.html">rooted</a>"#,
      #"<a href="../../assets/plan.pdf#page=2">an asset</a>"#,
      #"<a href="../../data/ferries.csv">data</a>"#,
      #"<img src="../../assets/photos/a%20b%20(1).png" alt="spaces" loading="lazy"/>"#,
      #"alt="again" title="A &quot;title&quot;" loading="lazy"/>"#,
      #"<img src="../../assets/50%25.png" alt="percent" loading="lazy"/>"#,
      "<a class=\"entity\" href=\"../../routes/north.html\" title=\"with a\ntitle\">wrapped\nlink",
      #"<a class="entity" href="../../routes/north.html" title="N">ref</a>"#,
      #"title="N">the north</a>"#, #"title="N">The North</a>"#,
      #"<a href="../../old%20harbour/index.html">shortcut</a>"#,
      "<a class=\"entity\" href=\"../../routes/north.html\">link\nin</a> it",
      #"three <a class="entity" href="../../routes/north.html">deep</a>"#,
      #"<span class="figure-title">Passengers of <a class="entity" href="../../routes/north.html">"#,
      #"Folded <a class="entity" href="../../routes/north.html">note</a> here."#,
      #"and a <a class="entity" href="../../routes/north.html">link</a> that goes on</p>"#,
      #"“quotes” and <a class="entity" href="../../routes/north.html">a link</a>.</p>"#,
      #"<li><a href="../index.html">Briefs</a></li>"#,
    ])
  func links(expected: String) async throws {
    let html = try #require(try await Self.publication.render()["briefs/2021/traps.html"])
    #expect(html.contains(expected))
  }

  @Test("No id stands twice on a page, and every address within it has one")
  func ids() async throws {
    for (path, html) in try await Self.publication.render() where path.hasSuffix(".html") {
      let tags = Tag.all(in: html)
      let ids = tags.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count, "\(path)")
      for href in tags.compactMap({ $0.attributes["href"] }) where href.hasPrefix("#") {
        #expect(ids.contains(href.dropFirst().removingPercentEncoding ?? ""), "\(path): \(href)")
      }
    }
  }

  @Test(
    "A title may begin as a list, a heading or a quotation would",
    arguments: [
      "1. Rain", "2021. The turn", "> quoted", "# hash", "* star", "+ plus", "- dash", "---",
      "***", "```", "~~~ x", "1) x", "[x]: y", "| a |", "<div>", "=", "_",
    ])
  func titles(title: String) async throws {
    let publication = Publication(["rain.md": page("'\(title)'", "", "summary: '\(title)'\n")])
    #expect(try await publication.report() == "")
    let html = try #require(try await publication.render()["rain.html"])
    let escaped = title.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      // The first hyphen is none of Markdown's; the others are a dash.
      .replacing("---", with: "-–")
    #expect(html.contains("<h1>\(escaped)</h1>"))
    #expect(html.contains("<p class=\"summary\">\(escaped)</p>"))
  }
}
