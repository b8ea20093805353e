"""The command `python -m evals` as a process of its own, and the cases and floors that its tests hand it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus import TEXTS
from evals import GOLD_MEASURES

ROOT = TEXTS.parent.parent
_REST = {
    "may": [], "split": "dev", "style": "direct", "scope": ["conclusions-2021"], "author": "tests",
    "review": "machine-drafted",
}  # fmt: skip
CONTRACT = ["CitationExists", "CitationPresent", "PointOwn", "QuoteExact", "AnswerTrue"]
NAMES = [*(measure.name for measure in GOLD_MEASURES), *CONTRACT, "ALCERecall", "ALCEPrecision"]
# All are answered right but `g`, whose gold is wrong on purpose: para. 1 says nothing of child labour.
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
    {
        "id": "e", "lang": "en", "outcome": "answered", "must": ["conclusions-2021/13/h"], "family": "e",
        "question": "13 h)", "style": "lookup",
    },
    {
        "id": "f", "lang": "es", "outcome": "answered", "must": ["resolution-2021/2"], "family": "f",
        "history": ["¿Qué dice el párrafo 1 de la resolución?"], "question": "¿Y el párrafo 2?", "style": "follow-up",
        "scope": ["resolution-2021"],
    },
    {
        "id": "g", "lang": "en", "outcome": "answered", "must": ["conclusions-2021/1"], "family": "b",
        "question": "Which action on child labour & social protection is due?",
    },
)  # fmt: skip


def evals(*arguments: object, **settings: str) -> subprocess.CompletedProcess[str]:
    """What `python -m evals` with these arguments does; `settings` are environment variables."""
    return run_python("-m", "evals", *map(str, arguments), **settings)


def run_python(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """What Python does in the project's folder, with no SOCLE_ variables but those of `settings`."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("SOCLE_")}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=clean | settings,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=180,
    )


def rows_of(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    """The JSON objects that a command wrote, one a line."""
    return [json.loads(line) for line in done.stdout.splitlines()]


def write_cases(folder: Path, *cases: dict[str, Any]) -> Path:
    """A folder of cases, with the fields that are the same in all."""
    folder.mkdir(exist_ok=True)
    rows = [json.dumps(_REST | case, ensure_ascii=False) for case in cases]
    (folder / "some.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return folder


Bound = tuple[str, str, str, float]


def write_floors(path: Path, *floors: Bound, aims: Sequence[Bound] = (), guarded: Sequence[str] = ()) -> Path:
    """A file of floors; without any, one that holds nothing against a run."""
    tables = [f"[guarded]\ncases = {json.dumps(list(guarded))}\n"]
    for name, bounds in (("floor", floors), ("aim", aims)):
        for measure, lang, split, value in bounds:
            tables.append(f'[[{name}]]\nmeasure = "{measure}"\nlang = "{lang}"\nsplit = "{split}"\nvalue = {value}\n')
    path.write_text("".join(tables), encoding="utf-8")
    return path
