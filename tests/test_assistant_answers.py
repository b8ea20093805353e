"""Real replies over the shipped corpus: answers, look-ups, wrong references, refusals, help, and what comes before."""

from __future__ import annotations

import re

import pytest

from assistant import Assistant, Reply
from assistant.wording import EXAMPLES, say
from corpus import Citation, Corpus
from evals import read_cases

STORY = "Qui doit veiller à la cohérence des politiques au sein du système multilatéral ?"


def ids(reply: Reply) -> list[str]:
    return [str(entry.id) for entry in reply.citations]


def near(reply: Reply) -> list[str]:
    return [str(entry.id) for entry in reply.nearest]


def test_the_story(assistant: Assistant) -> None:
    reply = assistant.ask(STORY)
    assert (reply.outcome, reply.lang, reply.understood, reply.engine) == ("answered", "fr", STORY, "extractive")
    assert ids(reply)[0] == "conclusions-2021/21/a"
    first = reply.citations[0]
    assert (first.label, first.shown.kind, first.actors) == ("§ 21 a)", "official", ("ILO",))
    assert "« renforcer son rôle de chef de file pour assurer la cohérence des politiques" in reply.answer
    assert "traduction" not in reply.answer
    assert reply.notices == ()


@pytest.mark.parametrize(
    ("lang", "question", "first", "label", "unofficial"),
    [
        ("en", "Should the ILO act on child labour?", "conclusions-2021/13/h", "para. 13(h)", "unofficial"),
        ("es", "¿Qué se recomienda para las personas con discapacidad?", "conclusions-2021/13/e", "párr. 13 e)",
         "no son oficiales"),
    ],
)  # fmt: skip
def test_other_languages_are_labelled_unofficial(
    lang: str, question: str, first: str, label: str, unofficial: str, assistant: Assistant, corpus: Corpus
) -> None:
    reply = assistant.ask(question)
    assert (reply.outcome, reply.lang, ids(reply)[0]) == ("answered", lang, first)
    entry = reply.citations[0]
    assert (entry.label, entry.shown.lang, entry.shown.kind) == (label, lang, "translation")
    assert reply.notices == (say("translated", lang),)
    assert unofficial in reply.answer
    assert say("official_quote", lang) in reply.answer
    # Quotation marks stand around the French alone.
    assert [quote.lang for quote in entry.quotes] == ["fr"]
    quoted = re.findall(r"[«“]\s?(.+?)\s?[»”]", reply.answer)
    official = corpus.get(entry.id).official()
    assert official is not None
    assert quoted
    assert all(text in official.text for text in quoted)


def test_the_lead_in_stands_once_before_its_points(assistant: Assistant, corpus: Corpus) -> None:
    """Over development questions: no item without its lead-in, no paragraph under the lead-in of another."""
    seen = 0
    for case in read_cases(split="dev")[::3]:
        reply = assistant.ask(case.question)
        lead = None
        leads = [claim.text for claim in reply.claims if claim.kind == "lead"]
        assert len(set(leads)) == len(leads)
        for claim in reply.claims:
            if claim.kind == "lead":
                lead = claim
                assert reply.answer.count(f"**{claim.text}**") == 1
            if claim.kind != "point":
                continue
            seen += 1
            provision = corpus.get(claim.citations[0])
            if provision.block != "item":
                assert lead is None or lead.text == say("statements", reply.lang)
                continue
            parent = corpus.get(provision.lead[-1]).editorial
            assert parent is not None
            assert lead is not None
            assert lead.text == parent.point[reply.lang]
            assert provision.id in lead.citations
            assert reply.answer.index(lead.text) < reply.answer.index(claim.text)
    assert seen > 30


def test_a_deadline_that_has_passed_is_said(assistant: Assistant) -> None:
    for lang, date in (("fr", "novembre 2021"), ("en", "November 2021"), ("es", "noviembre de 2021")):
        reply = assistant.ask("résolution 3 a)", lang=lang)
        assert ids(reply) == ["resolution-2021/3/a"]
        notice = reply.notices[-1]
        assert date in notice
        assert Citation.parse("resolution-2021/3/a").label(lang) in notice
        assert {"fr": "est passée", "en": "has passed", "es": "ya pasó"}[lang] in notice
    assert assistant.ask("résolution 3 b)").notices == ()


@pytest.mark.parametrize(
    ("typed", "lang", "cited"),
    [
        ("13 i", "fr", "conclusions-2021/13/i"),
        ("13 a) à c)", "fr", "conclusions-2021/13/a conclusions-2021/13/b conclusions-2021/13/c"),
        ("préambule", "fr", "resolution-2021/preamble/1 resolution-2021/preamble/2"),
        ("Compare § 13 e) and § 17 f)", "en", "conclusions-2021/13/e conclusions-2021/17/f"),
        ("¿Qué dice el párrafo 4?", "es", "conclusions-2021/4"),
    ],
)
def test_look_ups_give_the_whole_text(typed: str, lang: str, cited: str, assistant: Assistant, corpus: Corpus) -> None:
    reply = assistant.ask(typed)
    assert (reply.outcome, reply.lang, " ".join(ids(reply))) == ("answered", lang, cited)
    for entry in reply.citations:
        text = corpus.get(entry.id).text(lang)
        assert text is not None
        assert text.text in [claim.text for claim in reply.claims if claim.citations == (entry.id,)]
        chapeau = corpus.chapeau(entry.id, lang)
        assert not chapeau or reply.answer.count(chapeau) == 1
        if lang != "fr":
            assert entry.quotes == ()
            assert reply.answer.count(say("translation", lang)) == len(reply.citations)


def test_a_part_and_a_lead_in_give_all_that_stands_under_them(assistant: Assistant, corpus: Corpus) -> None:
    part = assistant.ask("part II")
    assert (part.lang, ids(part)[:3]) == ("en", [f"conclusions-2021/{path}" for path in ("part/II", "16", "17/a")])
    under = corpus.get(Citation.parse("conclusions-2021/part/II")).children
    assert set(ids(part)[1:]) == {str(child) for child in under if not corpus.get(child).is_chapeau}
    assert [claim.text for claim in part.claims if claim.kind == "lead"].count("The Office should:") == 1
    paragraph = assistant.ask("§ 13")
    assert ids(paragraph) == ["conclusions-2021/13", *(f"conclusions-2021/13/{letter}" for letter in "abcdefghij")]


@pytest.mark.parametrize(
    ("typed", "lang", "parts", "alternatives"),
    [
        ("§ 22", "fr", ["§ 22 n'existe pas", "21 paragraphes", "de 1 à 21"], []),
        ("para. 22", "en", ["para. 22 does not exist", "1 to 21"], []),
        ("párr. 22", "es", ["párr. 22 no existe", "1 a 21"], []),
        ("13 z)", "fr", ["le paragraphe 13 a les alinéas a) à j)"], ["conclusions-2021/13"]),
        ("13(z)", "en", ["paragraph 13 has items (a) to (j)"], ["conclusions-2021/13"]),
        ("párrafo 13 z)", "es", ["el párrafo 13 tiene los apartados a) a j)"], ["conclusions-2021/13"]),
        ("§ 5 a)", "fr", ["le paragraphe 5 n'a pas d'alinéas"], ["conclusions-2021/5"]),
        ("resolution, para. 9", "en", ["1 to 3"], ["conclusions-2021/9"]),
        ("C102, art. 71", "fr", ["n'est pas installé", "(n° 102)"], ["conclusions-2021/13/a", "conclusions-2021/15/i"]),
        ("Que disent le § 13 e) et le § 99 ?", "fr", ["§ 99 n'existe pas", "de 1 à 21"], []),
    ],
)  # fmt: skip
def test_wrong_references_get_the_true_bounds(
    typed: str, lang: str, parts: list[str], alternatives: list[str], assistant: Assistant
) -> None:
    reply = assistant.ask(typed)
    assert (reply.outcome, reply.lang, reply.citations) == ("bad_reference", lang, ())
    assert all(part in reply.answer for part in parts)
    assert near(reply)[: len(alternatives) or None] == alternatives
    assert (say("alternatives", lang) in reply.answer) is bool(alternatives)
    assert say("nearest", lang) not in reply.answer


@pytest.mark.parametrize(
    ("question", "lang", "name"),
    [
        ("Combien d'États ont ratifié la convention n° 102 ?", "fr", "fact_not_given"),
        ("How many people voted against the conclusions?", "en", "fact_not_given"),
        ("¿Qué porcentaje de la población mundial carece de protección social?", "es", "fact_not_given"),
        ("Quel préavis de licenciement l'employeur doit-il respecter ?", "fr", "not_in_corpus"),
        ("What did the Office decide about telework?", "en", "not_in_corpus"),
        ("¿Qué indemnización corresponde por un despido injustificado?", "es", "not_in_corpus"),
    ],
)
def test_refusals_name_near_provisions_as_near(question: str, lang: str, name: str, assistant: Assistant) -> None:
    reply = assistant.ask(question)
    assert (reply.outcome, reply.lang, reply.citations) == ("not_in_corpus", lang, ())
    assert reply.answer.startswith(say(name, lang))
    assert 1 <= len(reply.nearest) <= 3
    heading = reply.answer.index(say("nearest", lang))
    assert all(reply.answer.index(f"[{entry.label}](#src-{entry.id})") > heading for entry in reply.nearest)
    assert [claim.kind for claim in reply.claims] == ["notice"]


@pytest.mark.parametrize(
    ("question", "lang", "outcome", "name"),
    [
        ("Quelle est la recette de la tarte aux pommes ?", "fr", "out_of_scope", "out_of_scope"),
        ("What is the capital of Australia?", "en", "out_of_scope", "out_of_scope"),
        ("¿Quién ganó la copa del mundo de fútbol?", "es", "out_of_scope", "out_of_scope"),
        ("Bonjour", "fr", "help", "help"),
        ("What can you do?", "en", "help", "help"),
        ("¡Hola!", "es", "help", "help"),
    ],
)
def test_out_of_scope_and_help_offer_examples(
    question: str, lang: str, outcome: str, name: str, assistant: Assistant
) -> None:
    reply = assistant.ask(question)
    assert (reply.outcome, reply.lang, reply.citations, reply.nearest) == (outcome, lang, (), ())
    assert reply.answer.startswith(say(name, lang))
    assert [option.question for option in reply.options] == list(EXAMPLES[lang])
    for option in reply.options:
        assert assistant.ask(option.question).outcome == "answered"
