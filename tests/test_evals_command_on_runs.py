"""The commands on runs that were made: compare, report, mutate, export; and judge."""

from __future__ import annotations

import json
import re
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from evals_command import CASES, CONTRACT, NAMES, evals, rows_of, write_cases, write_floors

from assistant import Assistant, Judgement
from corpus import Citation, Corpus
from evals import STRUCTURAL_FAULTS, LabelledPair, Outcome, outside_commands, read_cases, read_run, run_cases
from index import IndexSettings

Command = Callable[..., CompletedProcess[str]]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory, assistant: Assistant) -> Path:
    """A folder with a run of all seven cases, and another that came out otherwise."""
    folder = tmp_path_factory.mktemp("evals")
    run_cases(read_cases(write_cases(folder / "cases", *CASES)), assistant, folder / "runs" / "seven")
    was = {outcome.case["id"]: outcome for outcome in read_run(folder / "runs" / "seven").outcomes}
    # `a` is refused, `c` was answered before, `d` got another name, `e` is asked otherwise, `f` is no longer asked.
    now = was | {
        "a": replace(was["a"], reply=was["d"].reply),
        "d": replace(was["d"], case={**was["d"].case, "id": "d2"}),
        "e": replace(was["e"], case={**was["e"].case, "question": "13 (h)"}),
    }
    _write(folder / "runs" / "old", folder / "runs" / "seven", [*(was | {"c": _answered(was)}).values()])
    _write(folder / "runs" / "new", folder / "runs" / "seven", [now[id] for id in "abcdeg"])
    _write(folder / "runs" / "refused", folder / "runs" / "seven", [was["c"]])
    return folder / "runs"


def _answered(was: dict[str, Outcome]) -> Outcome:
    return replace(was["c"], reply=was["b"].reply, texts=was["b"].texts)


def _write(folder: Path, pattern: Path, outcomes: list[Outcome]) -> None:
    folder.mkdir()
    rows = [json.dumps(asdict(outcome), ensure_ascii=False) for outcome in outcomes]
    (folder / "outcomes.jsonl").write_text("\n".join(rows), encoding="utf-8")
    (folder / "meta.json").write_bytes((pattern / "meta.json").read_bytes())


@pytest.fixture(scope="module")
def command(runs: Path, index_settings: IndexSettings) -> Command:
    """The command on the runs of the folder, with the session's index."""

    def on_runs(name: str, *arguments: object) -> CompletedProcess[str]:
        return evals(name, *arguments, "--runs", runs, SOCLE_DATA_DIR=str(index_settings.data_dir))

    return on_runs


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    """Floors that hold nothing against a run."""
    return write_floors(tmp_path / "floors.toml")


def test_two_runs_are_compared_case_by_case(command: Command, floors: Path, tmp_path: Path) -> None:
    done = command("compare", "old", "new", "--json", "--floors", floors)
    assert (done.returncode, done.stderr) == (0, "")
    *differences, whole = rows_of(done)
    assert whole == {
        "gained": ["c"], "lost": ["a"], "only_old": ["d", "f"], "only_new": ["d2"], "changed": ["e"],
        "lost_for_good": [],
    }  # fmt: skip
    by = {row.pop("measure"): row for row in differences}
    # Asked alike: `a`, `b`, `c`, `g`. One gained and one lost may as well be chance.
    assert by["Right"] == {"old": 0.5, "new": 0.5, "p": 1.0, "n": 4, "better": ["c"], "worse": ["a"]}
    assert by["FalseRefusal"] == {
        "old": 0.0, "new": pytest.approx(1 / 3), "p": 1.0, "n": 3, "better": [], "worse": ["a"],
    }  # fmt: skip
    assert [by["Refusal"][name] for name in ("old", "new", "n", "better")] == [0.0, 1.0, 1, ["c"]]
    assert set(NAMES) - set(by) == {"Latency@p95", "FollowUp", "Lookup"}
    guarding = write_floors(tmp_path / "guarding.toml", ("Refusal", "es", "dev", 1.0), guarded=["a", "c", "f", "z"])
    done = command("compare", "old", "new", "--floors", guarding)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "lost: the guarded case a is wrong",
        "lost: the guarded case f is not asked any more",
    ]
    lines = done.stdout.splitlines()
    assert lines[1].split() == ["Right", "0.500", "0.500", "1.000", "4", "1", "1"]
    assert lines[lines.index("lost: 1") + 1] == f"  a  {CASES[0]['question']}"
    assert lines[-3:] == ["only in old, left out: d, f", "only in new, left out: d2", "asked otherwise, left out: e"]


def test_a_run_is_its_own_equal(command: Command, floors: Path) -> None:
    done = command("compare", "seven", "seven", "--json", "--floors", floors)
    *differences, whole = rows_of(done)
    assert (done.returncode, set(map(str, whole.values()))) == (0, {"[]"})
    assert {(row["p"], str(row["better"]), str(row["worse"])) for row in differences} == {(1.0, "[]", "[]")}
    assert all(row["old"] == row["new"] for row in differences)


def test_a_report_is_one_page_that_needs_nothing_else(command: Command, tmp_path: Path) -> None:
    page = tmp_path / "seven.html"
    floors = write_floors(tmp_path / "floors.toml", guarded=["g"])
    done = command("report", "seven", "--html", page, "--floors", floors)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{page}\n", "")
    html = page.read_text(encoding="utf-8")
    assert re.findall(r"""(?:src|href)\s*=\s*["'](?!#|data:)([^"']*)""", html) == []
    assert html.count("<svg") == 7
    assert [name for name in NAMES if name not in html] == []
    assert "the guarded case g is wrong" in html
    # The one miss, as it was typed; what is right is not among the misses.
    assert "child labour &amp; social protection" in html
    assert "copa del mundo" not in html


def test_spoiled_replies_are_noticed(command: Command) -> None:
    done = command("mutate", "seven", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    rows = rows_of(done)
    exact = [row for row in rows if row["part"] == "structural"]
    assert [(row["by"], row["n"], row["noticed"]) for row in exact if row["fault"] == "clean"] == [
        (name, 5, 0) for name in CONTRACT
    ]
    faults = [row for row in exact if row["fault"] != "clean"]
    assert [row["fault"] for row in faults] == [fault.name for fault in STRUCTURAL_FAULTS]
    assert all(row["noticed"] == row["n"] > 0 for row in faults)
    meant = [row for row in rows if row["part"] == "semantic"]
    assert {row["lang"] for row in meant} == {"fr", "en", "es"}
    assert sum(row["n"] for row in meant if row["fault"] == "negation added") > 0
    assert all(row["noticed"] <= row["n"] for row in meant)


def test_where_nothing_can_be_spoiled_nothing_was_tested(command: Command) -> None:
    done = command("mutate", "refused")
    assert done.returncode == 1
    said = done.stderr.splitlines()
    assert "under the floor: quote altered: nothing could be spoiled, so nothing was tested" in said
    assert len(said) == len(CONTRACT) + len(STRUCTURAL_FAULTS)
    assert len(done.stdout.splitlines()) > len(said)


def test_a_run_is_exported(command: Command, corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    done = command("export", "seven", path)
    assert (done.returncode, done.stdout) == (0, f"7 lines in {path}\n")
    rows = {row["name"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    assert list(rows) == list("abcdefg")
    official = corpus.get(Citation.parse("conclusions-2021/21/a")).text("fr")
    assert official is not None
    first = rows["a"]
    assert first["user_input"] == first["input"] == CASES[0]["question"]
    assert first["retrieved_context_ids"] == first["reference_context_ids"] == ["conclusions-2021/21/a"]
    assert first["retrieved_contexts"] == first["retrieval_context"] == first["context"] == [first["reference"]]
    assert first["expected_output"] == first["reference"]
    assert first["reference"].endswith(official.text)
    assert rows["f"]["input"] == "¿Qué dice el párrafo 1 de la resolución?\n¿Y el párrafo 2?"
    assert (rows["c"]["retrieved_contexts"], rows["c"]["reference"]) == ([], "")
    assert rows["c"]["response"] == rows["c"]["actual_output"] != ""


def test_the_judge_is_held_against_labelled_pairs(
    corpus: Corpus, index_settings: IndexSettings, tmp_path: Path
) -> None:
    """A provision's own words are supported by it, another's are not; of words without content nothing is said."""
    texts = [corpus.get(Citation.parse(f"conclusions-2021/{place}")).text("en") for place in ("13/h", "20/b")]
    own, other = (text.text for text in texts if text)
    pairs = [("own", own, 1), ("other", other, 0), ("nothing", "Of the and in.", 0)]
    rows = [{"id": id, "context": own, "claim": claim, "label": label} for id, claim, label in pairs]
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = evals("judge", "--examples", path, "--lang", "en", SOCLE_DATA_DIR=str(index_settings.data_dir))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "balanced_accuracy 1.0  auc 1.0  n 2  unscored 1\n"


class Copied:
    """A judge to whom a sentence is supported where it stands in the text, but for one in Spanish."""

    def judge(self, context: str, claim: str, lang: str) -> Judgement | None:
        said = claim in context and lang != "es"
        return Judgement(float(said), said)


def test_of_our_own_pairs_the_figures_are_by_language(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    texts = {"fr": "Le Bureau aide les Membres.", "en": "The Office helps Members.", "es": "La Oficina ayuda."}
    pairs = [LabelledPair(f"{lang}-1", text, text, 1, lang, "none") for lang, text in texts.items()]
    pairs += [LabelledPair(f"{lang}-0", text, "Paella", 0, lang, "other") for lang, text in texts.items()]
    monkeypatch.setattr(outside_commands, "read_own_pairs", lambda _: pairs)
    monkeypatch.setattr(outside_commands, "open_judge", lambda _: Copied())
    assert outside_commands.judge(Namespace(examples=None, json=False, lang="fr")) == 0
    whole, half = "balanced_accuracy 1.0  auc 1.0", "balanced_accuracy 0.5  auc 0.5"
    assert capsysbinary.readouterr().out.decode().splitlines() == [
        f"fr, judge               {whole}  n 2  unscored 0",
        f"fr, word overlap        {whole}  n 2  unscored 0",
        f"en, judge               {whole}  n 2  unscored 0",
        f"en, word overlap        {whole}  n 2  unscored 0",
        f"es, judge               {half}  n 2  unscored 0",
        f"es, word overlap        {whole}  n 2  unscored 0",
        # Of three sentences that are supported two are found, none is added.
        "balanced_accuracy 0.8333  auc 0.8333  n 6  unscored 0",
    ]
