"""The command `python -m assistant`: its JSON to the letter, its order, its errors, and how little a look-up loads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from corpus import TEXTS
from index import IndexSettings

ROOT = TEXTS.parent.parent
REPLY = {
    "id", "outcome", "lang", "understood", "answer", "claims", "citations", "nearest", "options", "engine", "notices",
    "corpus_digest", "timing",
}  # fmt: skip
CITED = {"id", "label", "instrument", "force", "actors", "url", "quotes", "shown"}
HEAVY = {"torch", "chromadb", "gradio", "sentence_transformers", "transformers", "onnxruntime", "langchain_core"}


def run(*arguments: str, data: Path, given: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("SOCLE_")}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=clean | {"SOCLE_DATA_DIR": str(data)} | settings, input=given,
        capture_output=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip


def ask(*arguments: str, data: Path, given: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    return run("-m", "assistant", "ask", *arguments, data=data, given=given, **settings)


def lines(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.split("\n") if line]


@pytest.fixture(scope="module")
def data(index_settings: IndexSettings) -> Path:
    return index_settings.data_dir


def check_shape(row: dict[str, Any]) -> None:
    """Every field of a reply, nested ones too, under its name and of its type."""
    assert set(row) == REPLY
    for claim in row["claims"]:
        assert set(claim) == {"text", "citations", "kind"}
        assert claim["kind"] in ("lead", "point", "gist", "quote", "notice", "drafted")
        assert all(isinstance(citation, str) for citation in claim["citations"])
    for cited in row["citations"]:
        assert set(cited) == CITED
        assert set(cited["shown"]) == {"lang", "kind", "text"}
        assert cited["shown"]["kind"] in ("official", "translation", "restatement")
        for quote in cited["quotes"]:
            assert set(quote) == {"lang", "kind", "start", "end", "text"}
            assert quote["kind"] == "official"
            assert quote["end"] - quote["start"] == len(quote["text"])
    assert all(set(near) == {"id", "label"} for near in row["nearest"])
    assert all(set(option) == {"label", "question"} for option in row["options"])
    assert all(isinstance(notice, str) for notice in row["notices"])
    assert isinstance(row["timing"]["ms"], float)
    assert row["engine"] == "extractive"


def test_one_question_for_people_and_for_machines(data: Path) -> None:
    question = "Qui doit veiller à la cohérence des politiques au sein du système multilatéral ?"
    (row,) = lines(ask(question, "--json", data=data))
    check_shape(row)
    assert (row["id"], row["outcome"], row["lang"], row["understood"]) == (None, "answered", "fr", question)
    first = row["citations"][0]
    assert (first["id"], first["label"], first["actors"]) == ("conclusions-2021/21/a", "§ 21 a)", ["ILO"])
    assert first["quotes"][0]["text"] in first["shown"]["text"]
    assert first["url"].startswith("https://www.ilo.org/")
    text = ask(question, data=data)
    assert (text.returncode, text.stderr, text.stdout) == (0, "", row["answer"] + "\n")


def test_a_file_of_requests_keeps_order_language_and_history(data: Path, tmp_path: Path) -> None:
    requests: list[dict[str, Any]] = [
        {"id": "a", "question": "How should social protection be financed?"},
        {"id": 2, "question": "13 i)", "lang": "es"},
        {"id": "c", "question": "2", "history": [{"question": "resolution, para. 3(a)"}]},
        {"question": "Quelle est la recette de la tarte aux pommes ?"},
        {"id": "e", "question": "§ 99"},
        {"id": "f", "question": "???", "lang": None},
        {"id": "g", "question": "hola", "history": []},
        {"id": "h", "question": "Combien d'États ont ratifié la convention n° 102 ?"},
    ]
    path = tmp_path / "requests.jsonl"
    path.write_text("\n\n".join(json.dumps(request) for request in requests), encoding="utf-8")
    rows = lines(ask("--jsonl", str(path), data=data))
    assert [row["id"] for row in rows] == ["a", 2, "c", None, "e", "f", "g", "h"]
    assert [(row["outcome"], row["lang"]) for row in rows] == [
        ("answered", "en"), ("answered", "es"), ("answered", "en"), ("out_of_scope", "fr"), ("bad_reference", "fr"),
        ("invalid", "fr"), ("help", "es"), ("not_in_corpus", "fr"),
    ]  # fmt: skip
    for row in rows:
        check_shape(row)
    assert rows[1]["citations"][0]["shown"]["kind"] == "translation"
    assert rows[2]["citations"][0]["id"] == "resolution-2021/2"

    # The replies just given, handed in as the turns before, over standard input; --lang where a line has none.
    follow = [
        {"id": 1, "question": "2", "history": [{"question": "x", "reply": rows[2]}]},
        {"id": 2, "question": "2", "history": [{"question": "x", "reply": rows[1]}, {"question": "resolution 1"}]},
        {"id": 3, "question": "2", "lang": "en"},
    ]
    given = "".join(json.dumps(request, ensure_ascii=False) + "\n" for request in follow)
    rows = lines(ask("--jsonl", "-", "--lang", "fr", data=data, given=given))
    assert [(row["id"], row["lang"], row["citations"][0]["id"]) for row in rows] == [
        (1, "fr", "resolution-2021/2"), (2, "fr", "resolution-2021/2"), (3, "en", "conclusions-2021/2"),
    ]  # fmt: skip


ASKED = '{"id": 1, "question": "13 i"}\n'


@pytest.mark.parametrize(
    ("arguments", "given", "parts"),
    [
        ([], "", ["give one question", "--help"]),
        (["13 i", "--jsonl", "-"], "", ["give one question", "--help"]),
        (["13 i", "--lang", "de"], "", ["--lang", "'de'", "fr", "--help"]),
        (["--jsonl", "none.jsonl"], "", ["none.jsonl cannot be read: No such file"]),
        (["--jsonl", "-"], ASKED + "{\n", ["-:2: not a JSON object"]),
        (["--jsonl", "-"], '\n\n["13 i"]\n', ["-:3: ", '"question"']),
        (["--jsonl", "-"], '{"question": 13}\n', ["-:1: ", '"question"']),
        (["--jsonl", "-"], '{"question": "13 i", "lang": "de"}\n', ["-:1: ", "'de'", "fr, en, es"]),
        (["--jsonl", "-"], '{"question": "2", "history": "13 i"}\n', ["request 1", '"history"']),
        (["--jsonl", "-"], ASKED + '{"question": "2", "history": [{"reply": {}}]}\n', ["request 2", '"history"']),
        (["--jsonl", "-"], '{"question": "2", "history": [{"question": "1", "reply": {"lang": "fr"}}]}\n',
         ["request 1", "not one of ours"]),
        (["--jsonl", "-"], '{"question": "2", "history": [{"question": "1", "reply": ["fr"]}]}\n',
         ["request 1", "not one of ours"]),
    ],
)  # fmt: skip
def test_errors_are_one_line_and_say_where(arguments: list[str], given: str, parts: list[str], tmp_path: Path) -> None:
    done = ask(*arguments, data=tmp_path, given=given)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert all(part in done.stderr for part in parts), done.stderr
    # What came before the faulty line is answered; nothing else stands on standard output.
    assert all(json.loads(line)["outcome"] == "answered" for line in done.stdout.splitlines())


def test_a_missing_index_says_what_to_run(tmp_path: Path) -> None:
    done = ask("Qui finance la sécurité sociale ?", data=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "missing index" in done.stderr
    assert "index" in done.stderr.partition("run")[2]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("settings", "parts"),
    [
        ({"SOCLE_PORT": "abc"}, ["SOCLE_PORT", "'abc'"]),
        ({"SOCLE_PORT": "70000"}, ["SOCLE_PORT", "'70000'", "65535"]),
        ({"SOCLE_MAX_QUESTION_CHARS": "0"}, ["SOCLE_MAX_QUESTION_CHARS", "'0'"]),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(settings: dict[str, str], parts: list[str], tmp_path: Path) -> None:
    done = ask("13 i", data=tmp_path, **settings)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert all(part in done.stderr for part in parts), done.stderr


def test_settings_in_force(tmp_path: Path) -> None:
    done = run("-m", "assistant", "settings", data=tmp_path, SOCLE_PORT="7999", SOCLE_UNKNOWN="x")
    assert (done.returncode, done.stderr) == (0, "")
    rows = dict(line.split(maxsplit=1) for line in done.stdout.splitlines())
    assert rows["SOCLE_PORT"] == "7999"
    assert rows["SOCLE_DATA_DIR"] == str(tmp_path)
    assert rows["SOCLE_EMBEDDING_MODEL"] == "all-MiniLM-L6-v2"
    assert rows["SOCLE_MAX_QUESTION_CHARS"] == "2000"
    assert rows["SOCLE_HOST"] == "127.0.0.1"
    assert "SOCLE_UNKNOWN" not in rows


def test_a_question_longer_than_the_setting_is_invalid(tmp_path: Path) -> None:
    (row,) = lines(ask("Qui paie ?", "--json", "--lang", "fr", data=tmp_path, SOCLE_MAX_QUESTION_CHARS="9"))
    assert row["outcome"] == "invalid"
    assert "10 caractères" in row["answer"]
    assert "9" in row["answer"]


def test_a_look_up_loads_nothing_heavy_and_needs_no_index(tmp_path: Path) -> None:
    program = (
        "import json, runpy, sys; sys.argv = ['assistant', 'ask', '13 i', '--json']\n"
        "try:\n    runpy.run_module('assistant', run_name='__main__')\n"
        "except SystemExit as end:\n    code = end.code\n"
        "sys.stderr.write(json.dumps([code, *sorted({name.partition('.')[0] for name in sys.modules})]))"
    )
    done = run("-c", program, data=tmp_path)
    code, *modules = json.loads(done.stderr)
    assert code == 0
    assert json.loads(done.stdout)["citations"][0]["id"] == "conclusions-2021/13/i"
    assert "assistant" in modules
    assert sorted(HEAVY.intersection(modules)) == []
    assert list(tmp_path.iterdir()) == []
