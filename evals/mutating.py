"""Spoils good replies on purpose: each fault has a measure that must notice it."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from corpus import Citation, Corpus
from evals.running import Outcome
from evals.wording_faults import other_actor, other_character, other_figure

Reply = dict[str, Any]
Fault = Callable[[Reply, Corpus], Reply | None]
_OWN = ("point", "gist")


def citation_swapped(reply: Reply, corpus: Corpus) -> Reply | None:
    """A statement cites its provision's neighbour."""
    claim = _first(reply, _OWN)
    neighbour = _neighbour(claim, corpus)
    return _recited(reply, claim, neighbour, corpus) if claim and neighbour else None


def letter_dropped(reply: Reply, corpus: Corpus) -> Reply | None:
    """A statement on an item cites the whole paragraph."""
    for claim in reply["claims"]:
        parent = Citation.parse(claim["citations"][0]).parent if claim["citations"] else None
        if claim["kind"] in _OWN and parent and parent in corpus:
            return _recited(reply, claim, str(parent), corpus)
    return None


def provision_invented(reply: Reply, corpus: Corpus) -> Reply | None:
    """A statement cites a paragraph that does not exist."""
    claim = _first(reply, (*_OWN, "quote"))
    instrument = Citation.parse(claim["citations"][0]).instrument if claim else ""
    return _recited(reply, claim, f"{instrument}/99", corpus) if claim else None


def quote_altered(reply: Reply, _: Corpus) -> Reply | None:
    """A quote differs from the official text by one character, wherever it is shown."""
    claim = _first(reply, ("quote",))
    return _reworded(reply, claim, other_character(claim["text"])) if claim else None


def point_moved(reply: Reply, corpus: Corpus) -> Reply | None:
    """A point of another provision stands where a provision's own should."""
    claim = _first(reply, ("point",))
    neighbour = _neighbour(claim, corpus)
    other = corpus.get(Citation.parse(neighbour)).editorial if neighbour else None
    return _reworded(reply, claim, other.point[reply["lang"]]) if claim and other else None


def citation_removed(reply: Reply, corpus: Corpus) -> Reply | None:
    """A statement has lost its citation."""
    claim = _first(reply, (*_OWN, "quote"))
    return _recited(reply, claim, "", corpus) if claim else None


def figure_changed(reply: Reply, _: Corpus) -> Reply | None:
    """A figure in a statement or quote is another."""
    for claim in reply["claims"]:
        if claim["kind"] in (*_OWN, "quote") and (text := other_figure(claim["text"])) != claim["text"]:
            return _reworded(reply, claim, text)
    return None


def actor_exchanged(reply: Reply, _: Corpus) -> Reply | None:
    """A lead-in, statement or quote names another actor."""
    for claim in reply["claims"]:
        lang = "fr" if claim["kind"] == "quote" else reply["lang"]
        if claim["kind"] != "notice" and (text := other_actor(claim["text"], lang)) != claim["text"]:
            return _reworded(reply, claim, text)
    return None


def link_changed(reply: Reply, corpus: Corpus) -> Reply | None:
    """The answer as shown links a statement to its neighbour, though the claim beside it is right."""
    claim = _first(reply, _OWN)
    neighbour = _neighbour(claim, corpus)
    if claim is None or neighbour is None:
        return None
    spoiled = copy.deepcopy(reply)
    spoiled["answer"] = _relinked(reply["answer"], claim, neighbour, reply["lang"])
    return spoiled


@dataclass(frozen=True, slots=True)
class StructuralFault:
    """A fault and the measures of which one must notice it."""

    name: str
    make: Fault
    noticed_by: tuple[str, ...]


_OWN_TEXT = ("PointOwn", "QuoteExact")
STRUCTURAL_FAULTS = (
    StructuralFault("citation swapped", citation_swapped, _OWN_TEXT),
    StructuralFault("letter dropped", letter_dropped, _OWN_TEXT),
    StructuralFault("provision invented", provision_invented, ("CitationExists",)),
    StructuralFault("quote altered", quote_altered, ("QuoteExact",)),
    StructuralFault("point moved", point_moved, ("PointOwn",)),
    StructuralFault("citation removed", citation_removed, ("CitationPresent",)),
    StructuralFault("figure changed", figure_changed, _OWN_TEXT),
    StructuralFault("actor exchanged", actor_exchanged, _OWN_TEXT),
    StructuralFault("link changed", link_changed, ("AnswerTrue",)),
)


def spoiled_outcomes(outcomes: Sequence[Outcome], fault: StructuralFault, corpus: Corpus) -> Iterator[Outcome]:
    """Every outcome in which the fault can be made, with it; the rest is left out."""
    for outcome in outcomes:
        reply = fault.make(copy.deepcopy(dict(outcome.reply)), corpus)
        if reply is not None:
            yield replace(outcome, reply=MappingProxyType(reply))


def _first(reply: Reply, kinds: Sequence[str]) -> Reply | None:
    return next((claim for claim in reply["claims"] if claim["kind"] in kinds and claim["citations"]), None)


def _neighbour(claim: Mapping[str, Any] | None, corpus: Corpus) -> str | None:
    """The id next to what a claim cites; None where there is none, as for headings."""
    provision = corpus.get(Citation.parse(claim["citations"][0])) if claim else None
    beside = (provision.next or provision.previous) if provision else None
    return str(beside) if beside else None


def _recited(reply: Reply, claim: Reply, id: str, corpus: Corpus) -> Reply:
    """The reply with one claim citing `id` ("": nothing) instead, and all else as a drafter would have made it."""
    lang, old = reply["lang"], claim["citations"][0]
    answer = _relinked(reply["answer"], claim, id, lang)
    claim["citations"] = [id] if id else []
    named = {other for each in reply["claims"] for other in each["citations"]}
    entries = [entry for entry in reply["citations"] if entry["id"] in named]
    if id and id not in {entry["id"] for entry in entries}:
        pattern = next(entry for entry in reply["citations"] if entry["id"] == old)
        held = Citation.parse(id) in corpus and corpus.get(Citation.parse(id)).editorial
        actors = list(held.actors) if held else []
        quotes = pattern["quotes"] if claim["kind"] == "quote" else []
        label = Citation.parse(id).label(lang)
        entries.append({**pattern, "id": id, "label": label, "actors": actors, "quotes": quotes})
    return {**reply, "answer": answer, "citations": entries}


def _relinked(answer: str, claim: Mapping[str, Any], id: str, lang: str) -> str:
    """The answer with the first link to what the claim cites, behind the claim's text, leading to `id` or nowhere."""
    start = max(answer.find(claim["text"]), 0)
    link = re.compile(rf"\[[^\]]*\]\(#src-{re.escape(claim['citations'][0])}\)")
    instead = f"[{Citation.parse(id).label(lang)}](#src-{id})" if id else ""
    return answer[:start] + link.sub(lambda _: instead, answer[start:], count=1)


def _reworded(reply: Reply, claim: Reply, text: str) -> Reply:
    """The reply with other words in one claim, and in the quotes and the answer that repeat it."""
    old = claim["text"]
    claim["text"] = text
    for entry in reply["citations"]:
        for quote in entry["quotes"]:
            quote["text"] = text if quote["text"] == old else quote["text"]
    return {**reply, "answer": reply["answer"].replace(old, text, 1)}
