"""Reads the units of a text and whose they are: parts, headings, the preamble, the instrument named beside them."""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.citation import DEFAULT_INSTRUMENT, Citation
from corpus.reference_lists import ListReader
from corpus.reference_tokens import Token, number_of
from corpus.reference_words import ROMAN

RESOLUTION = "resolution-2021"
OWN = (DEFAULT_INSTRUMENT, RESOLUTION)
_NAMES = ("conclusions", "resolution", "convention", "recommendation")
_NUMERALS = ("number", "word_number", "roman", "letter")
_ROMAN_NUMERALS = ("", *(numeral.upper() for numeral in ROMAN))
_MOST_PARTS = len(_ROMAN_NUMERALS) - 1

Members = Callable[[Citation], tuple[Citation, ...]]


class UnitReader(ListReader):
    """Adds what a reference belongs to; `members` says which units stand in a paragraph, a part or a preamble."""

    def __init__(self, text: str, instrument: str, members: Members, *, whole: bool) -> None:
        super().__init__(text, whole=whole)
        self.instrument, self.members = instrument, members

    # --- instruments ---

    def name(self) -> str | None:
        """The code of an instrument named at the place; None where none is."""
        token = self.take(*_NAMES)
        if token is None:
            return None
        number = re.search(r"(?<!\d)\d{1,3}(?!\d)", token.text)
        if token.kind in ("convention", "recommendation") and number:
            return f"{'C' if token.kind == 'convention' else 'R'}{int(number[0]):03d}"
        return {"conclusions": DEFAULT_INSTRUMENT, "resolution": RESOLUTION}[token.kind]

    def owned(self, found: list[Citation], *, needs_name: bool = False) -> list[Citation]:
        """Give what was read to the instrument named after it; nothing where that is none of ours."""
        start = self.at
        comma, opened, of = self.take("comma"), self.take("open"), self.take("of")
        if of:
            self._skip_title()
            if self.take("other"):
                return []
        name = self.name() if comma or opened or of else None
        # "§ 5, résolution § 3": the name belongs to what follows.
        if name and (of or self.peek() in ("end", "word", "close", "dot", "and")):
            if opened:
                self.take("close")
            return [Citation(name, citation.path) for citation in found]
        self.at = start
        return [] if needs_name else found

    def _skip_title(self) -> None:
        """Pass over one small word ("de la présente résolution") or over a title in capitals.

        Such as "of the Social Security (Minimum Standards) Convention, 1952 (No. 102)".
        """
        start, small = self.at, 0
        while self.peek() not in ("other", *_NAMES):
            token = self.take("word", "open", "close", "of", "to", "and")
            if token is None or self.at - start > 12:
                self.at = start
                return
            small += token.kind == "word" and not self.text[token.start].isupper()
            if small > 1 or (small and token.kind != "word"):
                self.at = start
                return

    # --- units ---

    def unit(self, instrument: str, *, marked: bool) -> list[Citation] | None:
        """A part, a heading, the title, the preamble, or paragraphs with or without items."""
        if self.whole and self.take("title"):
            return [Citation(instrument, ("title",))]
        if self.peek() in ("part", "heading"):
            return self.division(instrument)
        if self.peek() in ("preamble", "recital"):
            return self._preamble(instrument)
        return self.paragraphs(instrument, marked=marked)

    def division(self, instrument: str) -> list[Citation] | None:
        """ "part II", "partie 2", "parts I to III"."""
        before = self.tokens[self.at - 1].text if self.at else ""
        sign = self.take("part", "heading")
        token = self.take(*_NUMERALS)
        if sign is None or token is None or not _is_numeral(token):
            return None
        adverb = before == "a" or (before in ("in", "en") and token.kind in ("letter", "word_number"))
        # "In part I think", "à part 2 pays"; written "Part I" it is one.
        if adverb and self.peek() == "word" and self.text[sign.start].islower():
            return None
        values = [number_of(token)]
        while self.peek() in ("and", "comma", "to") and self.peek(1) in _NUMERALS:
            joiner, token = self.tokens[self.at], self.tokens[self.at + 1]
            if not sign.text.endswith("s") or not _is_numeral(token):
                break
            self.at += 2
            value = number_of(token)
            if joiner.kind == "to":
                low, high = sorted((values[-1], min(value, _MOST_PARTS)))
                values[-1:] = range(low, high + 1)
            else:
                values.append(value)
        return [Citation(instrument, (sign.kind, numeral_of(value) if sign.kind == "part" else str(value)))
                for value in values]  # fmt: skip

    def title_of_part(self) -> list[Citation] | None:
        """ "titre de la partie III", "heading of Part I", "título de la 3.ª parte"."""
        if not self.take("title", "heading"):
            return None
        self.take("of")
        if self.peek() == "part":
            found = self.division(self.instrument)
        else:
            ordinal = self.take("ordinal")
            found = [self.part(number_of(ordinal))] if ordinal and self.take("part") else None
        return None if found is None else self.owned(found)

    def part(self, number: int) -> Citation:
        """A part by its number."""
        return Citation(self.instrument, ("part", numeral_of(number)))

    def _preamble(self, instrument: str) -> list[Citation] | None:
        """The preamble, all its recitals, or one. It is the resolution's, whatever was shown last, unless another's."""
        preamble = Citation(RESOLUTION if instrument in OWN else instrument, ("preamble",))
        every = list(self.members(preamble)) or [Citation(preamble.instrument, ("preamble", "1"))]
        if sign := self.take("recital"):
            number = self.number(words=True)
            if number is None:
                return every if self.whole and sign.text.endswith("s") else None
            return [Citation(preamble.instrument, ("preamble", str(number)))]
        self.take("preamble")
        start = self.at
        self.take("comma")
        named = self.take("recital", "al", "item", "paragraph")
        number = self.number(words=True) if named or self.whole else None
        if number is None:
            self.at = start
            return every
        return [Citation(preamble.instrument, ("preamble", str(number)))]


def _is_numeral(token: Token) -> bool:
    return token.kind != "letter" or token.text in "ivx"


def numeral_of(value: int) -> str:
    """The roman numeral of a part; figures where it is too large for any."""
    return _ROMAN_NUMERALS[value] if value <= _MOST_PARTS else str(value)
