"""References within sentences, with their place; and sentences full of numbers that hold none."""

from __future__ import annotations

import pytest

from corpus import Citation, find_references

# ⟦ and ⟧ mark what is to be found; the ids of one reference are parted by blanks, those of two by "; ".
SENTENCES = (
    ("Que dit l'⟦alinéa i) du paragraphe 13⟧ ?", "13/i"),
    ("Comparez le ⟦§ 13 i)⟧ avec le ⟦§ 14 a)⟧.", "13/i; 14/a"),
    (
        "Comparez les ⟦§§ 2 et 3 a) de la résolution⟧ avec le ⟦§ 5⟧.",
        "resolution-2021/2 resolution-2021/3/a; 5",
    ),
    ("Le ⟦§ 13⟧ a changé beaucoup de choses.", "13"),
    ("(voir ⟦§ 13 i)⟧)", "13/i"),
    ("Voir le ⟦§ 13 i⟧. Et après ?", "13/i"),
    ("Que prévoit l'⟦article 71 de la C102⟧ sur le financement ?", "C102/71"),
    ("L'⟦art. 65, § 1, de la convention (n° 102)⟧ fixe un taux.", "C102/65/1"),
    ("La ⟦recommandation (n° 202) sur les socles de protection sociale, 2012, paragraphe 5 a)⟧", "R202/5/a"),
    ("Le ⟦§ 3 a) de la présente résolution⟧ fixe-t-il une date ?", "resolution-2021/3/a"),
    ("Quelles mesures la ⟦partie II⟧ confie-t-elle au Bureau ?", "part/II"),
    ("Que disent les ⟦parties I et II⟧ ?", "part/I part/II"),
    ("Le suivi des ⟦cibles 1.3 et 3.8 des ODD⟧ incombe à qui ?", "SDG/1.3 SDG/3.8"),
    ("Le ⟦§ 3⟧ et 5 pays", "3"),
    ("Selon le ⟦§ 13⟧, 20 % des travailleurs", "13"),
    ("⟦§ 5⟧, ⟦résolution § 3 a)⟧", "5; resolution-2021/3/a"),
    ("La ⟦R202, § 5 a)⟧ et le ⟦§ 13 i) des conclusions⟧", "R202/5/a; 13/i"),
    ("What does ⟦paragraph 13(i)⟧ require of Members?", "13/i"),
    ("See ⟦paras 13(i), 14(a) and 21⟧.", "13/i 14/a 21"),
    ("Do ⟦paragraphs 3 to 5⟧ mention floors?", "3 4 5"),
    ("⟦Paragraphs 13 and 14⟧ say the same.", "13 14"),
    ("Does ⟦paragraph 13⟧ and 14 countries matter?", "13"),
    ("Does ⟦paragraph 20⟧ of this text mention Convention No. 102?", "20"),
    ("⟦Article 71 of the Social Security (Minimum Standards) Convention, 1952 (No. 102)⟧, says", "C102/71"),
    ("What is in ⟦Part I⟧ about children?", "part/I"),
    ("Is it in ⟦part 2⟧ of the text?", "part/II"),
    ("Who acts under ⟦paragraph 13⟧, e.g. on migrants?", "13"),
    ("What does ⟦R202 para 5⟧ say about floors?", "R202/5"),
    ("Read ⟦paragraphs 13(a), (c)–(e) and 14⟧ first.", "13/a 13/c 13/d 13/e 14"),
    ("¿Qué dice el ⟦párrafo 13, apartados a) a c), de las conclusiones⟧?", "13/a 13/b 13/c"),
    ("¿Qué piden los ⟦párrafos 3, 5 y 7⟧ a los Estados?", "3 5 7"),
    ("Compare el ⟦párrafo 3 o 5⟧, por favor.", "3 5"),
    ("El ⟦párrafo 13⟧ y 14 países", "13"),
    ("¿Dice algo la ⟦letra i) del párrafo 13⟧ sobre migrantes?", "13/i"),
    ("el ⟦artículo 71 del Convenio sobre la seguridad social (norma mínima), 1952 (núm. 102)⟧", "C102/71"),
    ("¿Qué dice la ⟦segunda parte de las conclusiones⟧ para 5 países?", "part/II"),
    ("¿Cómo se mide la ⟦meta 1.3 de los ODS⟧?", "SDG/1.3"),
)

NONE = (
    "Environ 20 % des pays n'ont pas de régime.",
    "Que dit l'article 25 de la Constitution ?",
    "Quelles mesures ont été prises en 2021 ?",
    "Le taux est passé de 3,5 à 4.2 points.",
    "Quel est le rôle des 3 partenaires sociaux ?",
    "À part 2 pays, tous ont signé.",
    "Une partie des travailleurs n'est pas couverte.",
    "la 109e session de la Conférence, tenue le 19 juin 2021",
    "La COVID-19 a changé les choses.",
    "Le partenariat USP2030 et le SPIAC-B",
    "La 5G et 8h de travail par jour",
    "article 65, paragraphe 1, de la loi",
    "le préambule de la Constitution de l'OIT",
    "le § 13 du rapport du Bureau",
    "Voir le tableau 3 b) et la figure 2 (a).",
    "un taux de 1 000 francs, soit 3 000 euros",
    "entre 18 et 65 ans",
    "la résolution 1325 du Conseil de sécurité",
    "la résolution de 2011, § 31",
    "point 3 de l'ordre du jour",
    "Je travaille à temps partiel, 20 h par semaine.",
    "la première partie de ma carrière",
    "la cible de 1.5 million de personnes",
    "§ 5 de la Déclaration du centenaire",
    "Est-ce que 13 a un sens ?",
    "Que demande la convention n° 102 ?",
    "How many of the 13 countries ratified it?",
    "In part, I think so.",
    "In part I think it is about children.",
    "In part two countries disagreed.",
    "The rate fell to 3.5 per cent in 2019.",
    "the 109th Session, 187 member States and 55 ratifications",
    "Paragraph 5 of the Declaration says so.",
    "Article 22 of the Universal Declaration of Human Rights",
    "the preamble of the ILO Constitution",
    "Resolution 70/1 of the General Assembly",
    "the first part of my career, the second pillar of 3",
    "item 5 on the agenda",
    "Who pays (1) contributions and (2) taxes?",
    "I have 3 (three) children and a part-time job.",
    "Smith et al. 2019, p. 13",
    "a target of 2.5 % of GDP, version 2.1",
    "1. What is a floor? 2) Who pays?",
    "recital 12 of the Directive",
    "plan B or vitamin C 500",
    "¿Qué significa para 5 países de la región?",
    "¿Es obligatorio para 13 millones de personas?",
    "la 109.ª reunión, la 2a reunión",
    "de 3 a 5 años, del 1 al 15 de julio de 2021",
    "la tercera parte de la población",
    "Tengo 2 hijos y 1 empleo.",
    "El artículo 41 de la Constitución",
    "El párrafo 5 del informe",
)


def expand(text: str) -> Citation:
    return Citation.parse(text if text[:1] in "CRS" or text.startswith("res") else f"conclusions-2021/{text}")


@pytest.mark.parametrize(("marked", "expected"), SENTENCES)
def test_references_are_found_with_their_place(marked: str, expected: str) -> None:
    slices = [piece.partition("⟧")[0] for piece in marked.split("⟦")[1:]]
    sentence = marked.replace("⟦", "").replace("⟧", "")
    found = find_references(sentence)
    assert [sentence[reference.start : reference.end] for reference in found] == slices
    assert [reference.citations for reference in found] == [
        tuple(expand(text) for text in ids.split()) for ids in expected.split("; ")
    ]


@pytest.mark.parametrize("sentence", NONE)
def test_a_number_without_a_mark_is_no_reference(sentence: str) -> None:
    assert find_references(sentence) == ()


@pytest.mark.parametrize("sentence", NONE)
def test_the_same_sentence_with_a_reference_has_one(sentence: str) -> None:
    """Shows that the sentences above are read to their end, and not given up."""
    found = find_references(f"{sentence} \n(§ 13 i)")
    assert [reference.citations for reference in found] == [(Citation("conclusions-2021", ("13", "i")),)]


def test_a_reference_belongs_to_the_instrument_shown_last() -> None:
    (found,) = find_references("Que dit le § 3 a) exactement ?", "resolution-2021")
    assert found.citations == (Citation("resolution-2021", ("3", "a")),)
