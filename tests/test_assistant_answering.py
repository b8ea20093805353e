"""Answering by search: what is decided on the evidence, how an outcome is worded, and that slips are read and told."""

from __future__ import annotations

import pytest
from handmade_search import HandmadeSearcher, found, hit

from assistant import Assistant, Draft, Thresholds, decide, say, verify
from assistant.answering import draft_by_search
from assistant.understanding import Question
from assistant.wording import EXAMPLES
from corpus import LANGUAGES, Citation, Corpus
from index import SearchResult

THRESHOLDS = Thresholds()
# Under two headings: § 10 stands in the context, § 17 b) among what the Office does.
TEN, SEVENTEEN = "conclusions-2021/10", "conclusions-2021/17/b"
C102, R202 = "conclusions-2021/13/a", "conclusions-2021/15/i"  # both name Convention No. 102, neither counts anything

# The question, what was found for it, the outcome, the provisions cited, and the words that no text holds.
DECISIONS = [
    ("fr", "Qui finance la sécurité sociale ?", found("finance sécurité sociale", hit("conclusions-2021/15/b")),
     "answered", "conclusions-2021/15/b", ""),
    ("fr", "Comment protéger les dresseurs d'ours migrants ?",
     found("protéger dresseurs? ours? migrants", hit("conclusions-2021/13/i", coverage=0.4, cosine=0.5)),
     "partial", "conclusions-2021/13/i", "dresseurs ours"),
    ("en", "How can astronauts who migrate keep their benefits?",
     found("astronauts? migrate keep benefits", hit("conclusions-2021/13/i", coverage=0.3, cosine=0.4)),
     "partial", "conclusions-2021/13/i", "astronauts"),
    ("es", "¿Cómo proteger a los trapecistas migrantes?",
     found("proteger trapecistas? migrantes", hit("conclusions-2021/13/i", coverage=0.4, cosine=0.4)),
     "partial", "conclusions-2021/13/i", "trapecistas"),
    # Well borne in spite of a word that no text holds.
    ("en", "How can astronauts who migrate keep their benefits?",
     found("astronauts? migrate keep benefits", hit("conclusions-2021/13/i", coverage=0.7, cosine=0.6)),
     "answered", "conclusions-2021/13/i", "astronauts"),
    ("fr", "crise", found("crise", hit(TEN, 0.80), hit(SEVENTEEN, 0.79)), "clarify", f"{TEN} {SEVENTEEN}", ""),
    ("en", "crisis", found("crisis", hit(SEVENTEEN, 0.80), hit(TEN, 0.80)), "clarify", f"{SEVENTEEN} {TEN}", ""),
    ("es", "crisis", found("crisis", hit(TEN, 0.80), hit(SEVENTEEN, 0.78)), "clarify", f"{TEN} {SEVENTEEN}", ""),
    # One reading only: the second is further off, under the same heading, or not there; or it is more than one word.
    ("fr", "crise", found("crise", hit(TEN, 0.80), hit(SEVENTEEN, 0.77)), "answered", f"{TEN} {SEVENTEEN}", ""),
    ("fr", "crise", found("crise", hit(TEN, 0.80), hit("conclusions-2021/8", 0.80)),
     "answered", f"{TEN} conclusions-2021/8", ""),
    ("fr", "crise", found("crise", hit(TEN)), "answered", TEN, ""),
    ("fr", "crise sanitaire", found("crise sanitaire", hit(TEN), hit(SEVENTEEN)), "answered", f"{TEN} {SEVENTEEN}", ""),
    # Words of the field that nothing found bears.
    ("fr", "Quelle assurance pour les dresseurs d'ours ?",
     found("assurance dresseurs? ours?", hit("conclusions-2021/15/d", coverage=0.3, cosine=0.4)),
     "not_in_corpus", "", "dresseurs ours"),
    ("en", "Which insurance is meant?", found("insurance meant", hit(TEN, coverage=0.2, cosine=0.3)),
     "not_in_corpus", "", ""),
    ("es", "¿Qué seguro hay?", found("seguro"), "not_in_corpus", "", ""),
    # Labour law next door: however well it seems borne, by a term that no text holds or by a phrase.
    ("fr", "Le télétravail est-il un droit du salarié ?",
     found("teletravail? droit salarié", hit("conclusions-2021/13/g", coverage=0.6, cosine=0.6)),
     "not_in_corpus", "", "teletravail"),
    ("en", "How is night work of employees insured?",
     found("night work employees insured", hit("conclusions-2021/13/g", coverage=0.6, cosine=0.5)),
     "not_in_corpus", "", ""),
    ("fr", "Quelle est la recette de la tarte aux pommes ?",
     found("recette tarte? pommes?", hit("conclusions-2021/15/d", coverage=0.3, cosine=0.3)),
     "out_of_scope", "", "tarte pommes"),
    ("en", "What is the capital of Australia?", found("capital australia?", hit(TEN, coverage=0.5, cosine=0.2)),
     "out_of_scope", "", "australia"),
    ("es", "¿Quién ganó la copa del mundo?", found("ganó? copa? mundo", hit(TEN, coverage=0.4, cosine=0.2)),
     "out_of_scope", "", "ganó copa"),
]  # fmt: skip

# What is asked for, and whether one of the first two provisions states it.
FACTS = [
    ("fr", "Combien d'États ont ratifié la convention n° 102 ?", (C102, R202), "count", False),
    ("en", "How many countries have ratified Convention No. 102?", (C102, R202), "count", False),
    ("es", "¿Cuántos países han ratificado el Convenio núm. 102?", (C102, R202), "count", False),
    ("fr", "Quand le plan d'action doit-il être soumis ?", ("resolution-2021/3/a",), "date", True),
    ("fr", "Quand le plan d'action doit-il être soumis ?", (C102, "resolution-2021/3/a"), "date", True),
    ("fr", "Quand le plan d'action doit-il être soumis ?", (TEN, SEVENTEEN, "resolution-2021/3/a"), "date", False),
    ("en", "Which documents do I need for a pension?", (C102,), "procedure", False),
    ("es", "¿Qué resultados ha dado el plan de acción?", ("resolution-2021/3/a",), "result", False),
    ("fr", "Qui siège au comité de pilotage du Programme phare ?", ("conclusions-2021/19/b",), "seats", False),
    ("es", "Entre España y Portugal, ¿cuál protege mejor a sus trabajadores?", (C102,), "choice", False),
]
QUESTIONS = {
    "fr": "Comment protéger les dresseurs d'ours migrants ?",
    "en": "How are migrant bear trainers protected?",
    "es": "¿Cómo se protege a los domadores migrantes?",
}
# Typed, read, the words in which it is told, the provision cited first.
SLIPS = [
    ("fr", "Comment finacner la protection sociale ?", "Comment financer la protection sociale ?",
     "finacner → financer", "conclusions-2021/15/"),
    ("fr", "Que disent les conclusions des travailleurs domestqiues ?",
     "Que disent les conclusions des travailleurs domestiques ?", "domestqiues → domestiques", "conclusions-2021/20/b"),
    ("en", "How shoud social protecton be financed?", "How should social protection be financed?",
     "shoud → should; protecton → protection", "conclusions-2021/15/"),
    ("en", "What do the texts say about dissability?", "What do the texts say about disability?",
     "dissability → disability", "conclusions-2021/13/e"),
    ("es", "¿Qué se recomienda para las personas con discapasidad?",
     "¿Qué se recomienda para las personas con discapacidad?", "discapasidad → discapacidad", "conclusions-2021/13/e"),
    ("es", "¿Qué deben aser los Miembros por los niños?", "¿Qué deben hacer los Miembros por los niños?",
     "aser → hacer", "conclusions-2021/13/h"),
]  # fmt: skip
ORDINARY = [
    ("fr", "Quel rôle joue le dialogue social ?"),
    ("fr", "Comment protéger les travailleurs de l'économie informelle ?"),
    ("fr", "Que disent les conclusions des systèmes de santé ?"),
    ("fr", "Que doit faire le Bureau en matière de statistiques ?"),
    ("en", "What is the role of the State?"),
    ("en", "How can informal workers be covered?"),
    ("en", "What should the ILO do about policy coherence?"),
    ("en", "Why is social protection a human right?"),
    ("es", "¿Qué papel tiene el diálogo social?"),
    ("es", "¿Cómo se protege a los trabajadores migrantes?"),
    ("es", "¿Qué deben hacer los Miembros por los niños?"),
    ("es", "¿Quién es responsable de la seguridad social?"),
]


def drafted(lang: str, question: str, result: SearchResult, corpus: Corpus) -> Draft:
    return draft_by_search(Question(question, lang), HandmadeSearcher(result), corpus, THRESHOLDS)


@pytest.mark.parametrize(("lang", "question", "result", "outcome", "cited", "unheld"), DECISIONS)
def test_what_is_decided_on_the_evidence(
    lang: str, question: str, result: SearchResult, outcome: str, cited: str, unheld: str, corpus: Corpus
) -> None:
    decision = decide(question, lang, result, corpus, THRESHOLDS)
    assert (decision.outcome, decision.unheld) == (outcome, tuple(unheld.split()))
    assert " ".join(str(hit.provision) for hit in decision.cited) == cited
    assert decision.missing_fact is None


@pytest.mark.parametrize(("lang", "question", "ids", "kind", "stated"), FACTS)
def test_a_fact_that_no_provision_states_is_refused(
    lang: str, question: str, ids: tuple[str, ...], kind: str, stated: bool, corpus: Corpus
) -> None:
    result = found("one two three", *(hit(id, 0.9 - 0.01 * place) for place, id in enumerate(ids)))
    decision = decide(question, lang, result, corpus, THRESHOLDS)
    asked = decision.missing_fact.kind if decision.missing_fact else None
    assert (decision.outcome, asked) == (("answered", None) if stated else ("not_in_corpus", kind))
    draft = drafted(lang, question, result, corpus)
    if not stated:
        assert draft.claims[0].text == say("fact_not_given", lang)
        assert [str(near) for near in draft.nearest] == list(ids)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_part_of_the_question_is_answered_and_the_rest_named(lang: str, corpus: Corpus) -> None:
    result = found("bears? trainers? migrants", hit("conclusions-2021/13/i", coverage=0.5, cosine=0.5))
    draft = drafted(lang, QUESTIONS[lang], result, corpus)
    assert draft.outcome == "partial"
    assert draft.notices[0] == say("partial", lang, words="bears, trainers")
    reply = verify(draft, corpus, {})
    assert [str(entry.id) for entry in reply.citations] == ["conclusions-2021/13/i"]
    assert "bears, trainers" in reply.answer
    assert {claim.kind for claim in reply.claims} == {"lead", "point", "quote"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_word_with_two_readings_is_asked_back(lang: str, corpus: Corpus) -> None:
    result = found("crisis", hit(TEN), hit(SEVENTEEN))
    reply = verify(drafted(lang, "crisis", result, corpus), corpus, {})
    assert (reply.outcome, reply.citations, reply.nearest) == ("clarify", (), ())
    assert reply.answer.startswith(say("clarify", lang))
    assert len(reply.options) == 2
    for option, id in zip(reply.options, (TEN, SEVENTEEN), strict=True):
        editorial = corpus.get(Citation.parse(id)).editorial
        assert editorial is not None
        assert option.label == f"{Citation.parse(id).label(lang)}: {editorial.point[lang]}"
        assert option.question in editorial.questions[lang]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_refusals_are_worded_and_point_on(lang: str, corpus: Corpus) -> None:
    weak = [hit(id, coverage=0.1, cosine=0.2) for id in ("conclusions-2021/13", C102, R202, TEN, SEVENTEEN)]
    near = drafted(lang, "OIT ILO BIT", found("ilo word", *weak), corpus)
    assert (near.outcome, near.claims[0].text) == ("not_in_corpus", say("not_in_corpus", lang))
    # A lead-in says nothing without its items; three are enough.
    assert [str(citation) for citation in near.nearest] == [C102, R202, TEN]
    foreign = drafted(lang, "x y z", found("x? y? z?", *weak), corpus)
    assert (foreign.outcome, foreign.claims[0].text) == ("out_of_scope", say("out_of_scope", lang))
    assert ([option.question for option in foreign.options], foreign.nearest) == (list(EXAMPLES[lang]), ())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_word_read_otherwise_is_searched_and_told_so(lang: str, corpus: Corpus) -> None:
    """With every outcome, refusals too, and before what else is told."""
    for coverage, outcome in ((0.9, "answered"), (0.4, "partial"), (0.1, "not_in_corpus")):
        result = found("ilo bears? migrants", hit("conclusions-2021/13/i", coverage=coverage, cosine=0.4))
        searcher = HandmadeSearcher(result, [("beers", "bears"), ("ILOO", "ILO OIT BIT")])
        draft = draft_by_search(Question("ILOO beers", lang), searcher, corpus, THRESHOLDS)
        assert (draft.outcome, draft.understood, searcher.searched) == (outcome, "ILO OIT BIT bears", draft.understood)
        assert draft.notices[0] == say("read_as", lang, words="beers → bears; ILOO → ILO OIT BIT")


@pytest.mark.parametrize("name", ["partial", "clarify", "read_as", "fact_not_given", "not_in_corpus", "out_of_scope"])
def test_the_wording_is_there_in_three_languages(name: str) -> None:
    said = [say(name, lang, words="word") for lang in LANGUAGES]
    assert len({*said, ""}) == len(LANGUAGES) + 1
    assert all(("word" in text) is (name in ("partial", "read_as")) for text in said)


@pytest.mark.parametrize(("lang", "typed", "read", "told", "first"), SLIPS)
def test_a_misspelt_question_is_answered_and_says_what_was_read(
    lang: str, typed: str, read: str, told: str, first: str, assistant: Assistant
) -> None:
    reply = assistant.ask(typed)
    assert (reply.outcome, reply.lang, reply.understood) == ("answered", lang, read)
    assert str(reply.citations[0].id).startswith(first)
    assert reply.notices[0] == say("read_as", lang, words=told)
    assert told in reply.answer
    # It is answered as the question that was meant.
    meant = assistant.ask(read)
    assert (meant.claims, meant.citations, meant.notices) == (reply.claims, reply.citations, reply.notices[1:])


@pytest.mark.parametrize(("lang", "question"), ORDINARY)
def test_an_answer_has_at_most_150_words(lang: str, question: str, assistant: Assistant) -> None:
    """Lead-ins, points and the quote; the marks of citations and notices are not counted."""
    reply = assistant.ask(question)
    assert (reply.outcome, reply.lang, reply.understood) == ("answered", lang, question)
    assert 15 <= sum(len(claim.text.split()) for claim in reply.claims) <= 150


@pytest.mark.parametrize(("lang", "question"), [("fr", "femmes"), ("fr", "crise"), ("fr", "statistiques")])
def test_every_reading_offered_is_answered_when_it_is_asked(lang: str, question: str, assistant: Assistant) -> None:
    reply = assistant.ask(question, lang=lang)
    assert (reply.outcome, len(reply.options)) == ("clarify", 2)
    for option in reply.options:
        chosen = assistant.ask(option.question, lang=lang)
        assert chosen.outcome == "answered"
        assert option.label.startswith(f"{chosen.citations[0].label}: ")
