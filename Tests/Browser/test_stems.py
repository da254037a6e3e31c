"""The stems of the search: what the script cuts is what Snowball's own stemmers cut."""

import pathlib
import re
import unicodedata

import pytest
import snowballstemmer

GOLDENS = pathlib.Path(__file__).resolve().parents[1] / "Golden" / "stems"

#: What is put behind words, so that each rule of a language has words to cut.
ENDINGS = {
    "en": "s es ed ing ly edly ingly ied ies ational ation ator izer ization alism aliti fulness "
    "ousness iveness biliti ogi ogist fully lessly ently ency icate ative alize ical ful ness "
    "ance ence er ic able ible ant ement ent ism ate ous ive ize ion e l y",
    "de": "e em en ern er es s erin erinnen ln lns est st et end ung ig ik isch lich heit keit "
    "igkeit lichkeit igung nisse",
}
NAMES = {"en": "english", "de": "german"}


def folded(word):
    parts = unicodedata.normalize("NFD", word.lower().replace("ß", "ss"))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_script_cuts_words_as_snowball_does(language, publication, addresses, open_tab):
    listed = (GOLDENS / f"words-{language}.txt").read_text("utf-8").split()
    texts = " ".join(path.read_text("utf-8") for path in publication.root.glob("search/texts-*.js"))
    words = sorted({word.lower() for word in [*listed, *re.findall(r"[A-Za-zÄÖÜäöüß]+", texts)]})
    # Every word bears a few endings, each ending some words.
    endings = ENDINGS[language].split()
    words += [
        word + endings[(number * 7 + step * 5) % len(endings)]
        for number, word in enumerate(words)
        for step in range(4)
    ]
    words = [word for word in words if len(word) > 2]
    # An umlaut before an 'e', as in 'säen', is no umlaut any more once it is folded.
    words = [word for word in words if not re.search("[äöü]e", word)]
    assert len(words) > 10_000
    reference = snowballstemmer.stemmer(NAMES[language])
    # English has no umlauts, and words come to the rules without any.
    given = [folded(word) for word in words] if language == "en" else words
    expected = [folded(stem) for stem in reference.stemWords(given)]
    tab = open_tab()
    tab.goto(addresses.published + "search.html")
    found = tab.evaluate(
        "([words, language]) => words.map((word) => dossierSearch.stemmers[language](word))",
        [[folded(word) for word in words], language],
    )
    differing = [case for case in zip(words, found, expected, strict=True) if case[1] != case[2]]
    assert not differing, differing[:20]


def test_a_name_of_what_every_object_has_is_a_word_like_others(addresses, open_tab):
    tab = open_tab()
    tab.goto(addresses.published + "search.html")
    stems = tab.evaluate("dossierSearch.stems('constructor', ['en', 'de'])")
    assert stems == ["constructor"]
