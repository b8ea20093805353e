"""Finds references to provisions in free text, in French, English and Spanish and in many spellings."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from corpus.citation import DEFAULT_INSTRUMENT, Citation
from corpus.collection import Corpus
from corpus.loading import load_corpus
from corpus.reference_reader import Reader

_LEADING = re.compile(r"^(?:l['’]|les? |la |the |los |las |el |du |des |del |from )", re.IGNORECASE)
_JOINERS = ("", "et", "and", "y", "e", "ou", "or", "o", "l'", "l’", "le", "la", "the", "el")
_COURTESY = re.compile(
    r"^(?:please|pls|merci de|por favor|porfa|bonjour|hello|hi|hola)\b[ ,:!]*"
    r"|[ ,]+(?:svp|stp|s['’]il (?:vous|te) pla[iî]t|merci|please|pls|plz|thanks|thank you|por favor|porfa|gracias)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """What a stretch [start, end) of the text refers to, in the order of writing; ranges are spelt out."""

    start: int
    end: int
    citations: tuple[Citation, ...]


def find_references(
    text: str, instrument: str = DEFAULT_INSTRUMENT, corpus: Corpus | None = None
) -> tuple[Reference, ...]:
    """The references in a question or a paragraph, left to right.

    A number counts only with a mark of its own ("§", "para", "párrafo", a bracketed letter) or where its sentence asks
    for it ("que dit le 13"), so that "13 countries" is none. `instrument` is what a reference without a name belongs
    to. `corpus` says how many units a place is counted in ("the last item of paragraph 20"), the shipped one where it
    is not given. Nothing else is checked against it.
    """
    return tuple(Reference(*found) for found in _reader(text, instrument, corpus, whole=False).all())


def parse_reference(
    text: str, instrument: str = DEFAULT_INSTRUMENT, corpus: Corpus | None = None
) -> tuple[Citation, ...]:
    """The citations that the whole of `text` stands for ("13 i", "21", "part II, please"), or () if it is none.

    `instrument` and `corpus` are as in `find_references`.
    """
    polite = text.strip().strip('«»"“”.?!¿¡ ').strip()
    stripped = _LEADING.sub("", _COURTESY.sub("", polite).strip(' "«»“”.,?!'))
    found = tuple(_reader(stripped, instrument, corpus, whole=True).all())
    at, gaps = 0, []
    for start, end, _ in found:
        gaps.append(stripped[at:start])
        at = end
    gaps.append(stripped[at:])
    if all(gap.strip(" ,;.()[]&").lower() in _JOINERS for gap in gaps):
        return tuple(citation for _, _, citations in found for citation in citations)
    return ()


def _reader(text: str, instrument: str, corpus: Corpus | None, *, whole: bool) -> Reader:
    def members(unit: Citation) -> tuple[Citation, ...]:
        return (_shipped() if corpus is None else corpus).members(unit)

    return Reader(text, instrument, members, whole=whole)


@functools.cache
def _shipped() -> Corpus:
    """The shipped texts, read at the first reference that counts units ("the last item of paragraph 20")."""
    return load_corpus()
