"""Decides whether the provisions found answer the question, and which of them to cite."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.asked_fact import AskedFact, asked_fact, states
from assistant.field_words import names_matter_next_door, of_the_field
from assistant.reply import ANSWERED, CLARIFY, NOT_IN_CORPUS, OUT_OF_SCOPE, PARTIAL
from corpus import Corpus
from index import Hit, SearchResult

_BEST = 3
_FEW = 3
_MOST = 0.6
# A date or a number in the third provision is rarely the one that was asked for.
_LOOKED_AT_FOR_FACTS = 2


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Calibrated on the development questions; `python -m evals report` shows what they give.

    A question is answered where its `support` reaches `answer`, in full where it reaches `sure` or every word is held,
    else in part. Off the support come `unknown` for the share of words that no text holds, `foreign` for a question
    without a word of the field, `few_words` where besides it has at most three words, one of which no text holds or
    which no provision holds together ("recipe for paella"), and `next_door` for a matter of labour law that no text
    mentions. A further provision is cited where its score is at least `share` of the best, up to `most`. One word
    alone has two readings where the second provision, under another heading, scores at least `alike` of the first.
    """

    unknown: float = 0.4
    foreign: float = 0.1
    answer: float = 0.57
    sure: float = 0.75
    few_words: float = 0.4
    next_door: float = 0.6
    share: float = 0.8
    most: int = 3
    alike: float = 0.97


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome, the hits to cite (best first; the readings, to clarify), and why it is so.

    `missing_fact` is the fact asked for that no text states, `unheld` the question's words that no text holds.
    """

    outcome: str
    cited: tuple[Hit, ...]
    support: float
    missing_fact: AskedFact | None = None
    unheld: tuple[str, ...] = ()


def support(result: SearchResult, thresholds: Thresholds) -> float:
    """How well the best hits bear the question; about -0.4 (not at all) to 2 (every word and the meaning).

    The share of the question's idf that one provision holds, plus the best cosine, minus a part of the share of the idf
    that no provision holds. The form and its weights come from the development questions.
    """
    if not result.hits:
        return 0.0
    coverage = max(hit.evidence.coverage for hit in result.hits[:_BEST])
    cosine = max(hit.evidence.cosine for hit in result.hits)
    total = sum(term.idf for term in result.terms) or 1.0
    missing = sum(term.idf for term in result.terms if not term.known) / total
    return coverage + cosine - thresholds.unknown * missing


def decide(question: str, lang: str, result: SearchResult, corpus: Corpus, thresholds: Thresholds) -> Decision:
    """Judge a search result for a question in `lang`."""
    unheld = tuple(term.word for term in result.terms if not term.known)
    borne = support(result, thresholds)
    if names_matter_next_door(question, (term.term for term in result.terms if not term.known), lang):
        borne -= thresholds.next_door
    foreign = not of_the_field(question, lang)
    if foreign:
        borne -= thresholds.foreign
        scattered = bool(unheld) or all(hit.evidence.coverage < _MOST for hit in result.hits[:_BEST])
        borne -= thresholds.few_words if len(result.terms) <= _FEW and scattered else 0.0
    if borne < thresholds.answer and foreign:
        return Decision(OUT_OF_SCOPE, (), borne, unheld=unheld)
    fact = asked_fact(question)
    if fact and not any(_states(hit, fact, lang, corpus) for hit in result.hits[:_LOOKED_AT_FOR_FACTS]):
        return Decision(NOT_IN_CORPUS, (), borne, fact, unheld)
    if borne < thresholds.answer:
        return Decision(NOT_IN_CORPUS, (), borne, unheld=unheld)
    if readings := _readings(result, corpus, thresholds):
        return Decision(CLARIFY, readings, borne)
    # A long story always has words that no text holds; they are not what is asked.
    in_part = 0 < len(unheld) <= _FEW and borne < thresholds.sure
    outcome = PARTIAL if in_part else ANSWERED
    return Decision(outcome, _cited(result, corpus, thresholds), borne, unheld=unheld)


def _readings(result: SearchResult, corpus: Corpus, thresholds: Thresholds) -> tuple[Hit, ...]:
    """The two readings of one word alone, far apart and as good as each other; empty where there are no two."""
    if len(result.terms) != 1 or len(result.hits) < 2:
        return ()
    first, second = result.hits[:2]
    apart = corpus.get(first.provision).heading != corpus.get(second.provision).heading
    return (first, second) if apart and second.score >= thresholds.alike * first.score else ()


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
