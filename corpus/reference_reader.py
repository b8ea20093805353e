"""Reads references out of a text: which words name a unit, which the instrument it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.citation import Citation
from corpus.reference_mentions import MentionReader
from corpus.reference_tokens import Token, number_of
from corpus.reference_units import OWN


class Reader(MentionReader):
    """One pass over the tokens.

    A case that reads nothing returns None. An empty list means: read, and it is no provision of ours
    ("article 25 de la Constitution"), so that its pieces are not read again.
    """

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
        for case in (
            self._items_of_paragraph,
            self.by_position,
            self.all_items,
            self.title_of_part,
            self._named_first,
            self.mention,
            self._bare_numeral,
            self._unit_then_name,
        ):
            start = self.at
            citations = case()
            if citations is not None:
                return citations
            self.at = start
        return []

    def _id(self, token: Token) -> Citation:
        instrument, *path = self.text[token.start : token.end].split("/")
        if instrument.lower() not in OWN:
            return Citation(instrument.upper(), tuple(path))
        if [unit.lower() for unit in path[:1]] == ["part"]:
            return Citation(instrument.lower(), ("part", *(unit.upper() for unit in path[1:])))
        return Citation(instrument.lower(), tuple(unit.lower() for unit in path) or ("title",))

    def _items_of_paragraph(self) -> list[Citation] | None:
        """ "alinéa i) du paragraphe 13", "points a) et b) du § 13", "de la a) a la d) del párrafo 18"."""
        named = self.peek() in ("item", "al")
        if not named:
            self.take("of")
            # Without a word for it the letter needs its bracket.
            first = self.at + (self.peek() == "open")
            pair = [token.kind for token in self.tokens[first : first + 2]]
            if pair != ["letter", "close"]:
                return None
        letters = self.letters(certain=True)
        # "alinéa i, § 13" and "alinéa i § 13" do without "du".
        beside = named and (self.take("comma") if self.peek(1) == "paragraph" else self.whole)
        if not letters or not (self.take("of") or beside):
            return None
        sign = self.take("paragraph", "article", "item")
        self.take("no")
        number = self.number(words=bool(sign))
        if number is None or not (sign or self.whole or not self.counts()):
            return None
        return self.owned([Citation(self.instrument, (str(number), letter)) for letter in letters])

    def _bare_numeral(self) -> list[Citation] | None:
        """ "XIII" alone; "II" is the part, for the texts number parts so and paragraphs not."""
        token = self.take("roman") if self.whole else None
        if token is None or self.at != len(self.tokens):
            return None
        part = self.part(number_of(token))
        held = self.members(Citation(self.instrument, ("part",)))
        return [part if part in held else Citation(self.instrument, (str(number_of(token)),))]

    def _named_first(self) -> list[Citation] | None:
        """ "résolution, § 3 a)", "R202 para 5", "C102, art. 65, § 1"; and another text's: "rapport, § 5"."""
        if self.take("other"):
            self.take("comma")
            if self.peek() not in ("paragraph", "article", "number"):
                return None
            found = self.unit(self.instrument, marked=True)
            return None if found is None else self.owned(found, needs_name=True)
        instrument = self.name()
        if instrument is None:
            return None
        end = self.at
        self.take("comma", "dot")
        self.take("of")
        if found := self.unit(instrument, marked=self.whole):
            return [Citation(instrument, citation.path) for citation in found]
        if self.whole and end == len(self.tokens):
            return [Citation(instrument, ("title",) if instrument in OWN else ())]
        return None

    def _unit_then_name(self) -> list[Citation] | None:
        """ "§ 13 i)", "paragraphe 3 a) de la résolution", "article 71 de la C102"."""
        by_article = self.peek() == "article"
        found = self.unit(self.instrument, marked=self.whole)
        return None if found is None else self.owned(found, needs_name=by_article and not self.whole)
