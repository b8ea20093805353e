"""Requests for an overview or a complete listing: which questions are one, and whether what comes back is complete."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from assistant import Assistant, Claim, Reply, UnverifiedError, verify
from assistant.requests import draft_request
from corpus import Citation, Corpus
from evals import read_cases

OVERVIEWS = [
    ("fr", "De quoi parlent les conclusions ?", "conclusions-2021"),
    ("fr", "Résume la partie II", "conclusions-2021/part/II"),
    ("fr", "Fais-moi un résumé de la partie III des conclusions, s'il te plaît", "conclusions-2021/part/III"),
    ("fr", "Quels sont les grands thèmes ?", "conclusions-2021"),
    ("fr", "Résume la partie sur le financement", "conclusions-2021/heading/5"),
    ("fr", "Combien de paragraphes comptent les conclusions ?", "conclusions-2021"),
    ("fr", "Combien d'alinéas au § 13 ?", "conclusions-2021/13"),
    ("en", "summarise part II", "conclusions-2021/part/II"),
    ("en", "What are the main themes?", "conclusions-2021"),
    ("en", "Could you give me an overview of the 2021 conclusions?", "conclusions-2021"),
    ("en", "What's in the resolution?", "resolution-2021"),
    ("en", "how many paragraphs do the conclusions have?", "conclusions-2021"),
    ("en", "How many items does paragraph 5 have?", "conclusions-2021/5"),
    ("es", "resumen de la parte III", "conclusions-2021/part/III"),
    ("es", "¿De qué tratan las conclusiones?", "conclusions-2021"),
    ("es", "¿Cuáles son los temas principales?", "conclusions-2021"),
    ("es", "¿Cuántos apartados tiene el párrafo 13?", "conclusions-2021/13"),
]
# Who is called on, counted here from the editorial layer; a paragraph with items is their lead-in.
ACTORS = [
    ("fr", "tout ce que doivent faire les Membres", {"Members"}),
    ("fr", "Liste complète de ce que l'OIT doit faire", {"ILO"}),
    ("fr", "Toutes les obligations des États", {"Members", "State", "Governments"}),
    ("en", "everything that the Office should do", {"Office"}),
    ("en", "Show me all provisions addressed to the Director-General", {"Director-General"}),
    ("en", "Which paragraphs call on the Governing Body?", {"Governing Body"}),
    ("es", "todo lo que debe hacer la Oficina", {"Office"}),
    ("es", "Enumera lo que deben hacer los Miembros", {"Members"}),
]
# What the texts must say, as a pattern over their wording in the language of the request.
WORDS = [
    ("fr", "Quels paragraphes mentionnent le Programme phare ?", r"Programme phare"),
    ("fr", "Tous les paragraphes sur le financement", r"(?i)\bfinanc(?:ements?|er|ées)\b"),
    ("fr", "Quels paragraphes citent la R202 ?", r"n° 202\)|nos 202 et|dans la recommandation et"),
    ("fr", "Combien de paragraphes citent la Déclaration du centenaire ?", r"(?i)déclaration du\s+centenaire"),
    ("fr", "Quels paragraphes de la partie I mentionnent les femmes ?", r"(?i)\bfemmes?\b"),
    ("en", "which paragraphs mention the Flagship Programme?", r"Flagship Programme"),
    ("en", "Which provisions mention governments?", r"(?i)\bgovernments?\b"),
    ("en", "list all paragraphs on financing", r"(?i)\bfinanc(?:e|ed|ing)\b"),
    ("en", "Where is Convention No. 102 mentioned?", r"\(No\. 102\)"),
    ("en", "Which paragraphs cite C189?", r"\(No\. 189\)"),
    ("es", "¿qué párrafos citan la R204?", r"(?i)\(núm\. 204\)|202 y 204"),
    ("es", "¿Cuántos párrafos mencionan a los trabajadores domésticos?", r"(?i)trabajadores domésticos"),
]  # fmt: skip
ABSENT = [
    ("fr", "Quels paragraphes mentionnent les cryptomonnaies ?"),
    ("fr", "Quels paragraphes citent la C190 ?"),
    ("en", "Which paragraphs mention cryptocurrency?"),
    ("es", "¿Qué disposiciones mencionan los bitcoins?"),
]
ORDINARY = [
    "Comment financer la protection sociale ?",
    "Que doit faire le Bureau pour les travailleurs migrants ?",
    "Que disent les conclusions sur les travailleurs migrants ?",
    "De quoi parle le paragraphe 13 ?",
    "Quel paragraphe traite du travail des enfants ?",
    "Combien de pays ont ratifié la convention n° 102 ?",
    "Quels paragraphes parlent de cryptomonnaies ?",
    "Quels sont les principes directeurs du financement ?",
    "partie II",
    "la partie II des conclusions",
    "What should the Office do?",
    "What do the conclusions say about child labour?",
    "How many domestic workers are there worldwide?",
    "Summarise what is said about migrants",
    "Everything costs money: who should pay for pensions?",
    "What are the main sources of financing?",
    "Which countries mention social protection in their constitution?",
    "part III",
    "summarise part IX",
    "¿Qué debe hacer la Oficina por las mujeres?",
    "¿Qué dicen las conclusiones sobre el empleo?",
    "¿Cuántos niños trabajan en el mundo?",
    "Resumen de las ayudas para personas con discapacidad",
    "¿Cuáles son los temas que preocupan a los sindicatos?",
    "parte I",
]


def reply_to(question: str, lang: str, corpus: Corpus) -> Reply:
    draft = draft_request(question, lang, corpus)
    assert draft is not None
    return verify(draft, corpus, {})


def listed(reply: Reply) -> list[Citation]:
    return [claim.citations[0] for claim in reply.claims if claim.kind == "point"]


def opening(reply: Reply) -> int:
    """The count that a listing states before anything else."""
    assert reply.claims[0].kind == "notice"
    found = re.match(r"\d+", reply.claims[0].text)
    assert found
    return int(found[0])


@pytest.mark.parametrize(("lang", "question", "of"), OVERVIEWS, ids=[row[1] for row in OVERVIEWS])
def test_an_overview_says_what_there_is(lang: str, question: str, of: str, corpus: Corpus) -> None:
    reply = reply_to(question, lang, corpus)
    assert (reply.outcome, reply.lang, reply.claims[0].kind) == ("overview", lang, "notice")
    named = Citation.parse(of)
    shown = {entry.id for entry in reply.citations}
    if named.path:
        provision = corpus.get(named)
        assert shown >= {item for item in provision.children if not corpus.get(item).is_chapeau}
        assert shown <= {
            named,
            *provision.children,
            *(other.id for other in corpus.provisions.values() if named in other.heading),
        }
    else:
        assert {citation.instrument for citation in shown} == {of}
    assert shown


def test_the_whole_is_its_headings_with_their_counts(corpus: Corpus) -> None:
    for lang, question in (("fr", "De quoi parlent les conclusions ?"), ("en", "What are the conclusions about?")):
        reply = reply_to(question, lang, corpus)
        headings = [unit for unit in corpus.provisions.values() if unit.block == "heading"]
        assert [claim.citations for claim in reply.claims[1:]] == [(unit.id,) for unit in headings]
        for claim, unit in zip(reply.claims[1:], headings, strict=True):
            ids = [str(child) for child in unit.children]
            under = [id for id in ids if not any(other.startswith(f"{id}/") for other in ids)]
            assert claim.text.endswith(f"({len(under)})")
        assert len(re.sub(r"\s— \[[^\]]*\]\([^)]*\)", "", reply.answer).split()) <= 160
        units = [str(unit.id) for unit in corpus if unit.id.instrument == "conclusions-2021"]
        paragraphs = sum(id.count("/") == 1 for id in units)
        assert re.findall(r"\d+", reply.claims[0].text)[-2:] == [str(paragraphs), str(len(units) - paragraphs)]


@pytest.mark.parametrize(("lang", "question", "actors"), ACTORS, ids=[row[1] for row in ACTORS])
def test_a_listing_by_actor_is_complete(lang: str, question: str, actors: set[str], corpus: Corpus) -> None:
    reply = reply_to(question, lang, corpus)
    due = [
        unit.id
        for unit in corpus.provisions.values()
        if unit.editorial and actors & {*unit.editorial.actors} and not (unit.block == "paragraph" and unit.children)
    ]
    assert (reply.outcome, listed(reply), opening(reply)) == ("listing", due, len(due))


@pytest.mark.parametrize(("lang", "question", "pattern"), WORDS, ids=[row[1] for row in WORDS])
def test_a_listing_by_word_is_complete(lang: str, question: str, pattern: str, corpus: Corpus) -> None:
    reply = reply_to(question, lang, corpus)
    due = []
    for unit in corpus.provisions.values():
        text = unit.text(lang)
        inside = "partie I" not in question or Citation.parse("conclusions-2021/part/I") in unit.heading
        if unit.block not in ("heading", "title") and inside and text and re.search(pattern, text.text):
            due.append(unit.id)
    assert (reply.outcome, listed(reply), opening(reply)) == ("listing", due, len(due))
    assert {entry.id for entry in reply.citations} == {*due}


@pytest.mark.parametrize(("lang", "question"), ABSENT)
def test_what_is_mentioned_nowhere_is_said_to_be(lang: str, question: str, corpus: Corpus) -> None:
    reply = reply_to(question, lang, corpus)
    assert (reply.outcome, reply.lang, reply.citations) == ("not_in_corpus", lang, ())
    assert re.search(r"Aucune disposition|No provision|Ninguna disposición", reply.answer)


@pytest.mark.parametrize("question", ORDINARY)
def test_an_ordinary_question_is_none(question: str, assistant: Assistant) -> None:
    assert assistant.ask(question).outcome not in ("overview", "listing")


def test_no_question_asked_or_written_for_a_provision_is_one(corpus: Corpus) -> None:
    asked = [(turn, case.lang) for case in read_cases(split="dev") for turn in (case.question, *case.history)]
    for unit in corpus.provisions.values():
        if unit.editorial:
            asked += [(question, lang) for lang, several in unit.editorial.questions.items() for question in several]
    assert len(asked) > 1000
    assert sum(draft_request(" ".join(question.split()), lang, corpus) is not None for question, lang in asked) == 0


@pytest.mark.parametrize(
    ("question", "outcome", "lang"),
    [
        ("tout ce que doivent faire les Membres", "listing", "fr"),
        ("resumen de la parte III", "overview", "es"),
        ("¿Qué hay en la parte III?", "overview", "es"),
        ("¿qué párrafos citan la R204?", "listing", "es"),
        ("What are the main themes?", "overview", "en"),
        ("Which paragraphs mention cryptocurrency?", "not_in_corpus", "en"),
        ("summarise part II", "overview", "en"),
        ("part II", "answered", "en"),
        ("summarise part IX", "bad_reference", "en"),
    ],
)
def test_the_assistant_tells_them_apart(question: str, outcome: str, lang: str, assistant: Assistant) -> None:
    reply = assistant.ask(question)
    assert (reply.outcome, reply.lang, reply.understood) == (outcome, lang, question)


def test_a_false_count_or_a_wrong_order_is_not_shown(corpus: Corpus) -> None:
    overview = draft_request("What are the main themes?", "en", corpus)
    listing = draft_request("everything that the Office should do", "en", corpus)
    assert overview
    assert listing
    first, second, *rest = overview.claims
    wrong = Claim(second.text.replace("(11)", "(12)"), second.citations, second.kind)
    with pytest.raises(UnverifiedError, match="count"):
        verify(replace(overview, claims=(first, wrong, *rest)), corpus, {})
    with pytest.raises(UnverifiedError, match="order"):
        verify(replace(listing, claims=listing.claims[::-1]), corpus, {})
