"""Fits the judge's weights on the outside halves set apart for it and on spoiled sentences of our own corpus."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from assistant import FEATURE_NAMES, Similarity, features
from corpus import LANGUAGES, Corpus, Provision
from evals.labelled_pairs import LabelledPair
from evals.semantic_faults import spoil
from evals.wording_faults import other_actor, other_figure

_REGULARISED = 0.1
_THRESHOLD = 0.5
# By set of pairs, chosen by cross-validation within what is set apart for fitting. The sentences written on our texts
# pull away from the outside ones: there a faulty claim is close to its text and a true one often far from its words.
_SET_WEIGHTS = {"daccord": 1.5, "rte3": 1.2, "wice": 1.5, "spoiled": 1.5, "written": 1.0}


def for_fitting(provision: Provision) -> bool:
    """Whether a provision's sentences may be used to fit the judge: half of them, by a hash of the id."""
    return hashlib.sha256(str(provision.id).encode()).digest()[0] % 2 == 0


def spoiled_pairs(corpus: Corpus) -> Iterator[LabelledPair]:
    """Gists and points of the provisions set apart as supported, their spoiled forms and other provisions' as not.

    A sentence with an element left out is still supported, so that it is not among them.
    """
    provisions = [provision for provision in corpus if provision.editorial and not provision.is_chapeau]
    for place, provision in enumerate(provisions):
        if for_fitting(provision):
            other = provisions[(place * 7 + 13) % len(provisions)]
            for lang in LANGUAGES:
                yield from _of(provision, other, lang, corpus)


def _of(provision: Provision, other: Provision, lang: str, corpus: Corpus) -> Iterator[LabelledPair]:
    text, editorial, foreign = provision.text(lang), provision.editorial, other.editorial
    if text is None or editorial is None or foreign is None:
        return
    context = f"{corpus.chapeau(provision.id, lang)} {text.text}".strip()
    gist = editorial.gist[lang]
    supported = [gist, editorial.point[lang]]
    spoiled = [fault.text for fault in spoil(gist, lang, foreign.gist[lang]) if fault.kind != "element left out"]
    spoiled += [text for text in (other_figure(gist), other_actor(gist, lang)) if text != gist]
    spoiled.append(foreign.gist[lang])
    for label, claims in ((1, supported), (0, spoiled)):
        for number, claim in enumerate(claims):
            yield LabelledPair(f"{provision.id}#{lang}.{label}.{number}", context, claim, label, lang)


def fit(sets: Mapping[str, Sequence[LabelledPair]], similarity: Similarity) -> dict[str, Any]:
    """The weights of a logistic regression over the pairs of all `sets` (by name), as JSON.

    In each set both labels weigh the same; the sets weigh as `_SET_WEIGHTS` says.
    """
    rows, labels, weights = [], [], []
    for name, pairs in sets.items():
        found = [(pair.label, features(pair.context, pair.claim, pair.lang, similarity)) for pair in pairs]
        kept = [(label, evidence) for label, evidence in found if evidence is not None]
        counts = {label: sum(other == label for other, _ in kept) for label in (0, 1)}
        for label, evidence in kept:
            rows.append([getattr(evidence, feature) for feature in FEATURE_NAMES])
            labels.append(label)
            weights.append(_SET_WEIGHTS[name] * 500 / counts[label])
    return _fitted(np.array(rows), labels, weights) | {
        "fitted_on": {name: len(pairs) for name, pairs in sets.items()},
    }


def _fitted(rows: NDArray[np.float64], labels: Sequence[int], weights: Sequence[float]) -> dict[str, Any]:
    scaler = StandardScaler().fit(rows)
    model = LogisticRegression(C=_REGULARISED, max_iter=5000).fit(scaler.transform(rows), labels, weights)
    return {
        "intercept": round(float(model.intercept_[0]), 5),
        "threshold": _THRESHOLD,
        "features": {
            name: {
                "mean": round(float(mean), 5),
                "deviation": round(float(deviation), 5),
                "weight": round(float(weight), 5),
            }
            for name, mean, deviation, weight in zip(
                FEATURE_NAMES, scaler.mean_, scaler.scale_, model.coef_[0], strict=True
            )
        },
    }


def write_weights(weights: Mapping[str, Any], path: Path) -> None:
    """Write weights where the judge reads them."""
    path.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
