"""Floors on the end of an interval, marks aimed at, and guarded cases, held against outcomes made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from evals_command import NAMES
from handmade_outcome import MUST, WRONG, outcome

from corpus import Corpus
from evals import (
    FLOORS,
    GOLD_MEASURES,
    Floor,
    FloorError,
    Floors,
    Outcome,
    aimed,
    missed,
    read_cases,
    read_floors,
)
from evals.contract_measures import contract_measures

# One answer right, one question refused: half right, of two families (any of 0 to 1) or of one (0.5 and nothing else).
APART = [outcome("a", cited=[MUST]), outcome("b", cited=[WRONG], outcome="out_of_scope")]
ALIKE = [outcome("a", cited=[MUST], family="x"), outcome("b", cited=[WRONG], outcome="out_of_scope", family="x")]


def under(outcomes: list[Outcome], *floors: Floor, guarded: frozenset[str] = frozenset()) -> list[str]:
    return list(missed(outcomes, Floors(floors, (), guarded), GOLD_MEASURES))


@pytest.mark.parametrize(
    ("outcomes", "name", "value", "says"),
    [
        (ALIKE, "CitationRecall", 0.5, None),
        (ALIKE, "CitationRecall", 0.49, None),
        (ALIKE, "CitationRecall", 0.51, "lower end 0.500, the floor is 0.510"),
        (ALIKE, "FalseRefusal", 0.5, None),
        (ALIKE, "FalseRefusal", 0.51, None),
        (ALIKE, "FalseRefusal", 0.49, "upper end 0.500, the floor is 0.490"),
        # The mean is 0.5 here as well: it is the end that counts.
        (APART, "CitationRecall", 0.0, None),
        (APART, "CitationRecall", 0.01, "lower end 0.000, the floor is 0.010"),
        (APART, "FalseRefusal", 1.0, None),
        (APART, "FalseRefusal", 0.99, "upper end 1.000, the floor is 0.990"),
        ([outcome("a", ms=40.0)], "Latency@p95", 40.0, None),
        ([outcome("a", ms=40.0)], "Latency@p95", 39.5, "upper end 40.000, the floor is 39.500"),
    ],
)
def test_a_floor_stands_on_the_end_of_the_interval(
    outcomes: list[Outcome], name: str, value: float, says: str | None
) -> None:
    assert under(outcomes, Floor(name, "fr", "dev", value)) == ([f"{name} fr dev: {says}"] if says else [])


def test_a_floor_without_cases_is_not_judged() -> None:
    wrong = [outcome("a", cited=[WRONG])]
    assert under(wrong, Floor("CitationRecall", "all", "dev", 0.9)) != []
    for lang, split in (("en", "dev"), ("fr", "test"), ("all", "test")):
        assert under(wrong, Floor("CitationRecall", lang, split, 0.9)) == []
    assert under(wrong, Floor("Refusal", "fr", "dev", 0.9)) == []


def test_every_floor_is_held_against_its_own_language_and_half() -> None:
    outcomes = [
        outcome("a", cited=[MUST]),
        outcome("b", cited=[WRONG], lang="en"),
        outcome("c", cited=[WRONG], split="test"),
    ]
    floors = [Floor("CitationRecall", lang, split, 1.0) for lang in ("fr", "en") for split in ("dev", "test")]
    assert under(outcomes, *floors) == [
        "CitationRecall fr test: lower end 0.000, the floor is 1.000",
        "CitationRecall en dev: lower end 0.000, the floor is 1.000",
    ]


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("CitationRecall", 0.5, "reached"),
        ("CitationRecall", 0.51, "not reached"),
        ("FalseRefusal", 0.5, "reached"),
        ("FalseRefusal", 0.49, "not reached"),
    ],
)
def test_an_aim_is_held_against_the_mean_and_never_missed(name: str, value: float, said: str) -> None:
    floors = Floors((), [Floor(name, "fr", "dev", value), Floor(name, "es", "dev", value)], frozenset())
    assert list(aimed(APART, floors, GOLD_MEASURES)) == [f"{name} fr dev: 0.500, aim {value:.3f}: {said}"]
    assert list(missed(APART, floors, GOLD_MEASURES)) == []


@pytest.mark.parametrize(
    ("guarded", "says"),
    [
        (set(), []),
        ({"right"}, []),
        ({"refused"}, []),
        ({"not-asked"}, []),
        ({"wrong"}, ["the guarded case wrong is wrong"]),
        (
            {"wrong", "right", "lost", "not-asked"},
            ["the guarded case lost is wrong", "the guarded case wrong is wrong"],
        ),
    ],
)
def test_a_guarded_case_must_be_right(guarded: set[str], says: list[str]) -> None:
    outcomes = [
        outcome("wrong", cited=[WRONG, MUST]),
        outcome("lost", outcome="not_in_corpus"),
        outcome("right", cited=[MUST, WRONG]),
        # Refused as it should be, though with the other of the two words for it.
        outcome("refused", must=[], outcome="out_of_scope"),
    ]
    assert under(outcomes, guarded=frozenset(guarded)) == says


@pytest.mark.parametrize("as_aim", [True, False])
def test_a_floor_on_no_measure_is_named(as_aim: bool) -> None:
    wrong = [Floor("R@7", "fr", "dev", 0.5)]
    floors = Floors(() if as_aim else wrong, wrong if as_aim else (), frozenset())
    with pytest.raises(FloorError, match=r"'R@7' is no measure; there are Right, OutcomeRight, R@1, "):
        list(missed(APART, floors, GOLD_MEASURES))


TABLE = 'measure = "R@5"\nlang = "fr"\nsplit = "dev"\nvalue = 0.9\n'
FLOOR = f"[[floor]]\n{TABLE}"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (FLOOR, Floors([Floor("R@5", "fr", "dev", 0.9)], [], frozenset())),
        (f"[[aim]]\n{TABLE}", Floors([], [Floor("R@5", "fr", "dev", 0.9)], frozenset())),
        (FLOOR.replace("0.9", "1"), Floors([Floor("R@5", "fr", "dev", 1.0)], [], frozenset())),
        ('[guarded]\ncases = ["fr-1", "en-2", "fr-1"]\n', Floors([], [], frozenset({"fr-1", "en-2"}))),
        ("floor = []\n", Floors([], [], frozenset())),
    ],
)
def test_floors_are_read(text: str, read: Floors, tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(text, encoding="utf-8")
    assert read_floors(path) == read


@pytest.mark.parametrize("table", ["floor", "aim"])
@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("[[floor]]", "[[floor"), "TOMLDecodeError"),
        (("[[floor]]", "[floor]"), "TypeError"),
        (('split = "dev"\n', ""), "KeyError('split')"),
        (("0.9", '"much"'), "ValueError"),
        (("0.9", "nan"), "a floor is no nan"),
        (("[[floor]]", "[[floors]]"), "there is no table"),
        (('"fr"', '"de"'), "'de' is no lang; there are all, fr, en, es"),
        (('"dev"', '"dve"'), "'dve' is no split; there are dev, test"),
    ],
)
def test_a_wrong_file_of_floors_is_named(change: tuple[str, str], says: str, table: str, tmp_path: Path) -> None:
    path = tmp_path / "some.toml"
    path.write_text(FLOOR.replace(*change).replace("floor", table), encoding="utf-8")
    with pytest.raises(FloorError, match=r"^some\.toml: ") as caught:
        read_floors(path)
    assert says in str(caught.value)


def test_guarded_cases_stand_in_a_table_and_the_file_is_there(tmp_path: Path) -> None:
    path = tmp_path / "some.toml"
    path.write_text('guarded = ["fr-1"]\n', encoding="utf-8")
    with pytest.raises(FloorError, match=r"^some\.toml: AttributeError"):
        read_floors(path)
    path.write_bytes(b"# \xe9\n")
    with pytest.raises(FloorError, match=r"^some\.toml: UnicodeDecodeError"):
        read_floors(path)
    with pytest.raises(FloorError, match=r"^none\.toml: FileNotFoundError"):
        read_floors(tmp_path / "none.toml")


def test_the_committed_floors_can_be_missed(corpus: Corpus) -> None:
    floors = read_floors(FLOORS)
    every = [*floors.floors, *floors.aims]
    assert all(0 <= floor.value <= 1 for floor in every)
    assert {floor.measure for floor in every} <= {*NAMES, *(measure.name for measure in contract_measures(corpus))}
    for part in (floors.floors, floors.aims):
        places = [(floor.measure, floor.lang, floor.split) for floor in part]
        assert len(set(places)) == len(places)
    assert {floor.split for floor in floors.aims} == {"test"}
    # A guarded case of the test half would have to be looked at; one that is not asked guards nothing.
    asked = {case.id for case in read_cases(split="dev")}
    assert sorted(floors.guarded - asked) == []
    assert len(floors.guarded) >= 50


@pytest.mark.parametrize("ids", ['"fr-1"', "[1]", "{}"])
def test_guarded_ids_are_a_list_of_strings(ids: str, tmp_path: Path) -> None:
    path = tmp_path / "some.toml"
    path.write_text(f"[guarded]\ncases = {ids}\n", encoding="utf-8")
    with pytest.raises(FloorError, match=r"^some\.toml: .*a list of ids"):
        read_floors(path)
