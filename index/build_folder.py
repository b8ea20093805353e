"""A build on disk: its folder, its manifest, the pointer to the one that serves, and whether it can be trusted."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from index.encoder_files import sha256

FORMAT = 2
# What is indexed depends on this code: an index made by another version of it is foreign.
_RECIPE = ("analysis.py", "stop_words.py", "passages.py", "lexical.py", "concepts.py")
REBUILD = "run: make index"
_POINTER, _MANIFEST = "current", "manifest.json"
_DATABASE = "chroma.sqlite3"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a build was made from and holds. `samples` are passage ids that must find themselves first."""

    format: int
    recipe: str
    corpus_digest: str
    model: str
    revision: str
    passages: dict[str, int]
    provisions: int
    built_at: str
    backend: str
    samples: dict[str, list[str]]
    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class Status:
    """Whether the index that serves is fresh, stale, missing, foreign or damaged, and why."""

    state: str
    reason: str = ""
    manifest: Manifest | None = None
    folder: Path | None = None


def recipe() -> str:
    """SHA-256 over the code that decides what is indexed."""
    digest = hashlib.sha256()
    for name in _RECIPE:
        digest.update((Path(__file__).parent / name).read_bytes())
    return digest.hexdigest()


def write_manifest(build: Path, manifest: Manifest) -> None:
    """Write the manifest into a build's folder, last of all its files."""
    (build / _MANIFEST).write_text(json.dumps(asdict(manifest), indent=1), encoding="utf-8")


def file_hashes(build: Path) -> dict[str, str]:
    """SHA-256 of every file of a build that opening it leaves alone, by path relative to the folder."""
    paths = (path for path in build.rglob("*") if path.is_file() and path.name != _MANIFEST)
    return {str(path.relative_to(build)): sha256(path) for path in sorted(paths) if not _changes(path)}


def _changes(path: Path) -> bool:
    """SQLite keeps its journal beside the database and may touch the database when it is opened."""
    return path.name.startswith(_DATABASE)


def point_to(builds: Path, name: str) -> None:
    """Make the build `name` the one that serves, in one step."""
    scratch = builds / f"{_POINTER}.tmp"
    scratch.write_text(name, encoding="utf-8")
    os.replace(scratch, builds / _POINTER)


def current(builds: Path) -> Path | None:
    """The folder of the build that serves, or None."""
    pointer = builds / _POINTER
    name = pointer.read_text(encoding="utf-8", errors="replace").strip() if pointer.is_file() else ""
    return builds / name if name else None


def examine(builds: Path, corpus_digest: str, model: str, revision: str) -> Status:
    """Judge the build that serves against the corpus and encoder of now, without opening the store.

    A garbled vector file makes Chroma answer wrongly in silence or end the process, so the files are compared
    with the hashes taken when they were written.
    """
    folder = current(builds)
    if folder is None:
        return Status("missing", f"no index has been built; {REBUILD}")
    try:
        manifest = _read_manifest(folder)
    except FileNotFoundError:
        return Status("damaged", f"the build {folder.name} has no manifest; {REBUILD}", None, folder)
    except (json.JSONDecodeError, TypeError, UnicodeDecodeError):
        return Status("foreign", f"the manifest of {folder.name} is not of this version; {REBUILD}", None, folder)
    if (manifest.format, manifest.recipe) != (FORMAT, recipe()) or (manifest.model, manifest.revision) != (
        model,
        revision,
    ):
        made_by = f"format {manifest.format}, encoder {manifest.model}"
        return Status("foreign", f"the index was built by another version ({made_by}); {REBUILD}", manifest, folder)
    if fault := _difference(folder, manifest.files) or _database_fault(folder):
        return Status("damaged", f"{fault}; {REBUILD} -- it rebuilds what is damaged", manifest, folder)
    if manifest.corpus_digest != corpus_digest:
        return Status("stale", f"the texts have changed since the index was built; {REBUILD}", manifest, folder)
    return Status("fresh", "", manifest, folder)


def intact(build: Path, part: str) -> bool:
    """Whether the files of the folder `part` of a build are the ones that were written."""
    try:
        files = _read_manifest(build).files
    except (OSError, ValueError, TypeError):
        return False
    of_part = {name: expected for name, expected in files.items() if Path(name).parts[0] == part}
    return bool(of_part) and not _difference(build, of_part)


def _read_manifest(build: Path) -> Manifest:
    return Manifest(**json.loads((build / _MANIFEST).read_text(encoding="utf-8")))


def _database_fault(build: Path) -> str:
    """What SQLite finds wrong with Chroma's database, which has no lasting hash; Chroma itself may abort on it."""
    for path in build.rglob(_DATABASE):
        try:
            with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
                sound = path.stat().st_size > 0 and database.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        except sqlite3.DatabaseError:
            sound = False
        return "" if sound else f"the index's {path.relative_to(build)} is not a sound database"
    return f"the index lacks {_DATABASE}"


def _difference(folder: Path, files: Mapping[str, str]) -> str:
    for name, expected in files.items():
        path = folder / name
        if not path.is_file():
            return f"the index lacks {name}"
        if sha256(path) != expected:
            return f"the index's {name} is not what was built"
    return ""
