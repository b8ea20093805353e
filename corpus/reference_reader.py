"""Reads references out of a text: which words name a unit, which the instrument it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.citation import DEFAULT_INSTRUMENT, Citation
from corpus.reference_lists import ListReader
from corpus.reference_tokens import Token, number_of

_RESOLUTION = "resolution-2021"
_NAMES = ("conclusions", "resolution", "convention", "recommendation")
_OWN = (DEFAULT_INSTRUMENT, _RESOLUTION)
_NUMERALS = ("number", "word_number", "roman", "letter")
_ROMAN_NUMERALS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_MOST_PARTS = len(_ROMAN_NUMERALS) - 1


class Reader(ListReader):
    """One pass over the tokens.

    A case that reads nothing returns None. An empty list means: read, and it is no provision of ours
    ("article 25 de la Constitution"), so that its pieces are not read again.
    """

    def __init__(self, text: str, instrument: str, *, whole: bool) -> None:
        super().__init__(text, whole=whole)
        self.instrument = instrument

    def all(self) -> Iterator[tuple[int, int, tuple[Citation, ...]]]:
        """Start, end and citations of each reference, left to right."""
        while self.at < len(self.tokens):
            start = self.at
            if citations := self._one():
                yield self.tokens[start].start, self.tokens[self.at - 1].end, tuple(citations)
            elif self.at == start:
                self.at += 1

    # --- the cases, the most telling first ---

    def _one(self) -> list[Citation]:
        if token := self.take("id"):
            return [self._id(token)]
        if token := self.take("sdg"):
            return [Citation("SDG", (number,)) for number in re.findall(r"\d{1,2}\.\w", token.text)]
        for case in (self._items_of_paragraph, self._ordinal_first, self._named_first, self._unit_then_name):
            start = self.at
            citations = case()
            if citations is not None:
                return citations
            self.at = start
        return []

    def _id(self, token: Token) -> Citation:
        instrument, *path = self.text[token.start : token.end].split("/")
        if instrument.lower() not in _OWN:
            return Citation(instrument.upper(), tuple(path))
        if [unit.lower() for unit in path[:1]] == ["part"]:
            return Citation(instrument.lower(), ("part", *(unit.upper() for unit in path[1:])))
        return Citation(instrument.lower(), tuple(unit.lower() for unit in path) or ("title",))

    def _items_of_paragraph(self) -> list[Citation] | None:
        """ "alinéa i) du paragraphe 13", "points a) et b) du § 13", "item (i) of paragraph 13"."""
        if not self.take("item", "al"):
            return None
        letters = self.letters(certain=True)
        if not letters or not self.take("of"):
            return None
        sign = self.take("paragraph", "article")
        number = self.number(words=bool(sign))
        if number is None or not (sign or self.whole or self.peek() != "word"):
            return None
        return self._owned([Citation(self.instrument, (str(number), letter)) for letter in letters])

    def _ordinal_first(self) -> list[Citation] | None:
        """ "deuxième considérant du préambule", "second paragraph of the resolution", "primera parte"."""
        ordinal = self.take("ordinal")
        unit = self.take("paragraph", "part", "recital", "item") if ordinal else None
        if ordinal is None or unit is None:
            return None
        value = number_of(ordinal)
        of_preamble = self.peek() == "of" and self.peek(1) == "preamble"
        if of_preamble:
            self.at += 2
        if of_preamble or unit.kind == "recital":
            return self._owned([Citation(_RESOLUTION, ("preamble", str(value)))])
        if unit.kind == "item":
            return None
        path = ("part", _ROMAN_NUMERALS[value]) if unit.kind == "part" else (str(value),)
        return self._owned([Citation(self.instrument, path)], needs_name=not self.whole)

    def _named_first(self) -> list[Citation] | None:
        """ "résolution, § 3 a)", "R202 para 5", "C102, art. 65, § 1"; and another text's: "rapport, § 5"."""
        if self.take("other"):
            self.take("comma")
            if self.peek() not in ("paragraph", "article", "number"):
                return None
            found = self._unit(self.instrument, marked=True)
            return None if found is None else self._owned(found, needs_name=True)
        instrument = self._name()
        if instrument is None:
            return None
        end = self.at
        self.take("comma", "dot")
        self.take("of")
        if found := self._unit(instrument, marked=self.whole):
            return [Citation(instrument, citation.path) for citation in found]
        if self.whole and end == len(self.tokens):
            return [Citation(instrument, ("title",) if instrument in _OWN else ())]
        return None

    def _unit_then_name(self) -> list[Citation] | None:
        """ "§ 13 i)", "paragraphe 3 a) de la résolution", "article 71 de la C102"."""
        by_article = self.peek() == "article"
        found = self._unit(self.instrument, marked=self.whole)
        return None if found is None else self._owned(found, needs_name=by_article and not self.whole)

    # --- instruments ---

    def _name(self) -> str | None:
        token = self.take(*_NAMES)
        if token is None:
            return None
        number = re.search(r"(?<!\d)\d{1,3}(?!\d)", token.text)
        if token.kind in ("convention", "recommendation") and number:
            return f"{'C' if token.kind == 'convention' else 'R'}{int(number[0]):03d}"
        return {"conclusions": DEFAULT_INSTRUMENT, "resolution": _RESOLUTION}[token.kind]

    def _owned(self, found: list[Citation], *, needs_name: bool = False) -> list[Citation]:
        """Give what was read to the instrument named after it; nothing where that is none of ours."""
        start = self.at
        comma, opened, of = self.take("comma"), self.take("open"), self.take("of")
        if of:
            self._skip_title()
            if self.take("other"):
                return []
        name = self._name() if comma or opened or of else None
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

    def _unit(self, instrument: str, *, marked: bool) -> list[Citation] | None:
        """A part, a heading, the title, the preamble, or paragraphs with or without items."""
        if self.whole and self.take("title"):
            return [Citation(instrument, ("title",))]
        if self.peek() in ("part", "heading"):
            return self._division(instrument)
        if self.peek() in ("preamble", "recital"):
            return self._preamble()
        return self.paragraphs(instrument, marked=marked)

    def _division(self, instrument: str) -> list[Citation] | None:
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
            values += range(values[-1] + 1, min(value, _MOST_PARTS) + 1) if joiner.kind == "to" else [value]
        return [Citation(instrument, (sign.kind, _numeral(value) if sign.kind == "part" else str(value)))
                for value in values]  # fmt: skip

    def _preamble(self) -> list[Citation] | None:
        """The preamble belongs to the resolution, whatever was shown last, unless another is named."""
        if self.take("recital"):
            number = self.number(words=True)
            return None if number is None else [Citation(_RESOLUTION, ("preamble", str(number)))]
        self.take("preamble")
        start = self.at
        self.take("comma")
        sign = self.take("recital", "al", "item", "paragraph")
        number = self.number(words=True) if sign or self.whole else None
        if number is None:
            self.at = start
        return [Citation(_RESOLUTION, ("preamble", str(number or 1)))]


def _is_numeral(token: Token) -> bool:
    return token.kind != "letter" or token.text in "ivx"


def _numeral(value: int) -> str:
    return _ROMAN_NUMERALS[value] if value <= _MOST_PARTS else str(value)
