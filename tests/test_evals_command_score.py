"""The command `score`: figures as JSON, as a table and between two marks of a file, floors, aims, guarded cases."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from evals_command import CASES, CONTRACT, NAMES, evals, rows_of, write_cases, write_floors

from assistant import Assistant
from evals import read_cases, run_cases
from index import IndexSettings

Score = Callable[..., CompletedProcess[str]]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory, assistant: Assistant) -> Path:
    """A folder with a run of all seven cases."""
    folder = tmp_path_factory.mktemp("evals")
    run_cases(read_cases(write_cases(folder / "cases", *CASES)), assistant, folder / "runs" / "seven")
    return folder / "runs"


@pytest.fixture(scope="module")
def score(runs: Path, index_settings: IndexSettings) -> Score:
    """The command on the runs of the folder, with the session's index."""

    def on_run(*arguments: object) -> CompletedProcess[str]:
        return evals("score", *arguments, "--runs", runs, SOCLE_DATA_DIR=str(index_settings.data_dir))

    return on_run


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    """Floors that hold nothing against a run."""
    return write_floors(tmp_path / "floors.toml")


def test_scores_as_json(score: Score, floors: Path) -> None:
    done = score("seven", "--json", "--floors", floors)
    assert (done.returncode, done.stderr) == (0, "")
    rows = rows_of(done)
    assert all(set(row) == {"measure", "lang", "mean", "low", "high", "n", "skipped"} for row in rows)
    assert [row["measure"] for row in rows if row["lang"] == "all"] == NAMES
    assert [row["lang"] for row in rows[:4]] == ["all", "en", "es", "fr"]
    by = {
        (row["measure"], row["lang"]): [row[name] for name in ("mean", "low", "high", "n", "skipped")] for row in rows
    }
    # Of `a`, `b` and `g`, of which `b` and `g` are of one family: drawn are both families, or one of them twice.
    assert by["FirstAcceptable", "all"] == by["R@1", "all"] == [pytest.approx(2 / 3), 0.5, 1.0, 3, 4]
    assert by["Right", "all"][:1] + by["Right", "all"][3:] == [pytest.approx(6 / 7), 7, 0]
    assert by["Right", "en"][:1] + by["Right", "en"][3:] == [pytest.approx(2 / 3), 3, 0]
    assert by["OutcomeRight", "fr"] == [1.0, 1.0, 1.0, 2, 0]
    assert by["Refusal", "all"] == [1.0, 1.0, 1.0, 2, 5]
    assert by["FollowUp", "es"] == [1.0, 1.0, 1.0, 1, 1]
    assert by["Lookup", "en"] == [1.0, 1.0, 1.0, 1, 2]
    assert by["R@1", "es"] == [None, None, None, 0, 2]
    assert all(by[name, "all"] == [1.0, 1.0, 1.0, 5, 2] for name in CONTRACT)


def test_scores_as_a_table_and_a_run_by_its_folder(score: Score, runs: Path, floors: Path) -> None:
    done = score(runs / "seven", "--floors", floors)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["all", "en", "es", "fr"]
    assert [line.split()[0] for line in lines[1 : len(NAMES) + 1]] == NAMES
    cells = {line.split()[0]: line for line in lines[1 : len(NAMES) + 1]}
    assert "0.667 [0.50, 1.00] n=3 +4" in cells["R@1"]
    assert "-" in cells["R@1"].split()
    assert " words [" in cells["Length"]
    assert " ms [" in cells["Latency@p95"]
    shortcuts = [line for line in lines if line.startswith(("the answers", "top passage", "its first two sentences"))]
    assert [re.split(r"\s{2,}", line)[1] for line in shortcuts] == ["0.667"] * 3


def test_a_table_goes_between_the_marks_and_nothing_else_moves(score: Score, floors: Path, tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text("# Été\n<!-- figures: begin -->\nold\n<!-- figures: end -->\nrest\n", encoding="utf-8")
    for _ in range(2):
        assert score("seven", "--floors", floors, "--into", page).returncode == 0
        text = page.read_text(encoding="utf-8")
        assert text.startswith("# Été\n<!-- figures: begin -->\n\n**Development half**: 6 cases, corpus `")
        assert text.endswith("|\n\n<!-- figures: end -->\nrest\n")
        assert "old" not in text
        assert "**Test half**: 1 cases" in text
        assert text.count("| measure | all | ") == 2
        assert text.count("| Refusal | 1.000 [1.00, 1.00] n=1") == 2
    page.write_text("no marks\n", encoding="utf-8")
    done = score("seven", "--floors", floors, "--into", page)
    assert (done.returncode, done.stderr.splitlines()) == (
        2,
        [f"{page} lacks the lines <!-- figures: begin --> and <!-- figures: end -->"],
    )
    assert page.read_text(encoding="utf-8") == "no marks\n"


def test_a_floor_or_a_guarded_case_that_is_missed_ends_in_1(score: Score, tmp_path: Path) -> None:
    met = [("R@1", "all", "dev", 0.5), ("FalseRefusal", "fr", "dev", 0.0), ("R@1", "es", "dev", 1.0)]
    aims = [("R@1", "all", "dev", 0.6), ("R@1", "all", "dev", 0.7), ("R@1", "es", "dev", 0.7)]
    floors = write_floors(tmp_path / "met.toml", *met, aims=aims, guarded=["a", "not-asked"])
    done = score("seven", "--floors", floors)
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "aim: R@1 all dev: 0.667, aim 0.600: reached",
        "aim: R@1 all dev: 0.667, aim 0.700: not reached",
    ]
    lost = [*met, ("R@1", "all", "dev", 0.6), ("Refusal", "fr", "test", 1.5)]
    done = score("seven", "--json", "--floors", write_floors(tmp_path / "lost.toml", *lost, guarded=["a", "g"]))
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "under the floor: R@1 all dev: lower end 0.500, the floor is 0.600",
        "under the floor: Refusal fr test: lower end 1.000, the floor is 1.500",
        "under the floor: the guarded case g is wrong",
    ]
    assert len(done.stdout.splitlines()) == len(NAMES) * 4
