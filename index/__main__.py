"""The command `python -m index`: build, status, search."""

from __future__ import annotations

import argparse
import sys
import time
from typing import Any

from corpus import LANGUAGES, Corpus, CorpusError, RequestError, load_corpus, read_requests
from corpus.command_line import DONE, Parser, print_json, print_text, run
from index import (
    EncoderError,
    Hit,
    IndexSettings,
    IndexStoreError,
    Searcher,
    build,
    explain,
    guess_language,
    index_status,
)


def main() -> int:
    """Read the arguments, do what they ask, return the exit status."""
    arguments = _parser().parse_args()
    return int(arguments.do(arguments))


def _parser() -> Parser:
    parser = Parser(prog="python -m index", description="Passages, and where to find them.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)
    making = commands.add_parser("build", help="build the index and make it the one that serves")
    making.add_argument("--full", action="store_true", help="encode every passage anew")
    making.set_defaults(do=_build)
    status = commands.add_parser("status", help="whether the index can answer for the texts of now")
    status.add_argument("--json", action="store_true", help="one JSON object")
    status.set_defaults(do=_status)
    search = commands.add_parser("search", help="the provisions that answer a question, best first")
    search.add_argument("question", nargs="?", help="the question")
    search.add_argument("--k", type=int, default=10, help="how many provisions (default: 10)")
    search.add_argument("--lang", choices=LANGUAGES, help="language of the question (default: guessed)")
    search.add_argument("--json", action="store_true", help="one JSON object")
    search.add_argument("--jsonl", metavar="FILE", help='requests {"id","question","lang"?}, a line each; - for stdin')
    search.set_defaults(do=_search)
    return parser


def _build(arguments: argparse.Namespace) -> int:
    started = time.perf_counter()
    folder = build(load_corpus(), IndexSettings(), full=arguments.full)
    sys.stderr.write(f"built {folder.name} in {time.perf_counter() - started:.1f} s\n")
    return DONE


def _status(arguments: argparse.Namespace) -> int:
    status = index_status(load_corpus(), IndexSettings())
    manifest = status.manifest
    row = {
        "state": status.state,
        "corpus_digest": manifest.corpus_digest if manifest else None,
        "model": manifest.model if manifest else None,
        "passages": sum(manifest.passages.values()) if manifest else 0,
        "provisions": manifest.provisions if manifest else 0,
        "built_at": manifest.built_at if manifest else None,
        "backend": manifest.backend if manifest else None,
        "reason": status.reason,
    }
    if arguments.json:
        print_json(row)
    else:
        print_text("\n".join(f"{name:<14} {value}" for name, value in row.items() if value not in ("", None)))
    return DONE


def _search(arguments: argparse.Namespace) -> int:
    if (arguments.question is None) == (arguments.jsonl is None):
        raise RequestError('give one question, or --jsonl FILE; see "python -m index search --help"')
    if arguments.question is not None and not arguments.question.strip():
        raise RequestError("the question is empty")
    if arguments.k < 1:
        raise RequestError(f"--k is {arguments.k}; it must be 1 or more")
    corpus = load_corpus()
    searcher = Searcher(corpus, IndexSettings())
    if arguments.jsonl is None:
        row = _row(searcher, {"id": None, "question": arguments.question, "lang": arguments.lang}, arguments.k)
        print_json(row) if arguments.json else print_text(_for_people(corpus, row))
        return DONE
    for request in read_requests(arguments.jsonl):
        print_json(_row(searcher, {"lang": arguments.lang} | request, arguments.k))
    return DONE


def _row(searcher: Searcher, request: dict[str, Any], k: int) -> dict[str, Any]:
    started = time.perf_counter()
    question = request["question"]
    guess = guess_language(question)
    lang = request.get("lang") or (guess.supported if guess else "fr")
    result = searcher.search(question, lang, k)
    elapsed = (time.perf_counter() - started) * 1000
    return {
        "id": request.get("id"),
        "lang": lang,
        "concepts": [{"id": mention.concept, "words": mention.words} for mention in result.concepts],
        "hits": [_hit(hit) | {"why": explain(hit, lang, searcher.thesaurus)} for hit in result.hits],
        "ms": round(elapsed, 2),
    }


def _hit(hit: Hit) -> dict[str, Any]:
    evidence = hit.evidence
    return {
        "id": str(hit.provision),
        "score": hit.score,
        "faces": [{"face": face.face, "lang": face.lang, "score": face.score} for face in hit.faces],
        "evidence": {
            "matched": list(evidence.matched),
            "missed": list(evidence.missed),
            "coverage": evidence.coverage,
            "bm25": evidence.bm25,
            "lexical": evidence.lexical,
            "cosine": evidence.cosine,
            "concept": evidence.concept,
            "concepts": list(evidence.concepts),
            "heading": evidence.heading,
            "lexical_rank": evidence.lexical_rank,
            "dense_rank": evidence.dense_rank,
        },
    }


def _for_people(corpus: Corpus, row: dict[str, Any]) -> str:
    lines = []
    by_id = {str(citation): provision for citation, provision in corpus.provisions.items()}
    for hit in row["hits"]:
        provision = by_id[hit["id"]]
        text = provision.text(row["lang"]) or provision.texts[0]
        lines.append(f"{hit['score']:.2f}  {provision.id.label(row['lang']):<14} {text.text[:90]}")
        lines.append(f"      {hit['why']}")
    return "\n".join(lines)


if __name__ == "__main__":
    run(main, (CorpusError, IndexStoreError, EncoderError, RequestError))
