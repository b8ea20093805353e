"""Answers a question by search: reads it, searches, decides the outcome, and drafts the answer or the refusal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.deciding import Decision, Thresholds, decide
from assistant.drafting import draft_answer
from assistant.reply import CLARIFY, OUT_OF_SCOPE, PARTIAL, Claim, Draft, Option
from assistant.understanding import Question
from assistant.wording import EXAMPLES, say
from corpus import Citation, Corpus

if TYPE_CHECKING:
    from index import Correction, Hit, Searcher

_SEARCHED = 12
_NEAREST = 3


def draft_by_search(question: Question, searcher: Searcher, corpus: Corpus, thresholds: Thresholds) -> Draft:
    """The draft for a question that names no provision; words typed wrongly are read as those they are nearest to.

    What was read otherwise is said in a notice and stands in `understood`. Raises IndexStoreError.
    """
    read, corrections = searcher.correct(question.text, question.lang)
    question = replace(question, text=read)
    result = searcher.search(read, question.lang, _SEARCHED)
    decision = decide(read, question.lang, result, corpus, thresholds)
    draft = _draft(question, decision, result.hits, corpus)
    return replace(draft, notices=(*_told(corrections, question.lang), *draft.notices))


def _draft(question: Question, decision: Decision, hits: tuple[Hit, ...], corpus: Corpus) -> Draft:
    lang = question.lang
    if decision.outcome == CLARIFY:
        readings = tuple(_reading(hit.provision, lang, corpus) for hit in decision.cited)
        return plain(CLARIFY, question, say("clarify", lang), options=readings)
    if decision.cited:
        draft = draft_answer(question.text, lang, [hit.provision for hit in decision.cited], corpus)
        if decision.outcome != PARTIAL:
            return draft
        words = ", ".join(decision.unheld)
        return replace(draft, outcome=PARTIAL, notices=(say("partial", lang, words=words), *draft.notices))
    name = "fact_not_given" if decision.missing_fact else decision.outcome
    if decision.outcome == OUT_OF_SCOPE:
        return plain(decision.outcome, question, say(name, lang), options=examples(lang))
    near = tuple(hit.provision for hit in hits if not corpus.get(hit.provision).is_chapeau)[:_NEAREST]
    return replace(plain(decision.outcome, question, say(name, lang)), nearest=near)


def _reading(citation: Citation, lang: str, corpus: Corpus) -> Option:
    """One way to take an ambiguous question: the provision's label and point, asked as its first question."""
    editorial = corpus.get(citation).editorial
    label = citation.label(lang)
    if editorial is None or not editorial.questions[lang]:
        return Option(label, label)
    return Option(f"{label}: {editorial.point[lang]}", editorial.questions[lang][0])


def _told(corrections: tuple[Correction, ...], lang: str) -> tuple[str, ...]:
    """What was read otherwise than it was typed: never in silence."""
    if not corrections:
        return ()
    words = "; ".join(f"{correction.typed} → {correction.read}" for correction in corrections)
    return (say("read_as", lang, words=words),)


def plain(outcome: str, question: Question, text: str, options: tuple[Option, ...] = ()) -> Draft:
    """A reply that cites nothing: one notice, and what may be asked instead."""
    understood = "" if question.problem == "too_long" else question.text
    return Draft(outcome, question.lang, understood, (Claim(text, (), "notice"),), options=options)


def examples(lang: str) -> tuple[Option, ...]:
    """Questions that the texts do answer."""
    return tuple(Option(example, example) for example in EXAMPLES[lang])
