"""Judges whether a text supports a sentence: a plug with one method, and the judge that needs no model of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Any, Protocol

from assistant.entailment_features import FEATURE_NAMES, Similarity, features

WEIGHTS = Path(__file__).parent / "entailment_weights.json"
_REASONS = 3


@dataclass(frozen=True, slots=True)
class Judgement:
    """How far a text supports a sentence: `score` from 0 to 1, `supported` from the judge's threshold on.

    `reasons` names the evidence that weighed most for the verdict, in a form that people read.
    """

    score: float
    supported: bool
    reasons: tuple[str, ...] = ()


class Judge(Protocol):
    """Anything that can say whether a text supports a sentence: rules, a cross-encoder, a chat model."""

    def judge(self, context: str, claim: str, lang: str) -> Judgement | None:
        """Whether `context` supports `claim`, both in `lang` (fr, en, es); None where there is no verdict to give."""
        ...


@dataclass(frozen=True, slots=True)
class JudgeWeights:
    """A logistic regression over the features, standardised: by feature its mean, deviation and weight."""

    intercept: float
    threshold: float
    by_feature: Mapping[str, tuple[float, float, float]]


def read_weights(path: Path = WEIGHTS) -> JudgeWeights:
    """The weights as `python -m evals fit-judge` wrote them; raises ValueError where they are of other features."""
    held: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    by_feature = {name: (row["mean"], row["deviation"], row["weight"]) for name, row in held["features"].items()}
    if tuple(by_feature) != FEATURE_NAMES:
        raise ValueError(f"{path.name} holds weights of other features; run: python -m evals fit-judge")
    return JudgeWeights(held["intercept"], held["threshold"], by_feature)


class RuleJudge:
    """The default judge: words, order, numbers, names, actors, modality, negation, opposites and likeness of meaning.

    It knows no grammar: who does what to whom is beyond it, as is what follows only from the world.
    """

    def __init__(self, similarity: Similarity, weights: JudgeWeights | None = None) -> None:
        self.similarity, self._weights = similarity, weights or read_weights()

    def judge(self, context: str, claim: str, lang: str) -> Judgement | None:
        """Whether `context` supports `claim`, both in `lang`; None where the claim or the text has no content word."""
        evidence = features(context, claim, lang, self.similarity)
        if evidence is None:
            return None
        parts = {
            name: weight * (getattr(evidence, name) - mean) / deviation
            for name, (mean, deviation, weight) in self._weights.by_feature.items()
        }
        score = 1 / (1 + exp(-(self._weights.intercept + sum(parts.values()))))
        supported = score >= self._weights.threshold
        weighed = sorted(parts, key=lambda name: parts[name] if not supported else -parts[name])[:_REASONS]
        reasons = tuple(f"{name} {getattr(evidence, name):.2f}" for name in weighed)
        return Judgement(round(score, 4), supported, reasons)
