"""Reads the numbers and letters of a reference out of its tokens, with their lists and ranges."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.citation import Citation
from corpus.reference_tokens import Token, number_of, tokens

_LONGEST_RANGE = 40
_NUMBERS = ("number", "word_number", "ordinal")
# Words that are also a letter: not an item when a word follows ("le paragraphe 13 a changé").
_LETTER_WORDS = "aeoyu"
# What may stand before the second letter of a range.
_ARTICLES = ("la", "l'", "le", "el", "the")
# After a bare number any other letter may be an ordinal or a measure: "109e session", "8h", "2a reunión".
_SURE_SUFFIXES = "bfij"


class ListReader:
    """A place in a row of tokens; a method that reads nothing leaves the place where it was."""

    def __init__(self, text: str, *, whole: bool) -> None:
        self.text, self.tokens, self.whole, self.at = text, tokens(text, whole=whole), whole, 0

    def peek(self, ahead: int = 0) -> str:
        """The kind of the token at the place, or `ahead` of it."""
        place = self.at + ahead
        return self.tokens[place].kind if place < len(self.tokens) else "end"

    def spelling(self, ahead: int = 0) -> str:
        """The folded spelling of the token at the place, or `ahead` of it; "" where there is none."""
        place = self.at + ahead
        return self.tokens[place].text if 0 <= place < len(self.tokens) else ""

    def take(self, *kinds: str) -> Token | None:
        """Move past the token if it is of one of these kinds."""
        if self.peek() in kinds:
            self.at += 1
            return self.tokens[self.at - 1]
        return None

    def counts(self) -> bool:
        """Whether the number just read counts a noun that follows ("3 puntos") and stands for no paragraph."""
        nouns = ("word", "item", "part", "number", "word_number", "roman", "other")
        return self.peek() in nouns and self.spelling()[0].isalnum()

    def number(self, *, words: bool) -> int | None:
        """A number; one in words too if `words` or if the whole text is a reference."""
        token = self.take(*_NUMBERS) if words or self.whole else self.take("number")
        if token is None and words:
            token = self.take("roman") or self._capital_numeral()
        return number_of(token) if token else None

    def _capital_numeral(self) -> Token | None:
        """The "X" of "§ X", which reads like a letter."""
        numeral = self.peek() == "letter" and self.text[self.tokens[self.at].start] in "IVX"
        if numeral and self.peek(1) != "word":  # "the paragraph I read"
            return self.take("letter")
        return None

    def paragraphs(self, instrument: str, *, marked: bool) -> list[Citation] | None:
        """ "§ 13 i)", "13 a) à c)", "paragraphs 3, 5 and 7", "art. 65, § 1"; without a mark only "13 i)"."""
        start = self.at
        sign = self.take("paragraph", "article")
        if not sign and self.peek(1) in (*_NUMBERS, "no"):
            self.take("item")  # "point 13 i)": the word adds nothing, the letter must carry it
        self.take("no")
        number = self._bracketed_number() or self.number(words=bool(sign))
        if number is None:
            self.at = start
            return None
        divided = bool(sign and sign.kind == "article") or re.fullmatch(r"[CR]\d{3}", instrument) is not None
        group = self._group(instrument, number, marked=marked or bool(sign), divided=divided)
        if not group:
            self.at = start
            return None
        found = list(group)
        while marked or sign:
            more = self._more(found[-1], sign)
            if not more:
                break
            # "paragraphes 6 à 4" is 4 to 6: the last one read stands at the end.
            found = found[:-1] + more if more[-1] == found[-1] else found + more
        return found

    def _bracketed_number(self) -> int | None:
        """The "(15)" of "(15)(b)", where nothing else is said."""
        if self.whole and (self.peek(), self.peek(1), self.peek(2)) == ("open", "number", "close"):
            self.at += 3
            return number_of(self.tokens[self.at - 2])
        return None

    def _group(self, instrument: str, number: int, *, marked: bool, divided: bool) -> list[Citation]:
        letters = self.letters(certain=False, marked=marked)
        if letters:
            return [Citation(instrument, (str(number), letter)) for letter in letters]
        if divided and (sub := self._sub_paragraph()):
            return [Citation(instrument, (str(number), str(sub)))]
        return [Citation(instrument, (str(number),))] if marked else []

    def _more(self, last: Citation, sign: Token | None) -> list[Citation]:
        """What goes on after ",", "et" or "à"; after one "§" a number before a noun is not one of ours."""
        start = self.at
        joiner = self.take("to", "comma", "and") or self._small_a("number", "paragraph")
        if joiner is None:
            return []
        through = joiner.kind == "to" or joiner.text == "a"
        self.take("and") if joiner.kind == "comma" else None
        self.take(sign.kind) if through and sign else None
        self.take("no")
        number = self.number(words=True)
        if number is None:
            self.at = start
            return []
        letters = self.letters(certain=False, marked=True)
        plural = sign is None or sign.text.rstrip(".").endswith(("s", "§§", "¶¶"))
        if not (letters or through or plural or self.peek() != "word"):
            self.at = start
            return []
        if letters:
            return [Citation(last.instrument, (str(number), letter)) for letter in letters]
        first = int(last.path[0])
        values: Sequence[int] = [number]
        if through and len(last.path) == 1 and 0 < abs(first - number) <= _LONGEST_RANGE:
            values = range(first + 1, number + 1) if first < number else range(number, first + 1)
        return [Citation(last.instrument, (str(value),)) for value in values]

    def _sub_paragraph(self) -> int | None:
        """ "65(1)" or "65, § 1" of an instrument that has paragraphs in its articles."""
        start = self.at
        opened = self.take("open")
        if not opened:
            self.take("comma")
        token = self.take("number") if opened or self.take("paragraph") else None
        if token and (self.take("close") or not opened):
            return number_of(token)
        self.at = start
        return None

    def letters(self, *, certain: bool, marked: bool = True) -> list[str]:
        """Items: "i)", "(i)", "a) à c)", "a), b) et d)"; unless `certain`, a bare letter needs a mark."""
        first = self._letter(certain=certain, marked=marked)
        if first is None:
            return []
        letters = [first]
        while len(letters) < _LONGEST_RANGE:
            start = self.at
            if self._bracketed_next() and (letter := self._letter(certain=True, marked=True)):
                letters.append(letter)
                continue
            joiner = self.take("to", "and", "comma") or self._small_a("letter", "open", "item", "word")
            self.take("and") if joiner and joiner.kind == "comma" else None
            if joiner and self.peek() == "word" and self.spelling() in _ARTICLES:
                self.at += 1  # "de la a) a la d)"
            letter = self._letter(certain=True, marked=True) if joiner else None
            if joiner is None or letter is None or self.peek() == "number":
                self.at = start
                return letters
            through, last = joiner.kind == "to" or joiner.text == "a", letters[-1]
            if through:
                low, high = sorted((last, letter))
                letters[-1:] = [chr(code) for code in range(ord(low), ord(high) + 1)]
            else:
                letters.append(letter)
        return letters

    def _bracketed_next(self) -> bool:
        """Whether one bracketed letter follows another: "13 (a)(b)", "a) b) et c)"."""
        after = self.at + (self.peek() == "open")
        pair = [token.kind for token in self.tokens[after : after + 2]]
        return self.at > 0 and self.tokens[self.at - 1].kind == "close" and pair == ["letter", "close"]

    def _small_a(self, *after: str) -> Token | None:
        """The "a" that joins two letters or numbers in Spanish, which reads like a letter itself."""
        if self.peek() == "letter" and self.spelling() == "a" and self.peek(1) in after:
            return self.take("letter")
        return None

    def _letter(self, *, certain: bool, marked: bool) -> str | None:
        start = self.at
        if not certain:
            self._to_letter()
        named = self.take("item", "al")
        opened = self.take("open")
        token = self.take("letter")
        if token is None:
            self.at = start
            return None
        if (
            self.take("close")
            or named
            or opened
            or self._is_item(token, start, marked=marked or certain, certain=certain)
        ):
            return token.text
        self.at = start
        return None

    def _to_letter(self) -> None:
        """What may stand between a number and its letter: "13, i)", "13.i", "13-i", "13 de i) à j)"."""
        bracketed = self.peek(1) == "open" or (self.peek(1) == "letter" and self.peek(2) == "close")
        hyphen = self.whole and self.peek() == "to" and self.spelling() == "-"
        if (self.peek() == "of" and bracketed) or hyphen:
            self.at += 1
        else:
            self.take("comma", "dot")

    def _is_item(self, token: Token, start: int, *, marked: bool, certain: bool) -> bool:
        """Whether a letter without bracket is an item and not a word of the sentence."""
        if certain and self.peek() == "of" and token.text not in _LETTER_WORDS:
            return True  # "points H et I du § 13"
        adjoins = start > 0 and self.tokens[start - 1].end == token.start
        if adjoins:
            return marked or token.text in _SURE_SUFFIXES
        doubtful = token.text in _LETTER_WORDS or self.text[token.start] == "I"
        return marked and not (doubtful and self.peek() in ("word", "number", "word_number", "of", "ordinal", "other"))
