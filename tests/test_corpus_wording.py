"""The official wording: the published source with the listed repairs and nothing else."""

from __future__ import annotations

import json

import pytest

from corpus import TEXTS, Citation, Corpus, parse_blocks

SOURCE = TEXTS / "source" / "record-7a-2021.fr.txt"
REPAIRS = [json.loads(line) for line in (TEXTS / "source" / "repairs.jsonl").read_text(encoding="utf-8").splitlines()]
OPENING = "Résolution proposée concernant"


def repaired() -> str:
    text = SOURCE.read_text(encoding="utf-8")
    for repair in REPAIRS:
        assert text.count(repair["before"]) == 1, repair
        text = text.replace(repair["before"], repair["after"])
    assert text.count(OPENING) == 1
    return text[text.index(OPENING) :]


def test_the_official_text_is_the_source_with_the_repairs_and_nothing_else() -> None:
    held: list[str] = []
    for code in ("resolution-2021", "conclusions-2021"):
        path = TEXTS / f"{code}.fr.md"
        for block in parse_blocks(path.read_text(encoding="utf-8"), path):
            held += f"{block.marker} {block.text}".split()
    # The source marks an item by "- a)"; the hyphen is its sign of a list, and no word of the text is one.
    assert held == [word for word in repaired().split() if word != "-"]
    assert len(held) > 5000


def test_the_repairs_are_of_four_kinds() -> None:
    assert {repair["kind"] for repair in REPAIRS} == {"ordinal", "page-break", "list-mark", "stray-mark"}
    assert all(set(repair) == {"kind", "before", "after"} for repair in REPAIRS)


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda repair: str(repair["after"])[:30])
def test_a_repair_changes_marks_and_blanks_and_no_word(repair: dict[str, str]) -> None:
    def letters(text: str) -> str:
        return "".join(char for char in text if char.isalnum())

    assert letters(repair["before"]) == letters(repair["after"])
    assert repair["before"] != repair["after"]


SLICES = (
    ("conclusions-2021/13", "fr", 0, 11, "Les Membres"),
    ("conclusions-2021/13/h", "fr", 82, 104, "le travail des enfants"),
    ("conclusions-2021/1", "fr", 177, 192, "«la Conférence»"),
    (
        "conclusions-2021/4",
        "fr",
        793,
        860,
        "– employeurs, travailleurs, gouvernements, institutions publiques –",
    ),
    ("conclusions-2021/8", "fr", 1011, 1027, "couverture et/ou"),
    ("conclusions-2021/21/f", "fr", 153, 184, "recommandations nos 202 et 204."),
    ("resolution-2021/3/a", "fr", 120, 149, "343e session (novembre 2021);"),
    ("conclusions-2021/13/h", "en", 86, 98, "child labour"),
    ("conclusions-2021/17", "es", 0, 10, "La Oficina"),
)


@pytest.mark.parametrize(("unit", "lang", "start", "end", "words"), SLICES)
def test_a_quote_is_a_slice(corpus: Corpus, unit: str, lang: str, start: int, end: int, words: str) -> None:
    assert corpus.slice(Citation.parse(unit), lang, start, end) == words


@pytest.mark.parametrize(
    ("lang", "start", "end"),
    [
        ("fr", -1, 5),
        ("fr", 5, 5),
        ("fr", 9, 3),
        ("fr", 0, 106),
        ("fr", 104, 106),
        ("fr", 200, 300),
        ("de", 0, 5),
    ],
)
def test_there_is_no_quote_outside_the_text(corpus: Corpus, lang: str, start: int, end: int) -> None:
    citation = Citation.parse("conclusions-2021/13/h")
    assert len(corpus.slice(citation, "fr", 0, 105)) == 105
    with pytest.raises(ValueError, match="has no characters"):
        corpus.slice(citation, lang, start, end)


def test_the_whole_text_is_a_slice_of_itself(corpus: Corpus) -> None:
    for provision in corpus:
        for text in provision.texts:
            assert corpus.slice(provision.id, text.lang, 0, len(text.text)) == text.text
