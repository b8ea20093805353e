"""What can be wrong with a text, a citation or a reference, each error a sentence that says what to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.citation import Citation


class CorpusError(Exception):
    """The corpus, or what was asked of it, is wrong; the message is one line fit for a reader."""


class TextError(CorpusError):
    """A file of the corpus cannot be read as its stated format; names the file and the line."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{path.name}:{line}: {message}")
        self.path, self.line = path, line


class CitationError(CorpusError):
    """A string is not a citation."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The true extent of an instrument, and of the paragraph that was meant where it has items."""

    instrument: str
    first: str
    last: str
    items: tuple[str, str] | None = None


class BadReferenceError(CorpusError):
    """A reference names nothing that is held; carries the true bounds and what might have been meant.

    `messages` holds one line per language (fr, en, es).
    """

    def __init__(
        self,
        messages: dict[str, str],
        bounds: Bounds | None = None,
        alternatives: tuple[Citation, ...] = (),
    ) -> None:
        super().__init__(messages["en"])
        self.messages, self.bounds, self.alternatives = messages, bounds, alternatives
