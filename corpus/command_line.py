"""What the commands share: one-line errors with exit status 2, and JSON lines on standard output."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any, NoReturn

DONE, FLOOR_MISSED, CANNOT = 0, 1, 2


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where the help is, and exit with status 2."""
        sys.stderr.write(f"{self.prog}: {message}; see {self.prog} --help\n")
        raise SystemExit(CANNOT)


def print_json(value: Any) -> None:
    """Write one JSON object as one line of UTF-8, whatever the terminal's encoding."""
    line = json.dumps(value, ensure_ascii=False) + "\n"
    sys.stdout.buffer.write(line.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def print_text(text: str) -> None:
    """Write a line for people, UTF-8 whatever the terminal's encoding."""
    sys.stdout.buffer.write((text + "\n").encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def run(main: Callable[[], int], expected: tuple[type[Exception], ...]) -> NoReturn:
    """Run a command and exit; an expected error becomes its message on one line and status 2."""
    try:
        status = main()
    except expected as error:
        sys.stderr.write(f"{' '.join(str(error).split())}\n")
        status = CANNOT
    except KeyboardInterrupt:
        sys.stderr.write("stopped\n")
        status = 130
    except BrokenPipeError:
        sys.stderr.close()
        status = DONE
    raise SystemExit(status)
