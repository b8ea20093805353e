"""Ids and labels: parse and print are inverse, in the machine's spelling and in each language's."""

from __future__ import annotations

import pytest

from corpus import LANGUAGES, Citation, CitationError, Corpus, parse_reference

IDS = (
    ("conclusions-2021/13/i", "conclusions-2021", ("13", "i")),
    ("resolution-2021/3/a", "resolution-2021", ("3", "a")),
    ("resolution-2021/preamble/1", "resolution-2021", ("preamble", "1")),
    ("conclusions-2021/part/II", "conclusions-2021", ("part", "II")),
    ("C102/65/1", "C102", ("65", "1")),
    ("C102/schedule", "C102", ("schedule",)),
    ("R202/5/a", "R202", ("5", "a")),
    ("R204/11/b", "R204", ("11", "b")),
    ("C189/14/1", "C189", ("14", "1")),
    ("SJD2008/I/A/ii", "SJD2008", ("I", "A", "ii")),
    ("CD2019/II/A/xv", "CD2019", ("II", "A", "xv")),
    ("SDG/1.3", "SDG", ("1.3",)),
    ("R202", "R202", ()),
)


@pytest.mark.parametrize(("text", "instrument", "path"), IDS)
def test_an_id_is_read_and_printed_back(text: str, instrument: str, path: tuple[str, ...]) -> None:
    citation = Citation.parse(text)
    assert citation == Citation(instrument, path)
    assert str(citation) == text


def test_every_id_of_the_corpus_is_read_and_printed_back(corpus: Corpus) -> None:
    ids = list(corpus.provisions)
    assert len(ids) > 100
    assert [Citation.parse(str(citation)) for citation in ids] == ids
    assert len({str(citation) for citation in ids}) == len(ids)


@pytest.mark.parametrize(
    "text",
    [
        "", "13", "13/i", "13 i)", "§ 13 i)", "conclusions-2021/", "/conclusions-2021",
        "conclusions-2021//13", "conclusions-2021/13/", " conclusions-2021/13", "conclusions-2021/13/i\n",
        "conclusions-2021/13 i", "résolution-2021/3", "R202 para 5", "conclusions_2021/13",
        "conclusions-2021/13/é", "conclusions-2021/13?",
    ],
)  # fmt: skip
def test_another_string_is_no_id(text: str) -> None:
    with pytest.raises(CitationError, match="is not an id"):
        Citation.parse(text)


LABELS = (
    ("conclusions-2021/13", "§ 13", "para. 13", "párr. 13"),
    ("conclusions-2021/13/i", "§ 13 i)", "para. 13(i)", "párr. 13 i)"),
    ("conclusions-2021/21/a", "§ 21 a)", "para. 21(a)", "párr. 21 a)"),
    ("conclusions-2021/part/II", "partie II", "Part II", "parte II"),
    ("conclusions-2021/heading/3", "intertitre 3", "heading 3", "epígrafe 3"),
    ("conclusions-2021/title", "titre", "title", "título"),
    ("resolution-2021/3", "résolution, § 3", "resolution, para. 3", "resolución, párr. 3"),
    ("resolution-2021/3/a", "résolution, § 3 a)", "resolution, para. 3(a)", "resolución, párr. 3 a)"),
    (
        "resolution-2021/preamble/2",
        "résolution, préambule, al. 2",
        "resolution, preamble, recital 2",
        "resolución, preámbulo, consid. 2",
    ),
    ("resolution-2021", "résolution", "resolution", "resolución"),
    ("C102", "C102", "C102", "C102"),
    ("C102/71", "C102, art. 71", "C102, Art. 71", "C102, art. 71"),
    ("C102/65/1", "C102, art. 65, § 1", "C102, Art. 65(1)", "C102, art. 65, párr. 1"),
    ("R202/5", "R202, § 5", "R202, para. 5", "R202, párr. 5"),
    ("R202/5/a", "R202, § 5 a)", "R202, para. 5(a)", "R202, párr. 5 a)"),
)


@pytest.mark.parametrize(("text", "french", "english", "spanish"), LABELS)
def test_a_label_is_printed_in_three_languages(text: str, french: str, english: str, spanish: str) -> None:
    citation = Citation.parse(text)
    assert {lang: citation.label(lang) for lang in LANGUAGES} == {"fr": french, "en": english, "es": spanish}
    for lang, label in zip(LANGUAGES, (french, english, spanish), strict=True):
        assert Citation.from_label(label, lang) == citation


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_label_of_the_corpus_leads_back(corpus: Corpus, lang: str) -> None:
    labels = {citation: citation.label(lang) for citation in corpus.provisions}
    assert {citation: Citation.from_label(label, lang) for citation, label in labels.items()} == {
        citation: citation for citation in labels
    }
    assert len(set(labels.values())) == len(labels)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_printed_can_be_typed(corpus: Corpus, lang: str) -> None:
    typed = {citation: parse_reference(citation.label(lang)) for citation in corpus.provisions}
    assert typed == {citation: (citation,) for citation in corpus.provisions}


@pytest.mark.parametrize("text", [text for text, _, _ in IDS])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_label_of_another_instrument_leads_back(text: str, lang: str) -> None:
    citation = Citation.parse(text)
    assert Citation.from_label(citation.label(lang), lang) == citation


@pytest.mark.parametrize(
    ("label", "lang"),
    [
        ("", "fr"), ("13", "fr"), ("13 i)", "fr"), ("§13", "fr"), ("§  13", "fr"), ("§ 13 i", "fr"),
        ("§ 13/i", "fr"), ("para. 13(i)", "fr"), ("§ 13 i)", "en"), ("para. 13 i)", "en"),
        ("para. 13(i)", "es"), ("párr. 13(i)", "es"), ("art. 5", "fr"), ("C102, § 5", "fr"),
        ("R202, art. 5", "fr"), ("C102, ", "fr"), ("résolution, ", "fr"), ("Résolution, § 3", "fr"),
        ("resolution, § 3", "fr"), ("partie", "fr"), ("Part II", "fr"), ("§ 13 i) ", "fr"),
    ],
)  # fmt: skip
def test_another_string_is_no_label(label: str, lang: str) -> None:
    with pytest.raises(CitationError, match="is not a citation as printed"):
        Citation.from_label(label, lang)


@pytest.mark.parametrize(
    ("text", "parent"),
    [
        ("conclusions-2021/13/i", "conclusions-2021/13"),
        ("SJD2008/I/A/ii", "SJD2008/I/A"),
        ("conclusions-2021/13", None),
        ("R202", None),
    ],
)
def test_a_unit_knows_what_holds_it(text: str, parent: str | None) -> None:
    assert Citation.parse(text).parent == (Citation.parse(parent) if parent else None)
