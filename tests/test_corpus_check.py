"""Each fault of a text or of the editorial layer is named with its file, its line and what is wrong."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus import TEXTS, TextError, check_folder, load_corpus

Rows = list[str]
Row = dict[str, Any]
FRENCH, ENGLISH, SPANISH = (f"conclusions-2021.{lang}.md" for lang in ("fr", "en", "es"))
EDITORIAL, MANIFEST = "conclusions-2021.editorial.jsonl", "manifest.toml"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A copy of the shipped folder, to be broken."""
    return Path(shutil.copytree(TEXTS, tmp_path / "texts"))


def replace_in(path: Path, before: str, after: str) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count(before) == 1
    path.write_text(source.replace(before, after), encoding="utf-8")


def change_lines(path: Path, change: Callable[[Rows], object]) -> None:
    rows = path.read_text(encoding="utf-8").splitlines()
    change(rows)
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def change_entry(path: Path, unit: str, change: Callable[[Row], object]) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    (row,) = (row for row in rows if row["id"] == f"conclusions-2021/{unit}")
    change(row)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def expect_fault(folder: Path, name: str, line: int, words: str) -> None:
    (fault,) = map(str, check_folder(folder))
    assert fault.startswith(f"{name}:{line}: ")
    assert words in fault
    with pytest.raises(TextError) as raised:
        load_corpus(folder)
    assert str(raised.value) == fault


def test_the_shipped_texts_have_no_fault() -> None:
    assert check_folder(TEXTS) == []


def test_the_copy_has_no_fault(texts: Path) -> None:
    assert check_folder(texts) == []
    assert load_corpus(texts).digest == load_corpus().digest


@pytest.mark.parametrize(
    ("before", "after", "line", "words"),
    [
        pytest.param("\n4. C'est", "\n5. C'est", 11, "paragraph 5 follows paragraph 3", id="skipped"),
        pytest.param("\n1. Rappelant", "\n- a) Rappelant", 5, "item a)", id="item without a paragraph"),
        pytest.param("- b) établir", "- c) établir", 39, "item c) where b)", id="letter out of order"),
        pytest.param("\n12. Le cadre", "\nLe cadre", 29, "no numbered paragraph", id="number missing"),
        pytest.param(" car la non-prise", "\ncar la non-prise", 6, "one line each", id="line broken in two"),
        pytest.param("devraient:\n\n- a) s'e", "devraient: \n\n- a) s'e", 35, "blanks at an end", id="blank"),
        pytest.param("Le cadre d'action proposé", "Le cadre d'action propose\u0301", 1, "NFC", id="NFD"),
    ],
)  # fmt: skip
def test_a_fault_of_a_text(texts: Path, before: str, after: str, line: int, words: str) -> None:
    replace_in(texts / FRENCH, before, after)
    expect_fault(texts, FRENCH, line, words)


@pytest.mark.parametrize(
    ("name", "change", "line", "words"),
    [
        (FRENCH, lambda rows: rows.pop(5), 6, "with one empty line between"),
        (FRENCH, lambda rows: rows.insert(5, ""), 7, "a block is one line"),
        (FRENCH, lambda rows: rows.append(""), 190, "ends in one newline"),
        (FRENCH, lambda rows: rows.clear(), 1, "a block is one line"),
        (ENGLISH, lambda rows: rows.__delitem__(slice(-2, None)), 187, "94 blocks, the first language has"),
        (ENGLISH, lambda rows: rows.__delitem__(slice(54, 56)), 55, "heading/4 where 13/j is due"),
        (SPANISH, lambda rows: rows.__setitem__(30, "#" + rows[30]), 31, "level 4 where 3 is due"),
        (EDITORIAL, lambda rows: rows.pop(13), 1, "no entry for conclusions-2021/13/a"),
        (EDITORIAL, lambda rows: rows.insert(1, rows[0]), 2, "conclusions-2021/1 stands twice"),
        (EDITORIAL, lambda rows: rows.append(rows[0].replace("2021/1", "2021/22")), 83, "2021/22, which"),
        (EDITORIAL, lambda rows: rows.insert(1, rows[0].replace("conclusions-2021", "R202")), 2, "R202/1"),
        (EDITORIAL, lambda rows: rows.__setitem__(6, rows[6][:-1]), 7, "not a JSON object"),
        (EDITORIAL, lambda rows: rows.__setitem__(7, "[]"), 8, "not a JSON object"),
        (MANIFEST, lambda rows: rows.append("= 3"), 1, "not TOML"),
    ],
)  # fmt: skip
def test_a_fault_of_lines(texts: Path, name: str, change: Callable[[Rows], object], line: int, words: str) -> None:
    change_lines(texts / name, change)
    expect_fault(texts, name, line, words)


@pytest.mark.parametrize(
    ("unit", "line", "change", "words"),
    [
        ("13/a", 14, {"actors": ["Everyone"]}, "actor 'Everyone' is none of"),
        ("2", 2, {"modality": ["may"]}, "modality 'may' is none of"),
        ("2", 2, {"actors": "Members"}, "actors is not a list"),
        (
            "3",
            3,
            {"point": {"fr": "un", "en": " ".join(["word"] * 26), "es": "uno"}},
            "en point has 26 words",
        ),
        ("3", 3, {"point": {"fr": "un", "en": "one"}}, "point is missing in es"),
        ("4", 4, {"gist": {"fr": "", "en": "One.", "es": "Uno."}}, "gist is missing in fr"),
        ("4", 4, {"gist": "One."}, "gist is not an object"),
        ("5", 5, {"questions": {"fr": ["Qui ?"], "es": ["¿Quién?"]}}, "questions is missing in en"),
        ("5", 5, {"concepts": {"fr": "socle", "en": "floor", "es": "piso"}}, "with a list of strings"),
        ("5", 5, {"situations": {"fr": "seul", "en": [], "es": []}}, "with a list of strings"),
        ("1", 1, {"id": "§ 1"}, "'§ 1' is not an id"),
    ],
)
def test_a_fault_of_an_entry(texts: Path, unit: str, line: int, change: Row, words: str) -> None:
    change_entry(texts / EDITORIAL, unit, lambda row: row.update(change))
    expect_fault(texts, EDITORIAL, line, words)


FIELDS = ["actors", "modality", "point", "gist", "concepts", "words", "questions", "situations", "review", "id"]


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_of_an_entry_is_missing(texts: Path, field: str) -> None:
    change_entry(texts / EDITORIAL, "2", lambda row: row.pop(field))
    expect_fault(texts, EDITORIAL, 2, f"the entry lacks '{field}'")


WITNESS = {"by": "a second reader", "on": "2026-01-01", "against": "the official text"}


@pytest.mark.parametrize(
    ("status", "witness", "words"),
    [
        ({"status": "reviewed"}, (), "'reviewed' is none of machine-drafted"),
        ({}, ("by", "on", "against"), "the entry lacks 'status'"),
        ({"status": "machine-cross-checked"}, ("on", "against"), "machine-cross-checked needs by"),
        ({"status": "human-approved"}, ("by", "on"), "human-approved needs against"),
        ({"status": "human-approved"}, (), "human-approved needs by, on, against"),
    ],
)
def test_a_fault_of_a_review(texts: Path, status: Row, witness: tuple[str, ...], words: str) -> None:
    review = status | {key: WITNESS[key] for key in witness}
    change_entry(texts / EDITORIAL, "6", lambda row: row["review"].update(point=review))
    expect_fault(texts, EDITORIAL, 6, words)


@pytest.mark.parametrize("field", ["point", "gist", "translation", "concepts", "words", "questions", "situations"])
def test_a_field_says_how_far_it_was_reviewed(texts: Path, field: str) -> None:
    change_entry(texts / EDITORIAL, "6", lambda row: row["review"].pop(field))
    expect_fault(texts, EDITORIAL, 6, f"the entry lacks '{field}'")


def test_a_review_with_its_witness_is_believed(texts: Path) -> None:
    review = {"status": "human-approved"} | WITNESS
    change_entry(texts / EDITORIAL, "6", lambda row: row["review"].update(translation=review))
    assert check_folder(texts) == []
    (found,) = (entry for entry in load_corpus(texts) if str(entry.id) == "conclusions-2021/6")
    assert {text.review for text in found.texts} == {None, "human-approved"}


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ('editorial = "conclusions-2021.editorial.jsonl"\n', "", "lacks 'editorial'"),
        ('kind = "translation"\nfile = "resolution-2021.es.md"', 'kind = "summary"\nfile = "x"',
         "'summary' is none of official"),
        ('lang = "en"\nkind = "translation"\nfile = "conclusions-2021.en.md"',
         'lang = "de"\nkind = "translation"\nfile = "conclusions-2021.en.md"', "'de' is none of fr, en, es"),
        ("['présente résolution']", "['(']", "'(' is no pattern"),
    ],
)  # fmt: skip
def test_a_fault_of_the_manifest(texts: Path, before: str, after: str, words: str) -> None:
    replace_in(texts / MANIFEST, before, after)
    expect_fault(texts, MANIFEST, 1, words)


@pytest.mark.parametrize(
    ("name", "words"),
    [(SPANISH, "the manifest names this file"), (EDITORIAL, "is missing from"), (MANIFEST, "no manifest in")],
)
def test_a_file_is_missing(texts: Path, name: str, words: str) -> None:
    (texts / name).unlink()
    expect_fault(texts, name, 1, words)


@pytest.mark.parametrize(("name", "line"), [(SPANISH, 1), (FRENCH, 1), (EDITORIAL, 1), (MANIFEST, 4)])
def test_a_file_is_not_utf_8(texts: Path, name: str, line: int) -> None:
    source = (texts / name).read_text(encoding="utf-8")
    (texts / name).write_bytes(source.encode("latin-1", "replace"))
    expect_fault(texts, name, line, "not UTF-8")
    (texts / name).write_text("\ufeff" + source, encoding="utf-8")
    expect_fault(texts, name, 1, "byte order mark")


def test_a_text_without_its_last_newline(texts: Path) -> None:
    (texts / FRENCH).write_bytes((texts / FRENCH).read_bytes().removesuffix(b"\n"))
    expect_fault(texts, FRENCH, 189, "ends in one newline")


def test_faults_of_several_files_are_named_together(texts: Path) -> None:
    replace_in(texts / FRENCH, "\n4. C'est", "\n5. C'est")
    replace_in(texts / "resolution-2021.es.md", "\n2. invita", "\n3. invita")
    change_entry(texts / EDITORIAL, "3", lambda row: row["point"].pop("es"))
    assert [fault.path.name for fault in check_folder(texts)] == ["resolution-2021.es.md", FRENCH, EDITORIAL]


def test_another_text_is_another_corpus(texts: Path) -> None:
    replace_in(texts / ENGLISH, "in particular with a view to eliminating child labour", "to end child labour")
    assert check_folder(texts) == []
    assert load_corpus(texts).digest != load_corpus().digest
