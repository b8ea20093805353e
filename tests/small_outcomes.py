"""Outcomes and runs small enough to be judged by hand, for the tests of what is made of a run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from evals import Outcome, Run

MUST, OTHER, MAY, WRONG = "c/1", "c/2", "c/3", "c/9"


def claim(text: str, *cited: str, kind: str = "point") -> dict[str, Any]:
    """A claim of a reply, as JSON."""
    return {"text": text, "kind": kind, "citations": list(cited)}


def small_outcome(
    id: str = "q1",
    *,
    cited: Sequence[str] = (),
    ranking: Sequence[str] = (),
    texts: Mapping[str, Mapping[str, str]] | None = None,
    evidence: Sequence[Mapping[str, Any]] = (),
    case: Mapping[str, Any] | None = None,
    reply: Mapping[str, Any] | None = None,
) -> Outcome:
    """An answerable French question with MUST as its gold; `case` and `reply` hold what is to differ from that."""
    asked: dict[str, Any] = {
        "id": id, "lang": "fr", "question": "Qui finance la protection sociale ?", "outcome": "answered",
        "must": [MUST], "may": [], "family": id, "split": "dev", "style": "direct", "scope": ["c"],
        "author": "tests", "review": "machine-drafted", "history": [],
    }  # fmt: skip
    asked |= case or {}
    shown: dict[str, Any] = {
        "id": id, "outcome": asked["outcome"], "lang": asked["lang"], "understood": asked["question"],
        "answer": "Les Membres.", "claims": [claim("Les Membres.", one) for one in cited],
        "citations": [{"id": one, "quotes": []} for one in cited], "corpus_digest": "0" * 64, "timing": {"ms": 12.0},
    }  # fmt: skip
    found = [(one, 1.0 / (place + 1)) for place, one in enumerate(ranking)]
    return Outcome(asked, shown | dict(reply or {}), found, evidence, 0.5, texts or {})


def small_run(name: str, *outcomes: Outcome) -> Run:
    """A run of these outcomes."""
    meta = {
        "made_at": "2025-01-31T12:00:00+00:00", "cases": len(outcomes), "corpus_digest": "0" * 64,
        "encoder": "all-MiniLM-L6-v2", "machine": {"cores": 4}, "thresholds": {"answer": 0.4},
    }  # fmt: skip
    return Run(name, meta, outcomes)
