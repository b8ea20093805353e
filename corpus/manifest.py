"""Reads the manifest: which instruments there are, what they are, and where their texts stand."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.citation import LANGUAGES
from corpus.errors import TextError
from corpus.provision import TEXT_KINDS, Instrument
from corpus.text_files import read_utf8


@dataclass(frozen=True, slots=True)
class TextFile:
    """Where the wording of an instrument in one language stands, and of which kind it is."""

    lang: str
    kind: str
    path: Path


@dataclass(frozen=True, slots=True)
class Held:
    """An instrument whose texts are here. `mentions` are patterns by which others' official text names it."""

    instrument: Instrument
    texts: tuple[TextFile, ...]
    editorial: Path
    mentions: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Referred:
    """An instrument that the texts name and that is not held; `provisions` maps a number to its pattern."""

    instrument: Instrument
    mentions: tuple[re.Pattern[str], ...]
    provisions: Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Manifest:
    """All instruments, in the order of the manifest."""

    held: tuple[Held, ...]
    referred: tuple[Referred, ...]


def read_manifest(folder: Path) -> Manifest:
    """Read `manifest.toml` of a folder of texts; raises TextError where a field is missing or wrong."""
    path = folder / "manifest.toml"
    try:
        data = tomllib.loads(read_utf8(path))
    except FileNotFoundError:
        raise TextError(path, 1, f"no manifest in {folder}") from None
    except tomllib.TOMLDecodeError as error:
        raise TextError(path, 1, f"not TOML: {error}") from None
    try:
        forces = {kind: entry["force"] for kind, entry in data["kinds"].items()}
        held = tuple(_held(entry, forces, folder) for entry in data["instrument"])
        referred = tuple(_referred(entry, forces) for entry in data.get("referred", ()))
    except KeyError as error:
        raise TextError(path, 1, f"an entry lacks {error}") from None
    except re.error as error:
        raise TextError(path, 1, f"{error.pattern!r} is no pattern: {error}") from None
    for file in (file for entry in held for file in entry.texts):
        for name, value, known in (("kind", file.kind, TEXT_KINDS), ("language", file.lang, LANGUAGES)):
            if value not in known:
                raise TextError(path, 1, f"text {name} {value!r} is none of {', '.join(known)}")
    return Manifest(held, referred)


def _instrument(entry: Mapping[str, Any], forces: Mapping[str, Mapping[str, str]]) -> Instrument:
    url = entry.get("url", {})
    return Instrument(
        code=entry["code"],
        kind=entry["kind"],
        title=entry["title"],
        force=forces[entry["kind"]],
        url=url if isinstance(url, dict) else dict.fromkeys(entry["title"], url),
        note=entry.get("note", ""),
        source=entry.get("source", ""),
    )


def _patterns(entry: Mapping[str, Any]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in entry.get("mentions", ()))


def _held(entry: Mapping[str, Any], forces: Mapping[str, Mapping[str, str]], folder: Path) -> Held:
    texts = tuple(TextFile(text["lang"], text["kind"], folder / text["file"]) for text in entry["text"])
    return Held(_instrument(entry, forces), texts, folder / entry["editorial"], _patterns(entry))


def _referred(entry: Mapping[str, Any], forces: Mapping[str, Mapping[str, str]]) -> Referred:
    provisions = {number: re.compile(pattern) for number, pattern in entry.get("provisions", {}).items()}
    return Referred(_instrument(entry, forces), _patterns(entry), provisions)
