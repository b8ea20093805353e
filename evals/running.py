"""Puts cases to the assistant and writes down what came back, so that scores can be computed again at no cost."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tqdm import tqdm

from assistant import Assistant, Reply, reply_json
from evals.cases import Case

RUNS = Path(__file__).parent / "runs"
_DEPTH = 100
_VERSIONS = ("bm25s", "chromadb", "langchain-core", "onnxruntime", "sentence-transformers", "torch")


class RunError(Exception):
    """A run cannot be written or read."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came back for one case: the reply as JSON, and the provisions found, best first, with their scores."""

    case: Mapping[str, Any]
    reply: Mapping[str, Any]
    ranking: Sequence[tuple[str, float]]


def run_cases(cases: Sequence[Case], assistant: Assistant, folder: Path) -> Path:
    """Ask every case, each on its own, and write `meta.json` and `outcomes.jsonl` into `folder`; returns it.

    Raises RunError where `folder` holds a run already.
    """
    if folder.exists():
        raise RunError(f"{folder} exists; give the run another --name")
    outcomes = list(_ask(cases, assistant))
    folder.mkdir(parents=True)
    with (folder / "outcomes.jsonl").open("w", encoding="utf-8") as file:
        for outcome in outcomes:
            file.write(json.dumps(asdict(outcome), ensure_ascii=False) + "\n")
    meta = {
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "cases": len(cases),
        "corpus_digest": assistant.corpus.digest,
        "encoder": assistant.settings.embedding_model,
        "weights": asdict(assistant.searcher.weights),
        "thresholds": asdict(assistant.thresholds),
        "seed": None,
        "python": platform.python_version(),
        "versions": {name: version(name) for name in _VERSIONS},
    }
    (folder / "meta.json").write_text(json.dumps(meta, indent=1), encoding="utf-8")
    return folder


def _ask(cases: Sequence[Case], assistant: Assistant) -> Iterator[Outcome]:
    searcher = assistant.searcher  # before the progress bar: a missing index is said in one line
    for case in tqdm(cases, desc="asking", unit="question", file=sys.stderr):
        reply: Reply = assistant.ask(case.question)
        hits = searcher.search(case.question, reply.lang, _DEPTH).hits
        yield Outcome(_case_row(case), reply_json(reply, case.id), [(str(hit.provision), hit.score) for hit in hits])


def _case_row(case: Case) -> dict[str, Any]:
    row = asdict(case)
    row["must"], row["may"] = [str(id) for id in case.must], [str(id) for id in case.may]
    return row


def read_run(folder: Path) -> list[Outcome]:
    """The outcomes of a run; raises RunError where there is none or it cannot be read."""
    path = folder / "outcomes.jsonl"
    if not path.is_file():
        raise RunError(f"{folder} holds no run; make one with: python -m evals run")
    try:
        # At "\n" alone: a question may hold other signs that `splitlines` takes for the end of a line.
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
        return [Outcome(row["case"], row["reply"], row["ranking"]) for row in rows]
    except (ValueError, KeyError, TypeError) as error:
        raise RunError(f"{path} is not a run ({error!r})") from None
