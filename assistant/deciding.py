"""Decides whether the provisions found answer the question, and which of them to cite."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.asked_fact import AskedFact, asked_fact, states
from assistant.field_words import names_matter_next_door, of_the_field
from assistant.reply import ANSWERED, NOT_IN_CORPUS, OUT_OF_SCOPE
from corpus import Corpus
from index import Hit, SearchResult

_BEST = 3
_FEW = 3
# A date or a number in the third provision is rarely the one that was asked for.
_LOOKED_AT_FOR_FACTS = 2


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Calibrated on the development questions; `python -m evals` prints what they give.

    A question is answered where its `support` reaches `answer`. `agreement` weighs the agreement of the two rankings
    in it. Off it come `unknown` for the share of words that no
    text holds, `few_words` where such a word is among at most three, none of the field ("recipe for paella"), and
    `next_door` for a matter of labour law that no text mentions. A further provision is cited where its score is at
    least `share` of the best, up to `most`.
    """

    unknown: float = 0.55
    agreement: float = 0.3
    answer: float = 0.55
    few_words: float = 0.3
    next_door: float = 0.6
    share: float = 0.8
    most: int = 4


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome, the hits to cite (best first, empty unless answered), and the fact asked for that no text states."""

    outcome: str
    cited: tuple[Hit, ...]
    support: float
    missing_fact: AskedFact | None = None


def support(result: SearchResult, thresholds: Thresholds) -> float:
    """How well the best hits bear the question; about -0.5 (not at all) to 2 (every word and the meaning).

    The share of the question's idf that one provision holds, plus the best cosine, plus a part for how far words and
    meaning put the same provision first (1 over the sum of its ranks), minus a part of the share of the idf that no
    provision holds. The form and its weights come from a logistic regression on the development questions.
    """
    if not result.hits:
        return 0.0
    coverage = max(hit.evidence.coverage for hit in result.hits[:_BEST])
    cosine = max(hit.evidence.cosine for hit in result.hits)
    total = sum(term.idf for term in result.terms) or 1.0
    missing = sum(term.idf for term in result.terms if not term.known) / total
    first = result.hits[0].evidence
    agreement = 1 / (first.lexical_rank + first.dense_rank)
    return coverage + cosine + thresholds.agreement * agreement - thresholds.unknown * missing


def decide(question: str, lang: str, result: SearchResult, corpus: Corpus, thresholds: Thresholds) -> Decision:
    """Judge a search result for a question in `lang`."""
    borne = support(result, thresholds)
    if names_matter_next_door(question, (term.term for term in result.terms if not term.known), lang):
        borne -= thresholds.next_door
    foreign = not of_the_field(question, lang)
    if foreign and len(result.terms) <= _FEW and not all(term.known for term in result.terms):
        borne -= thresholds.few_words
    if borne < thresholds.answer and foreign:
        return Decision(OUT_OF_SCOPE, (), borne)
    fact = asked_fact(question)
    if fact and not any(_states(hit, fact, lang, corpus) for hit in result.hits[:_LOOKED_AT_FOR_FACTS]):
        return Decision(NOT_IN_CORPUS, (), borne, fact)
    if borne < thresholds.answer:
        return Decision(NOT_IN_CORPUS, (), borne)
    return Decision(ANSWERED, _cited(result, corpus, thresholds), borne)


def _states(hit: Hit, fact: AskedFact, lang: str, corpus: Corpus) -> bool:
    text = corpus.get(hit.provision).text(lang)
    return text is not None and states(text.text, fact, lang)


def _cited(result: SearchResult, corpus: Corpus, thresholds: Thresholds) -> tuple[Hit, ...]:
    """The best hits near the first in score; a lead-in is left out where one of its items is cited."""
    floor = result.hits[0].score * thresholds.share
    near = [hit for hit in result.hits if hit.score >= floor][: thresholds.most]
    named = {hit.provision for hit in near}
    kept = [hit for hit in near if not named & set(corpus.get(hit.provision).children)]
    return tuple(kept)
