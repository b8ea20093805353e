"""Finds references to provisions in free text, in French, English and Spanish and in many spellings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.citation import DEFAULT_INSTRUMENT, Citation
from corpus.reference_reader import Reader

_LEADING = re.compile(r"^(?:l['’]|les? |la |the |los |las |el |du |des |del |from )", re.IGNORECASE)
_JOINERS = ("", "et", "and", "y", "ou", "or", "o", "l'", "l’", "le", "la", "the", "el")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a stretch [start, end) of the text refers to, in the order of writing; ranges are spelt out."""

    start: int
    end: int
    citations: tuple[Citation, ...]


def find_references(text: str, instrument: str = DEFAULT_INSTRUMENT) -> tuple[Reference, ...]:
    """The references in a question or a paragraph, left to right.

    A number counts only with a mark of its own ("§", "para", "párrafo", a bracketed letter), so that
    "13 countries" is none. `instrument` is what a reference without a name belongs to. Nothing is checked
    against the corpus.
    """
    return tuple(Reference(*found) for found in Reader(text, instrument, whole=False).all())


def parse_reference(text: str, instrument: str = DEFAULT_INSTRUMENT) -> tuple[Citation, ...]:
    """The citations that the whole of `text` stands for ("13 i", "21", "part II"), or () if it is none."""
    stripped = _LEADING.sub("", text.strip().strip('«»"“”.?!¿¡ ').strip())
    found = tuple(Reader(stripped, instrument, whole=True).all())
    at, gaps = 0, []
    for start, end, _ in found:
        gaps.append(stripped[at:start])
        at = end
    gaps.append(stripped[at:])
    if all(gap.strip(" ,;.()&").lower() in _JOINERS for gap in gaps):
        return tuple(citation for _, _, citations in found for citation in citations)
    return ()
