"""The measures that hold a reply against its case's gold: what was found, what is cited, whether to answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from evals.cases import REFUSALS
from evals.measure import P95, Measure, Verdicts, by_case
from evals.ranking import MAY, MUST, measure_by_query
from evals.running import Outcome

LOOKUP = "lookup"
_ANSWERS = ("answered", "partial", "overview", "listing")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def _asked_alone(outcome: Outcome) -> bool:
    """A question of its own: look-ups and follow-ups have measures of their own."""
    return outcome.case["style"] != LOOKUP and not outcome.case["history"]


def _answerable(outcome: Outcome) -> bool:
    return bool(outcome.case["must"])


def _cited(outcome: Outcome) -> list[str]:
    return [entry["id"] for entry in outcome.reply["citations"]]


def _acceptable(outcome: Outcome) -> set[str]:
    return {*outcome.case["must"], *outcome.case["may"]}


def _ranking(name: str, says: str, *, least: int) -> Measure:
    def judge(outcomes: Sequence[Outcome]) -> Verdicts:
        judged = [outcome for outcome in outcomes if _answerable(outcome) and _asked_alone(outcome)]
        grades = {
            outcome.case["id"]: dict.fromkeys(outcome.case["may"], MAY) | dict.fromkeys(outcome.case["must"], MUST)
            for outcome in judged
        }
        rankings = {outcome.case["id"]: [id for id, _ in outcome.ranking] for outcome in judged}
        return measure_by_query(name, grades, rankings, least=least) if judged else {}

    return Measure(name, says, judge)


def first_acceptable(outcome: Outcome) -> float | None:
    """1 where the first provision cited is a must or a may of an answerable question (success at 1); 0 if none is."""
    if not (_answerable(outcome) and _asked_alone(outcome)):
        return None
    return float(_cited(outcome)[:1] != [] and _cited(outcome)[0] in _acceptable(outcome))


def citation_precision(outcome: Outcome) -> float | None:
    """Share of the provisions cited that are must or may; no verdict where nothing is cited."""
    if not (_answerable(outcome) and _asked_alone(outcome) and _cited(outcome)):
        return None
    return sum(id in _acceptable(outcome) for id in _cited(outcome)) / len(_cited(outcome))


def citation_recall(outcome: Outcome) -> float | None:
    """Share of the must-provisions that are cited."""
    if not (_answerable(outcome) and _asked_alone(outcome)):
        return None
    return sum(id in _cited(outcome) for id in outcome.case["must"]) / len(outcome.case["must"])


def citation_f1(outcome: Outcome) -> float | None:
    """Harmonic mean of CitationPrecision and CitationRecall (van Rijsbergen 1979); 0 where nothing is cited."""
    recall = citation_recall(outcome)
    if recall is None:
        return None
    precision = citation_precision(outcome) or 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def complete(outcome: Outcome) -> float | None:
    """1 where every must-provision is cited, whatever else is."""
    recall = citation_recall(outcome)
    return None if recall is None else float(recall == 1.0)


def refusal(outcome: Outcome) -> float | None:
    """Of the questions that the instruments do not answer, 1 where the reply is not_in_corpus or out_of_scope."""
    if outcome.case["outcome"] not in REFUSALS or not _asked_alone(outcome):
        return None
    return float(outcome.reply["outcome"] in REFUSALS)


def false_refusal(outcome: Outcome) -> float | None:
    """Of the answerable questions, 1 where the reply is not_in_corpus or out_of_scope."""
    if not (_answerable(outcome) and _asked_alone(outcome)):
        return None
    return float(outcome.reply["outcome"] in REFUSALS)


def outcome_right(outcome: Outcome) -> float:
    """1 where the outcome is the expected one, to the word."""
    return float(outcome.reply["outcome"] == outcome.case["outcome"])


def language_kept(outcome: Outcome) -> float | None:
    """1 where the reply is in the question's language; a look-up ("13 i") is in none."""
    return None if outcome.case["style"] == LOOKUP else float(outcome.reply["lang"] == outcome.case["lang"])


def lookup(outcome: Outcome) -> float | None:
    """Of the look-ups, 1 where the provisions named are cited first, in order, or a wrong reference is called so."""
    if outcome.case["style"] != LOOKUP:
        return None
    if not _answerable(outcome):
        return outcome_right(outcome)
    named = outcome.case["must"]
    # A lead-in shows its items with it: they stand behind what was named.
    return float(_cited(outcome)[: len(named)] == list(named))


def follow_up(outcome: Outcome) -> float | None:
    """Of the last turns of conversations, 1 where the first provision cited is acceptable, or the refusal due."""
    if not outcome.case["history"]:
        return None
    if outcome.case["outcome"] in REFUSALS:
        return float(outcome.reply["outcome"] in REFUSALS)
    if not _answerable(outcome):
        return outcome_right(outcome)
    return float(_cited(outcome)[:1] != [] and _cited(outcome)[0] in _acceptable(outcome))


def right(outcome: Outcome) -> float:
    """One verdict a case: FirstAcceptable, Refusal, Lookup or FollowUp, whichever is its own; else OutcomeRight."""
    verdicts = (lookup(outcome), follow_up(outcome), first_acceptable(outcome), refusal(outcome))
    return next((verdict for verdict in verdicts if verdict is not None), outcome_right(outcome))


def length(outcome: Outcome) -> float | None:
    """Words of the answer as shown, links counted by their label, of the replies that answer a question."""
    if outcome.reply["outcome"] not in _ANSWERS or outcome.case["style"] == LOOKUP:
        return None
    return float(len(_LINK.sub(r"\1", outcome.reply["answer"]).split()))


def latency(outcome: Outcome) -> float:
    """95th percentile of the time from question to draft, as the reply gives it, index open."""
    return float(outcome.reply["timing"]["ms"])


GOLD_MEASURES = (
    by_case("Right", right),
    by_case("OutcomeRight", outcome_right),
    _ranking("R@1", "Share of the must-provisions found first (recall at 1; ir_measures).", least=MUST),
    _ranking("R@5", "Share of the must-provisions among the first five found (recall at 5; ir_measures).", least=MUST),
    _ranking(
        "RR", "1 / rank of the first must-provision found (reciprocal rank; Voorhees 1999; ir_measures).", least=MUST
    ),
    _ranking(
        "nDCG@10",
        "Gain 2 for a must, 1 for a may, log2 discount (Jarvelin and Kekalainen 2002; ir_measures).",
        least=MAY,
    ),
    by_case("FirstAcceptable", first_acceptable),
    by_case("CitationPrecision", citation_precision),
    by_case("CitationRecall", citation_recall),
    by_case("CitationF1", citation_f1),
    by_case("Complete", complete),
    by_case("Refusal", refusal),
    by_case("FalseRefusal", false_refusal, higher_is_better=False),
    by_case("FollowUp", follow_up),
    by_case("Lookup", lookup),
    by_case("LanguageKept", language_kept),
    by_case("Length", length, higher_is_better=False, unit="words"),
    by_case("Latency@p95", latency, higher_is_better=False, statistic=P95, unit="ms"),
)
