"""Finds every provision whose own text has a word or a term, first in its own forms, then in its family's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import Provision, fold
from index import analyse

# Number and gender alone: "governments" is "government", and not "governance", which has the same stem.
_ENDINGS = {
    "fr": ((r"eaux$", "eau"), (r"aux$", "al"), (r"[sx]+$", ""), (r"e$", ""), (r"([nlst])\1$", r"\1")),
    "en": ((r"ies$", "y"), (r"(?<=ss|sh|ch)es$", ""), (r"(?<![su])s$", "")),
    "es": ((r"ces$", "z"), (r"(?<=[lnrdsy])es$", ""), (r"s$", ""), (r"[ao]$", "")),
}

Word = tuple[str, str]


def having_words(term: str, lang: str, units: Sequence[Provision], *, family: bool) -> tuple[str, list[Provision]]:
    """The units whose text in `lang` has `term`, and "word", or "family" where stems had to do.

    Stop words between the words of a term do not count. With `family` the stems are enough from the start; without, a
    term that stands nowhere as such is found where all its words are.
    """
    wanted = _words(term, lang)
    texts = [(unit, _words(text.text, lang)) for unit in units if (text := unit.text(lang))]
    exact = [] if family else [unit for unit, words in texts if _stands(wanted, words)]
    if exact:
        return "word", exact
    stems = _stems(wanted)
    related = [unit for unit, words in texts if _stands(stems, _stems(words))]
    if not related and not family:
        related = [unit for unit, words in texts if {*stems} <= {*_stems(words)}]
    return "family", related


def _words(text: str, lang: str) -> list[Word]:
    """The stem of each word with the word itself, less its endings of number and gender."""
    words = ((term.term, _uninflected(fold(term.word), lang)) for term in analyse(text, lang))
    # Accents are folded before stemming: of "financées" the stemmer knows the family only without its endings.
    return [(next((other.term for other in analyse(word, lang)), stem), word) for stem, word in words]


def _stems(words: Sequence[Word]) -> list[Word]:
    return [(stem, "") for stem, _ in words]


def _uninflected(word: str, lang: str) -> str:
    if len(word) > 3:
        for ending, instead in _ENDINGS[lang]:
            word = re.sub(ending, instead, word)
    return word


def _stands(wanted: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether `wanted` stands in `words`, in this order and with nothing between."""
    size = len(wanted)
    return any(list(words[at : at + size]) == list(wanted) for at in range(len(words) - size + 1))
