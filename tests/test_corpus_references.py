"""Spellings of references that people type in three languages, alone and within a sentence."""

from __future__ import annotations

import re

import pytest

from corpus import Citation, Corpus, find_references, look_up, parse_reference

# One line: the ids, and the spellings that stand for them.
FRENCH = """
13/i: § 13 i) | §13i | § 13, i) | § 13.i | paragraphe 13 i) | Paragraphe 13, alinéa i)
13/i: paragraphe treize, point i) | paragraphe 13, lettre i | paragraphe 13 lettre i)
13/i: le paragraphe 13(i) | par. 13 i) | para 13 i | al. i) du § 13 | alinéa i) du paragraphe 13
13/i: l'alinéa i) du paragraphe 13 | l’alinéa i du paragraphe treize | point i) du paragraphe 13
13/i: la lettre i) du § 13 | § 13 (i) | § 13, point i | paragraphe 13 point i) | point 13 i) | ¶ 13 i)
13/i: conclusions-2021/13/i | 13i | 13 i) | 13(i) | 13, i) | 13 (i) | § 13 I) | PARAGRAPHE 13 I)
13/a 13/b: points a) et b) du § 13
14/a 14/b 14/c: alinéas a) à c) du paragraphe 14
13/a 13/b 13/c: § 13 a) à c) | § 13 a)-c) | 13 a) à c)
14/a 14/b 14/d: § 14, a), b) et d)
3 4 5: paragraphes 3 à 5 | §§ 3-5 | du § 3 au § 5 | paragraphes 3 au 5
3 5 7: les paragraphes 3, 5 et 7
3 4: §§ 3 et 4 | § 3 et § 4
21: paragraphe vingt et un | paragraphe vingt-et-un
17/k: paragraphe dix-sept, alinéa k)
13/i 14/a: § 13 i) et § 14 a) | 13 i) et 14 a) | § 13 i) et 14 a)
13/i 14/a 21/f: § 13 i), 14 a) et 21 f)
resolution-2021/3/a: § 3 a) de la résolution | paragraphe 3 a) de la résolution | résolution, § 3 a)
resolution-2021/3/a: résolution 3 a) | resolution-2021/3/a
resolution-2021/3: résolution § 3
resolution-2021/2: la résolution de 2021, paragraphe 2
5: § 5 des conclusions | conclusions, § 5 | paragraphe 5 des conclusions de 2021
resolution-2021/preamble/1 resolution-2021/preamble/2: préambule de la résolution | préambule
resolution-2021/preamble/1: resolution-2021/preamble/1 | préambule, al. 1
resolution-2021/preamble/2: préambule, al. 2 | préambule, considérant 2
resolution-2021/preamble/2: le deuxième considérant du préambule | considérant 2
part/II: partie II | partie 2 | la partie deux | conclusions-2021/part/II
part/III: Partie III des conclusions
C102/71: article 71 de la C102 | art. 71 de la convention n° 102
C102/71: l'article 71 de la convention (n° 102) | C102 art 71
C102/65/1: article 65, § 1, de la C102 | article 65, paragraphe 1, de la convention n° 102
C102/65/1: C102, art. 65, § 1 | C102/65/1
C189/14: convention n° 189, article 14 | C 189, article 14
R202/5/a: R202 § 5 a) | R202/5/a
R202/5: R202, § 5 | paragraphe 5 de la recommandation n° 202 | recommandation (n° 202), paragraphe 5
SDG/1.3: ODD 1.3 | cible 1.3 des ODD | SDG/1.3
SDG/1.3 SDG/3.8: cibles 1.3 et 3.8 des ODD
SDG/3.8: ODD cible 3.8
SDG/8.b: la cible 8.b des ODD
13/i 13/j: § 13 de i) à j)
heading/3: intertitre 3
99: § 99
13/z: § 13 z
1: § 1er | paragraphe premier
14/a: paragraphe 14 a) des conclusions
"""
ENGLISH = """
13/i: para. 13(i) | para 13(i) | para 13 i | paragraph 13(i) | paragraph 13 (i) | paragraph 13, item (i)
13/i: paragraph thirteen, point (i) | Paragraph Thirteen (i) | paragraph 13, letter i
13/i: paragraph 13, subparagraph (i) | paragraph 13, sub-paragraph (i)
13/i: subparagraph (i) of paragraph 13 | item (i) of paragraph 13 | item i of para. 13
13/i: point (i) in paragraph 13 | letter i of paragraph 13 | § 13(i) | §13i | No. 13(i) | para. 13, (i)
13/i: 13 (i) | 13(i)
13/a 13/b: items (a) and (b) of paragraph 13 | para. 13(a) & (b)
14/a 14/b 14/c: items (a) to (c) of paragraph 14
13/a 13/b 13/c: paragraph 13(a) to (c) | para. 13(a)–(c) | para. 13(a)-(c) | 13(a) through (c)
14/a 14/b 14/d: paragraph 14(a), (b) and (d)
13/a 14/b: paras 13(a) and 14(b)
3 4 5: paras. 3-5 | paragraphs 3 to 5 | paragraphs 3 through 5
3 5 7: paragraphs 3, 5 and 7
3 4: paragraphs 3 and 4
21: paragraph twenty-one | paragraph twenty one
13: the paragraph 13
resolution-2021/3/a: paragraph 3(a) of the resolution | resolution, para. 3(a) | resolution 3(a)
resolution-2021/3/a: item (a) of paragraph 3 of the resolution
resolution-2021/3: the resolution, paragraph 3
5: paragraph 5 of the conclusions | conclusions, paragraph 5
resolution-2021/preamble/1 resolution-2021/preamble/2: preamble of the resolution | the preamble
resolution-2021/preamble/2: preamble, recital 2 | recital 2 | second recital
part/II: Part II | part 2 | part two
part/III: Part Three of the conclusions
part/I: first part of the conclusions
C102/71: Article 71 of C102 | Article 71 of Convention No. 102 | Convention No. 102, Article 71
C102/71: Convention 102, art. 71
C102/65/1: Art. 65(1) of C102 | C102, Art. 65(1) | Article 65, paragraph 1, of Convention No. 102
R202/5: R202 para 5 | R 202 para 5 | paragraph 5 of R202 | Recommendation No. 202, para. 5
R202/5/a: R202, paragraph 5(a) | paragraph 5(a) of Recommendation No. 202
SDG/1.3: SDG 1.3 | SDG target 1.3 | target 1.3 of the SDGs
SDG/1.3 SDG/3.8: targets 1.3 and 3.8 of the SDGs | SDGs 1.3 and 3.8
13/i 14/a: para 13 (i) and para 14 (a) | 13(i) and 14(a) | paragraphs 13 (i) & 14 (a)
1: paragraph one
resolution-2021/2: second paragraph of the resolution
heading/3: heading 3
"""
SPANISH = """
13/i: párr. 13 i) | parr 13 i | párrafo 13 i) | parrafo 13i | párrafo 13, apartado i)
13/i: párrafo trece, letra i) | párrafo 13, inciso i) | párrafo 13, punto i) | el párrafo 13 (i)
13/i: apartado i) del párrafo 13 | el apartado i) del párrafo 13 | letra i) del párrafo 13
13/i: inciso i) del párr. 13 | inciso i del párrafo trece | punto i) del párrafo 13 | § 13 i) | 13 i)
13/a 13/b: apartados a) y b) del párrafo 13
14/a 14/b 14/c: apartados a) a c) del párrafo 14
13/a 13/b 13/c: párrafo 13 a) a c) | párrafo 13, a) hasta c) | párrafo 13, apartados a) a c)
13/a 13/b 13/d: párrafo 13, a), b) y d)
3 4 5: párrafos 3 a 5 | párrafos 3 al 5 | párrs. 3-5
3 5 7: los párrafos 3, 5 y 7
3 4: párrafos 3 y 4
21: párrafo veintiuno
16: párrafo dieciséis
20: párrafo veinte
17/k: párrafo diecisiete, letra k)
resolution-2021/3/a: párrafo 3 a) de la resolución | resolución, párr. 3 a) | resolución 3 a)
resolution-2021/2: la resolución, párrafo 2
5: párrafo 5 de las conclusiones | conclusiones, párrafo 5
resolution-2021/preamble/1 resolution-2021/preamble/2: preámbulo de la resolución | el preámbulo
resolution-2021/preamble/2: preámbulo, consid. 2 | considerando 2 | segundo considerando
part/II: parte II | parte 2 | la parte dos
part/III: parte tres de las conclusiones
C102/71: artículo 71 del C102 | artículo 71 del Convenio núm. 102 | Convenio núm. 102, artículo 71
C102/71: Convenio (núm. 102), artículo 71
C102/65/1: art. 65, párr. 1, del C102 | C102, art. 65, párr. 1
R202/5: R202, párrafo 5 | párrafo 5 de la R202 | Recomendación núm. 202, párrafo 5
R202/5/a: R202 párr. 5 a) | párrafo 5 a) de la Recomendación núm. 202
SDG/1.3: ODS 1.3 | meta 1.3 de los ODS
SDG/3.8: la meta 3.8 de los ODS
SDG/1.3 SDG/3.8: metas 1.3 y 3.8 de los ODS
13/i 14/a: párrafo 13 i) y párrafo 14 a) | 13 i) y 14 a) | párrafos 13 i) y 14 a)
1: párrafo 1 | párrafo primero
heading/3: epígrafe 3
"""
# These count alone, and within a sentence only as the number, the word or the name that they also are.
BARE = """
part/II: deuxième partie | the second part | la segunda parte
part/I: la première partie
R202: R202
C102: convention n° 102
13: numéro 13 | treize | number 13 | thirteen | trece
21: 21 | vingt et un | twenty-one | veintiuno
13/i: 13 i | 13.i | 13/i
3 4 5: 3-5 | 3 à 5 | 3 to 5 | 3 a 5
3 5 7: 3, 5 et 7 | 3, 5 and 7 | 3, 5 y 7
title: titre | title | título
1: premier paragraphe | first paragraph | primer párrafo
10: dixième paragraphe
R204: Recommendation 204
C189: C189 | Convenio núm. 189
"""
FRAMES = (
    (FRENCH, "Que dit {} exactement ?"),
    (ENGLISH, "What does {} say?"),
    (SPANISH, "¿Qué dice {} exactamente?"),
)
DETERMINER = re.compile(r"^(?:l['’]|les? |la |the |los |el |du )")


def rows(table: str) -> list[tuple[str, tuple[Citation, ...]]]:
    found = []
    for line in table.strip().splitlines():
        ids, _, spellings = line.partition(": ")
        found += [(spelling, citations(ids)) for spelling in spellings.split(" | ")]
    return found


def citations(ids: str) -> tuple[Citation, ...]:
    """An id without an instrument is one of the conclusions."""
    named = re.compile(r"[CR]\d{3}|SDG|resolution-2021")
    return tuple(Citation.parse(one if named.match(one) else f"conclusions-2021/{one}") for one in ids.split())


@pytest.mark.parametrize("table", [FRENCH, ENGLISH, SPANISH])
def test_there_are_enough_spellings(table: str) -> None:
    assert len({spelling for spelling, _ in rows(table)}) >= 60


@pytest.mark.parametrize(("spelling", "expected"), rows(FRENCH + ENGLISH + SPANISH + BARE))
def test_the_whole_of_a_text(spelling: str, expected: tuple[Citation, ...]) -> None:
    assert parse_reference(spelling) == expected


@pytest.mark.parametrize(
    ("spelling", "expected", "frame"),
    [(spelling, expected, frame) for table, frame in FRAMES for spelling, expected in rows(table)],
)
def test_within_a_sentence(spelling: str, expected: tuple[Citation, ...], frame: str) -> None:
    sentence = frame.format(spelling)
    found = find_references(sentence)
    assert tuple(citation for reference in found for citation in reference.citations) == expected
    assert sentence[found[0].start : found[-1].end] == DETERMINER.sub("", spelling)


@pytest.mark.parametrize(("spelling", "expected"), rows(BARE))
def test_without_a_mark_nothing_within_a_sentence(spelling: str, expected: tuple[Citation, ...]) -> None:
    assert expected
    assert find_references(f"On parle de {spelling} ici, here, aquí.") == ()


@pytest.mark.parametrize("around", ["{}", "  {}  ", "{} ?", "¿{}?", "{}.", "« {} »", '"{}"', "“{}”", "{}!"])
def test_what_stands_around_a_reference_does_not_matter(around: str) -> None:
    assert parse_reference(around.format("§ 13 i)")) == citations("13/i")


@pytest.mark.parametrize(
    ("text", "instrument", "expected"),
    [
        ("3 a)", "resolution-2021", "resolution-2021/3/a"),
        ("§ 3", "resolution-2021", "resolution-2021/3"),
        ("2", "resolution-2021", "resolution-2021/2"),
        ("5 a)", "R202", "R202/5/a"),
        ("§ 5 des conclusions", "resolution-2021", "5"),
        ("préambule", "conclusions-2021", "resolution-2021/preamble/1 resolution-2021/preamble/2"),
        ("préambule 2", "conclusions-2021", "resolution-2021/preamble/2"),
        ("R202, préambule", "conclusions-2021", "R202/preamble/1"),
    ],
)
def test_a_bare_number_means_the_instrument_shown_last(text: str, instrument: str, expected: str) -> None:
    assert parse_reference(text, instrument) == citations(expected)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "?", "...", "i", "a)", "protection sociale", "13 countries", "13 pays", "the floor", "§",
        "13 i) et les migrants", "Que dit le § 13 ?", "14 things", "3.5", "20 %", "part", "partie", "2021",
        "article 25 de la Constitution", "§ 5 du rapport", "résolution de 2011", "para todos", "paragraphe",
    ],
)  # fmt: skip
def test_anything_else_is_no_reference(text: str) -> None:
    assert parse_reference(text) == ()


def test_what_is_found_can_be_looked_up(corpus: Corpus) -> None:
    found = look_up(corpus, "§ 14 a) à c)")
    assert [str(provision.id) for provision in found] == [f"conclusions-2021/14/{letter}" for letter in "abc"]
