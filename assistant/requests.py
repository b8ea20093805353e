"""Requests for what is in the texts as a whole: an overview or a complete listing instead of an answer."""

from __future__ import annotations

from assistant.listing import asked_listing, draft_listing
from assistant.overview import asked_overview, draft_overview
from assistant.reply import Draft
from assistant.request_scope import read_request
from corpus import Corpus


def draft_request(typed: str, lang: str, corpus: Corpus) -> Draft | None:
    """The overview or listing that `typed` asks for, in any of the three languages, drafted in `lang`.

    None for every other question, and for a request about something that the texts do not have.
    """
    request = read_request(typed)
    if overview := asked_overview(request, corpus):
        return draft_overview(overview, typed, lang, corpus)
    if listing := asked_listing(request, corpus):
        return draft_listing(listing, typed, lang, corpus)
    return None
