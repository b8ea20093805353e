"""The same question gives the same reply, in one process and the next, whatever was asked before or meanwhile."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant import Assistant, Reply, reply_json
from corpus import TEXTS
from index import IndexSettings

ROOT = TEXTS.parent.parent
# Of every outcome that is looked for, and one with a slip in it.
QUESTIONS = (
    ("answered", "Qui doit veiller à la cohérence des politiques au sein du système multilatéral ?"),
    ("answered", "How shoud social protecton be financed?"),
    ("answered", "¿Cómo se protege a los trabajadores migrantes?"),
    ("answered", "13 a) à c)"),
    ("partial", "Comment protéger les dresseurs d'ours dans l'économie informelle ?"),
    ("clarify", "crise"),
    ("overview", "What are the main themes?"),
    ("listing", "tout ce que doivent faire les Membres"),
    ("not_in_corpus", "¿Cuántos países han ratificado el Convenio núm. 102?"),
    ("out_of_scope", "Quelle est la recette de la tarte aux pommes ?"),
    ("bad_reference", "§ 99"),
    ("invalid", "???"),
    ("help", "¡Hola!"),
)
# Two conversations whose turns rest on what was said before.
TALKS = (
    ("résolution 3 a)", "2", "Et pour les femmes ?"),
    ("What should Members do for people with disabilities?", "And for children?", "13(i)"),
)


def fixed(reply: Reply) -> str:
    """A reply as JSON, letter by letter, without its timing."""
    return json.dumps({**reply_json(reply), "timing": None}, ensure_ascii=False)


def in_a_fresh_process(*arguments: str, data: Path, given: str = "", **environment: str) -> list[str]:
    """What `python -m assistant ask` prints, line by line, without its timing."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("SOCLE_")}
    done = subprocess.run(
        [sys.executable, "-m", "assistant", "ask", *arguments], cwd=ROOT, check=False, capture_output=True,
        env=clean | {"SOCLE_DATA_DIR": str(data)} | environment, input=given, encoding="utf-8", timeout=240,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    rows = [json.loads(line) for line in done.stdout.split("\n") if line]
    return [json.dumps({**row, "timing": None}, ensure_ascii=False) for row in rows]


@pytest.mark.parametrize(("outcome", "question"), QUESTIONS)
def test_twice_in_one_process(outcome: str, question: str, assistant: Assistant) -> None:
    first = assistant.ask(question)
    assert first.outcome == outcome
    assert fixed(assistant.ask(question)) == fixed(first)


def test_in_fresh_processes_with_other_hashes_and_threads(assistant: Assistant, index_settings: IndexSettings) -> None:
    here = [fixed(assistant.ask(question)) for _, question in QUESTIONS]
    requests = "".join(json.dumps({"question": question}) + "\n" for _, question in QUESTIONS)
    for seed, threads in (("0", "1"), ("4242", "2")):
        settings = {"PYTHONHASHSEED": seed, "OMP_NUM_THREADS": threads}
        there = in_a_fresh_process("--jsonl", "-", data=index_settings.data_dir, given=requests, **settings)
        assert there == here, settings


@pytest.mark.parametrize("place", [1, 5])
def test_asked_first_in_a_fresh_process(place: int, assistant: Assistant, index_settings: IndexSettings) -> None:
    """Nothing that was loaded or asked before has a part in the reply."""
    question = QUESTIONS[place][1]
    (alone,) = in_a_fresh_process(question, "--json", data=index_settings.data_dir, PYTHONHASHSEED="7")
    assert alone == fixed(assistant.ask(question))


def test_in_any_order_and_at_the_same_time(assistant: Assistant) -> None:
    questions = [question for _, question in QUESTIONS]
    alone = {question: fixed(assistant.ask(question)) for question in questions}
    for order in (questions[::-1], questions[::2] + questions[1::2]):
        assert {question: fixed(assistant.ask(question)) for question in order} == alone
    with ThreadPoolExecutor(4) as pool:
        asked = questions * 2
        assert list(pool.map(lambda question: fixed(assistant.ask(question)), asked)) == [alone[one] for one in asked]


def test_two_interleaved_conversations_do_not_influence_each_other(assistant: Assistant) -> None:
    def turn(history: list[Reply], typed: str) -> None:
        history.append(assistant.ask(typed, history=history))

    apart: tuple[list[Reply], list[Reply]] = ([], [])
    for talk, history in zip(TALKS, apart, strict=True):
        for typed in talk:
            turn(history, typed)
    woven: tuple[list[Reply], list[Reply]] = ([], [])
    for together in zip(*TALKS, strict=True):
        for typed, history in zip(together, woven, strict=True):
            turn(history, typed)
    assert [[fixed(reply) for reply in history] for history in woven] == [
        [fixed(reply) for reply in history] for history in apart
    ]
    # The turns do rest on their own history: the bare number on the resolution, the children on the Members.
    assert str(woven[0][1].citations[0].id) == "resolution-2021/2"
    assert str(woven[1][1].citations[0].id) == "conclusions-2021/13/h"
