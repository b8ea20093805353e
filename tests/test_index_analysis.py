"""Words as they are typed become search terms."""

from __future__ import annotations

import pytest

from index import analyse
from index.analysis import terms

ELISIONS = [
    ("fr", "l'emploi", ["emploi"]),
    ("fr", "l’emploi", ["emploi"]),
    ("fr", "L'État qu'elle protège jusqu'à la retraite", ["État", "protège", "retraite"]),
    ("fr", "lorsqu'ils s'acquittent d'une cotisation", ["acquittent", "cotisation"]),
    ("fr", "aujourd'hui, l'œuvre d'art", ["œuvre", "art"]),
    ("en", "the workers' and their children's rights", ["workers", "children", "rights"]),
    ("es", "¿Quién protege a los trabajadores?", ["protege", "trabajadores"]),
]


@pytest.mark.parametrize(("lang", "text", "words"), ELISIONS)
def test_words_that_carry_the_subject_are_kept_as_typed(lang: str, text: str, words: list[str]) -> None:
    found = [term.word for term in analyse(text, lang)]
    # A letter folded into two ("œ") moves all places behind it, so such a text is shown folded.
    assert found == [word.replace("œ", "oe") for word in words]


SAME_TERM = [
    ("fr", "sécurité", "securite"),
    ("fr", "PROTÉGÉE", "protegees"),
    ("fr", "à l'économie informelle", "économies informelles"),
    ("fr", "œuvre", "oeuvre"),
    ("fr", "mise en Œuvre", "mise en oeuvre"),
    ("fr", "cotisation", "cotisations"),
    ("en", "pension", "Pensions"),
    ("en", "financing", "financed"),
    ("en", "naïve", "naive"),
    ("es", "protección", "proteccion"),
    ("es", "niñas", "ninas"),
    ("es", "pensión", "PENSION"),
]


@pytest.mark.parametrize(("lang", "one", "other"), SAME_TERM)
def test_accents_case_and_endings_make_no_difference(lang: str, one: str, other: str) -> None:
    assert terms(one, lang) == terms(other, lang) != []


@pytest.mark.parametrize(
    ("lang", "one", "other"), [("fr", "santé", "salaire"), ("en", "wage", "age"), ("es", "piso", "paso")]
)
def test_other_words_stay_other_terms(lang: str, one: str, other: str) -> None:
    assert terms(one, lang) != terms(other, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Quels sont les ... que nous avons, et pourquoi ?"),
        ("en", "What is it that they should have?"),
        ("es", "¿Cuáles son los que tienen que ser?"),
        ("fr", ""),
        ("en", " ?! — … "),
    ],
)
def test_stop_words_and_signs_leave_nothing(lang: str, text: str) -> None:
    assert analyse(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "la convention n° 102 de 1952", ["102", "1952"]),
        ("en", "SDG 1.3 by 2030, and 5 more", ["1", "3", "2030", "5"]),
        ("es", "el Convenio núm. 102", ["102"]),
    ],
)
def test_digits_are_kept_to_the_last(lang: str, text: str, expected: list[str]) -> None:
    assert [term for term in terms(text, lang) if term.isdigit()] == expected


def test_repeated_words_are_repeated_in_order() -> None:
    found = terms("Des socles, des pensions; des socles.", "fr")
    assert len(found) == 3
    assert found[0] == found[2] != found[1]


def test_words_keep_the_accents_and_case_of_the_question() -> None:
    assert [term.word for term in analyse("La Sécurité sociale à l'École", "fr")] == ["Sécurité", "sociale", "École"]


def test_a_language_without_analyser_is_an_error() -> None:
    with pytest.raises(KeyError):
        analyse("soziale Sicherheit", "de")
