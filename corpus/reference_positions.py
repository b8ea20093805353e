"""Reads units named by their place: the first two items of a paragraph, the last paragraph of a part."""

from __future__ import annotations

from collections.abc import Callable

from corpus.citation import Citation
from corpus.reference_tokens import number_of
from corpus.reference_units import OWN, RESOLUTION, UnitReader, numeral_of

_ALL = ("tous", "toutes", "all", "todos", "todas")
_ARTICLES = ("le", "la", "les", "l'", "the", "el", "los", "las")
_ITEMS = ("item", "al")

Name = Callable[[int], Citation]


class PositionReader(UnitReader):
    """Adds places counted from the start or from the end; what is counted are the members that a unit really has."""

    def by_position(self) -> list[Citation] | None:
        """ "les trois premiers alinéas du § 15", "last item of para 21", "segundo considerando", "primera parte"."""
        places = self._places()
        unit = self.take("paragraph", "part", "recital", *_ITEMS) if places else None
        if places is None or unit is None:
            return None
        if unit.kind == "recital" or (self.peek(), self.peek(1)) == ("of", "preamble"):
            return self._recitals(places, named=unit.kind == "recital")
        if unit.kind in _ITEMS:
            return self._items(places)
        if unit.kind == "part":
            return self._in_instrument(places, "part")
        return self._in_part(places) if self._part_follows() else self._in_instrument(places, "paragraph")

    def all_items(self) -> list[Citation] | None:
        """ "tous les alinéas du § 20", "les quatre alinéas du § 3"; a wrong count means the paragraph."""
        count = self._count()
        every = self.peek() == "word" and self.spelling() in _ALL
        if every:
            self.at += 1
            self._article()
            count = self._count()
        elif count in (None, 1) and not (self.whole and self.spelling().endswith("s")):
            return None
        if self.take("recital"):
            return self._recitals([slice(None)], named=True)
        found = self._items([slice(None)]) if self.take(*_ITEMS) else None
        miscounted = found and count is not None and count != len(found)
        return [Citation(found[0].instrument, found[0].path[:1])] if found and miscounted else found

    # --- places ---

    def _places(self) -> list[slice] | None:
        """A slice for each place named."""
        place = self._place()
        if place is None:
            return None
        places = [place]
        while self.peek() in ("and", "comma"):
            start = self.at
            self.at += 1
            self._article()
            further = self._place()
            if further is None:
                self.at = start
                break
            places.append(further)
        return places

    def _place(self) -> slice | None:
        start = self.at
        before = self._count()
        if self.take("penultimate"):
            return slice(-2, -1)
        if self.take("last"):
            return slice(-(before or self._count() or 1), None)
        ordinal = self.take("ordinal")
        if ordinal is None:
            self.at = start
            return None
        value = number_of(ordinal)
        if value == 1:
            return slice(0, before or self._count() or 1)
        return slice(value - 1, value)

    def _count(self) -> int | None:
        token = self.take("number", "word_number")
        return number_of(token) if token else None

    def _article(self) -> None:
        if self.peek() == "word" and self.spelling() in _ARTICLES:
            self.at += 1

    # --- what they are places in ---

    def _recitals(self, places: list[slice], *, named: bool) -> list[Citation] | None:
        if (self.peek(), self.peek(1)) == ("of", "preamble"):
            self.at += 2
        owner = self._owner(RESOLUTION)
        if not owner:
            return []
        preamble = Citation(RESOLUTION if owner in OWN and not named else owner, ("preamble",))
        return self._chosen(preamble, places, lambda at: Citation(preamble.instrument, ("preamble", str(at + 1))))

    def _items(self, places: list[slice]) -> list[Citation] | None:
        """Items of the paragraph named after them."""
        if not self.take("of"):
            return None
        sign = self.take("paragraph", "item")
        self.take("no")
        number = self.number(words=bool(sign))
        if number is None or not (sign or self.whole or not self.counts()):
            return None
        owner = self._owner(self.instrument)
        if not owner:
            return []
        paragraph = Citation(owner, (str(number),))
        return self._chosen(paragraph, places, lambda at: Citation(owner, (str(number), chr(ord("a") + min(at, 25)))))

    def _part_follows(self) -> bool:
        return self.peek() == "of" and (
            self.peek(1) == "part" or (self.peek(1) == "ordinal" and self.peek(2) == "part")
        )

    def _in_part(self, places: list[slice]) -> list[Citation] | None:
        self.take("of")
        ordinal = self.take("ordinal")
        if ordinal:
            self.take("part")
        parts = [self.part(number_of(ordinal))] if ordinal else self.division(self.instrument)
        owner = self._owner(self.instrument) if parts else None
        if not parts or owner is None:
            return None
        if not owner:
            return []
        part = Citation(owner, parts[0].path)
        return self._chosen(part, places, lambda at: Citation(owner, (*part.path, str(at + 1))))

    def _in_instrument(self, places: list[slice], block: str) -> list[Citation]:
        """Paragraphs or parts of an instrument; within a sentence it must be named ("the first part of my career")."""
        owner = self._owner(self.instrument, needs_name=not self.whole)
        if not owner:
            return []
        if block == "part":
            return self._chosen(
                Citation(owner, ("part",)), places, lambda at: Citation(owner, ("part", numeral_of(at + 1)))
            )
        found = self._chosen(Citation(owner), places, lambda at: Citation(owner, (str(at + 1),)))
        letters = self.letters(certain=False, marked=True) if len(found) == 1 else []
        return [Citation(owner, (*found[0].path, letter)) for letter in letters] or found

    def _owner(self, default: str, *, needs_name: bool = False) -> str:
        """The instrument named after what was read, or `default`; "" where it is none of ours."""
        found = self.owned([Citation(default, ("1",))], needs_name=needs_name)
        return found[0].instrument if found else ""

    def _chosen(self, whole: Citation, places: list[slice], name: Name) -> list[Citation]:
        """The members of `whole` at the places; one that is not there gets its name, so that its absence is told."""
        held = self.members(whole)
        chosen: list[Citation] = []
        for place in places:
            if place.start is None or place.start < 0:
                chosen += held[place] or [name(0)]
            else:
                last = min(place.stop, max(len(held), place.start) + 1)
                chosen += [held[at] if at < len(held) else name(at) for at in range(place.start, last)]
        return chosen
