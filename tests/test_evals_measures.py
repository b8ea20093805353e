"""Every measure, interval and floor on outcomes small enough to be computed by hand."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2
from pathlib import Path
from typing import Any

import pytest

from evals import FLOORS, MEASURES, Floor, FloorError, Outcome, estimate, missed, read_floors, score

MUST, OTHER, MAY, WRONG = "c/1", "c/2", "c/3", "c/9"
JUDGE = {measure.name: measure.judge for measure in MEASURES}


def outcome(
    id: str = "q1",
    *,
    must: Sequence[str] = (MUST,),
    may: Sequence[str] = (),
    ranking: Sequence[str] = (),
    cited: Sequence[str] = (),
    outcome: str | None = None,
    lang: str = "fr",
    reply_lang: str | None = None,
    family: str | None = None,
    split: str = "dev",
    expected: str | None = None,
) -> Outcome:
    right = expected or ("answered" if must else "not_in_corpus")
    case: dict[str, Any] = {
        "id": id, "must": list(must), "may": list(may), "lang": lang, "family": family or id, "split": split,
        "outcome": right,
    }  # fmt: skip
    reply: dict[str, Any] = {
        "citations": [{"id": one} for one in cited], "outcome": outcome or right, "lang": reply_lang or lang,
    }  # fmt: skip
    return Outcome(case, reply, [(one, 1.0 / (place + 1)) for place, one in enumerate(ranking)])


FIVE_WRONG = ["c/90", "c/91", "c/92", "c/93", "c/94"]
# gains: may 1 first, must 2 third; best would be 2 then 1.
NDCG = (1 / log2(2) + 2 / log2(4)) / (2 / log2(2) + 1 / log2(3))


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
        ("Refusal", {"must": [], "outcome": "not_in_corpus"}, 1.0),
        ("Refusal", {"must": [], "outcome": "out_of_scope"}, 1.0),
        ("Refusal", {"must": [], "outcome": "answered"}, 0.0),
        ("Refusal", {"must": [], "outcome": "invalid"}, 0.0),
        ("FalseRefusal", {"outcome": "out_of_scope"}, 1.0),
        ("FalseRefusal", {"outcome": "answered"}, 0.0),
        ("OutcomeRight", {"must": [], "outcome": "out_of_scope"}, 0.0),
        ("OutcomeRight", {"must": [], "outcome": "not_in_corpus"}, 1.0),
        ("OutcomeRight", {"outcome": "answered"}, 1.0),
        ("LanguageKept", {"lang": "es"}, 1.0),
        ("LanguageKept", {"lang": "es", "reply_lang": "fr"}, 0.0),
    ],
)
def test_value_of_a_measure(name: str, given: dict[str, Any], value: float) -> None:
    assert JUDGE[name]([outcome(**given)]) == {"q1": pytest.approx(value)}


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("CitationPrecision", {"cited": []}),
        *((name, {"must": []}) for name in ("R@1", "R@5", "RR", "nDCG@10", "FirstAcceptable", "CitationRecall")),
        ("CitationF1", {"must": [], "cited": [WRONG]}),
        ("FalseRefusal", {"must": []}),
        ("Refusal", {"outcome": "not_in_corpus"}),
    ],
)
def test_no_verdict_is_not_zero(name: str, given: dict[str, Any]) -> None:
    """A case that a measure cannot judge is skipped and counted, and leaves the mean alone."""
    assert JUDGE[name]([outcome(**given)]) == {}
    (row,) = [row for row in score([outcome(**given)]) if row.measure.name == name and row.lang == "all"]
    assert (row.estimate.mean, row.estimate.low, row.estimate.high) == (None, None, None)
    assert (row.estimate.n, row.estimate.skipped) == (0, 1)


def test_places_decide_and_not_scores() -> None:
    tied = Outcome(outcome().case, outcome().reply, [(WRONG, 0.5), (MUST, 0.5)])
    assert JUDGE["RR"]([tied]) == {"q1": 0.5}


def test_scores_by_language_in_a_fixed_order() -> None:
    rows = score([outcome("b", lang="fr", cited=[MUST]), outcome("a", lang="en", cited=[WRONG])])
    means = {row.lang: row.estimate.mean for row in rows if row.measure.name == "CitationRecall"}
    assert means == {"all": 0.5, "en": 0.0, "fr": 1.0}
    assert [row.lang for row in rows[:3]] == ["all", "en", "fr"]
    assert [row.measure for row in rows[::3]] == list(MEASURES)


def test_interval_of_equal_values_has_no_width() -> None:
    found = estimate({str(i): 0.25 for i in range(12)}, {str(i): str(i % 4) for i in range(12)}, skipped=3)
    assert (found.mean, found.low, found.high, found.n, found.skipped) == (0.25, 0.25, 0.25, 12, 3)


def test_interval_widens_where_the_cases_are_alike() -> None:
    """Sixteen verdicts, half right: of sixteen families, or of four in which all share the same fate."""
    verdicts = {str(i): float(i < 8) for i in range(16)}
    apart = estimate(verdicts, {id: id for id in verdicts})
    alike = estimate(verdicts, {id: str(int(id) // 4) for id in verdicts})
    assert apart.mean == alike.mean == 0.5
    assert (apart.low, apart.high) != (None, None)
    assert alike.low is not None
    assert apart.low is not None
    assert alike.high is not None
    assert apart.high is not None
    assert 0 <= alike.low < apart.low < 0.5 < apart.high < alike.high <= 1


def test_the_interval_is_the_same_each_time() -> None:
    verdicts = {str(i): (i * 0.6180339887) % 1 for i in range(15)}
    first = estimate(verdicts, {id: id for id in verdicts})
    assert first.low is not None
    assert 0.2 < first.low < 0.5
    assert all(estimate(verdicts, {id: id for id in verdicts}) == first for _ in range(3))


def test_the_mean_is_over_cases_not_over_families() -> None:
    found = estimate({"a": 1.0, "b": 1.0, "c": 1.0, "d": 0.0}, {"a": "x", "b": "x", "c": "x", "d": "y"})
    assert found.mean == 0.75


def test_floors_are_missed_below_and_false_refusal_above() -> None:
    half = [outcome("a", cited=[MUST]), outcome("b", cited=[WRONG], outcome="out_of_scope")]
    for name, value, under in (
        ("CitationRecall", 0.5, False), ("CitationRecall", 0.51, True), ("CitationRecall", 0.49, False),
        ("FalseRefusal", 0.5, False), ("FalseRefusal", 0.49, True), ("FalseRefusal", 0.51, False),
    ):  # fmt: skip
        sentences = list(missed(half, [Floor(name, "fr", "dev", value)]))
        assert bool(sentences) is under, (name, value)
        assert all(sentence == f"{name} fr dev: 0.500, the floor is {value:.3f}" for sentence in sentences)


def test_a_floor_without_cases_is_not_judged() -> None:
    wrong = [outcome("a", cited=[WRONG])]
    assert list(missed(wrong, [Floor("CitationRecall", "all", "dev", 0.9)])) != []
    for lang, split in (("en", "dev"), ("fr", "test"), ("all", "test")):
        assert list(missed(wrong, [Floor("CitationRecall", lang, split, 0.9)])) == []
    assert list(missed(wrong, [Floor("Refusal", "fr", "dev", 0.9)])) == []


FLOOR = '[[floor]]\nmeasure = "R@5"\nlang = "fr"\nsplit = "dev"\nvalue = 0.9\n'


def test_floors_are_read(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(FLOOR, encoding="utf-8")
    assert read_floors(path) == [Floor("R@5", "fr", "dev", 0.9)]
    assert all(0 <= floor.value <= 1 for floor in read_floors(FLOORS))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("[[floor]]", "[[floor"), "TOMLDecodeError"),
        (("[[floor]]", "[[floors]]"), "KeyError"),
        (("[[floor]]", "[floor]"), "TypeError"),
        (('split = "dev"\n', ""), "KeyError('split')"),
        (("0.9", '"much"'), "ValueError"),
        (("R@5", "R@7"), "'R@7' is no measure; there are R@1"),
        (('"fr"', '"de"'), "'de' is no lang; there are all, fr, en, es"),
        (('"dev"', '"dve"'), "'dve' is no split; there are dev, test"),
    ],
)
def test_a_wrong_file_of_floors_is_named(change: tuple[str, str], says: str, tmp_path: Path) -> None:
    path = tmp_path / "some.toml"
    path.write_text(FLOOR.replace(*change), encoding="utf-8")
    with pytest.raises(FloorError, match=r"^some\.toml: ") as caught:
        read_floors(path)
    assert says in str(caught.value)
    with pytest.raises(FloorError, match=r"^none\.toml: FileNotFoundError"):
        read_floors(tmp_path / "none.toml")
