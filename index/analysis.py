"""Turns text into search terms by its language: elisions split, stop words dropped, accents folded, words stemmed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import Stemmer

from corpus import fold
from index.stop_words import STOP_WORDS

_SNOWBALL = {"fr": "french", "en": "english", "es": "spanish"}
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
# "l'emploi", "qu'elle", "jusqu'à": the elided word is a stop word, the other half carries the meaning.
_WORD = re.compile(r"[^\W_]+")
# Snowball parts what belongs together here: "ratifier" gives ratifi, "ratification" ratif; in all three languages.
_IFY = re.compile(r"(if)ic?$")
_CODE = re.compile(r"^[cr](\d{3})$")


@dataclass(frozen=True, slots=True)
class Term:
    """A search term and the word it was made from, as typed."""

    term: str
    word: str


@cache
def _stemmer(lang: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_SNOWBALL[lang])


def analyse(text: str, lang: str) -> list[Term]:
    """The terms of `text` (fr, en, es) in order, repeated words repeated.

    Folding comes before stemming, so that a word typed without its accents gives the same term. Digits are kept:
    "102" and "2030" name things here.
    """
    stop, stem = STOP_WORDS[lang], _stemmer(lang).stemWord
    folded = fold(text).translate(_LIGATURES)
    plain = text if len(folded) == len(text) else folded
    found = []
    for match in _WORD.finditer(folded):
        word = _CODE.sub(r"\1", match[0])  # "C102" and "convention n° 102" are the same thing
        if word not in stop and (len(word) > 1 or word.isdigit()):
            found.append(Term(_IFY.sub(r"\1", stem(word)), plain[match.start() : match.end()]))
    return found


def stems(words: list[str], lang: str) -> list[str]:
    """The stems of folded words, in their order: for long lists, which `analyse` would take its time over."""
    return [_IFY.sub(r"\1", stem) for stem in _stemmer(lang).stemWords(words)]


def terms(text: str, lang: str) -> list[str]:
    """The search terms alone."""
    return [term.term for term in analyse(text, lang)]
