"""Intervals by family, the 95th percentile, and the paired test, on verdicts that can be computed by hand."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from evals import Estimate, estimate, paired_p


def apart(verdicts: Mapping[str, float]) -> dict[str, str]:
    """Every case a family of its own."""
    return {id: id for id in verdicts}


@pytest.mark.parametrize("statistic", ["mean", "p95"])
def test_interval_of_equal_values_has_no_width(statistic: str) -> None:
    verdicts = {str(i): 0.25 for i in range(12)}
    found = estimate(verdicts, {id: str(int(id) % 4) for id in verdicts}, skipped=3, statistic=statistic)
    assert found == Estimate(mean=0.25, low=0.25, high=0.25, n=12, skipped=3)


@pytest.mark.parametrize("statistic", ["mean", "p95"])
def test_without_verdicts_there_is_no_figure(statistic: str) -> None:
    assert estimate({}, {"a": "a"}, 1, statistic) == Estimate(mean=None, low=None, high=None, n=0, skipped=1)


def test_interval_widens_where_the_cases_are_alike() -> None:
    """Sixteen verdicts, half right: of sixteen families, or of four in which all share the same fate."""
    verdicts = {str(i): float(i < 8) for i in range(16)}
    each = estimate(verdicts, apart(verdicts))
    alike = estimate(verdicts, {id: str(int(id) // 4) for id in verdicts})
    assert each.mean == alike.mean == 0.5
    assert each.low is not None
    assert alike.low is not None
    assert alike.high is not None
    assert each.high is not None
    assert 0 <= alike.low < each.low < 0.5 < each.high < alike.high <= 1


def test_a_single_family_says_nothing_of_others() -> None:
    assert estimate({"a": 1.0, "b": 0.0}, {"a": "x", "b": "x"}) == Estimate(0.5, 0.5, 0.5, 2, 0)


@pytest.mark.parametrize("statistic", ["mean", "p95"])
def test_the_interval_is_the_same_each_time(statistic: str) -> None:
    verdicts = {str(i): (i * 0.6180339887) % 1 for i in range(15)}
    first = estimate(verdicts, apart(verdicts), statistic=statistic)
    assert first.mean is not None
    assert first.low is not None
    assert first.high is not None
    assert 0.2 < first.low < first.mean <= first.high < 1
    assert all(estimate(verdicts, apart(verdicts), statistic=statistic) == first for _ in range(3))


def test_the_mean_is_over_cases_not_over_families() -> None:
    found = estimate({"a": 1.0, "b": 1.0, "c": 1.0, "d": 0.0}, {"a": "x", "b": "x", "c": "x", "d": "y"})
    assert found.mean == 0.75


@pytest.mark.parametrize(
    ("values", "families", "mean", "p95"),
    [
        # Of 101 values the 96th, of which 95 are smaller.
        (list(range(101)), None, (50.0, None, None), (95.0, None, None)),
        # Two families, drawn twice: one and the same in a quarter of the draws each, so both ends are theirs.
        ([0.0, 100.0], None, (50.0, 0.0, 100.0), (95.0, 0.0, 100.0)),
        # 95 % of the way from the first of two values to the second; each value stands twice in its family.
        ([0.0, 0.0, 100.0, 100.0], ["x", "x", "y", "y"], (50.0, 0.0, 100.0), (100.0, 0.0, 100.0)),
        # The percentile is over all cases: of a family of twenty and one of a single case, one slow one in twenty-one.
        ([1.0] * 20 + [1000.0], ["x"] * 20 + ["y"], (1020 / 21, 1.0, 1000.0), (1.0, 1.0, 1000.0)),
    ],
)
def test_mean_and_95th_percentile(
    values: list[float],
    families: list[str] | None,
    mean: tuple[float, float | None, float | None],
    p95: tuple[float, float | None, float | None],
) -> None:
    verdicts = {str(place): float(value) for place, value in enumerate(values)}
    of = apart(verdicts) if families is None else dict(zip(verdicts, families, strict=True))
    for statistic, (point, low, high) in (("mean", mean), ("p95", p95)):
        found = estimate(verdicts, of, statistic=statistic)
        assert found.mean == pytest.approx(point)
        if low is not None:
            assert found.low == pytest.approx(low)
            assert found.high == pytest.approx(high)


def gains(*differences: float, start: float = 0.0) -> tuple[dict[str, float], dict[str, float]]:
    """The verdicts of two runs that differ by `differences`."""
    return {str(i): start for i in range(len(differences))}, {str(i): start + d for i, d in enumerate(differences)}


@pytest.mark.parametrize(
    ("differences", "p"),
    [
        # Of 2 ** n ways in which n differences may turn, the share that is as far from none as what was found.
        ((1.0, 1.0), 2 / 4),
        ((1.0, 1.0, 1.0), 2 / 8),
        ((-1.0, -1.0, -1.0), 2 / 8),
        ((1.0,) * 6, 2 / 64),
        ((0.25,) * 6, 2 / 64),
        ((1.0, 1.0, 1.0, 1.0, 1.0, -1.0), 2 * (1 + 6) / 64),
        ((1.0, 1.0, -1.0), 1.0),
        ((1.0, -1.0), 1.0),
        # The cases that came out alike say nothing.
        ((1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0), 2 / 8),
        # One case may as well have gone the other way.
        ((1.0,), 1.0),
        ((0.0, 0.0, 0.0), 1.0),
        ((), None),
    ],
)
def test_p_of_a_paired_test(differences: tuple[float, ...], p: float | None) -> None:
    old, new = gains(*differences)
    expected = None if p is None else pytest.approx(p)
    assert paired_p(old, new, apart(old)) == expected
    assert paired_p(new, old, apart(old)) == expected


@pytest.mark.parametrize(
    ("families", "p"),
    [("abcdef", 2 / 64), ("aabbcc", 2 / 8), ("aaabbb", 2 / 4), ("aaaaaa", 1.0)],
)
def test_a_family_turns_as_one(families: str, p: float) -> None:
    old, new = gains(*[1.0] * 6)
    assert paired_p(old, new, dict(zip(old, families, strict=True))) == pytest.approx(p)


def test_what_a_family_gains_and_loses_is_set_off() -> None:
    old, new = gains(1.0, -1.0, 1.0, 1.0)
    assert paired_p(old, new, dict(zip(old, "aabc", strict=True))) == pytest.approx(2 / 4)


def test_a_case_that_one_run_alone_judges_does_not_count() -> None:
    old, new = gains(1.0, 1.0, 1.0)
    every = apart({**old, "only-old": 0.0, "only-new": 0.0})
    assert paired_p({**old, "only-old": 1.0}, {**new, "only-new": 1.0}, every) == pytest.approx(2 / 8)
    assert paired_p({"only-old": 1.0}, {"only-new": 1.0}, every) is None


def test_p_of_many_cases_is_drawn_and_the_same_each_time() -> None:
    """Twenty gains out of twenty: of ten thousand draws hardly one is as far from none."""
    old, new = gains(*[1.0] * 20)
    first = paired_p(old, new, apart(old))
    assert first is not None
    assert 0 < first < 0.001
    assert paired_p(old, new, apart(old)) == first
    half = gains(*[1.0, -1.0] * 10)
    even = paired_p(*half, apart(half[0]))
    assert even is not None
    assert even > 0.9
