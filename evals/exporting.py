"""Hands a run to other people's evaluation: JSON lines that RAGAS and DeepEval read as they are."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from corpus import Citation, Corpus
from evals.running import Outcome


def export_rows(outcomes: Sequence[Outcome], corpus: Corpus) -> Iterator[dict[str, Any]]:
    """An object an outcome, with the names of RAGAS (`SingleTurnSample`) and of DeepEval (`Golden`) side by side.

    The contexts are the provisions cited, in the reply's language and with their lead-in; the reference is what the
    must-provisions say. Each reads its own names and passes over the other's.
    """
    for outcome in outcomes:
        lang = outcome.reply["lang"]
        cited = [entry["id"] for entry in outcome.reply["citations"]]
        contexts = [_in(outcome.texts[id], lang) for id in cited]
        gold = [_wording(id, lang, corpus) for id in outcome.case["must"]]
        question = "\n".join((*outcome.case["history"], outcome.case["question"]))
        yield {
            "user_input": question,
            "response": outcome.reply["answer"],
            "retrieved_contexts": contexts,
            "retrieved_context_ids": cited,
            "reference": "\n".join(gold),
            "reference_contexts": gold,
            "reference_context_ids": list(outcome.case["must"]),
            "input": question,
            "actual_output": outcome.reply["answer"],
            "expected_output": "\n".join(gold),
            "retrieval_context": contexts,
            "context": gold,
            "name": outcome.case["id"],
        }


def write_export(outcomes: Sequence[Outcome], corpus: Corpus, path: Path) -> int:
    """Write the rows to a file; returns how many. Raises OSError where it cannot be written."""
    rows = [json.dumps(row, ensure_ascii=False) for row in export_rows(outcomes, corpus)]
    path.write_text("\n".join([*rows, ""]), encoding="utf-8")
    return len(rows)


def _in(texts: Any, lang: str) -> str:
    return str(texts.get(lang) or next(iter(texts.values())))


def _wording(id: str, lang: str, corpus: Corpus) -> str:
    provision = corpus.get(Citation.parse(id))
    text = provision.text(lang) or provision.texts[0]
    return f"{corpus.chapeau(provision.id, lang)} {text.text}".strip()
