"""Fixtures of all tests."""

from __future__ import annotations

import pytest

from assistant import Assistant, AssistantSettings
from corpus import Corpus, load_corpus
from index import IndexSettings, Searcher, build


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The shipped corpus, read once."""
    return load_corpus()


@pytest.fixture(scope="session")
def index_settings(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> IndexSettings:
    """Settings of a real index of the shipped corpus, built once with the real encoder. Only read it."""
    settings = IndexSettings(data_dir=tmp_path_factory.mktemp("store"), _env_file=None)  # type: ignore[call-arg]  # of pydantic-settings
    build(corpus, settings)
    return settings


@pytest.fixture(scope="session")
def searcher(corpus: Corpus, index_settings: IndexSettings) -> Searcher:
    """The search over the session's index."""
    return Searcher(corpus, index_settings)


@pytest.fixture(scope="session")
def assistant(corpus: Corpus, index_settings: IndexSettings) -> Assistant:
    """The assistant over the session's index."""
    settings = AssistantSettings(data_dir=index_settings.data_dir, _env_file=None)  # type: ignore[call-arg]
    return Assistant(corpus, settings)
