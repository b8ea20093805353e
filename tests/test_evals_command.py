"""The command `python -m evals`: a run written down, its scores as table and JSON, floors, and errors."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from corpus import TEXTS
from evals import MEASURES, read_run
from index import IndexSettings

ROOT = TEXTS.parent.parent
CASES: tuple[dict[str, Any], ...] = (
    {
        "id": "a", "lang": "fr", "outcome": "answered", "must": ["conclusions-2021/21/a"], "family": "a",
        "question": "Qui doit veiller à la cohérence des politiques au sein du système multilatéral ?",
    },
    {
        "id": "b", "lang": "en", "outcome": "answered", "must": ["conclusions-2021/13/h"], "family": "b",
        "question": "Should the ILO act on child labour?",
    },
    {
        "id": "c", "lang": "es", "outcome": "out_of_scope", "must": [], "family": "c",
        "question": "¿Quién ganó la copa del mundo de fútbol?",
    },
    {
        "id": "d", "lang": "fr", "outcome": "not_in_corpus", "must": [], "family": "d", "split": "test",
        "question": "Combien d'États ont ratifié la convention n° 102 ?",
    },
)  # fmt: skip
REST = {"may": [], "split": "dev", "style": "direct", "scope": ["conclusions-2021"], "author": "tests"}


def evals(*arguments: object, **settings: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("SOCLE_")}
    command = [sys.executable, "-m", "evals", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, env=clean | settings, capture_output=True, encoding="utf-8", check=False, timeout=180
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the four cases in `cases`."""
    folder = tmp_path_factory.mktemp("evals")
    (folder / "cases").mkdir()
    rows = [json.dumps(REST | {"review": "machine-drafted"} | case, ensure_ascii=False) for case in CASES]
    (folder / "cases" / "four.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def made(folder: Path, index_settings: IndexSettings) -> subprocess.CompletedProcess[str]:
    """The run named `four` of all four cases, made once."""
    return evals(
        "run", "--cases", folder / "cases", "--split", "all", "--runs", folder / "runs", "--name", "four",
        SOCLE_DATA_DIR=str(index_settings.data_dir),
    )  # fmt: skip


@pytest.mark.usefixtures("made")
def test_a_run_is_written_down(folder: Path, made: subprocess.CompletedProcess[str]) -> None:
    assert (made.returncode, made.stdout) == (0, "four\n"), made.stderr
    outcomes = read_run(folder / "runs" / "four")
    assert [outcome.case["id"] for outcome in outcomes] == ["a", "b", "c", "d"]
    assert [outcome.reply["id"] for outcome in outcomes] == ["a", "b", "c", "d"]
    assert [outcome.reply["outcome"] for outcome in outcomes] == [case["outcome"] for case in CASES]
    assert outcomes[0].case["question"] == CASES[0]["question"]
    assert outcomes[0].case["must"] == ["conclusions-2021/21/a"]
    assert outcomes[0].ranking[0][0] == "conclusions-2021/21/a"
    scores = [score for _, score in outcomes[0].ranking]
    assert scores == sorted(scores, reverse=True)
    meta = json.loads((folder / "runs" / "four" / "meta.json").read_text(encoding="utf-8"))
    assert meta["cases"] == 4
    assert meta["corpus_digest"] == outcomes[0].reply["corpus_digest"]
    assert meta["encoder"] == "all-MiniLM-L6-v2"
    assert {"weights", "thresholds", "seed", "python", "versions", "made_at"} <= set(meta)


@pytest.mark.usefixtures("made")
def test_scores_as_json(folder: Path) -> None:
    done = evals("score", "four", "--runs", folder / "runs", "--json", "--floors", _floors(folder, ""))
    assert (done.returncode, done.stderr) == (0, "")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(set(row) == {"measure", "lang", "mean", "low", "high", "n", "skipped"} for row in rows)
    assert [row["measure"] for row in rows if row["lang"] == "all"] == [measure.name for measure in MEASURES]
    by = {(row["measure"], row["lang"]): row for row in rows}
    assert {lang for _, lang in by} == {"all", "en", "es", "fr"}
    assert (by["R@1", "all"]["mean"], by["R@1", "all"]["n"], by["R@1", "all"]["skipped"]) == (1.0, 2, 2)
    assert (by["Refusal", "all"]["mean"], by["Refusal", "all"]["n"]) == (1.0, 2)
    assert (by["OutcomeRight", "fr"]["mean"], by["OutcomeRight", "fr"]["n"]) == (1.0, 2)
    assert (by["R@1", "es"]["mean"], by["R@1", "es"]["low"], by["R@1", "es"]["n"]) == (None, None, 0)


@pytest.mark.usefixtures("made")
def test_scores_as_a_table_and_a_run_by_its_folder(folder: Path) -> None:
    done = evals("score", folder / "runs" / "four", "--floors", _floors(folder, ""))
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["all", "en", "es", "fr"]
    assert [line.split()[0] for line in lines[1 : len(MEASURES) + 1]] == [measure.name for measure in MEASURES]
    recall = next(line for line in lines if line.startswith("R@1"))
    assert "1.000 [1.00, 1.00] n=2" in recall
    assert "-" in recall.split()
    assert "95 %" in lines[-1]


@pytest.mark.usefixtures("made")
def test_a_floor_that_is_missed_ends_in_1(folder: Path) -> None:
    floors = _floors(folder, ("RR", "all", "dev", 1.0), ("FalseRefusal", "fr", "dev", 0.0), ("R@1", "es", "dev", 1.0))
    done = evals("score", "four", "--runs", folder / "runs", "--floors", floors)
    assert (done.returncode, done.stderr) == (0, "")
    floors = _floors(folder, ("RR", "all", "dev", 1.0), ("Refusal", "fr", "test", 1.5), ("RR", "fr", "dev", 2.0))
    done = evals("score", "four", "--runs", folder / "runs", "--json", "--floors", floors)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "under the floor: Refusal fr test: 1.000, the floor is 1.500",
        "under the floor: RR fr dev: 1.000, the floor is 2.000",
    ]
    assert len(done.stdout.splitlines()) == len(MEASURES) * 4


def _floors(folder: Path, *floors: tuple[str, str, str, float] | str) -> Path:
    path = folder / "floors.toml"
    tables = [
        f'[[floor]]\nmeasure = "{floor[0]}"\nlang = "{floor[1]}"\nsplit = "{floor[2]}"\nvalue = {floor[3]}\n'
        for floor in floors
        if floor
    ]
    path.write_text("".join(tables) or "floor = []\n", encoding="utf-8")
    return path


@pytest.mark.usefixtures("made")
def test_errors_are_one_line(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"id": "a"}\n', encoding="utf-8")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "outcomes.jsonl").write_text('{"case": {}}\n', encoding="utf-8")
    run = ("run", "--runs", folder / "runs", "--cases")
    for arguments, part in (
        (("score", "none", "--runs", folder / "runs"), "none holds no run; make one with: python -m evals run"),
        (("score", tmp_path / "broken"), "outcomes.jsonl is not a run"),
        (("score", "four", "--runs", folder / "runs", "--floors", tmp_path / "none.toml"), "none.toml: FileNotFound"),
        ((*run, tmp_path / "empty"), "holds no cases"),
        ((*run, tmp_path), "bad.jsonl:1: the case lacks"),
        ((*run, folder / "cases", "--split", "half"), "invalid choice: 'half'"),
        ((*run, folder / "cases", "--name", "four"), "give the run another --name"),
        ((*run, folder / "cases", "--name", "five"), "missing index"),
    ):
        done = evals(*arguments, SOCLE_DATA_DIR=str(tmp_path / "no-index"))
        assert (done.returncode, done.stdout) == (2, ""), part
        assert part in done.stderr
        assert len(done.stderr.splitlines()) == 1
    assert [path.name for path in (folder / "runs").iterdir()] == ["four"]
