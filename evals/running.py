"""Puts cases to the assistant and writes down what came back, so that scores can be computed again at no cost."""

from __future__ import annotations

import json
import os
import platform
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tqdm import tqdm

from assistant import Assistant, Reply, decide, reply_json
from corpus import Citation, Corpus
from evals.cases import Case
from evals.json_lines import LineError, read_json_lines

RUNS = Path(__file__).parent / "runs"
_DEPTH = 100
_EXPLAINED = 5
_CASE_FIELDS = {field.name for field in fields(Case)}
_REPLY_FIELDS = {"answer", "citations", "claims", "corpus_digest", "lang", "outcome", "timing", "understood"}
_VERSIONS = ("bm25s", "chromadb", "langchain-core", "onnxruntime", "sentence-transformers", "torch")


class RunError(Exception):
    """A run cannot be written or read."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came back for one case.

    `case` and `reply` are the JSON objects; `ranking` the provisions found, best first, with their scores; `evidence`
    why the first few were found; `support` what the refusal threshold is held against; `texts` the wording, lead-in
    included, by language, of every provision cited and of the first found.
    """

    case: Mapping[str, Any]
    reply: Mapping[str, Any]
    ranking: Sequence[tuple[str, float]]
    evidence: Sequence[Mapping[str, Any]]
    support: float
    texts: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Run:
    """A run as it was written: its outcomes, and `meta`, under which conditions they came about."""

    name: str
    meta: Mapping[str, Any]
    outcomes: Sequence[Outcome]


def run_cases(cases: Sequence[Case], assistant: Assistant, folder: Path) -> Path:
    """Ask every case in a conversation of its own, and write `meta.json` and `outcomes.jsonl` into `folder`.

    Returns the folder, which appears whole or not at all; raises RunError where it holds a run already or there are no
    cases, OSError where it cannot be written.
    """
    if folder.exists():
        raise RunError(f"{folder} exists; give the run another --name")
    if not cases:
        raise RunError("there are no cases to ask in this half")
    scratch = folder.with_name(f"{folder.name}.tmp")
    if scratch.exists():
        shutil.rmtree(scratch)
    scratch.mkdir(parents=True)
    try:
        outcomes = [json.dumps(asdict(outcome), ensure_ascii=False) for outcome in _ask(cases, assistant)]
        (scratch / "outcomes.jsonl").write_text("\n".join([*outcomes, ""]), encoding="utf-8")
        (scratch / "meta.json").write_text(json.dumps(_meta(cases, assistant), indent=1), encoding="utf-8")
        return scratch.rename(folder)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _meta(cases: Sequence[Case], assistant: Assistant) -> dict[str, Any]:
    return {
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "cases": len(cases),
        "corpus_digest": assistant.corpus.digest,
        "encoder": assistant.settings.embedding_model,
        "weights": asdict(assistant.searcher.weights),
        "thresholds": asdict(assistant.thresholds),
        "settings": {"max_question_chars": assistant.settings.max_question_chars},
        # Nothing is drawn at random when questions are asked; the intervals of a score have a seed of their own.
        "seed": None,
        "python": platform.python_version(),
        "versions": {name: version(name) for name in _VERSIONS},
        "machine": {"system": platform.system(), "processor": platform.machine(), "cores": os.cpu_count()},
    }


def _ask(cases: Sequence[Case], assistant: Assistant) -> Iterator[Outcome]:
    assistant.searcher.search("", "fr")  # before the progress bar: a missing index is said in one line
    for case in tqdm(cases, desc="asking", unit="question", file=sys.stderr, mininterval=0.5):
        replies: list[Reply] = []
        for turn in (*case.history, case.question):
            replies.append(assistant.ask(turn, history=replies))
        yield _outcome(case, replies[-1], assistant)


def _outcome(case: Case, reply: Reply, assistant: Assistant) -> Outcome:
    asked = reply.understood or case.question
    result = assistant.searcher.search(asked, reply.lang, _DEPTH)
    first = [hit.provision for hit in result.hits[:1]]
    cited = [entry.id for entry in reply.citations]
    return Outcome(
        case=_case_row(case),
        reply=reply_json(reply, case.id),
        ranking=[(str(hit.provision), hit.score) for hit in result.hits],
        evidence=[
            {"id": str(hit.provision), "score": hit.score, **asdict(hit.evidence)} for hit in result.hits[:_EXPLAINED]
        ],
        support=round(decide(asked, reply.lang, result, assistant.corpus, assistant.thresholds).support, 5),
        texts={str(id): _texts(id, assistant.corpus) for id in dict.fromkeys((*cited, *first))},
    )


def _texts(citation: Citation, corpus: Corpus) -> dict[str, str]:
    """The wording of a provision with its lead-in, by language."""
    return {
        text.lang: f"{corpus.chapeau(citation, text.lang)} {text.text}".strip() for text in corpus.get(citation).texts
    }


def _case_row(case: Case) -> dict[str, Any]:
    row = asdict(case)
    row["must"], row["may"] = [str(id) for id in case.must], [str(id) for id in case.may]
    return row


def read_run(folder: Path) -> Run:
    """A run that was written; raises RunError where there is none or it cannot be read."""
    path = folder / "outcomes.jsonl"
    if not path.is_file():
        raise RunError(f"{folder} holds no run; make one with: python -m evals run")
    try:
        outcomes = [_read_outcome(row) for _, row in read_json_lines(path)]
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except (LineError, OSError, ValueError, KeyError, TypeError) as error:
        raise RunError(f"{path} is not a run ({error!r})") from None
    return Run(folder.resolve().name, meta, outcomes)


def _read_outcome(row: Mapping[str, Any]) -> Outcome:
    for part, names in (("case", _CASE_FIELDS), ("reply", _REPLY_FIELDS)):
        if lacking := names - row[part].keys():
            raise KeyError(f"{part} lacks {sorted(lacking)[0]}")
    return Outcome(row["case"], row["reply"], row["ranking"], row["evidence"], row["support"], row["texts"])
