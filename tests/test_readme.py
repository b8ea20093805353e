"""The README says what is so: its list of modules, its commands, its example."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from corpus import Corpus
from evals import GOLD_MEASURES
from index import ProvisionRetriever, Searcher

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(Path(__file__).parent))
from readme_tree import BEGIN, END, tree  # noqa: E402

README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^\$ python -m corpus show (.+)$", README, re.MULTILINE)


def test_modules_are_listed_with_their_own_sentence() -> None:
    listed = README.partition(BEGIN)[2].partition(END)[0]
    assert listed.strip() == tree().strip(), "renew the list with: python tests/readme_tree.py"


def test_make_targets_named_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)", README))
    assert {"chat", "test", "check", "eval"} <= named
    assert named - targets == set()


@pytest.mark.parametrize("arguments", SHOWN)
def test_lookups_shown_do_what_is_shown(arguments: str) -> None:
    command = f"{sys.executable} -m corpus show {arguments}"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    after = README.partition(f"$ python -m corpus show {arguments}\n")[2].splitlines()[0]
    if after.startswith(("$", "```")):
        assert done.returncode == 0
        assert "13" in done.stdout
    else:
        assert done.returncode == 2
        assert done.stderr.strip() == after


def test_four_lookups_are_shown() -> None:
    assert len(SHOWN) == 4


def test_the_retriever_example_runs(corpus: Corpus, searcher: Searcher, capsys: pytest.CaptureFixture[str]) -> None:
    example = README.partition("```python\n")[2].partition("```")[0]
    # The example opens the index of the checkout; here the session's stands in for it.
    example = example.replace("Searcher(corpus, IndexSettings())", "session_searcher")
    exec(compile(example, "README.md", "exec"), {"session_searcher": searcher})
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == 3
    assert all(line.startswith("para. 15") for line in printed[:1])
    assert ProvisionRetriever.__name__ in example


def test_settings_named_exist() -> None:
    from assistant import AssistantSettings

    named = {name.lower() for name in re.findall(r"`SOCLE_([A-Z_]+)`", README)}
    assert named == set(AssistantSettings.model_fields)


def test_the_figures_are_of_these_texts_and_say_n(corpus: Corpus) -> None:
    table = README.partition("<!-- figures: begin -->")[2].partition("<!-- figures: end -->")[0]
    halves = re.findall(r"^\*\*(\w+ half)\*\*: \d+ cases, corpus `([0-9a-f]{12})`", table, re.MULTILINE)
    assert [name for name, _ in halves] == ["Development half", "Test half"]
    assert dict(halves)["Development half"] == corpus.digest[:12], "renew the figures with: make figures"
    rows = [line.split("|")[1].strip() for line in table.splitlines() if re.search(r"n=\d+", line)]
    assert {measure.name for measure in GOLD_MEASURES} <= set(rows)
