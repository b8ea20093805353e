"""What speaks for and against a text's bearing a sentence, as numbers: one row of evidence a pair."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import pairwise
from math import log1p
from typing import TYPE_CHECKING

from assistant.entailment_signs import (
    absolutes,
    actors,
    first_actor,
    is_negated,
    is_other,
    names,
    numbers,
    opposites,
    strength,
    words,
)
from index import analyse

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Similarity = Callable[[Sequence[str]], "NDArray[np.float32]"]

_SENTENCE_END = re.compile(r"(?<=[.!?;:])\s+|\n+")
_BEST = 3
_LONGEST = 160  # sentences compared by meaning at most: an encoder call each
_COMPARED = 8
_PREFIX = 5
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Features:
    """The evidence on a pair; shares are from 0 to 1, flags 0 or 1.

    `covered` is the share of the claim's content words in the three sentences that hold most of them, `covered_best`
    in the best one, `covered_all` in the whole text; `pairs` the share of neighbouring content words of the claim that
    stand near each other; `in_order` the longest run of the claim's words in the text's order; `kin` the share of the
    words not held of which another form seems to be; `opening` whether what the claim begins with is held; `unheld`
    log(1 + words not held). `numbers`, `names`, `actors` are shares of the claim's that the text does not have.
    `negated` says that just one of claim and best sentence is negated, `denies` that the text is and the claim not.
    `opposite` counts words of the claim whose opposite stands in the text. `stronger` is by how much the claim's
    modality exceeds the text's, `weaker` the reverse; `absolute` the share of "all", "only" and the like that the text
    does not have. `cosine` is the best likeness of meaning and `cosine_english` the same where the claim is English,
    the encoder's language. `longer` is log(claim / text).
    `subject` says that another actor comes first in the claim than in the text, `disorder` is the share of the words
    held that stand in another order. `held_whole` says that no content word is lacking, `number_amiss` and `name_amiss`
    that some number or name is; `clash` is `negated` and `denied` is `denies` times `covered_best`: a negation tells
    where both speak of the same.
    """

    covered: float
    covered_best: float
    covered_all: float
    pairs: float
    in_order: float
    kin: float
    opening: float
    unheld: float
    numbers: float
    names: float
    actors: float
    negated: float
    denies: float
    opposite: float
    stronger: float
    weaker: float
    absolute: float
    cosine: float
    cosine_english: float
    longer: float
    subject: float
    disorder: float
    held_whole: float
    number_amiss: float
    name_amiss: float
    clash: float
    denied: float


FEATURE_NAMES = tuple(field.name for field in fields(Features))


def features(context: str, claim: str, lang: str, similarity: Similarity) -> Features | None:
    """The evidence on whether `context` bears `claim`, both in `lang` (fr, en, es); None where the claim has no words.

    `similarity` gives unit vectors, shape (texts, dimensions).
    """
    wanted = _terms(claim, lang)
    sentences = [sentence for sentence in _SENTENCE_END.split(context) if _terms(sentence, lang)]
    if not wanted or not sentences:
        return None
    aim = set(wanted)
    ranked = sorted(sentences, key=lambda sentence: -len(aim & set(_terms(sentence, lang))))
    cosine = _cosine(claim, ranked[:_COMPARED], similarity)
    by_words = _by_words(wanted, ranked, lang)
    return Features(
        **by_words,
        **_by_signs(context, claim, ranked, lang, by_words["covered_best"]),
        cosine=cosine,
        cosine_english=cosine if lang == "en" else 0.0,
    )


def _by_words(wanted: Sequence[str], ranked: Sequence[str], lang: str) -> dict[str, float]:
    """The evidence of the claim's content words against the sentences that hold most of them, the best first."""
    aim = set(wanted)
    window = _terms(" ".join(ranked[:_BEST]), lang)
    near = set(window)
    unheld = aim - near
    run, held = _common_run(wanted, window), sum(term in near for term in wanted)
    return {
        "covered": len(aim & near) / len(aim),
        "covered_best": len(aim & set(_terms(ranked[0], lang))) / len(aim),
        "covered_all": len(aim & {term for sentence in ranked for term in _terms(sentence, lang)}) / len(aim),
        "pairs": _pairs(wanted, window),
        "in_order": run / len(wanted),
        "kin": sum(_has_kin(term, near) for term in unheld) / len(unheld) if unheld else 1.0,
        "opening": sum(term in near for term in wanted[:2]) / len(wanted[:2]),
        "unheld": log1p(len(unheld)),
        "longer": log1p(len(wanted)) - log1p(len(_terms(ranked[0], lang))),
        "disorder": 1 - run / held if held else 0.0,
        "held_whole": float(not unheld),
    }


def _by_signs(context: str, claim: str, ranked: Sequence[str], lang: str, best: float) -> dict[str, float]:
    """The evidence of figures, names, actors, negation and modality; `best` is the best sentence's share of words."""
    window = " ".join(ranked[:_BEST])
    denials = is_negated(claim, lang), is_negated(ranked[0], lang)
    figures = _lacking(numbers(claim, lang), numbers(context, lang))
    named = _lacking(names(claim), words(context))
    modality = strength(claim, lang), strength(window, lang)
    return {
        "numbers": figures,
        "names": named,
        "actors": _lacking(actors(claim, lang), actors(context, lang)),
        "negated": float(denials[0] != denials[1]),
        "denies": float(denials == (False, True)),
        "opposite": float(opposites(claim, window, lang)),
        "stronger": float(max(0, modality[0] - modality[1]) if all(modality) else 0),
        "weaker": float(max(0, modality[1] - modality[0]) if all(modality) else 0),
        "absolute": _lacking(absolutes(claim, lang), absolutes(context, lang)),
        "subject": float(is_other(first_actor(claim, lang), first_actor(context, lang))),
        "number_amiss": float(figures > 0),
        "name_amiss": float(named > 0),
        "clash": best * (denials[0] != denials[1]),
        "denied": best * (denials == (False, True)),
    }


@cache
def _terms(text: str, lang: str) -> tuple[str, ...]:
    return tuple(term.term for term in analyse(text, lang))


def _cosine(claim: str, sentences: Sequence[str], similarity: Similarity) -> float:
    vectors = similarity([claim, *sentences, " ".join(sentences[:_BEST])])
    return float((vectors[1:] @ vectors[0]).max())


def _pairs(wanted: Sequence[str], held: Sequence[str]) -> float:
    """Share of the claim's neighbouring words that stand at most four words apart in the text."""
    places: dict[str, list[int]] = {}
    for place, term in enumerate(held):
        places.setdefault(term, []).append(place)
    neighbours = list(pairwise(wanted))
    if not neighbours:
        return 1.0
    near = sum(
        any(abs(one - other) <= _NEAR for one in places.get(first, ()) for other in places.get(second, ()))
        for first, second in neighbours
    )
    return near / len(neighbours)


def _common_run(one: Sequence[str], other: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for term in one:
        before = row
        row = [0]
        for place, held in enumerate(other):
            row.append(before[place] + 1 if term == held else max(before[place + 1], row[-1]))
    return row[-1]


def _has_kin(term: str, held: set[str]) -> bool:
    return len(term) >= _PREFIX and any(other[:_PREFIX] == term[:_PREFIX] for other in held)


def _lacking(wanted: set[str], held: set[str]) -> float:
    return len(wanted - held) / len(wanted) if wanted else 0.0
