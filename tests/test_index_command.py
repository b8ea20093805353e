"""`python -m index`: machine output to the letter of its contract, and errors in one line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from corpus import Citation, Corpus
from index import IndexSettings

ROOT = Path(__file__).parent.parent
STATUS = {"state", "corpus_digest", "model", "passages", "provisions", "built_at", "backend"}
ROW = {"id", "hits", "ms"}
HIT = {"id", "score", "faces", "evidence"}
FACE = {"face", "lang", "score"}


def run(*arguments: str, data: Path, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "index", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "SOCLE_DATA_DIR": str(data), **env},
        timeout=300,
        check=False,
    )


def rows(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


def check_row(row: Mapping[str, Any], corpus: Corpus, k: int) -> None:
    assert set(row) >= ROW
    assert isinstance(row["ms"], float)
    assert len(row["hits"]) == k
    assert [hit["score"] for hit in row["hits"]] == sorted((hit["score"] for hit in row["hits"]), reverse=True)
    for hit in row["hits"]:
        assert set(hit) >= HIT
        assert Citation.parse(hit["id"]) in corpus
        assert all(set(face) >= FACE for face in hit["faces"])
        assert {"matched", "missed", "coverage", "concept", "concepts"} <= set(hit["evidence"])


def test_status_of_a_fresh_index(corpus: Corpus, index_settings: IndexSettings) -> None:
    (status,) = rows(run("status", "--json", data=index_settings.data_dir))
    assert set(status) >= STATUS
    assert status["state"] == "fresh"
    assert status["corpus_digest"] == corpus.digest
    assert status["model"] == "all-MiniLM-L6-v2"
    assert status["provisions"] == 91
    assert status["passages"] > 1000
    assert status["built_at"].endswith("+00:00")
    assert status["backend"] == "chroma"


def test_status_without_an_index(tmp_path: Path) -> None:
    (status,) = rows(run("status", "--json", data=tmp_path))
    assert set(status) >= STATUS
    assert (status["state"], status["passages"], status["corpus_digest"]) == ("missing", 0, None)
    assert "run: make index" in status["reason"]
    assert list(tmp_path.iterdir()) == []


def test_status_for_people(index_settings: IndexSettings) -> None:
    done = run("status", data=index_settings.data_dir)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0].split() == ["state", "fresh"]


def test_build_makes_an_index_that_answers(tmp_path: Path, index_settings: IndexSettings) -> None:
    # The vectors are at hand, the encoder is not: the build loads it once, to export it.
    shutil.copytree(index_settings.data_dir / "vectors", tmp_path / "data" / "vectors")
    done = run("build", data=tmp_path / "data")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines()[-1].startswith("built ")
    (status,) = rows(run("status", "--json", data=tmp_path / "data"))
    assert status["state"] == "fresh"


def test_one_question_in_json(corpus: Corpus, index_settings: IndexSettings) -> None:
    (row,) = rows(run("search", "¿Cómo acabar con el trabajo infantil?", "--json", data=index_settings.data_dir))
    check_row(row, corpus, 10)
    assert (row["id"], row["lang"], row["hits"][0]["id"]) == (None, "es", "conclusions-2021/13/h")


def test_language_and_number_of_hits_are_as_asked(corpus: Corpus, index_settings: IndexSettings) -> None:
    arguments = ("search", "protection", "--lang", "en", "--k", "3", "--json")
    (row,) = rows(run(*arguments, data=index_settings.data_dir))
    check_row(row, corpus, 3)
    assert {face["lang"] for hit in row["hits"] for face in hit["faces"]} == {"en"}
    assert all(isinstance(hit["why"], str) and hit["why"] for hit in row["hits"])


def test_one_question_for_people(index_settings: IndexSettings) -> None:
    done = run("search", "child labour", "--k", "2", data=index_settings.data_dir)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert len(lines) == 2 * 2  # each hit, and below it why it was found
    assert "para. 13(h)" in lines[0]
    assert "child, labour" in lines[1]


REQUESTS = [
    {"id": "a", "question": "travail des enfants", "lang": "fr"},
    {"id": 2, "question": "child labour"},
    {"id": None, "question": "trabajo infantil", "lang": "es"},
]


@pytest.mark.parametrize("source", ["-", "file"])
def test_requests_are_answered_in_the_order_read(
    corpus: Corpus, index_settings: IndexSettings, tmp_path: Path, source: str
) -> None:
    content = "\n\n".join(json.dumps(request, ensure_ascii=False) for request in REQUESTS) + "\n"
    if source == "file":
        path = tmp_path / "requests.jsonl"
        path.write_text(content, encoding="utf-8")
        source, content = str(path), ""
    answers = rows(run("search", "--jsonl", source, "--k", "4", data=index_settings.data_dir, stdin=content))
    assert [answer["id"] for answer in answers] == ["a", 2, None]
    assert [answer["lang"] for answer in answers] == ["fr", "en", "es"]
    for answer in answers:
        check_row(answer, corpus, 4)
        assert answer["hits"][0]["id"] == "conclusions-2021/13/h"


def error_line(done: subprocess.CompletedProcess[str]) -> str:
    """The one line of a request that cannot be carried out."""
    assert done.returncode == 2
    lines = done.stderr.splitlines()
    assert len(lines) == 1
    assert "Traceback" not in lines[0]
    return lines[0]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("search", "enfants", "--jsonl", "-"), "give one question, or --jsonl FILE"),
        (("search",), "give one question, or --jsonl FILE"),
        (("search", "Kinderarbeit", "--lang", "de"), "invalid choice: 'de'"),
        (("search", "enfants", "--k", "0"), "--k is 0; it must be 1 or more"),
        (("search", "enfants", "--k", "many"), "invalid int value: 'many'"),
        (("search", "--jsonl", "no-such-file.jsonl"), "no-such-file.jsonl cannot be read"),
        (("find", "enfants"), "invalid choice: 'find'"),
        ((), "COMMAND"),
    ],
)
def test_what_cannot_be_carried_out_is_one_line(
    index_settings: IndexSettings, arguments: tuple[str, ...], says: str
) -> None:
    done = run(*arguments, data=index_settings.data_dir)
    assert says in error_line(done)
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{not json", "-:2: not a JSON object"),
        ('["a list"]', '-:2: a request is an object with "id" and "question"'),
        ('{"id": "no question"}', '-:2: a request is an object with "id" and "question"'),
        ('{"id": "x", "question": "Kinder", "lang": "de"}', "-:2: \"lang\" is 'de'; it may be fr, en, es"),
    ],
)
def test_a_bad_request_names_its_line(index_settings: IndexSettings, line: str, says: str) -> None:
    content = json.dumps(REQUESTS[0]) + "\n" + line + "\n"
    done = run("search", "--jsonl", "-", data=index_settings.data_dir, stdin=content)
    assert says in error_line(done)
    assert [json.loads(answer)["id"] for answer in done.stdout.splitlines()] == ["a"]


def test_a_search_without_an_index_says_what_to_run(tmp_path: Path) -> None:
    line = error_line(run("search", "enfants", "--json", data=tmp_path))
    assert line == "missing index: no index has been built; run: make index"


def test_an_unknown_encoder_is_one_line(tmp_path: Path) -> None:
    done = run("build", data=tmp_path / "data", SOCLE_EMBEDDING_MODEL=str(tmp_path / "nowhere"), HF_HUB_OFFLINE="1")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    last = done.stderr.splitlines()[-1]
    assert "nowhere cannot be loaded" in last
    assert "unset SOCLE_EMBEDDING_MODEL" in last


def test_a_data_folder_that_is_a_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    assert "cannot be written" in error_line(run("build", data=tmp_path / "file"))
