"""The settings of the assistant and its page, on top of the index's."""

from __future__ import annotations

from typing import Any

from pydantic import Field, ValidationError

from index import IndexSettings


class SettingsError(Exception):
    """A setting has a value that cannot be used; names the variable, the value and what is allowed."""


class AssistantSettings(IndexSettings):
    """Read from the environment or `.env` with the prefix `SOCLE_`."""

    host: str = "127.0.0.1"
    """Address that the page listens on."""
    port: int = Field(default=7860, ge=1, le=65535)
    """Port that the page listens on."""
    max_question_chars: int = Field(default=2000, ge=1)
    """Longer questions are refused as invalid."""


def read_settings(**given: Any) -> AssistantSettings:
    """The settings in force, `given` ones first; raises SettingsError, in one line, for a value that cannot be used."""
    try:
        return AssistantSettings(**given)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]).upper()
        raise SettingsError(f"SOCLE_{name} is {first['input']!r}: {first['msg'].lower()}") from None
