"""References as officials, trainers, lawyers and students type them, alone and within short sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus import BadReferenceError, Citation, Corpus, find_references, look_up, parse_reference

# Written by somebody who had seen the brief of the two texts and not the code, 45 rows a language. Three rows took
# the parts for §§ 1-12, 13-15 and 16-21 and were corrected: in the text they are §§ 13-15, 16-20 and 21.
# One line: the ids ("r/" for the resolution), and what is typed for them.
FRENCH = """
13/i: § 13 i | al. i du n° 13 | §13i | 13 I) | 13.i | alinéa i du paragraphe 13 | point i du § 13
13/i: Peux-tu me montrer le 13 i stp | conclusions 2021 paragrpahe 13 i
4 5: §§ 4 et 5
14/b: par. 14, pt b
17/k: n° 17, lit. k
17/d: 17-d
15/b: (15)(b)
20/f: 20 [f] | dernier alinéa du § 20
13: paragraphe treize | le treizième paragraphe svp | XIII
13: le 13 a été cité hier en réunion, tu peux l'ouvrir ?
1: 1er paragraphe
21/f: paragraphe vingt et un, alinéa f
17/c: § XVII c)
part/II: partie II | deuxième partie
part/III: titre de la IIIe partie
18/e: PARAGRAPHE 18 ALINÉA E
19/d: lettre d) du paragraphe 19
13/a 13/c 13/f: 13 a, c et f
13/a 13/b 14/c: 13 a et b, 14 c
13/a 13/b 13/c: 13 a) à c) | 13 c) à a)
4 5 6: paragraphes 4 à 6
17/h 17/i 17/j 17/k: § 17 h-k
15/a 15/b 15/c: les trois premiers alinéas du paragraphe 15
17/j: l'avant-dernier point du 17
21: premier paragraphe de la partie III
r/preamble/1 r/preamble/2: préambule
r/preamble/2: 2e considérant de la résolution
r/3/a: résolution, § 3 a)
r/3/a r/3/b r/3/c r/3/d: les quatre alinéas du § 3 de la résoltuion
"""
ENGLISH = """
13/i: § 13(i) | 13i | §13i | 13[i] | paragraph XIII (i) | letter (i) of paragraph 13
4 5: §§ 4 and 5
14/b: para. 14, pt. b
17/k: par 17 lit. k
20/f: no. 20, sub-para. (f)
15/b: 15.b | what does 15 (b) say?
18/e: 18-e
17/d: 17 {d}
13: paragraph thirteen | thirteenth paragraph | is paragraph 13 a good one to start a training with?
21: the 21st para
21/f: paragraph twenty-one, letter f | last item of para 21
14: XIV
part/II: Part Two
part/III: part 3
part/I: heading of Part I
19/d: PARAGRAPH 19 (D)
18/c: item c in para 18
17/g: point (g) of § 17
14/b 14/c: 14(b) and (c)
13/a 13/c 13/f: 13 a, c & f
15/a 17/d 20/f: 15(a), 17(d) and 20(f)
4 5 6: paras 4-6
13/a 13/b 13/c: 13 (a) to (c) | 13(c)-(a)
17/a 17/b 17/c 17/f: 17 a–c, f
13/a 13/b: the first two items of paragraph 13
r/preamble/1 r/preamble/2: preamble of the resolution
r/preamble/1: first recital of the preamble
r/3/a: OP 3(a) of the resolution
r/2: Resolution 2021, para 2
20/c: Can I see a clean copy of 20 c please
5: praragraph 5
"""
SPANISH = """
13/i: § 13 i) | 13i | §13i | 13 (i) | párrafo XIII, inciso i | apartado i) del párrafo 13
13/i: ¿Me puedes enseñar el 13 i, por favor?
4 5: §§ 4 y 5
14/b: pár. 14, pt. b | PÁRRAFO 14 LETRA B
17/k: párr. 17, inc. k)
20/f: apdo. 20, lit. f | último inciso del § 20
19/d: n.º 19 letra d
15/b: 15.b
18/e: 18-e
17/d: [17] [d]
13: párrafo trece | párrafo decimotercero
1: el 1.er párrafo
21/f: párrafo veintiuno, letra f)
18: XVIII
part/II: parte II | segunda parte
part/III: título de la 3.ª parte
18/c: inciso c del 18
17/g: la letra g) del apartado 17
13/a 13/c 13/f: 13 a, c y f
13/h 13/i: las letras h) e i) del párrafo 13
14/b 15/a: 14 b) y 15 a)
4 5 6: párrafos 4 a 6
18/a 18/b 18/c 18/d: de la a) a la d) del párrafo 18
13/a 13/b 13/c: 13 c) a a)
17/j 17/k: los dos últimos apartados del 17
15/a 15/b 15/c: los tres primeros incisos del párrafo 15
20: último párrafo de la parte II
r/preamble/1 r/preamble/2: preámbulo de la resolución
r/preamble/2: segundo considerando
r/3/b: resolucion 3 b
r/1: párrafo 1 de la resolución
17: ¿qué pide el 17 a los Estados?
5: parrfao 5 de las conclusiones
"""
# Found by reading on from there.
FURTHER = """
13 14 15: 13,14 y 15 | 13,14 et 15
3 5: §§ 3,5 | paras 3,5
4 5 6: paragraphes 6 à 4 | 6-4
13/h: 13.h pls | please 13 h
13/i: Alinéa I du Paragraphe 13 | alinéa i, § 13
13/h 13/i: points H et I du § 13
14/a 14/b 14/c: a) b) et c) du § 14 | 14 (a)(b)(c) | from (a) to (c) of paragraph 14
17/k: dix-septième paragraphe, alinéa k | seventeenth paragraph, item k
13: décimo tercer párrafo | § XIII
21: vigésimo primer párrafo | twenty-first paragraph
10: § X
17/a 17/k: le premier et le dernier alinéa du § 17
18/a 18/b 18/c 18/d 18/e: tous les alinéas du § 18 | les cinq alinéas du § 18 | all items of paragraph 18
18: les six alinéas du § 18
part/I: la première partie | heading of part one | titre de la première partie
part/II: II
r/3/c: resolución, punto tres, letra c
r/3/a: res. 3 a | resolution OP3(a) | resolutoin 3 a
r/3: dernier paragraphe de la résolution
r/preamble/1 r/preamble/2: les deux considérants | preamble
"""
WRONG = (
    ("fr", "§ 22"),
    ("fr", "13 k"),
    ("fr", "16 a) des conclusions"),
    ("fr", "paragraphe 4 de la résolution"),
    ("en", "second paragraph of Part III"),
    ("en", "paragraph 25"),
    ("en", "18(f)"),
    ("en", "Part IV of the conclusions"),
    ("es", "párrafo 22"),
    ("es", "15 j)"),
    ("es", "la letra e) del párrafo 3 de la resolución"),
)

# What is said of what does not exist, by language: parts are told of parts, recitals of recitals.
BOUNDS = (
    ("partie IV", "fr", "partie IV n'existe pas: les conclusions comptent les parties I à III.",
     ("part/I", "part/III")),
    ("Part 5", "en", "Part V does not exist: the conclusions have parts I to III.", ("part/I", "part/III")),
    ("parte IV", "es", "parte IV no existe: las conclusiones tienen las partes I a III.", ("part/I", "part/III")),
    ("resolution, part II", "en", "resolution, Part II does not exist: the provisions of the resolution are not "
     "divided into parts.", None),
    ("second paragraph of Part III", "en", "Part III has one paragraph only, paragraph 21.", ("21", "21")),
    ("4e paragraphe de la partie I", "fr", "La partie I n'a pas de paragraphe de ce rang: ses paragraphes sont "
     "13, 14, 15.",
     ("13", "15")),
    ("considerando 3", "es", "resolución, preámbulo, consid. 3 no existe: el preámbulo tiene los considerandos 1 a 2.",
     ("preamble/1", "preamble/2")),
    ("20-25", "fr", "§ 22 n'existe pas: les conclusions comptent 21 paragraphes numérotés de 1 à 21.", ("1", "21")),
    ("12th item of paragraph 13", "en", "para. 13(l) does not exist: the conclusions have paragraphs 1 to 21; "
     "paragraph 13 has items (a) to (j).", ("1", "21")),
    ("dernier alinéa du § 16", "fr", "§ 16 a) n'existe pas: les conclusions comptent 21 paragraphes numérotés de 1 à "
     "21; le paragraphe 16 n'a pas d'alinéas.", ("1", "21")),
)  # fmt: skip


def spelt_out(ids: str) -> list[str]:
    full = {"r": "resolution-2021"}
    return [
        f"{full[head]}/{rest}" if (head := one.partition("/")[0]) in full and (rest := one.partition("/")[2])
        else f"conclusions-2021/{one}"
        for one in ids.split()
    ]  # fmt: skip


def rows(table: str) -> list[tuple[str, list[str]]]:
    lines = (line.partition(": ") for line in table.splitlines() if line)
    return [(typed, spelt_out(ids)) for ids, _, spellings in lines for typed in spellings.split(" | ")]


def found_in(sentence: str) -> list[str]:
    return [str(citation) for found in find_references(sentence) for citation in found.citations]


@pytest.mark.parametrize(("table", "lang"), [(FRENCH, "fr"), (ENGLISH, "en"), (SPANISH, "es")])
def test_no_row_of_the_table_is_lost(table: str, lang: str) -> None:
    assert len(rows(table)) + sum(wrong == lang for wrong, _ in WRONG) == 45


@pytest.mark.parametrize(("typed", "ids"), rows(FRENCH + ENGLISH + SPANISH + FURTHER))
def test_what_is_typed_is_looked_up(typed: str, ids: list[str], corpus: Corpus) -> None:
    assert [str(provision.id) for provision in look_up(corpus, typed)] == ids


@pytest.mark.parametrize(("typed", "ids"), rows(FRENCH + ENGLISH + SPANISH + FURTHER))
def test_a_question_names_the_same(typed: str, ids: list[str]) -> None:
    assert [str(citation) for citation in parse_reference(typed)] == ids or found_in(typed) == ids


@pytest.mark.parametrize(("lang", "typed"), WRONG)
def test_what_does_not_exist_gets_the_true_bounds(lang: str, typed: str, corpus: Corpus) -> None:
    with pytest.raises(BadReferenceError) as caught:
        look_up(corpus, typed)
    assert caught.value.bounds
    assert caught.value.messages[lang]


@pytest.mark.parametrize(("typed", "lang", "message", "ends"), BOUNDS)
def test_bounds_speak_of_what_was_asked(
    typed: str, lang: str, message: str, ends: tuple[str, str] | None, corpus: Corpus
) -> None:
    with pytest.raises(BadReferenceError) as caught:
        look_up(corpus, typed)
    bounds = caught.value.bounds
    assert caught.value.messages[lang] == message
    assert (bounds and (bounds.first, bounds.last)) == ends


def test_a_place_is_counted_in_the_corpus_given(corpus: Corpus) -> None:
    paragraph = Citation.parse("conclusions-2021/20")
    unit = corpus.provisions[paragraph]
    shorter = replace(corpus, provisions={**corpus.provisions, paragraph: replace(unit, children=unit.children[:2])})
    assert [str(citation) for citation in parse_reference("dernier alinéa du § 20", corpus=shorter)] == [
        "conclusions-2021/20/b"
    ]
