"""What can be wrong with an index or an encoder, each error a sentence that says what to run."""

from __future__ import annotations


class IndexStoreError(Exception):
    """The index cannot answer; the message says why and what to run."""


class EncoderError(Exception):
    """The encoder cannot be loaded, or its files are not the published ones."""
