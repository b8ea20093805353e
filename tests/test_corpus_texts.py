"""The shipped texts: every block has its place, its lead-ins, its neighbours and what it refers to."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import LANGUAGES, TEXTS, BadReferenceError, Citation, Corpus, parse_blocks, print_blocks

ITEMS = {"13": "abcdefghij", "14": "abcdefghij", "15": "abcdefghi", "17": "abcdefghijk", "18": "abcde",
         "19": "abcd", "20": "abcdef", "21": "abcdef"}  # fmt: skip
RESOLUTION = [f"resolution-2021/{unit}" for unit in ("1", "2", "3", "3/a", "3/b", "3/c", "3/d")]
CONCLUSIONS = [
    f"conclusions-2021/{unit}"
    for number in map(str, range(1, 22))
    for unit in (number, *(f"{number}/{letter}" for letter in ITEMS.get(number, "")))
]
FILES = sorted(TEXTS.glob("*.md"))


def ids(citations: tuple[Citation, ...]) -> list[str]:
    return [str(citation) for citation in citations]


def test_there_are_six_text_files() -> None:
    assert [path.name for path in FILES] == [
        f"{code}.{lang}.md" for code in ("conclusions-2021", "resolution-2021") for lang in ("en", "es", "fr")
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_parsing_a_text_loses_nothing(path: Path) -> None:
    source = path.read_bytes().decode("utf-8")
    assert print_blocks(parse_blocks(source, path)) == source


def test_there_are_89_provisions_in_the_order_of_the_texts(corpus: Corpus) -> None:
    assert [str(provision.id) for provision in corpus] == RESOLUTION + CONCLUSIONS
    assert len(RESOLUTION + CONCLUSIONS) == 89


def test_the_resolution_has_two_recitals(corpus: Corpus) -> None:
    recitals = [str(block.id) for block in corpus.provisions.values() if block.block == "recital"]
    assert recitals == ["resolution-2021/preamble/1", "resolution-2021/preamble/2"]


def test_each_provision_has_its_text_in_three_languages_the_french_official(corpus: Corpus) -> None:
    for block in corpus.provisions.values():
        kinds = {text.lang: text.kind for text in block.texts}
        assert kinds == {"fr": "official", "en": "translation", "es": "translation"}, block.id
        reviews = {text.lang: text.review for text in block.texts}
        assert reviews["fr"] is None
        assert None not in (reviews["en"], reviews["es"]), block.id


@pytest.mark.parametrize(
    ("unit", "trail"),
    [
        ("1", ["heading/1"]),
        ("12", ["heading/2"]),
        ("13", ["heading/2", "part/I", "heading/3"]),
        ("13/i", ["heading/2", "part/I", "heading/3"]),
        ("16", ["heading/2", "part/II"]),
        ("17/k", ["heading/2", "part/II", "heading/6"]),
        ("21/a", ["heading/2", "part/III"]),
    ],
)
def test_a_provision_stands_under_its_headings(corpus: Corpus, unit: str, trail: list[str]) -> None:
    provision = corpus.get(Citation.parse(f"conclusions-2021/{unit}"))
    assert ids(provision.heading) == [f"conclusions-2021/{heading}" for heading in trail]


@pytest.mark.parametrize(
    ("heading", "marker", "text"),
    [
        ("heading/1", "", "Principes directeurs et contexte"),
        ("heading/2", "", "Cadre d'action"),
        ("heading/3", "", "Parvenir à une protection sociale universelle"),
        ("part/I", "I.", "Mesures visant à promouvoir une protection sociale universelle"),
        ("part/II", "II.", "Mobiliser les moyens d'action de l'OIT"),
    ],
)
def test_a_heading_has_its_official_words(corpus: Corpus, heading: str, marker: str, text: str) -> None:
    block = corpus.get(Citation.parse(f"conclusions-2021/{heading}"))
    official = block.official()
    assert official is not None
    assert (block.marker, official.text) == (marker, text)


@pytest.mark.parametrize(
    ("unit", "lead"),
    [
        ("conclusions-2021/13", []),
        ("conclusions-2021/13/i", ["conclusions-2021/13"]),
        ("resolution-2021/1", ["resolution-2021/preamble/1"]),
        ("resolution-2021/3/a", ["resolution-2021/preamble/1", "resolution-2021/3"]),
        ("resolution-2021/preamble/2", []),
    ],
)
def test_a_provision_has_its_lead_in(corpus: Corpus, unit: str, lead: list[str]) -> None:
    assert ids(corpus.get(Citation.parse(unit)).lead) == lead


def test_the_lead_ins_make_an_item_a_sentence(corpus: Corpus) -> None:
    chapeau = corpus.chapeau(Citation.parse("resolution-2021/3/a"), "fr")
    assert chapeau == (
        "La Conférence générale de l'Organisation internationale du Travail, "
        "réunie en sa 109e session en 2021, demande au Directeur général de:"
    )


def test_every_item_hangs_on_its_paragraph(corpus: Corpus) -> None:
    for provision in corpus:
        letters = "abcd" if str(provision.id) == "resolution-2021/3" else ""
        if provision.block == "item":
            assert provision.lead[-1] == provision.id.parent
            assert not provision.children
        else:
            if provision.id.instrument == "conclusions-2021":
                letters = ITEMS.get(provision.id.path[0], "")
            assert ids(provision.children) == [f"{provision.id}/{letter}" for letter in letters]


@pytest.mark.parametrize(
    ("unit", "before", "after"),
    [
        ("conclusions-2021/1", None, "conclusions-2021/2"),
        ("conclusions-2021/12", "conclusions-2021/11", "conclusions-2021/13"),
        ("conclusions-2021/13", "conclusions-2021/12", "conclusions-2021/13/a"),
        ("conclusions-2021/13/i", "conclusions-2021/13/h", "conclusions-2021/13/j"),
        ("conclusions-2021/13/j", "conclusions-2021/13/i", "conclusions-2021/14"),
        ("conclusions-2021/16", "conclusions-2021/15/i", "conclusions-2021/17"),
        ("conclusions-2021/21/f", "conclusions-2021/21/e", None),
        ("resolution-2021/preamble/1", None, "resolution-2021/preamble/2"),
        ("resolution-2021/1", "resolution-2021/preamble/2", "resolution-2021/2"),
        ("resolution-2021/3/d", "resolution-2021/3/c", None),
        ("conclusions-2021/part/II", None, None),
    ],
)
def test_a_provision_has_its_neighbours(corpus: Corpus, unit: str, before: str | None, after: str | None) -> None:
    provision = corpus.get(Citation.parse(unit))
    around = [str(other) if other else None for other in (provision.previous, provision.next)]
    assert around == [before, after]


@pytest.mark.parametrize(
    ("unit", "cites"),
    [
        ("conclusions-2021/1", ["R202"]),
        ("conclusions-2021/2", ["R202", "CD2019"]),
        ("conclusions-2021/3", []),
        ("conclusions-2021/7", ["R202", "R204", "CD2019"]),
        ("conclusions-2021/12", ["SJD2008", "CD2019"]),
        ("conclusions-2021/13/a", ["C102", "R202", "R204"]),
        ("conclusions-2021/14/j", ["SDG"]),
        ("conclusions-2021/15/i", ["C102"]),
        ("conclusions-2021/16", ["resolution-2021", "SJD2008", "CD2019"]),
        ("conclusions-2021/18/c", ["SDG/1.3", "SDG/3.8"]),
        ("conclusions-2021/20/b", ["C189", "R204"]),
        ("conclusions-2021/20/f", ["C102", "R202"]),
        ("conclusions-2021/21/f", ["R202", "R204"]),
        ("resolution-2021/preamble/2", ["SJD2008", "CD2019"]),
        ("resolution-2021/2", ["conclusions-2021"]),
    ],
)
def test_a_provision_cites_what_its_words_name(corpus: Corpus, unit: str, cites: list[str]) -> None:
    assert ids(corpus.get(Citation.parse(unit)).cites) == cites


def test_what_is_cited_knows_by_whom(corpus: Corpus) -> None:
    for code in corpus.instruments:
        title = corpus.get(Citation(code, ("title",)))
        citing = [block.id for block in corpus.provisions.values() if Citation(code) in block.cites]
        assert list(title.cited_by) == citing
        assert citing
    for block in corpus.provisions.values():
        for other in block.cited_by if block.block != "title" else ():
            assert block.id in corpus.get(other).cites
    assert ids(corpus.get(Citation.parse("resolution-2021/title")).cited_by) == ["conclusions-2021/16"]


@pytest.mark.parametrize(
    ("unit", "bounds", "alternatives", "words"),
    [
        ("conclusions-2021/40", ("1", "21", None), [], "have paragraphs 1 to 21"),
        ("conclusions-2021/13/z", ("1", "21", ("a", "j")), ["conclusions-2021/13"], "has items (a) to (j)"),
        (
            "conclusions-2021/3/a",
            ("1", "21", None),
            ["resolution-2021/3/a", "conclusions-2021/3"],
            "no items",
        ),
        ("resolution-2021/13/i", ("1", "3", None), ["conclusions-2021/13/i"], "have paragraphs 1 to 3"),
    ],
)
def test_what_does_not_exist_gets_the_true_bounds(
    corpus: Corpus,
    unit: str,
    bounds: tuple[str, str, tuple[str, str] | None],
    alternatives: list[str],
    words: str,
) -> None:
    with pytest.raises(BadReferenceError, match="does not exist") as raised:
        corpus.get(Citation.parse(unit))
    error = raised.value
    assert error.bounds is not None
    assert (error.bounds.first, error.bounds.last, error.bounds.items) == bounds
    assert ids(error.alternatives) == alternatives
    assert words in error.messages["en"]
    assert set(error.messages) == set(LANGUAGES)
