"""Reads a question: its language, the references it names, and whether it can be read at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from corpus import DEFAULT_INSTRUMENT, Citation, find_references, fold, parse_reference
from index import guess_language

_GREETINGS = {
    "fr": "bonjour|salut|bonsoir|aide|aidez-moi|au secours|merci|merci beaucoup|coucou|que peux-tu faire|que pouvez-vous faire|"
    "que sais-tu faire|que savez-vous faire|comment ca marche|comment ca fonctionne|qui es-tu|qui etes-vous|mode d'emploi",
    "en": "hello|hi|hey|good morning|good afternoon|good evening|help|help me|thanks|thank you|what can you do|what do you do|"
    "how does this work|how does it work|who are you|how do i use this",
    "es": "hola|buenos dias|buenas tardes|buenas noches|buenas|ayuda|ayudame|ayudeme|gracias|muchas gracias|que puedes hacer|"
    "que puede hacer|que sabes hacer|como funciona|como funciona esto|quien eres|quien es usted",
}
_GREETING_LANGUAGE = {phrase: lang for lang, phrases in _GREETINGS.items() for phrase in phrases.split("|")}
# Below this share the guess is as good as none: a name, a number, one short word.
_SURE = 0.5
_FOREIGN = 0.85
_FEW_WORDS = 4
_KEYWORDS = 8
# Letters that none of the three languages writes. Names may hold them ("São Tomé"), so small initials alone count.
_FOREIGN_WORD = re.compile(r"(?<!\w)(?=[a-zß-ÿ])\w*[ãõß]|(?i:\b(?:chi|che|gli|della|delle|perché)\b)")

Knows = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood.

    `text` is what was typed without control characters; `lang` the language of the reply (fr, en, es); `problem` is ""
    or one of empty, too_long, unsupported; `greeting` is set where help is wanted; `references` are the provisions
    named, and `whole` says that nothing else was asked.
    """

    text: str
    lang: str
    problem: str = ""
    greeting: bool = False
    references: tuple[Citation, ...] = ()
    whole: bool = False


def understand(
    typed: str,
    *,
    lang: str | None,
    limit: int,
    knows: Knows,
    instrument: str = DEFAULT_INSTRUMENT,
    before: str = "fr",
) -> Question:
    """Read what was typed.

    `lang` fixes the language; otherwise it is guessed, and `before` (the last turn's) decides where there is nothing to
    guess from. `knows(word, lang)` says whether a language's texts hold a word: it settles short questions. `instrument`
    is what a bare number belongs to.
    """
    text = clean(typed)
    if not re.search(r"[^\W_]", text):
        return Question(text, lang or before, problem="empty")
    if len(typed) > limit:
        return Question(text, lang or _language(text[:limit], knows)[0] or before, problem="too_long")
    phrase = fold(text).strip(" ?!.,;:¿¡")
    if phrase in _GREETING_LANGUAGE:
        return Question(text, lang or _GREETING_LANGUAGE[phrase], greeting=True)
    if whole := parse_reference(text, instrument):
        named = tuple(dict.fromkeys(whole))
        return Question(text, lang or _language_of_reference(text) or before, references=named, whole=True)
    guessed, foreign = _language(text, knows)
    references = tuple(citation for found in find_references(text, instrument) for citation in found.citations)
    if lang is None and foreign and not references:
        return Question(text, guessed or before, problem="unsupported")
    if references:
        guessed = _language_of_reference(text) or guessed
    return Question(text, lang or guessed or before, references=tuple(dict.fromkeys(references)))


def clean(typed: str) -> str:
    """Composed Unicode (NFC) on one line, without control, format or private characters."""
    kept = (" " if unicodedata.category(char).startswith("C") else char for char in unicodedata.normalize("NFC", typed))
    return " ".join("".join(kept).split())


def _language(text: str, knows: Knows) -> tuple[str | None, bool]:
    """The supported language of a text (None where it cannot be told), and whether it is in another language."""
    guess = guess_language(text)
    if guess is None:
        return None, False
    if _FOREIGN_WORD.search(text):
        return guess.supported, True
    words = re.findall(r"[^\W\d_]{2,}", text)
    if guess.lang == guess.supported and (guess.confidence >= _SURE or len(words) > _FEW_WORDS):
        return _by_vocabulary(words, guess.supported, knows) if len(words) <= _KEYWORDS else guess.supported, False
    known = {lang: sum(knows(word, lang) for word in words) for lang in ("fr", "en", "es")}
    best = max(known, key=lambda lang: (known[lang], lang == guess.supported))
    if words and known[best] * 2 > len(words):
        return best, False
    foreign = guess.lang != guess.supported and guess.confidence >= (_FOREIGN if len(words) <= _FEW_WORDS else _SURE)
    return guess.supported, foreign


def _by_vocabulary(words: list[str], guessed: str, knows: Knows) -> str:
    """The guess, unless every word is known in just one other language and not all in the guessed: a row of keywords."""
    known = [lang for lang in ("fr", "en", "es") if all(knows(word, lang) for word in words)]
    return known[0] if len(known) == 1 else guessed


def _language_of_reference(text: str) -> str | None:
    """The language of a bare reference, where a word of it gives it away."""
    folded = fold(text)
    for lang, words in (
        # Spanish first: none of its words is French, but "de la" is both.
        (
            "es",
            r"\b(?:parrafos?|parr|apartados?|apdos?|incisos?|letras?|puntos?|parte|preambulo|considerandos?|resolucion|recomendacion|convenio|metas?|ods|"
            r"por favor|porfa|gracias)\b",
        ),
        (
            "fr",
            r"\b(?:paragraphes?|alineas?|lettres?|partie|preambule|considerants?|recommandation|de la(?! [a-z]\))|cibles?|odd|svp|stp|s'il)\b",
        ),
        (
            "en",
            r"\b(?:paragraphs?|paras?|items?|letters?|recitals?|part|preamble|recommendation|of the|targets?|sdgs?|please|pls|thanks)\b|\d\([a-z]\)",
        ),
    ):
        if re.search(words, folded):
            return lang
    return None
