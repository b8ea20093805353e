"""Goes through every text and the editorial layer and names each fault with its file and line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus.editorial import read_editorial
from corpus.errors import TextError
from corpus.loading import load_corpus, read_text
from corpus.manifest import Held, read_manifest
from corpus.markdown import print_blocks


def check_folder(folder: Path) -> list[TextError]:
    """The faults of a folder, one a file at most, then those of the whole; empty where all is well."""
    try:
        manifest = read_manifest(folder)
    except TextError as error:
        return [error]
    faults = [fault for held in manifest.held for fault in _of_files(held)]
    if not faults:
        faults = list(_of_whole(folder))
    return faults


def _of_files(held: Held) -> Iterator[TextError]:
    for file in held.texts:
        try:
            blocks = read_text(file)
        except TextError as error:
            yield error
            continue
        if print_blocks(blocks) != file.path.read_text(encoding="utf-8"):
            yield TextError(file.path, 1, "printing its blocks does not give the file back")
    try:
        read_editorial(held.editorial)
    except TextError as error:
        yield error


def _of_whole(folder: Path) -> Iterator[TextError]:
    try:
        load_corpus(folder)
    except TextError as error:
        yield error
