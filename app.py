"""The web page: builds the index at the first start, then answers at the address it prints."""

from __future__ import annotations

import socket
import sys

from assistant import Assistant, AssistantSettings, SettingsError, read_settings
from corpus import Corpus, CorpusError, load_corpus
from corpus.command_line import DONE, Parser, run
from index import EncoderError, IndexStoreError, build, index_status


class AddressError(Exception):
    """The page cannot be served at the address wanted."""


def main() -> int:
    """Read the arguments, make sure of the index, serve until stopped."""
    parser = Parser(prog="python app.py", description="Serve the page.")
    parser.add_argument("--host", help="address to listen on (default: SOCLE_HOST or 127.0.0.1)")
    parser.add_argument("--port", type=int, help="port to listen on (default: SOCLE_PORT or 7860)")
    given = {name: value for name, value in vars(parser.parse_args()).items() if value is not None}
    settings = read_settings(**given)
    corpus = load_corpus()
    _require_free(settings)
    ready_index(corpus, settings)
    serve(Assistant(corpus, settings), settings)
    return DONE


def ready_index(corpus: Corpus, settings: AssistantSettings) -> None:
    """Build the index where the one at hand cannot answer, and say so."""
    status = index_status(corpus, settings)
    if status.state == "fresh":
        return
    sys.stderr.write(f"The index is {status.state}: building it now, which takes about half a minute the first time.\n")
    build(corpus, settings)


def serve(assistant: Assistant, settings: AssistantSettings) -> None:
    """Serve the page; returns when it is stopped."""
    import uvicorn  # the page's own libraries take seconds to load: after the checks above

    from assistant.web import make_server

    # Before the first visitor: opening the index and one search bring every file into memory.
    assistant.searcher.search("protection sociale", "fr", 1)
    server = make_server(assistant)
    sys.stderr.write(f"Socle answers at http://{settings.host}:{settings.port}/  (stop it with Ctrl+C)\n")
    uvicorn.run(
        server,
        host=settings.host,
        port=settings.port,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=2,
    )


def _require_free(settings: AssistantSettings) -> None:
    with socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise AddressError(
                f"cannot listen on {settings.host}:{settings.port} ({error.strerror}); choose another --port"
            ) from None


if __name__ == "__main__":
    run(main, (AddressError, CorpusError, EncoderError, IndexStoreError, SettingsError))
