"""Every measure that holds a reply against gold, on outcomes small enough to be computed by hand."""

from __future__ import annotations

from dataclasses import replace
from math import log2
from typing import Any

import pytest
from handmade_outcome import MAY, MUST, OTHER, WRONG, outcome

from assistant import Judgement
from corpus import Corpus
from evals import GOLD_MEASURES, all_measures, score

JUDGE = {measure.name: measure.judge for measure in GOLD_MEASURES}
FIVE_WRONG = ["c/90", "c/91", "c/92", "c/93", "c/94"]
# gains: may 1 first, must 2 third; best would be 2 then 1.
NDCG = (1 / log2(2) + 2 / log2(4)) / (2 / log2(2) + 1 / log2(3))
NAMED: dict[str, Any] = {"style": "lookup", "must": [MUST, OTHER]}
NO_SUCH: dict[str, Any] = {"style": "lookup", "must": [], "expected": "bad_reference"}
LATER: dict[str, Any] = {"style": "follow-up", "history": ["Qui finance ?"]}


@pytest.mark.parametrize(
    ("name", "given", "value"),
    [
        ("R@1", {"ranking": [MUST, WRONG]}, 1.0),
        ("R@1", {"ranking": [WRONG, MUST]}, 0.0),
        ("R@1", {"must": [MUST, OTHER], "ranking": [MUST, OTHER]}, 0.5),
        ("R@1", {"may": [MAY], "ranking": [MAY, MUST]}, 0.0),
        ("R@5", {"must": [MUST, OTHER], "ranking": [WRONG, MUST, *FIVE_WRONG, OTHER]}, 0.5),
        ("R@5", {"ranking": [*FIVE_WRONG[:4], MUST]}, 1.0),
        ("R@5", {"ranking": [*FIVE_WRONG, MUST]}, 0.0),
        ("R@5", {"may": [MAY], "ranking": [MUST, WRONG]}, 1.0),
        ("R@5", {"ranking": []}, 0.0),
        ("RR", {"ranking": [WRONG, MUST]}, 0.5),
        ("RR", {"may": [MAY], "ranking": [MAY, WRONG, WRONG + "0", MUST]}, 0.25),
        ("RR", {"ranking": [WRONG]}, 0.0),
        ("nDCG@10", {"may": [MAY], "ranking": [MUST, MAY]}, 1.0),
        ("nDCG@10", {"may": [MAY], "ranking": [MAY, WRONG, MUST]}, NDCG),
        ("nDCG@10", {"ranking": [*FIVE_WRONG, "c/95", "c/96", "c/97", "c/98", "c/99", MUST]}, 0.0),
        ("FirstAcceptable", {"may": [MAY], "cited": [MAY, WRONG]}, 1.0),
        ("FirstAcceptable", {"cited": [WRONG, MUST]}, 0.0),
        ("FirstAcceptable", {"cited": []}, 0.0),
        ("CitationPrecision", {"may": [MAY], "cited": [MUST, WRONG, MAY, OTHER]}, 0.5),
        ("CitationPrecision", {"cited": [WRONG]}, 0.0),
        ("CitationRecall", {"must": [MUST, OTHER], "may": [MAY], "cited": [MUST, MAY]}, 0.5),
        ("CitationRecall", {"cited": []}, 0.0),
        ("CitationF1", {"must": [MUST, OTHER], "cited": [MUST]}, 2 / 3),
        ("CitationF1", {"cited": [MUST, WRONG, WRONG + "0"]}, 0.5),
        ("CitationF1", {"cited": [WRONG]}, 0.0),
        ("CitationF1", {"cited": []}, 0.0),
        ("Complete", {"must": [MUST, OTHER], "cited": [OTHER, WRONG, MUST]}, 1.0),
        ("Complete", {"must": [MUST, OTHER], "may": [MAY], "cited": [MUST, MAY]}, 0.0),
        ("Complete", {"cited": []}, 0.0),
        ("Refusal", {"must": [], "outcome": "not_in_corpus"}, 1.0),
        ("Refusal", {"must": [], "outcome": "out_of_scope"}, 1.0),
        ("Refusal", {"must": [], "outcome": "answered"}, 0.0),
        ("Refusal", {"must": [], "outcome": "invalid"}, 0.0),
        ("FalseRefusal", {"outcome": "out_of_scope"}, 1.0),
        ("FalseRefusal", {"outcome": "answered"}, 0.0),
        ("FalseRefusal", {"expected": "listing", "outcome": "not_in_corpus"}, 1.0),
        ("OutcomeRight", {"must": [], "outcome": "out_of_scope"}, 0.0),
        ("OutcomeRight", {"must": [], "outcome": "not_in_corpus"}, 1.0),
        ("OutcomeRight", {"outcome": "answered"}, 1.0),
        ("OutcomeRight", {"expected": "partial", "outcome": "answered"}, 0.0),
        ("LanguageKept", {"lang": "es"}, 1.0),
        ("LanguageKept", {"lang": "es", "reply_lang": "fr"}, 0.0),
        ("LanguageKept", {**LATER, "lang": "en", "reply_lang": "fr"}, 0.0),
        ("Lookup", {**NAMED, "cited": [MUST, OTHER]}, 1.0),
        ("Lookup", {**NAMED, "cited": [MUST, OTHER, "c/2/a"]}, 1.0),
        ("Lookup", {**NAMED, "cited": [OTHER, MUST]}, 0.0),
        ("Lookup", {**NAMED, "cited": [MUST, WRONG, OTHER]}, 0.0),
        ("Lookup", {**NAMED, "cited": []}, 0.0),
        ("Lookup", {**NO_SUCH, "outcome": "bad_reference"}, 1.0),
        ("Lookup", {**NO_SUCH, "outcome": "not_in_corpus"}, 0.0),
        ("FollowUp", {**LATER, "may": [MAY], "cited": [MAY, WRONG]}, 1.0),
        ("FollowUp", {**LATER, "cited": [WRONG, MUST]}, 0.0),
        ("FollowUp", {**LATER, "cited": []}, 0.0),
        ("FollowUp", {**LATER, "must": [], "outcome": "out_of_scope"}, 1.0),
        ("FollowUp", {**LATER, "must": [], "outcome": "answered"}, 0.0),
        ("Length", {"answer": "Les Membres [para. 13 h)](#src-c/13/h), oui."}, 6.0),
        ("Length", {"answer": "**Un**\n\n> deux\n", "outcome": "partial"}, 3.0),
        ("Length", {**LATER, "answer": ""}, 0.0),
        ("Length", {"must": [], "outcome": "overview", "answer": "trois mots ici"}, 3.0),
        ("Latency@p95", {"ms": 12.5}, 12.5),
    ],
)  # fmt: skip
def test_value_of_a_measure(name: str, given: dict[str, Any], value: float) -> None:
    assert JUDGE[name]([outcome(**given)]) == {"q1": pytest.approx(value)}


@pytest.mark.parametrize(
    ("own", "given", "value"),
    [
        ("FirstAcceptable", {"cited": [MUST, WRONG]}, 1.0),
        ("FirstAcceptable", {"cited": [WRONG, MUST]}, 0.0),
        # To the word the outcome is wrong, and yet the question is refused as it should be.
        ("Refusal", {"must": [], "outcome": "out_of_scope"}, 1.0),
        ("Refusal", {"must": [], "outcome": "answered", "cited": [WRONG]}, 0.0),
        ("Lookup", {**NAMED, "cited": [MUST, OTHER]}, 1.0),
        ("Lookup", {**NAMED, "cited": [MUST, WRONG]}, 0.0),
        ("Lookup", {**NO_SUCH, "outcome": "out_of_scope"}, 0.0),
        ("Lookup", {**LATER, "style": "lookup", "may": [MAY], "cited": [MAY]}, 0.0),
        ("FollowUp", {**LATER, "may": [MAY], "cited": [MAY]}, 1.0),
        ("FollowUp", {**LATER, "must": [], "expected": "out_of_scope", "outcome": "not_in_corpus"}, 1.0),
        ("FollowUp", {**LATER, "must": [], "outcome": "answered", "cited": [WRONG]}, 0.0),
        ("OutcomeRight", {"must": [], "expected": "clarify"}, 1.0),
        ("OutcomeRight", {"must": [], "expected": "clarify", "outcome": "not_in_corpus"}, 0.0),
        ("OutcomeRight", {"must": [], "expected": "invalid", "outcome": "help"}, 0.0),
    ],
)
def test_right_is_the_verdict_of_the_measure_that_is_the_cases_own(
    own: str, given: dict[str, Any], value: float
) -> None:
    outcomes = [outcome(**given)]
    assert JUDGE["Right"](outcomes) == JUDGE[own](outcomes) == {"q1": value}


RANKED = ("R@1", "R@5", "RR", "nDCG@10")
CITED = ("FirstAcceptable", "CitationPrecision", "CitationRecall", "CitationF1", "Complete", "FalseRefusal")


@pytest.mark.parametrize(
    ("names", "given"),
    [
        (("CitationPrecision",), {"cited": []}),
        ((*RANKED, *CITED, "FollowUp", "Lookup", "Length"), {"must": [], "ranking": [WRONG], "cited": [WRONG]}),
        ((*RANKED, *CITED, "Refusal", "FollowUp", "LanguageKept", "Length"), {**NAMED, "cited": [MUST]}),
        ((*RANKED, *CITED, "Refusal", "FollowUp", "LanguageKept", "Length"), {**NO_SUCH, "cited": [MUST]}),
        ((*RANKED, *CITED, "Refusal", "Lookup"), {**LATER, "ranking": [MUST], "cited": [MUST]}),
        ((*RANKED, *CITED, "Refusal", "Lookup", "Length"), {**LATER, "must": [], "outcome": "not_in_corpus"}),
        (("Refusal", "Lookup", "FollowUp", "Length"), {"outcome": "not_in_corpus"}),
        (("Refusal", *CITED), {"must": [], "expected": "clarify"}),
        (("Length",), {"outcome": "help", "answer": "Bonjour"}),
    ],
)
def test_no_verdict_is_not_zero(names: tuple[str, ...], given: dict[str, Any]) -> None:
    """A case that a measure cannot judge is skipped and counted, and leaves the mean alone."""
    outcomes = [outcome(**given)]
    rows = {row.measure.name: row.estimate for row in score(outcomes, GOLD_MEASURES) if row.lang == "all"}
    for name in names:
        assert JUDGE[name](outcomes) == {}, name
        assert (rows[name].mean, rows[name].low, rows[name].high) == (None, None, None)
        assert (rows[name].n, rows[name].skipped) == (0, 1)
    assert (rows["Right"].n, rows["Right"].skipped) == (1, 0)


def test_places_decide_and_not_scores() -> None:
    tied = replace(outcome(), ranking=[(WRONG, 0.5), (MUST, 0.5)])
    assert JUDGE["RR"]([tied]) == {"q1": 0.5}


def test_scores_by_language_in_a_fixed_order() -> None:
    outcomes = [outcome("b", lang="fr", cited=[MUST]), outcome("a", lang="en", cited=[WRONG])]
    rows = score(outcomes, GOLD_MEASURES)
    means = {row.lang: row.estimate.mean for row in rows if row.measure.name == "CitationRecall"}
    assert means == {"all": 0.5, "en": 0.0, "fr": 1.0}
    assert [row.lang for row in rows[:3]] == ["all", "en", "fr"]
    assert [row.measure for row in rows[::3]] == list(GOLD_MEASURES)
    (alone,) = [row for row in score(outcomes, GOLD_MEASURES[1:2]) if row.lang == "fr"]
    assert (alone.measure.name, alone.estimate.mean) == ("OutcomeRight", 1.0)


def test_the_time_is_a_percentile_and_the_length_a_mean() -> None:
    """Twenty-one replies of 0, 10, ... 200 ms: of every hundred, 95 take at most 190."""
    outcomes = [outcome(str(place), ms=10.0 * place, answer="mot " * place) for place in range(21)]
    rows = {row.measure.name: row.estimate for row in score(outcomes, GOLD_MEASURES) if row.lang == "all"}
    assert rows["Latency@p95"].mean == pytest.approx(190.0)
    assert rows["Length"].mean == 10.0
    assert {measure.name for measure in GOLD_MEASURES if measure.statistic != "mean"} == {"Latency@p95"}


class Yes:
    """Stands for a judge: everything is supported."""

    def judge(self, context: str, claim: str, lang: str) -> Judgement | None:
        return Judgement(1.0, supported=True)


def test_every_measure_has_a_name_of_its_own_and_says_what_it_is(corpus: Corpus) -> None:
    measures = all_measures(corpus, Yes())
    assert measures[: len(GOLD_MEASURES)] == GOLD_MEASURES
    assert [measure.name for measure in measures[len(GOLD_MEASURES) :]] == [
        "CitationExists", "CitationPresent", "PointOwn", "QuoteExact", "AnswerTrue", "ALCERecall", "ALCEPrecision",
    ]  # fmt: skip
    assert len({measure.name for measure in measures}) == len(measures)
    assert [measure.name for measure in measures if not measure.says.endswith(".")] == []
    assert {measure.name for measure in measures if not measure.higher_is_better} == {
        "FalseRefusal", "Length", "Latency@p95",
    }  # fmt: skip
    assert {measure.name: measure.unit for measure in measures if measure.unit} == {
        "Length": "words", "Latency@p95": "ms",
    }  # fmt: skip
