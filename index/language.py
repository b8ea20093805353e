"""Tells the language a question is written in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

_SUPPORTED = {Language.FRENCH: "fr", Language.ENGLISH: "en", Language.SPANISH: "es"}
# What people are likely to write in besides; without them German would be taken for English.
_OTHERS = (
    Language.GERMAN, Language.ITALIAN, Language.PORTUGUESE, Language.DUTCH, Language.ARABIC, Language.RUSSIAN,
    Language.CHINESE, Language.JAPANESE, Language.TURKISH, Language.POLISH,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest language (ISO 639-1, any of those known), its share among all, and the best supported one."""

    lang: str
    confidence: float
    supported: str


@cache
def _detector() -> LanguageDetector:
    # Trigrams alone: loaded in hundredths of a second instead of more than one.
    return LanguageDetectorBuilder.from_languages(*_SUPPORTED, *_OTHERS).with_low_accuracy_mode().build()


def guess_language(text: str) -> Guess | None:
    """The language of `text`, or None where it has no words to judge by."""
    values = _detector().compute_language_confidence_values(text)
    if not values or values[0].value <= 0:
        return None
    supported = next(_SUPPORTED[value.language] for value in values if value.language in _SUPPORTED)
    return Guess(values[0].language.iso_code_639_1.name.lower(), values[0].value, supported)
