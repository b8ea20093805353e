"""Fixtures of all tests."""

from __future__ import annotations

import pytest

from corpus import Corpus, load_corpus


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The shipped corpus, read once."""
    return load_corpus()
