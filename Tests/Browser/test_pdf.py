"""What `dossier build --pdf` makes: each brief on paper, beside its page."""

import pathlib
import re
import subprocess

import pypdf
import pytest

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]


def build(program, site):
    done = subprocess.run(
        [program, "build", "--pdf", "--output", site],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def printed(program, tmp_path_factory):
    site = tmp_path_factory.mktemp("printed") / "Site"
    build(program, site)
    return site


def folded(text):
    """Text without blanks, hyphens and what is written behind links on paper."""
    return re.sub(r"[\s\u00ad-]+", "", text)


def test_each_brief_has_a_pdf_to_which_its_page_leads(printed):
    briefs = [page for page in (printed / "briefs").glob("*.html") if page.stem != "index"]
    assert len(briefs) >= 6
    for page in briefs:
        html = page.read_text(encoding="utf-8")
        assert f'<a href="{page.stem}.pdf" download>PDF</a>' in html
        assert f"/briefs/{page.stem}.pdf" in re.search(r"citation_pdf_url[^>]*", html).group()
        pdf = pypdf.PdfReader(page.with_suffix(".pdf"))
        assert len(pdf.pages) >= 3
        assert pdf.metadata.title in html.replace("&amp;", "&")
        assert pdf.trailer["/Root"]["/Lang"] == "en"
        assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
        # What leads on is of no use on paper.
        headings = re.findall(r"<h2[^>]*>(.*?)</h2>", html.split('class="onward"')[0])
        text = folded("".join(p.extract_text() for p in pdf.pages))
        for heading in headings:
            assert folded(re.sub(r"<[^>]+>", "", heading)) in text, heading


def test_its_links_lead_to_the_web_or_stay_within(printed):
    for file in (printed / "briefs").glob("*.pdf"):
        targets = set()
        for page in pypdf.PdfReader(file).pages:
            for note in page.get("/Annots", []):
                action = note.get_object().get("/A")
                if action and "/URI" in action:
                    targets.add(str(action["/URI"]))
        assert any(t.startswith("https://briefs.example.org/khorasan/actors/") for t in targets)
        strays = [t for t in targets if not t.startswith(("https://", "mailto:"))]
        assert not strays, f"{file.name}: {strays}"


def test_pages_without_pdf_do_not_speak_of_one(publication):
    for page in publication.pages_with("cite-files"):
        assert not any(link.address.endswith(".pdf") for link in page.links), str(page)


def test_the_same_publication_gives_the_same_bytes(program, printed, tmp_path):
    again = tmp_path / "Site"
    build(program, again)
    for file in (printed / "briefs").glob("*.pdf"):
        assert file.read_bytes() == (again / "briefs" / file.name).read_bytes(), file.name


def test_without_chromium_the_error_says_what_to_install(program, tmp_path):
    done = subprocess.run(
        [program, "build", "--pdf", "--output", tmp_path / "Site"],
        cwd=REPOSITORY,
        env={"PATH": str(tmp_path), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 74
    assert "apt install chromium" in done.stderr
    assert not (tmp_path / "Site").exists()
