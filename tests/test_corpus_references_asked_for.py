"""Numbers that a sentence asks for without a mark of their own, and ordinary words that name nothing."""

from __future__ import annotations

import pytest

from corpus import find_references, parse_reference

# What a sentence makes a reference although the number has no mark of its own.
ASKED = (
    ("Que dit le 13 ?", "13"),
    ("Que dit le 13 sur les migrants ?", "13"),
    ("Que dit le 3 de la résolution ?", "resolution-2021/3"),
    ("Le 13 prévoit quoi ?", "13"),
    ("le texte du 13 i", "13/i"),
    ("montre-moi 13 i", "13/i"),
    ("What does 15 say?", "15"),
    ("open 13 h please", "13/h"),
    ("¿Qué dice el 17?", "17"),
    ("¿Qué dice el 3 de la resolución?", "resolution-2021/3"),
    ("Que disent les trois premiers alinéas du § 15 ?", "15/a 15/b 15/c"),
    ("What does the last item of paragraph 21 require?", "21/f"),
    ("¿Qué dicen los dos últimos apartados del párrafo 17?", "17/j 17/k"),
    ("De quoi parle le paragrpahe 5 ?", "5"),
    ("Que dit le titre de la partie II ?", "part/II"),
)
NONE = (
    "en 2021", "3 millions", "les 5 priorités", "in 10 years", "Que s'est-il passé le 13 juin 2021 ?",
    "Que dit le 20 juin de l'Organisation ?", "¿Qué pasa el 17 de junio?",
    "Le 8 mars est la journée des femmes", "el 50 por ciento de los trabajadores", "le 20 % du PIB",
    "del 1 al 15 de julio", "the 13 countries say no", "Is the 13 a good number?",
    "What does 50 per cent mean?", "what does 5 years give?", "show me 5 examples", "montre-moi 3 exemples",
    "Dame 3 razones", "Dites-moi 5 mesures", "lire 2 pages", "read 3 times",
    "What are the last two items on the agenda?", "the last part of my career",
    "the first paragraph of my letter", "Quels sont les quatre points clés ?", "le dernier point de la liste",
    "un apartado de 3 puntos", "le premier point à retenir", "el último punto del 2020",
    "titre de la 3e partie du rapport", "titre IV de la loi", "les 21 paragraphes des conclusions",
    "le XXIe siècle", "siglo XXI", "Louis XIV", "par 13 pays", "revolution 4", "resolutions 3 and 4",
    "the paragraph I read", "RDV le 13 h 30", "le 13 a 15 ans", "see [12]", "(a) who pays and (b) who works",
    "20 pts de plus",
)  # fmt: skip


def found_in(sentence: str) -> list[str]:
    return [str(citation) for found in find_references(sentence) for citation in found.citations]


@pytest.mark.parametrize(("sentence", "ids"), ASKED)
def test_a_number_that_its_sentence_asks_for(sentence: str, ids: str) -> None:
    assert found_in(sentence) == [
        one if one.startswith("resolution") else f"conclusions-2021/{one}" for one in ids.split()
    ]


@pytest.mark.parametrize("sentence", NONE)
def test_ordinary_words_name_nothing(sentence: str) -> None:
    assert (found_in(sentence), parse_reference(sentence)) == ([], ())
