"""Chooses the stretch of official text to quote: from the start of a sentence, in whole clauses."""

from __future__ import annotations

import re

from corpus import Text
from index import analyse

_MOST_WORDS = 45
_CLAUSE_MARKS = ";:.,"
_SENTENCE_START = re.compile(r"(?<=\.) (?=[A-ZÀÂÇÉÈÊÎÔÛŒ])")


def telling_stretch(official: Text, question: str, lang: str) -> tuple[int, int] | None:
    """The place (start, end) in code points of what to quote of `official` for a question in `lang`, or None.

    At most 45 words, from the start of a sentence: a quote that begins in the middle of one may turn its meaning. Where
    the question is in the language of the text, the sentence that holds most of its terms; else the first.
    """
    text = official.text
    if len(text.split()) <= _MOST_WORDS:
        return 0, len(text.rstrip(_CLAUSE_MARKS))
    wanted = {term.term for term in analyse(question, lang)} if lang == official.lang else set()
    starts = [0, *(found.end() for found in _SENTENCE_START.finditer(text))]
    ends = [
        place for place, char in enumerate(text) if char in _CLAUSE_MARKS and text[place + 1 : place + 2] in (" ", "")
    ]
    best: tuple[int, int, int] | None = None
    for start in starts:
        for end in (end for end in ends if end > start and len(text[start:end].split()) <= _MOST_WORDS):
            held = len(wanted & {term.term for term in analyse(text[start:end], official.lang)})
            # More of the question first; then the earlier sentence; then all of it that fits.
            rank = (held, -start, end)
            best = max(best, rank) if best else rank
    return (-best[1], best[2]) if best else None
