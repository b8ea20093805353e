"""Concepts made for a test, with their names in one language."""

from __future__ import annotations

from collections.abc import Iterable

from corpus import LANGUAGES, Concept


def concept(id: str, *labels: str, lang: str = "en", **links: tuple[str, ...]) -> Concept:
    """A concept with names in one language; in the others it has a name that no text holds."""
    names = {other: labels if other == lang else (f"{id}zzz",) for other in LANGUAGES}
    nothing: dict[str, tuple[str, ...]] = {"broader": (), "narrower": (), "related": ()}
    return Concept(
        id=id,
        pref={other: held[0] for other, held in names.items()},
        alt={other: held[1:] for other, held in names.items()},
        review="machine-drafted",
        **(nothing | links),
    )


def by_id(concepts: Iterable[Concept]) -> dict[str, Concept]:
    return {each.id: each for each in concepts}
