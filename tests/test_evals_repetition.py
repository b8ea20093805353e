"""No case repeats another, and none repeats what is indexed; questions are named by id and never printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import combinations

import pytest

from corpus import LANGUAGES, Corpus, fold
from evals import read_cases
from index import analyse

# From here on two texts ask the same thing in nearly the same words.
_SAME_TERMS = 0.75
_SAME_TEXT = 0.85
_FEWEST_TERMS = 3


@dataclass(frozen=True)
class Worded:
    """A text by the id under which it may be named in a message: never by its words."""

    id: str
    lang: str
    text: str = field(repr=False)
    terms: frozenset[str] = field(repr=False)
    is_name: bool = False


def worded(id: str, lang: str, text: str, *, is_name: bool = False) -> Worded:
    plain = " ".join(fold(text).strip(" ?!.,;:¿¡«»\"'").split())
    return Worded(id, lang, plain, frozenset(term.term for term in analyse(text, lang)), is_name)


def repeats(one: Worded, other: Worded, *, by_terms: bool = True) -> bool:
    """Whether two texts are the same, or nearly: most content words shared, or most characters in order."""
    if one.text == other.text:
        return True
    if by_terms and min(len(one.terms), len(other.terms)) >= _FEWEST_TERMS:
        shared = len(one.terms & other.terms) / len(one.terms | other.terms)
        if shared >= _SAME_TERMS:
            return True
    if 2 * min(len(one.text), len(other.text)) < _SAME_TEXT * (len(one.text) + len(other.text)):
        return False
    likeness = SequenceMatcher(None, one.text, other.text, autojunk=False)
    return likeness.quick_ratio() >= _SAME_TEXT and likeness.ratio() >= _SAME_TEXT


def indexed(corpus: Corpus) -> Iterator[Worded]:
    """Every line that the editorial layer lends to the index, named by provision, field, language and place."""
    for provision in corpus.provisions.values():
        editorial = provision.editorial
        if editorial is None:
            continue
        for lang in LANGUAGES:
            fields = {
                "point": (editorial.point[lang],),
                "gist": (editorial.gist[lang],),
                "concepts": editorial.concepts[lang],
                "words": editorial.words[lang],
                "questions": editorial.questions[lang],
                "situations": editorial.situations[lang],
            }
            for name, lines in fields.items():
                for place, line in enumerate(lines):
                    id = f"{provision.id} {name}.{lang}[{place}]"
                    yield worded(id, lang, line, is_name=name in ("concepts", "words"))
    for concept in corpus.thesaurus.values():
        for lang in LANGUAGES:
            for label in concept.labels(lang):
                yield worded(f"thesaurus {concept.id}.{lang}", lang, label, is_name=True)


@pytest.fixture(scope="module")
def asked() -> list[Worded]:
    """Every case as it is asked; a last turn says nothing without the turns before. Look-ups are compared apart."""
    return [
        worded(case.id, case.lang, " ".join((*case.history, case.question)))
        for case in read_cases()
        if case.style != "lookup"
    ]


@pytest.fixture(scope="module")
def keywords() -> frozenset[str]:
    """The cases that are no sentence but a row of words."""
    return frozenset(case.id for case in read_cases() if case.style == "keywords")


def test_no_case_repeats_another(asked: list[Worded]) -> None:
    repeated = [f"{one.id} ~ {other.id}" for one, other in combinations(asked, 2) if repeats(one, other)]
    assert not repeated, "\n".join(repeated)


def test_no_lookup_is_typed_twice_in_a_language() -> None:
    typed = [(case.lang, " ".join(fold(case.question).split())) for case in read_cases() if case.style == "lookup"]
    assert len(set(typed)) == len(typed) >= 40


def test_no_case_repeats_what_is_indexed(asked: list[Worded], keywords: frozenset[str], corpus: Corpus) -> None:
    """A question that stands in the index finds its own wording: it would measure copying.

    A whole question may hold the name of its subject, which the index files as a concept; a row of words may not.
    """
    lines = list(indexed(corpus))
    assert len(lines) > 2000
    repeated = [
        f"{case.id} ~ {line.id}"
        for line in lines
        for case in asked
        if case.lang == line.lang and repeats(case, line, by_terms=case.id in keywords or not line.is_name)
    ]
    assert not repeated, "\n".join(repeated)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Qui finance la sécurité sociale ?", "QUI FINANCE LA SECURITE SOCIALE", True),
        (
            "Qui doit financer durablement la sécurité sociale ?",
            "La sécurité sociale, qui la finance durablement ?",
            True,
        ),
        ("Que prévoit-on pour les travailleurs migrants ?", "Que prévoit-on pour le travailleur migrant ?", True),
        ("Que prévoit-on pour les travailleurs migrants ?", "Que prévoit-on pour les personnes handicapées ?", False),
        ("sécurité sociale", "sécurité sociale des enfants", False),
    ],
)
def test_what_counts_as_a_repetition(one: str, other: str, same: bool) -> None:
    assert repeats(worded("1", "fr", one), worded("2", "fr", other)) is same
