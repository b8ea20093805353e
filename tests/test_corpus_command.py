"""The command `python -m corpus`: its JSON, its exit statuses, and how little it loads."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from corpus import TEXTS, Corpus

ROOT = TEXTS.parent.parent
LANGS = {"fr", "en", "es"}
FIELDS = {
    "id", "label", "instrument", "heading", "lead", "tail", "chapeau", "texts", "point", "gist", "actors",
    "modality", "previous", "next", "cites", "cited_by", "url",
}  # fmt: skip


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=60)


def show(*arguments: str) -> list[dict[str, Any]]:
    done = run("-m", "corpus", "show", *arguments, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


def refuse(*arguments: str) -> tuple[dict[str, Any], str]:
    """The error object and the line on standard error of a wrong reference."""
    done = run("-m", "corpus", "show", *arguments, "--json")
    assert done.returncode == 2
    assert done.stderr.endswith("\n")
    assert len(done.stderr.splitlines()) == 1
    (error,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert set(error) == {"error", "message", "bounds", "alternatives"}
    assert error["error"] == "bad_reference"
    assert set(error["message"]) == LANGS
    return error, done.stderr


@pytest.mark.parametrize(
    ("reference", "unit"),
    [
        ("13 i)", "conclusions-2021/13/i"),
        ("conclusions-2021/13", "conclusions-2021/13"),
        ("partie II", "conclusions-2021/part/II"),
        ("resolution-2021/preamble/1", "resolution-2021/preamble/1"),
        ("résolution", "resolution-2021/title"),
    ],
)
def test_every_block_has_every_field(reference: str, unit: str) -> None:
    (row,) = show(reference)
    assert set(row) >= FIELDS
    assert row["id"] == unit
    assert set(row["label"]) == LANGS
    assert set(row["instrument"]) == {"code", "title", "kind", "force"}
    assert row["instrument"]["code"] == unit.split("/")[0]
    assert set(row["instrument"]["title"]) == set(row["instrument"]["force"]) == set(row["url"]) == LANGS
    assert all(set(heading) == LANGS for heading in row["heading"])
    assert [(text["lang"], text["kind"]) for text in row["texts"]] == [
        ("fr", "official"), ("en", "translation"), ("es", "translation"),
    ]  # fmt: skip
    assert all(set(text) == {"lang", "kind", "text", "review"} for text in row["texts"])


def test_an_item_in_full() -> None:
    (row,) = show("13 i)")
    assert row["label"] == {"fr": "§ 13 i)", "en": "para. 13(i)", "es": "párr. 13 i)"}
    assert row["instrument"]["kind"] == "conclusions"
    assert [heading["fr"] for heading in row["heading"]] == [
        "Cadre d'action",
        "I. Mesures visant à promouvoir une protection sociale universelle",
        "Parvenir à une protection sociale universelle",
    ]
    assert row["lead"] == ["conclusions-2021/13"]
    assert row["tail"] is None
    assert row["chapeau"]["fr"] == (
        "Les Membres, avec le concours de l'Organisation et en fonction du contexte national, devraient:"
    )
    assert row["texts"][0]["text"].startswith("faciliter l'acquisition et le maintien, y compris")
    assert row["texts"][0]["review"] is None
    assert set(row["point"]) == set(row["gist"]) == LANGS
    assert row["actors"] == ["Members"]
    assert row["modality"] == ["should"]
    assert (row["previous"], row["next"]) == ("conclusions-2021/13/h", "conclusions-2021/13/j")


def test_what_is_absent_is_null_or_empty() -> None:
    (part,) = show("partie II")
    for field in ("tail", "chapeau", "point", "gist", "previous", "next"):
        assert part[field] is None
    assert part["lead"] == part["actors"] == part["modality"] == part["cites"] == []
    (first,) = show("1")
    assert first["previous"] is None
    assert first["next"] == "conclusions-2021/2"
    assert first["chapeau"] is None


def test_references_between_texts() -> None:
    (item,) = show("13 a)")
    assert item["cites"] == ["C102", "R202", "R204"]
    (title,) = show("résolution")
    assert title["cited_by"] == ["conclusions-2021/16"]


@pytest.mark.parametrize(
    ("arguments", "units"),
    [
        (("13 a) à c)",), ["13/a", "13/b", "13/c"]),
        (("13", "a)", "à", "c)"), ["13/a", "13/b", "13/c"]),
        (("paragraphs 3 to 5",), ["3", "4", "5"]),
        (("§ 20 b) et c)",), ["20/b", "20/c"]),
        (("§ 13 i)", "et", "§ 14 a)"), ["13/i", "14/a"]),
    ],
)
def test_a_range_prints_one_line_each(arguments: tuple[str, ...], units: list[str]) -> None:
    assert [row["id"] for row in show(*arguments)] == [f"conclusions-2021/{unit}" for unit in units]


def test_a_provision_for_people_names_its_texts() -> None:
    done = run("-m", "corpus", "show", "13(h)", "--lang", "en")
    assert done.returncode == 0
    assert "para. 13(h)" in done.stdout
    assert "[fr, official text]" in done.stdout
    assert "[en, unofficial translation, machine-" in done.stdout
    assert "investir dans la protection sociale des enfants, en particulier en vue d'éliminer" in done.stdout


CONCLUSIONS = {"instrument": "conclusions-2021", "first": "1", "last": "21"}
RESOLUTION = {"instrument": "resolution-2021", "first": "1", "last": "3"}


@pytest.mark.parametrize(
    ("reference", "bounds", "alternatives"),
    [
        ("13 z", CONCLUSIONS | {"items": ["a", "j"]}, ["conclusions-2021/13"]),
        ("13 a) à m)", CONCLUSIONS | {"items": ["a", "j"]}, ["conclusions-2021/13"]),
        ("40", CONCLUSIONS | {"items": None}, []),
        ("5 a)", CONCLUSIONS | {"items": None}, ["conclusions-2021/5"]),
        ("3 a)", CONCLUSIONS | {"items": None}, ["resolution-2021/3/a", "conclusions-2021/3"]),
        ("résolution, § 13", RESOLUTION | {"items": None}, ["conclusions-2021/13"]),
        ("§ 3 e) de la résolution", RESOLUTION | {"items": ["a", "d"]}, ["resolution-2021/3"]),
    ],
)
def test_a_wrong_reference_gets_the_true_bounds(
    reference: str, bounds: dict[str, Any], alternatives: list[str]
) -> None:
    error, line = refuse(reference)
    assert error["bounds"] == bounds
    assert error["alternatives"] == alternatives
    assert error["message"]["fr"] in line
    assert all(unit in line for unit in alternatives)


def test_the_message_is_in_the_language_asked_for() -> None:
    error, line = refuse("13 z", "--lang", "en")
    assert error["message"]["en"] == (
        "para. 13(z) does not exist: the conclusions have paragraphs 1 to 21; paragraph 13 has items (a) to (j)."
    )
    assert line.startswith(error["message"]["en"])
    assert "el párrafo 13 tiene los apartados a) a j)" in error["message"]["es"]


@pytest.mark.parametrize("text", ["bonjour", "13 countries", "article 25 de la Constitution", "", "a\nb", "x" * 500])
def test_what_is_no_reference_is_said_to_be_none(text: str) -> None:
    error, line = refuse(text)
    assert error["bounds"] is None
    assert error["alternatives"] == []
    assert "names no provision" in error["message"]["en"]
    assert len(line) < 200


@pytest.mark.parametrize("reference", ["R202", "R202 para 5", "paragraph 5(a) of R202"])
def test_a_known_instrument_that_is_not_here_is_named(corpus: Corpus, reference: str) -> None:
    error, _ = refuse(reference)
    assert error["bounds"] is None
    assert "not installed" in error["message"]["en"]
    assert "Social Protection Floors Recommendation, 2012 (No. 202)" in error["message"]["en"]
    naming = [str(unit.id) for unit in corpus if any(other.instrument == "R202" for other in unit.cites)]
    assert error["alternatives"] == naming
    assert "conclusions-2021/13/a" in naming


def test_an_unknown_instrument_is_unknown() -> None:
    error, _ = refuse("convention n° 155, article 4")
    assert "No instrument here has the code C155" in error["message"]["en"]


@pytest.mark.parametrize(
    "arguments", [(), ("show",), ("show", "13", "--lang", "de"), ("print", "13"), ("list", "--yaml")]
)
def test_a_wrong_command_is_one_line(arguments: tuple[str, ...]) -> None:
    done = run("-m", "corpus", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "--help" in done.stderr


def test_the_list_counts_provisions_texts_and_reviews(corpus: Corpus) -> None:
    done = run("-m", "corpus", "list", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["code"], row["kind"], row["provisions"]) for row in rows] == [
        ("resolution-2021", "resolution", 7),
        ("conclusions-2021", "conclusions", 82),
    ]
    for row in rows:
        count = row["provisions"]
        texts = {"fr": {"official": count}, "en": {"translation": count}, "es": {"translation": count}}
        assert row["texts"] == texts
        assert sum(row["review"].values()) == 7 * count
    for_people = run("-m", "corpus", "list").stdout.splitlines()
    assert [line.split()[0] for line in for_people] == list(corpus.instruments)


def test_check_finds_no_fault_in_the_shipped_texts() -> None:
    done = run("-m", "corpus", "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "no faults\n", "")


def test_check_ends_in_1_on_a_fault(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TEXTS, tmp_path / "texts"))
    path = folder / "conclusions-2021.fr.md"
    path.write_text(path.read_text(encoding="utf-8").replace("\n4. C'est", "\n5. C'est"), encoding="utf-8")
    done = run("-m", "corpus", "check", "--texts", str(folder))
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == "conclusions-2021.fr.md:11: paragraph 5 follows paragraph 3\n"


def test_looking_up_loads_nothing_heavy() -> None:
    program = (
        "import json, sys; from corpus import load_corpus, look_up; look_up(load_corpus(), '13 i)'); "
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = run("-c", program)
    assert done.returncode == 0, done.stderr
    loaded = set(json.loads(done.stdout))
    assert "corpus" in loaded
    heavy = {"torch", "chromadb", "gradio", "langchain", "langchain_core", "numpy", "pydantic", "onnxruntime"}
    assert loaded & heavy == set()
