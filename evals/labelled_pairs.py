"""Labelled pairs of a text and a sentence: read from outside files or from our own, and what a judge makes of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sklearn.metrics import balanced_accuracy_score, roc_auc_score

from assistant import Judge, Judgement
from corpus import Citation, CitationError, Corpus
from evals.json_lines import read_json_lines

OWN_PAIRS = Path(__file__).parent / "pairs" / "pairs.jsonl"
"""Frozen before the judge was written: to report."""
FITTING_PAIRS = OWN_PAIRS.with_name("fitting.jsonl")
"""Written later, for fitting alone."""


class PairError(Exception):
    """A file of labelled pairs is not in the stated format; names the file and the line."""


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """A text, a sentence, and whether the text supports it (1) or not (0); `change` says how a claim was made."""

    id: str
    context: str
    claim: str
    label: int
    lang: str
    change: str = ""

    @property
    def for_fitting(self) -> bool:
        """Whether it is in the half on which a judge may be fitted: by a hash of its id, so for ever the same."""
        return hashlib.sha256(self.id.encode()).digest()[0] % 2 == 0


@dataclass(frozen=True, slots=True)
class JudgeFigures:
    """Balanced accuracy at the judge's threshold and area under the ROC curve, over `n` pairs with a verdict."""

    balanced_accuracy: float | None
    auc: float | None
    n: int
    unscored: int


def read_pairs(path: Path, lang: str) -> list[LabelledPair]:
    """The pairs `{"id","context","claim","label"}` of a file, in `lang`; raises LineError or PairError."""
    pairs = []
    for where, row in read_json_lines(path):
        texts = [row.get(name) for name in ("id", "context", "claim")]
        if not all(isinstance(text, str) and text.strip() for text in texts) or row.get("label") not in (0, 1):
            raise PairError(f'{where}: a pair is an object with "id", "context", "claim" and "label" 0 or 1')
        pairs.append(LabelledPair(row["id"], row["context"], row["claim"], int(row["label"]), lang))
    if not pairs:
        raise PairError(f"{path.name} holds no pairs")
    return pairs


def read_own_pairs(corpus: Corpus, path: Path = OWN_PAIRS) -> list[LabelledPair]:
    """Our own pairs, each with its provision's wording, lead-in included, in the claim's language.

    Raises LineError or PairError.
    """
    pairs = [_own(where, row, corpus) for where, row in read_json_lines(path)]
    if not pairs:
        raise PairError(f"{path.name} holds no pairs")
    return pairs


def _own(where: str, row: Mapping[str, Any], corpus: Corpus) -> LabelledPair:
    for name in ("id", "provision", "lang", "claim", "change"):
        if not isinstance(row.get(name), str) or not row[name].strip():
            raise PairError(f"{where}: the pair lacks {name!r}")
    if row.get("label") not in (0, 1):
        raise PairError(f"{where}: label is {row.get('label')!r}; it may be 0 or 1")
    try:
        citation = Citation.parse(row["provision"])
    except CitationError as error:
        raise PairError(f"{where}: {error}") from None
    text = corpus.get(citation).text(row["lang"]) if citation in corpus else None
    if text is None:
        raise PairError(f"{where}: {row['provision']} has no text in {row['lang']!r}")
    context = f"{corpus.chapeau(citation, row['lang'])} {text.text}".strip()
    return LabelledPair(row["id"], context, row["claim"], int(row["label"]), row["lang"], row["change"])


def judge_pairs(pairs: Iterable[LabelledPair], judge: Judge) -> list[tuple[LabelledPair, Judgement | None]]:
    """What a judge says of each pair."""
    return [(pair, judge.judge(pair.context, pair.claim, pair.lang)) for pair in pairs]


def figures(judged: Sequence[tuple[LabelledPair, Judgement | None]]) -> JudgeFigures:
    """Balanced accuracy (mean of the recalls of both labels) and AUC; None where only one label is there."""
    scored = [(pair.label, judgement) for pair, judgement in judged if judgement is not None]
    labels = [label for label, _ in scored]
    unscored = len(judged) - len(scored)
    if len(set(labels)) < 2:
        return JudgeFigures(None, None, len(scored), unscored)
    said = [judgement.supported for _, judgement in scored]
    return JudgeFigures(
        round(float(balanced_accuracy_score(labels, said)), 4),
        round(float(roc_auc_score(labels, [judgement.score for _, judgement in scored])), 4),
        len(scored),
        unscored,
    )


Analyse = Callable[[str, str], frozenset[str]]


class WordOverlap:
    """The judge that any other has to pass: the share of the claim's content words that stand in the text.

    Its threshold is the one that serves best on the pairs it was shown first.
    """

    def __init__(self, terms: Analyse, shown: Sequence[LabelledPair]) -> None:
        self._terms = terms
        self._threshold = 0.0
        scored = [(pair.label, self._share(pair.context, pair.claim, pair.lang)) for pair in shown]
        shares = sorted({share for _, share in scored})
        labels = [label for label, _ in scored]
        if len(set(labels)) < 2:
            return
        self._threshold = max(
            shares,
            key=lambda share: balanced_accuracy_score(labels, [other >= share for _, other in scored]),
            default=0.0,
        )

    def judge(self, context: str, claim: str, lang: str) -> Judgement | None:
        """Supported where enough of the words stand in the text; None where the claim has no content word."""
        if not self._terms(claim, lang):
            return None
        share = self._share(context, claim, lang)
        return Judgement(share, share >= self._threshold)

    def _share(self, context: str, claim: str, lang: str) -> float:
        wanted = self._terms(claim, lang)
        return len(wanted & self._terms(context, lang)) / len(wanted) if wanted else 0.0
