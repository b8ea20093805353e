"""A build on disk: its folder, its manifest, the pointer to the one that serves, and whether it can be trusted."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from index.encoder_files import sha256

FORMAT = 1
REBUILD = "run: make index"
_POINTER, _MANIFEST = "current", "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a build was made from and holds. `samples` are passage ids that must find themselves first."""

    format: int
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


def write_manifest(build: Path, manifest: Manifest) -> None:
    """Write the manifest into a build's folder, last of all its files."""
    (build / _MANIFEST).write_text(json.dumps(asdict(manifest), indent=1), encoding="utf-8")


def file_hashes(build: Path) -> dict[str, str]:
    """SHA-256 of every file of a build that opening it leaves alone, by path relative to the folder."""
    paths = (path for path in build.rglob("*") if path.is_file() and path.name != _MANIFEST)
    return {str(path.relative_to(build)): sha256(path) for path in sorted(paths) if not _changes(path)}


def _changes(path: Path) -> bool:
    """SQLite keeps its journal beside the database and may touch the database when it is opened."""
    return path.name.startswith("chroma.sqlite3")


def point_to(builds: Path, name: str) -> None:
    """Make the build `name` the one that serves, in one step."""
    scratch = builds / f"{_POINTER}.tmp"
    scratch.write_text(name, encoding="utf-8")
    os.replace(scratch, builds / _POINTER)


def current(builds: Path) -> Path | None:
    """The folder of the build that serves, or None."""
    pointer = builds / _POINTER
    name = pointer.read_text(encoding="utf-8").strip() if pointer.is_file() else ""
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
        manifest = Manifest(**json.loads((folder / _MANIFEST).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Status("damaged", f"the build {folder.name} has no manifest; {REBUILD}", None, folder)
    except (json.JSONDecodeError, TypeError, UnicodeDecodeError):
        return Status("foreign", f"the manifest of {folder.name} is not of this version; {REBUILD}", None, folder)
    if manifest.format != FORMAT or (manifest.model, manifest.revision) != (model, revision):
        made_by = f"format {manifest.format}, encoder {manifest.model}"
        return Status("foreign", f"the index was built by another version ({made_by}); {REBUILD}", manifest, folder)
    if fault := _damage(folder, manifest):
        return Status("damaged", f"{fault}; {REBUILD} -- it rebuilds what is damaged", manifest, folder)
    if manifest.corpus_digest != corpus_digest:
        return Status("stale", f"the texts have changed since the index was built; {REBUILD}", manifest, folder)
    return Status("fresh", "", manifest, folder)


def _damage(folder: Path, manifest: Manifest) -> str:
    for name, expected in manifest.files.items():
        path = folder / name
        if not path.is_file():
            return f"the index lacks {name}"
        if sha256(path) != expected:
            return f"the index's {name} is not what was built"
    return ""
