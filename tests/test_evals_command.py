"""The commands `cases` and `run`: a run written down whole or not at all; and the errors of every command."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from evals_command import CASES, evals, run_python, write_cases, write_floors

from assistant import Assistant, Reply
from corpus import Citation, Corpus
from evals import Outcome, read_cases, read_run, run_cases
from index import IndexSettings, IndexStoreError


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the seven cases in `cases`."""
    folder = tmp_path_factory.mktemp("evals")
    write_cases(folder / "cases", *CASES)
    return folder


@pytest.fixture(scope="module")
def store(index_settings: IndexSettings) -> dict[str, str]:
    """The settings under which the command finds the session's index."""
    return {"SOCLE_DATA_DIR": str(index_settings.data_dir)}


@pytest.fixture(scope="module")
def made(folder: Path, store: dict[str, str]) -> CompletedProcess[str]:
    """The run named `seven` of all seven cases, made once."""
    return evals(
        "run", "--cases", folder / "cases", "--split", "all", "--runs", folder / "runs", "--name", "seven", **store
    )


@pytest.fixture(scope="module")
def outcomes(folder: Path, made: CompletedProcess[str]) -> dict[str, Outcome]:
    """What came back, by id."""
    assert (made.returncode, made.stdout) == (0, "seven\n"), made.stderr
    return {outcome.case["id"]: outcome for outcome in read_run(folder / "runs" / "seven").outcomes}


def test_a_run_is_written_down(folder: Path, outcomes: dict[str, Outcome]) -> None:
    assert list(outcomes) == [outcome.reply["id"] for outcome in outcomes.values()] == list("abcdefg")
    assert [outcome.reply["outcome"] for outcome in outcomes.values()] == [case["outcome"] for case in CASES]
    assert [path.name for path in (folder / "runs").iterdir()] == ["seven"]
    first = outcomes["a"]
    assert (first.case["question"], first.case["must"]) == (CASES[0]["question"], ["conclusions-2021/21/a"])
    assert first.ranking[0][0] == "conclusions-2021/21/a"
    scores = [score for _, score in first.ranking]
    assert scores == sorted(scores, reverse=True)


def test_a_run_says_why(outcomes: dict[str, Outcome], corpus: Corpus, assistant: Assistant) -> None:
    """Enough to explain a miss and to judge support later without asking again."""
    first = outcomes["a"]
    assert [(row["id"], row["score"]) for row in first.evidence] == [tuple(pair) for pair in first.ranking[:5]]
    assert all({"coverage", "cosine", "lexical_rank", "dense_rank"} <= set(row) for row in first.evidence)
    assert outcomes["c"].support < assistant.thresholds.answer <= outcomes["a"].support
    for outcome in outcomes.values():
        assert set(outcome.texts) == {*(entry["id"] for entry in outcome.reply["citations"]), outcome.ranking[0][0]}
    official = corpus.get(Citation.parse("conclusions-2021/21/a")).text("fr")
    assert official is not None
    assert first.texts["conclusions-2021/21/a"]["fr"].endswith(official.text)
    assert first.texts["conclusions-2021/21/a"]["fr"] != official.text  # its lead-in stands before it


def test_a_conversation_is_had_turn_by_turn(outcomes: dict[str, Outcome]) -> None:
    """A bare "párrafo 2" after the resolution is the resolution's; asked first, it is the conclusions'."""
    assert outcomes["f"].case["history"] == CASES[5]["history"]
    assert [entry["id"] for entry in outcomes["f"].reply["citations"]] == ["resolution-2021/2"]


def test_a_run_says_under_which_conditions(folder: Path, outcomes: dict[str, Outcome]) -> None:
    meta = json.loads((folder / "runs" / "seven" / "meta.json").read_text(encoding="utf-8"))
    assert (meta["cases"], meta["encoder"], meta["seed"]) == (7, "all-MiniLM-L6-v2", None)
    assert meta["corpus_digest"] == outcomes["a"].reply["corpus_digest"]
    assert {"weights", "thresholds", "settings", "python", "versions", "machine", "made_at"} <= set(meta)
    assert "torch" in meta["versions"]


def test_the_development_half_is_asked_where_nothing_is_said(
    folder: Path, store: dict[str, str], tmp_path: Path
) -> None:
    done = evals("run", "--cases", folder / "cases", "--runs", tmp_path, **store)
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(r"dev-\d{8}T\d{6}\n", done.stdout)
    asked = read_run(tmp_path / done.stdout.strip()).outcomes
    assert [outcome.case["id"] for outcome in asked] == list("abcefg")


class Failing(Assistant):
    """Answers two questions, and fails at the third."""

    def __init__(self, whole: Assistant, error: BaseException) -> None:
        super().__init__(whole.corpus, whole.settings, open_searcher=lambda: whole.searcher)
        self.left, self.error = 2, error

    def ask(
        self,
        typed: str,
        *,
        lang: str | None = None,
        history: Sequence[Reply] = (),
        default_lang: str = "fr",
        follow: bool = True,
    ) -> Reply:
        if not self.left:
            raise self.error
        self.left -= 1
        return super().ask(typed, lang=lang, history=history, default_lang=default_lang, follow=follow)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), IndexStoreError("missing"), OSError("disk full")])
def test_a_run_that_fails_leaves_nothing(
    error: BaseException, folder: Path, assistant: Assistant, tmp_path: Path
) -> None:
    failing = Failing(assistant, error)
    with pytest.raises(type(error)):
        run_cases(read_cases(folder / "cases"), failing, tmp_path / "five")
    assert failing.left == 0
    assert list(tmp_path.iterdir()) == []


# Killed at the worst moment: everything is written, but not yet under its name.
KILLED = """
import os, runpy, signal, sys
def watch(event, values):
    if event == "os.rename" and str(values[1]).endswith("five"):
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
runpy.run_module("evals", run_name="__main__", alter_sys=True)
"""


def test_a_run_that_is_killed_is_no_run_and_is_in_nobodys_way(
    folder: Path, store: dict[str, str], tmp_path: Path
) -> None:
    asked = ("run", "--cases", str(folder / "cases"), "--runs", str(tmp_path), "--name", "five")
    assert run_python("-c", KILLED, *asked, **store).returncode == -9
    assert not (tmp_path / "five").exists()
    assert evals("score", "five", "--runs", tmp_path, **store).returncode == 2
    done = evals(*asked, **store)
    assert (done.returncode, done.stdout) == (0, "five\n"), done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["five"]
    assert len(read_run(tmp_path / "five").outcomes) == 6


def test_cases_are_counted(folder: Path, tmp_path: Path) -> None:
    done = evals("cases", "--cases", folder / "cases")
    assert (done.returncode, done.stderr) == (0, "")
    head, *rows, last = done.stdout.splitlines()
    assert head.split() == ["7", "fr", "dev", "fr", "test", "en", "dev", "en", "test", "es", "dev", "es", "test"]
    assert [row.split() for row in rows] == [
        ["direct", "1", "1", "2", "0", "1", "0"],
        ["lookup", "0", "0", "1", "0", "0", "0"],
        ["follow-up", "0", "0", "0", "0", "1", "0"],
    ]
    lacking = last.removeprefix("needed by fewer than two cases: ").split(", ")
    assert "conclusions-2021/13/h" not in lacking
    assert {"conclusions-2021/21/a", "conclusions-2021/1", "conclusions-2021/14"} <= set(lacking)
    as_json = evals("cases", "--json", "--cases", folder / "cases")
    assert (as_json.returncode, json.loads(as_json.stdout)) == (0, {"cases": 7, "uncovered": lacking})


def test_the_committed_cases_leave_nothing_out() -> None:
    done = evals("cases", "--json")
    assert (done.returncode, json.loads(done.stdout)["uncovered"]) == (0, [])


@pytest.fixture(scope="module")
def places(folder: Path, outcomes: dict[str, Outcome]) -> dict[str, str]:
    """Words that stand for places in the table of errors."""
    assert len(outcomes) == 7
    place = folder / "wrong"
    (place / "bad").mkdir(parents=True)
    (place / "bad" / "bad.jsonl").write_text('{"id": "a"}\n', encoding="utf-8")
    (place / "broken").mkdir()
    (place / "broken" / "outcomes.jsonl").write_text('{"case": {}}\n', encoding="utf-8")
    (place / "pairs.jsonl").write_text('{"id": "1", "context": "x", "claim": "y", "label": 2}\n', encoding="utf-8")
    write_floors(place / "odd.toml", ("R@5", "de", "dev", 0.5))
    write_floors(place / "none.toml")
    return {"W": str(place), "CASES": str(folder / "cases"), "RUNS": str(folder / "runs")}


NO_INDEX = "missing index: no index has been built; run: make index"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "the following arguments are required: COMMAND; see python -m evals --help"),
        ("frobnicate", "invalid choice: 'frobnicate'"),
        ("cases --cases W/empty", "W/empty holds no cases (*.jsonl)"),
        ("cases --cases W/bad", "bad.jsonl:1: the case lacks 'lang'"),
        ("run --runs RUNS --cases W/bad", "bad.jsonl:1: the case lacks 'lang'"),
        ("run --runs RUNS --cases CASES --split half", "invalid choice: 'half'"),
        ("run --runs RUNS --cases CASES --name seven", "give the run another --name"),
        ("run --runs RUNS --cases CASES --name eight", NO_INDEX),
        ("score none --runs RUNS", "none holds no run; make one with: python -m evals run"),
        ("score W/broken", "outcomes.jsonl is not a run (KeyError('case lacks author'))"),
        ("score seven --runs RUNS --floors W/no.toml", "no.toml: FileNotFoundError"),
        ("score seven --runs RUNS --floors W/odd.toml", "odd.toml: 'de' is no lang"),
        ("score seven --runs RUNS", NO_INDEX),
        ("compare seven none --runs RUNS", "none holds no run"),
        ("report none --runs RUNS", "none holds no run"),
        ("report seven --runs RUNS --html W/none/x.html --floors W/none.toml", "No such file or directory"),
        ("mutate none --runs RUNS", "none holds no run"),
        ("export none W/x.jsonl --runs RUNS", "none holds no run"),
        ("export seven W/none/x.jsonl --runs RUNS", "No such file or directory"),
        ("judge --examples W/none.jsonl", "none.jsonl cannot be read: No such file or directory"),
        ("judge --examples W/pairs.jsonl", "pairs.jsonl:1: a pair is an object with"),
        ("judge", NO_INDEX),
        ("retrieval --corpus W/c --queries W/q --qrels W/r --lang fr", "c cannot be read: No such file"),
        ("retrieval --corpus W/c --queries W/q --lang fr", "required: --qrels"),
        ("fit-judge", "required: --bench"),
        ("outside --bench W", "rte3-fr-dev.jsonl cannot be read: No such file"),
    ],
)
def test_an_error_is_one_line(
    typed: str, says: str, places: dict[str, str], store: dict[str, str], tmp_path: Path
) -> None:
    if not typed.startswith(("report seven", "outside")):  # which go wrong only once the index is open
        store = {"SOCLE_DATA_DIR": str(tmp_path / "no-index")}
    arguments = [re.sub(r"^[A-Z]+(?=/|$)", lambda found: places[found[0]], word) for word in typed.split()]
    done = evals(*arguments, **store)
    assert (done.returncode, done.stdout) == (2, "")
    assert says.replace("W/", f"{places['W']}/") in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert [path.name for path in Path(places["RUNS"]).iterdir()] == ["seven"]
