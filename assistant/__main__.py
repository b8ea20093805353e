"""The command `python -m assistant`: ask, settings."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from assistant import Assistant, Reply, SettingsError, read_settings, reply_from_json, reply_json
from corpus import LANGUAGES, CitationError, CorpusError, RequestError, load_corpus, read_requests
from corpus.command_line import DONE, Parser, print_json, print_text, run
from index import EncoderError, IndexStoreError


def main() -> int:
    """Read the arguments, do what they ask, return the exit status."""
    arguments = _parser().parse_args()
    return int(arguments.do(arguments))


def _parser() -> Parser:
    parser = Parser(prog="python -m assistant", description="Question in, verified reply out.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)
    ask = commands.add_parser("ask", help="answer a question, with the paragraphs it rests on")
    ask.add_argument("question", nargs="?", help="the question, or a reference such as '13 i)'")
    ask.add_argument("--lang", choices=LANGUAGES, help="language of the reply (default: the question's)")
    ask.add_argument("--json", action="store_true", help="one JSON object")
    ask.add_argument("--jsonl", metavar="FILE", help="requests, a JSON object a line; - for standard input")
    ask.set_defaults(do=_ask)
    settings = commands.add_parser("settings", help="the settings in force")
    settings.set_defaults(do=_settings)
    return parser


def _ask(arguments: argparse.Namespace) -> int:
    if (arguments.question is None) == (arguments.jsonl is None):
        raise RequestError('give one question, or --jsonl FILE; see "python -m assistant ask --help"')
    assistant = Assistant(load_corpus(), read_settings())
    if arguments.jsonl is None:
        reply = assistant.ask(arguments.question, lang=arguments.lang)
        if arguments.json:
            print_json(reply_json(reply))
        else:
            print_text(reply.answer)
        return DONE
    for number, request in enumerate(read_requests(arguments.jsonl), 1):
        history = _history(assistant, request, f"{arguments.jsonl}: request {number}")
        reply = assistant.ask(request["question"], lang=request.get("lang") or arguments.lang, history=history)
        print_json(reply_json(reply, request.get("id")))
    return DONE


def _history(assistant: Assistant, request: Mapping[str, Any], where: str) -> list[Reply]:
    """The replies before: those given are taken as they are, the others are computed again from their questions."""
    turns = request.get("history") or []
    replies: list[Reply] = []
    for turn in turns if isinstance(turns, list) else [None]:
        if not isinstance(turn, dict) or not isinstance(turn.get("question"), str):
            raise RequestError(f'{where}: "history" is a list of objects with "question" and, if known, "reply"')
        if turn.get("reply") is None:
            replies.append(assistant.ask(turn["question"], lang=request.get("lang"), history=replies))
            continue
        try:
            replies.append(reply_from_json(turn["reply"]))
        except (KeyError, TypeError, ValueError, CitationError) as error:
            raise RequestError(f"{where}: a reply in its history is not one of ours ({error!r})") from None
    return replies


def _settings(_: argparse.Namespace) -> int:
    for name, value in read_settings().model_dump().items():
        print_text(f"SOCLE_{name.upper():<22} {value}")
    return DONE


if __name__ == "__main__":
    run(main, (CorpusError, IndexStoreError, EncoderError, RequestError, SettingsError))
