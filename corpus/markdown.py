"""Reads a text's Markdown into typed blocks and prints the blocks back, losing nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import TextError

_HEADING = re.compile(r"(#{1,5}) (\S.*)")
_PARAGRAPH = re.compile(r"(\d+)\. (\S.*)")
_ITEM = re.compile(r"- ([a-z])\) (\S.*)")
_PART = re.compile(r"([IVX]+)\. (\S.*)")


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text file.

    `kind` is title, heading, paragraph, item or recital; `marker` what stands before the text in the official
    print ("13.", "a)", "II."), `level` a heading's depth (1 is the title), `path` the rest of its id.
    """

    kind: str
    marker: str
    text: str
    level: int
    line: int
    path: tuple[str, ...]


def parse_blocks(source: str, path: Path) -> tuple[Block, ...]:
    """Read one text file; raises TextError, with the line, for what is not in the stated format."""
    if not source.endswith("\n") or source.endswith("\n\n"):
        last = source.count("\n") + (not source.endswith("\n"))
        raise TextError(path, last, "a text ends in one newline")
    blocks: list[Block] = []
    state = _Counts()
    for offset, line in enumerate(source[:-1].split("\n")):
        number = offset + 1
        if offset % 2:
            if line:
                raise TextError(path, number, "blocks are one line each, with one empty line between them")
            continue
        if not line or line != line.strip():
            raise TextError(path, number, "empty or with blanks at an end: a block is one line of text")
        blocks.append(_block(line, number, state, path))
    return tuple(blocks)


def print_blocks(blocks: tuple[Block, ...]) -> str:
    """Inverse of `parse_blocks`: the file's text, character by character."""
    return "\n\n".join(_line(block) for block in blocks) + "\n"


@dataclass
class _Counts:
    paragraph: str = ""
    last_number: int = 0
    last_letter: str = ""
    headings: int = 0
    recitals: int = 0


def _line(block: Block) -> str:
    if block.kind in ("title", "heading"):
        marker = f"{block.marker} " if block.marker else ""
        return f"{'#' * block.level} {marker}{block.text}"
    if block.kind == "item":
        return f"- {block.marker} {block.text}"
    return f"{block.marker} {block.text}" if block.marker else block.text


def _block(line: str, number: int, state: _Counts, path: Path) -> Block:
    if found := _HEADING.fullmatch(line):
        return _heading(found, number, state)
    if found := _PARAGRAPH.fullmatch(line):
        if int(found[1]) != state.last_number + 1:
            raise TextError(path, number, f"paragraph {found[1]} follows paragraph {state.last_number}")
        state.paragraph, state.last_number, state.last_letter = found[1], int(found[1]), ""
        return Block("paragraph", f"{found[1]}.", found[2], 0, number, (found[1],))
    if found := _ITEM.fullmatch(line):
        expected = chr(ord(state.last_letter) + 1) if state.last_letter else "a"
        if not state.paragraph or found[1] != expected:
            raise TextError(path, number, f"item {found[1]}) where {expected}) of a paragraph is due")
        state.last_letter = found[1]
        return Block("item", f"{found[1]})", found[2], 0, number, (state.paragraph, found[1]))
    if state.paragraph:
        raise TextError(path, number, "text that is no numbered paragraph, item or heading")
    state.recitals += 1
    return Block("recital", "", line, 0, number, ("preamble", str(state.recitals)))


def _heading(found: re.Match[str], number: int, state: _Counts) -> Block:
    level, text = len(found[1]), found[2]
    if level == 1:
        return Block("title", "", text, 1, number, ("title",))
    if part := _PART.fullmatch(text):
        return Block("heading", f"{part[1]}.", part[2], level, number, ("part", part[1]))
    state.headings += 1
    return Block("heading", "", text, level, number, ("heading", str(state.headings)))
