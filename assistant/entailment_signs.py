"""The signs in a sentence that a text bears out or gainsays: figures, names, actors, negation, modality, opposites."""

from __future__ import annotations

import re
from functools import cache

from assistant.entailment_words import ABSOLUTES, ACTORS, MODALITY, NEGATIONS, NUMBER_WORDS, OPPOSITES
from corpus import fold

_NUMBER = re.compile(r"\d+(?:[.,   ]\d+)*")
_NAME = re.compile(r"(?<=[^.!?:;«\"“(\s] )[A-ZÀ-Þ][\w’'-]+")


def numbers(text: str, lang: str) -> set[str]:
    """The figures of a text, in digits or words, written alike: "1 000", "1,000" and "mille" give "1000"."""
    figures = {re.sub(r"[ .,  ](?=\d{3}\b)", "", found[0]).replace(",", ".") for found in _NUMBER.finditer(text)}
    return figures | {_number_words(lang)[word] for word in words(text) & _number_words(lang).keys()}


@cache
def _number_words(lang: str) -> dict[str, str]:
    return {word: figure for word, _, figure in (pair.partition(":") for pair in NUMBER_WORDS[lang].split())}


def first_actor(text: str, lang: str) -> str | None:
    """Who is named first, or None."""
    folded = fold(text)
    found = [(place.start(), name) for name, pattern in ACTORS[lang].items() if (place := re.search(pattern, folded))]
    return min(found)[1] if found else None


def is_other(one: str | None, other: str | None) -> bool:
    """Whether both name somebody, and not the same."""
    return one is not None and other is not None and one != other


def names(text: str) -> set[str]:
    """The capitalised words that do not open a sentence, folded."""
    return {fold(found[0]).removesuffix("'s").removesuffix("’s") for found in _NAME.finditer(text)}


def words(text: str) -> set[str]:
    """All words, folded."""
    return set(re.findall(r"[\w-]+", fold(text)))


def actors(text: str, lang: str) -> set[str]:
    """Who is named, by the names of ACTORS."""
    folded = fold(text)
    return {name for name, pattern in ACTORS[lang].items() if re.search(pattern, folded)}


def absolutes(text: str, lang: str) -> set[str]:
    """The words by which it claims for all, or for one alone."""
    return {found[0] for found in re.finditer(ABSOLUTES[lang], fold(text))}


def is_negated(text: str, lang: str) -> bool:
    """Whether the text denies, refuses, forbids or lacks."""
    return bool(re.search(NEGATIONS[lang], fold(text)))


def strength(text: str, lang: str) -> int:
    """3 a duty, 2 a recommendation, 1 leave, 0 nothing of the kind; the strongest that stands in the text."""
    folded = fold(text)
    return next((strength for strength, pattern in MODALITY[lang] if re.search(pattern, folded)), 0)


@cache
def _opposite_pairs(lang: str) -> tuple[tuple[str, str], ...]:
    pairs = [pair.partition(":") for pair in OPPOSITES[lang].split()]
    return tuple((one, other) for one, _, other in pairs) + tuple((other, one) for one, _, other in pairs)


def opposites(claim: str, window: str, lang: str) -> int:
    """How many words of the claim have their opposite in the text, which lacks the words themselves."""
    said, held = words(claim), words(window)
    count = 0
    for one, other in _opposite_pairs(lang):
        here = any(word.startswith(one) for word in said) and not any(word.startswith(one) for word in held)
        if here and any(word.startswith(other) for word in held) and not any(word.startswith(other) for word in said):
            count += 1
    return count
