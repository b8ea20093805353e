"""Two runs held against each other: what was gained and lost, what is left out, what a release must not lose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from small_outcomes import MAY, MUST, OTHER, WRONG, small_outcome, small_run

from evals import GOLD_MEASURES, Comparison, Difference, Floor, FloorError, Floors, Outcome, compare, paired_p

NO_FLOORS = Floors([], [], frozenset())


def compared(old: Sequence[Outcome], new: Sequence[Outcome], floors: Floors = NO_FLOORS) -> Comparison:
    return compare(small_run("old", *old), small_run("new", *new), GOLD_MEASURES, floors)


def difference(found: Comparison, measure: str) -> Difference:
    (one,) = [each for each in found.differences if each.measure == measure]
    return one


def asked(id: str, *cited: str, family: str = "", **case: Any) -> Outcome:
    return small_outcome(id, cited=cited, ranking=cited, case=case | {"family": family or id})


def test_gains_and_losses_case_by_case() -> None:
    old = [asked("same", MUST), asked("better", WRONG), asked("worse", MUST), asked("bad", WRONG)]
    new = [asked("worse", WRONG), asked("better", MUST), asked("same", MUST), asked("bad", OTHER)]
    found = compared(old, new)
    assert (found.gained, found.lost) == (("better",), ("worse",))
    assert (found.only_old, found.only_new, found.changed, found.lost_for_good) == ((), (), (), ())
    right = difference(found, "Right")
    assert (right.old, right.new, right.n, right.better, right.worse) == (0.5, 0.5, 4, ("better",), ("worse",))
    # One up and one down of four: as likely as can be.
    assert right.p == 1.0


def test_less_is_better_for_some_measures_and_times_are_not_compared() -> None:
    found = compared(
        [small_outcome("a", cited=[MUST], reply={"answer": "one two three"}), small_outcome("b", cited=[MUST])],
        [small_outcome("a", cited=[MUST], reply={"answer": "one"}),
         small_outcome("b", cited=[MUST], reply={"outcome": "not_in_corpus", "timing": {"ms": 900.0}})],
    )  # fmt: skip
    length, refusals = difference(found, "Length"), difference(found, "FalseRefusal")
    # A refusal has no length: the case is not judged in both.
    assert (length.old, length.new, length.n, length.better, length.worse) == (3.0, 1.0, 1, ("a",), ())
    assert (refusals.old, refusals.new, refusals.better, refusals.worse) == (0.0, 0.5, (), ("b",))
    measures = [each.measure for each in found.differences]
    assert "Latency@p95" not in measures
    # Nothing here is a refusal, a look-up or a follow-up in either run.
    assert not {"Refusal", "Lookup", "FollowUp"} & set(measures)


def test_cases_of_one_run_alone_are_left_out() -> None:
    found = compared([asked("gone", MUST), asked("kept", MUST)], [asked("kept", MUST), asked("come", WRONG)])
    assert (found.only_old, found.only_new) == (("gone",), ("come",))
    right = difference(found, "Right")
    assert (right.old, right.new, right.n) == (1.0, 1.0, 1)
    assert (found.gained, found.lost) == ((), ())


@pytest.mark.parametrize(
    ("case", "is_left_out"),
    [
        ({"question": "Qui paie ?"}, True),
        ({"history": ["Et les enfants ?"]}, True),
        ({"lang": "en"}, True),
        ({"must": [OTHER]}, True),
        ({"may": [MAY]}, True),
        ({"outcome": "out_of_scope", "must": []}, True),
        ({"review": "human-approved"}, False),
        ({"author": "somebody else"}, False),
    ],
)
def test_cases_asked_otherwise_are_left_out(case: dict[str, Any], is_left_out: bool) -> None:
    found = compared([asked("a", MUST), asked("b", MUST)], [asked("a", WRONG, **case), asked("b", MUST)])
    assert found.changed == (("a",) if is_left_out else ())
    assert found.lost == (() if is_left_out else ("a",))
    assert difference(found, "Right").n == (1 if is_left_out else 2)


def test_runs_without_a_case_in_common_have_no_differences() -> None:
    found = compared([asked("a", MUST)], [asked("b", MUST)])
    assert list(found.differences) == []
    assert (found.gained, found.lost, found.only_old, found.only_new) == ((), (), ("a",), ("b",))


@pytest.mark.parametrize(
    ("new", "sentences"),
    [
        ([asked("g", MUST), asked("x", WRONG)], ()),
        ([asked("g", WRONG), asked("x", MUST)], ("the guarded case g is wrong",)),
        ([asked("x", MUST)], ("the guarded case g is not asked any more",)),
        ([asked("g", WRONG, question="Qui paie ?")], ("the guarded case g is wrong",)),
    ],
)
def test_a_guarded_case_is_lost_where_it_is_wrong_or_gone(new: Sequence[Outcome], sentences: tuple[str, ...]) -> None:
    # "never" is guarded as well, but of neither run.
    floors = Floors([], [], frozenset({"g", "never"}))
    assert compared([asked("g", MUST), asked("x", MUST)], new, floors).lost_for_good == sentences


def test_a_floor_that_the_new_run_misses_is_lost_for_good() -> None:
    floors = Floors([Floor("CitationRecall", "fr", "dev", 0.9)], [], frozenset())
    good, bad = [asked("a", MUST)], [asked("a", WRONG)]
    assert compared(bad, good, floors).lost_for_good == ()
    sentence = "CitationRecall fr dev: lower end 0.000, the floor is 0.900"
    assert compared(good, bad, floors).lost_for_good == (sentence,)
    with pytest.raises(FloorError, match="'Charm' is no measure"):
        compared(good, good, Floors([Floor("Charm", "fr", "dev", 0.9)], [], frozenset()))


ALONE = {id: id for id in "abcdefgh"}


@pytest.mark.parametrize(
    ("old", "new", "families", "p"),
    [
        # Nothing in common, nothing moved, one family moved: chance will do.
        ({"a": 1.0}, {"b": 1.0}, ALONE, None),
        ({}, {}, ALONE, None),
        ({"a": 1.0, "b": 0.5}, {"a": 1.0, "b": 0.5}, ALONE, 1.0),
        ({"a": 0.0, "b": 1.0}, {"a": 1.0, "b": 1.0}, ALONE, 1.0),
        # All of n move one way: 2 of 2**n ways to set the signs are as far out.
        (dict.fromkeys("abcd", 0.0), dict.fromkeys("abcd", 1.0), ALONE, 2 / 16),
        (dict.fromkeys("abcd", 1.0), dict.fromkeys("abcd", 0.0), ALONE, 2 / 16),
        (dict.fromkeys("abcdefgh", 0.0), dict.fromkeys("abcdefgh", 0.5), ALONE, 2 / 256),
        # Cases that stay and cases of one run alone say nothing.
        (dict.fromkeys("abcde", 0.0), dict.fromkeys("abcd", 1.0) | {"e": 0.0, "f": 1.0}, ALONE, 2 / 16),
        # Three up and one down: (1 + 4) of 16 have a sum as high, as many one as low.
        (dict.fromkeys("abc", 0.0) | {"d": 1.0}, dict.fromkeys("abc", 1.0) | {"d": 0.0}, ALONE, 10 / 16),
        # Eight cases of two families change sign together: 2 of 2**2.
        (dict.fromkeys("abcdefgh", 0.0), dict.fromkeys("abcdefgh", 1.0),
         {id: "one" if id < "e" else "two" for id in ALONE}, 2 / 4),
        # Within a family, a gain and a loss make nothing.
        ({"a": 0.0, "b": 1.0, "c": 0.5}, {"a": 1.0, "b": 0.0, "c": 0.5}, {"a": "one", "b": "one", "c": "two"}, 1.0),
    ],
)  # fmt: skip
def test_p_of_a_paired_randomisation_test(
    old: dict[str, float], new: dict[str, float], families: dict[str, str], p: float | None
) -> None:
    assert paired_p(old, new, families) == (None if p is None else pytest.approx(p))


def test_p_of_many_families_is_the_same_each_time() -> None:
    """Twenty families are a million ways: as many as are tried are drawn, always the same."""
    ids = [str(number) for number in range(20)]
    old, new = dict.fromkeys(ids, 0.0), {id: 1.0 if int(id) < 15 else -1.0 for id in ids}
    first = paired_p(old, new, {id: id for id in ids})
    assert first is not None
    # Exactly: 2 * P(at least 15 of 20 coins) = 0.0414.
    assert first == pytest.approx(0.0414, abs=0.01)
    assert paired_p(old, new, {id: id for id in ids}) == first
