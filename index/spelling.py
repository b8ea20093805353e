"""Reads words that were typed wrongly as the words of the texts they are nearest to, and says so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

from corpus import fold
from index.analysis import analyse, stems
from index.stop_words import STOP_WORDS

_WORD = re.compile(r"[^\W\d_]+")
# Short words are one slip away from too many others.
_SHORTEST, _TWO_SLIPS = 4, 8
_ELIDED = "dlnsjmc"
# What sounds alike in Spanish, in the order in which it is levelled.
_SOUNDS = (
    ("h", ""), ("ll", "y"), ("qu", "k"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("z", "s"), ("v", "b"),
    ("ge", "je"), ("gi", "ji"), ("x", "s"), ("mp", "np"), ("mb", "nb"), ("mf", "nf"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1")


@dataclass(frozen=True, slots=True)
class Correction:
    """A word as it was typed and as it is read."""

    typed: str
    read: str


class Speller:
    """Corrects questions of one language against the words of its texts; real words of the language are left alone.

    `texts` are what the words are taken from. The language's own words come from pyspellchecker's list, loaded when a
    word is first met that the texts do not hold.
    """

    def __init__(self, lang: str, texts: Iterable[str]) -> None:
        self._lang = lang
        self._held: Counter[str] = Counter()
        for text in texts:
            self._held.update(_WORD.findall(fold(text)))
        self._terms = {term.term for word in self._held for term in analyse(word, lang)}
        self._by_sound: dict[str, str] = {}
        if lang == "es":
            # The commonest word of a sound last, so that it stays; stop words over all.
            for word in (*sorted(self._held, key=lambda word: self._held[word]), *sorted(STOP_WORDS[lang])):
                self._by_sound[_sound(word)] = word

    def correct(self, question: str) -> tuple[str, tuple[Correction, ...]]:
        """The question as it is read, and each word that was read as another, in order."""
        made: list[Correction] = []

        def read(found: re.Match[str]) -> str:
            word = self._read(found[0], opens=not question[: found.start()].strip(" ¿¡\"'«“("))
            if word is None:
                return found[0]
            made.append(Correction(found[0], word))
            return word

        return _WORD.sub(read, question), tuple(made)

    def _read(self, typed: str, *, opens: bool) -> str | None:
        """What a word is read as; None where it stands as typed. A capital within a sentence is a name's."""
        word = fold(typed)
        if len(word) < _SHORTEST or (typed[0].isupper() and not (opens or typed.isupper())) or self._is_word(word):
            return None
        if self._lang == "es":
            # Its list of words lacks inflections: what is merely near ("plantea", "planeta") is too often a real word.
            near = self._nearest(word, slips=1) if len(word) > _TWO_SLIPS else None
            return self._by_sound.get(_sound(word)) or near
        if self._lang == "fr" and word[0] in _ELIDED and self._is_word(word[1:]):
            return word[1:]
        return self._nearest(word, slips=2 if len(word) >= _TWO_SLIPS else 1)

    def _is_word(self, word: str) -> bool:
        if word in self._held or word in STOP_WORDS[self._lang]:
            return True
        terms = {term.term for term in analyse(word, self._lang)}
        return terms <= self._terms or word in _words(self._lang) or terms <= _known_terms(self._lang)

    def _nearest(self, word: str, slips: int) -> str | None:
        """The word of the texts that is fewest slips away, the commonest first; it begins alike."""
        near = process.extract(word, list(self._held), scorer=OSA.distance, score_cutoff=slips, limit=None)
        alike = [
            (int(distance), -self._held[other], other)
            for other, distance, _ in near
            if other[0] == word[0] and len(other) >= _SHORTEST
        ]
        return min(alike)[2] if alike else None


def _sound(word: str) -> str:
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _DOUBLED.sub(r"\1", word)


@cache
def _words(lang: str) -> frozenset[str]:
    """All words of a language, folded."""
    return frozenset(map(fold, SpellChecker(language=lang, distance=1).word_frequency.dictionary))


@cache
def _known_terms(lang: str) -> frozenset[str]:
    """Their stems: the list of Spanish words does not hold every inflection."""
    return frozenset(stems(list(_words(lang)), lang)) if lang == "es" else frozenset()
