"""The measures, each a value with one notation, its definition and its source."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ir_measures
from ir_measures import RR, Qrel, R, ScoredDoc, nDCG

from evals.running import Outcome

MUST, MAY = 2, 1
REFUSALS = ("not_in_corpus", "out_of_scope")

Verdicts = dict[str, float]


@dataclass(frozen=True, slots=True)
class Measure:
    """A name as printed everywhere, what it says, whether more is better, and how it judges a run.

    `judge` gives a verdict for each case that it can judge, by case id; a case without one is skipped, which is not
    the same as 0.
    """

    name: str
    says: str
    higher_is_better: bool
    judge: Callable[[Sequence[Outcome]], Verdicts]


def _retrieval(measure: ir_measures.measures.Measure) -> Callable[[Sequence[Outcome]], Verdicts]:
    def judge(outcomes: Sequence[Outcome]) -> Verdicts:
        answerable = [outcome for outcome in outcomes if outcome.case["must"]]
        qrels = [
            Qrel(outcome.case["id"], id, grade)
            for outcome in answerable
            for grade, ids in ((MUST, outcome.case["must"]), (MAY, outcome.case["may"]))
            for id in ids
        ]
        # Places, not scores: ties stand in the order in which they were shown.
        run = [
            ScoredDoc(outcome.case["id"], id, float(-place))
            for outcome in answerable
            for place, (id, _) in enumerate(outcome.ranking)
        ]
        return {metric.query_id: metric.value for metric in ir_measures.iter_calc([measure], qrels, run)}

    return judge


def _of_answerable(
    verdict: Callable[[Mapping[str, Any], list[str]], float | None],
) -> Callable[..., Verdicts]:
    def judge(outcomes: Sequence[Outcome]) -> Verdicts:
        verdicts = {
            outcome.case["id"]: verdict(outcome.case, [cited["id"] for cited in outcome.reply["citations"]])
            for outcome in outcomes
            if outcome.case["must"]
        }
        return {id: value for id, value in verdicts.items() if value is not None}

    return judge


def _first_acceptable(case: Mapping[str, Any], cited: list[str]) -> float:
    return float(bool(cited) and cited[0] in (*case["must"], *case["may"]))


def _precision(case: Mapping[str, Any], cited: list[str]) -> float | None:
    """No verdict where nothing is cited: a refusal is neither precise nor imprecise."""
    if not cited:
        return None
    return sum(id in (*case["must"], *case["may"]) for id in cited) / len(cited)


def _recall(case: Mapping[str, Any], cited: list[str]) -> float:
    return sum(id in cited for id in case["must"]) / len(case["must"])


def _f1(case: Mapping[str, Any], cited: list[str]) -> float:
    precision, recall = _precision(case, cited) or 0.0, _recall(case, cited)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _refused(*, answerable: bool) -> Callable[[Sequence[Outcome]], Verdicts]:
    def judge(outcomes: Sequence[Outcome]) -> Verdicts:
        return {
            outcome.case["id"]: float(outcome.reply["outcome"] in REFUSALS)
            for outcome in outcomes
            if bool(outcome.case["must"]) is answerable
        }

    return judge


def _outcome_right(outcomes: Sequence[Outcome]) -> Verdicts:
    return {outcome.case["id"]: float(outcome.reply["outcome"] == outcome.case["outcome"]) for outcome in outcomes}


def _language_kept(outcomes: Sequence[Outcome]) -> Verdicts:
    return {outcome.case["id"]: float(outcome.reply["lang"] == outcome.case["lang"]) for outcome in outcomes}


MEASURES = (
    Measure("R@1", "share of the must-provisions found first (ir_measures)", True, _retrieval(R(rel=MUST) @ 1)),
    Measure(
        "R@5",
        "share of the must-provisions among the first five (ir_measures)",
        True,
        _retrieval(R(rel=MUST) @ 5),
    ),
    Measure("RR", "1 / rank of the first must-provision (ir_measures)", True, _retrieval(RR(rel=MUST))),
    Measure(
        "nDCG@10",
        "gain must 2, may 1, log2 discount (Jarvelin and Kekalainen 2002)",
        True,
        _retrieval(nDCG @ 10),
    ),
    Measure("FirstAcceptable", "the first citation is a must or a may", True, _of_answerable(_first_acceptable)),
    Measure("CitationPrecision", "share of citations that are must or may", True, _of_answerable(_precision)),
    Measure("CitationRecall", "share of the must-provisions that are cited", True, _of_answerable(_recall)),
    Measure("CitationF1", "harmonic mean of the two above, by case", True, _of_answerable(_f1)),
    Measure("Refusal", "share of unanswerable questions refused", True, _refused(answerable=False)),
    Measure("FalseRefusal", "share of answerable questions refused", False, _refused(answerable=True)),
    Measure("OutcomeRight", "the outcome is the expected one", True, _outcome_right),
    Measure("LanguageKept", "the reply is in the question's language", True, _language_kept),
)
