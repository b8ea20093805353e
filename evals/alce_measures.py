"""Citation recall and precision after ALCE, by a judge and without gold, and ALCE's two shortcuts as baselines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Any

from assistant import Judge
from evals.measure import Measure, by_case
from evals.running import Outcome

# A lead-in is completed by its points, a notice is our own word: neither is a statement that rests on a text.
_STATEMENTS = ("point", "gist", "quote", "drafted")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")
_SHORT = 2

Supports = Callable[[str, str, str], bool | None]


def alce_measures(judge: Judge) -> tuple[Measure, ...]:
    """ALCERecall and ALCEPrecision of the replies that answer, as `judge` sees it.

    Source: Gao, Yen, Yu and Chen 2023, Enabling Large Language Models to Generate Text with Citations, section 4.
    """

    @cache
    def supports(text: str, claim: str, lang: str) -> bool | None:
        judgement = judge.judge(text, claim, lang)
        return None if judgement is None else judgement.supported

    def alce_recall(outcome: Outcome) -> float | None:
        """Share of the statements that all their cited texts together support, as the judge sees it (ALCE).

        Without gold: an answer made of the texts' own words gets it for free, be they the right texts or not.
        """
        return _mean([found for *_, found in _judged(outcome, supports) if found is not None])

    def alce_precision(outcome: Outcome) -> float | None:
        """Share of the citations of use: alone they support their statement, or without them it falls (ALCE)."""
        return _mean(
            [
                float(bool(whole) and _is_of_use(texts, place, claim, lang, supports))
                for claim, lang, texts, whole in _judged(outcome, supports)
                if whole is not None
                for place in range(len(texts))
            ]
        )

    return by_case("ALCERecall", alce_recall), by_case("ALCEPrecision", alce_precision)


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _judged(outcome: Outcome, supports: Supports) -> Iterator[tuple[str, str, list[str], float | None]]:
    """Every statement with its language, the texts it cites, and whether all of these together support it."""
    for claim in outcome.reply["claims"]:
        if claim["kind"] not in _STATEMENTS:
            continue
        lang = _language(claim, outcome)
        texts = [outcome.texts[id][lang] for id in claim["citations"] if lang in outcome.texts.get(id, {})]
        # A statement that cites nothing is not supported; one whose texts are not held in its language is not judged.
        without = None if claim["citations"] else False
        verdict = supports(" ".join(texts), claim["text"], lang) if texts else without
        yield claim["text"], lang, texts, None if verdict is None else float(verdict)


def _language(claim: Any, outcome: Outcome) -> str:
    """A quote is in the language of the official text, everything else in the reply's."""
    if claim["kind"] == "quote":
        for entry in outcome.reply["citations"]:
            for quote in entry.get("quotes", ()):
                if entry["id"] in claim["citations"]:
                    return str(quote["lang"])
    return str(outcome.reply["lang"])


def _is_of_use(texts: Sequence[str], place: int, claim: str, lang: str, supports: Supports) -> bool:
    if len(texts) == 1 or supports(texts[place], claim, lang):
        return True
    rest = " ".join(text for other, text in enumerate(texts) if other != place)
    return not supports(rest, claim, lang)


def top_passage(outcome: Outcome) -> Outcome:
    """ALCE's first shortcut: the text of the provision found first is the whole answer, and cites itself."""
    return _shortcut(outcome, None)


def first_two_sentences(outcome: Outcome) -> Outcome:
    """ALCE's second shortcut: the first two sentences of the provision found first."""
    return _shortcut(outcome, _SHORT)


SHORTCUTS = MappingProxyType({"top passage": top_passage, "its first two sentences": first_two_sentences})


def _shortcut(outcome: Outcome, most: int | None) -> Outcome:
    if not outcome.ranking:
        return outcome
    id, lang = outcome.ranking[0][0], outcome.reply["lang"]
    texts = outcome.texts[id]
    text = texts.get(lang) or next(iter(texts.values()))
    sentences = _SENTENCE_END.split(text)[:most]
    claims = [{"text": sentence, "kind": "drafted", "citations": [id]} for sentence in sentences]
    answer = {"outcome": "answered", "answer": " ".join(sentences), "claims": claims, "citations": [{"id": id}]}
    return replace(outcome, reply={**outcome.reply, **answer})
