"""Annotates questions and provisions with the thesaurus's concepts, and scores provisions by those they share."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus import LANGUAGES, Concept
from index.analysis import analyse
from index.passages import Passage

_FILE = "concepts.json"
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 6
_ACRONYM = 6
_K1, _B = 1.2, 0.6
# What a question's concept lends to those beside it: a question on pensions is partly one on survivors' pensions.
NARROWER, RELATED, BROADER = 0.3, 0.1, 0.1

Keys = dict[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept found in a text, and the words that named it, as typed."""

    concept: str
    words: str


class ConceptMatcher:
    """Finds the concepts that a text of one language names, by any of their labels in whatever inflection."""

    def __init__(self, thesaurus: Mapping[str, Concept], lang: str) -> None:
        self._lang = lang
        self._keys: Keys = {}
        for concept in thesaurus.values():
            for label in concept.labels(lang):
                key = self._key(label)
                if key and concept.id not in self._keys.get(key, ()):
                    self._keys[key] = (*self._keys.get(key, ()), concept.id)

    def _key(self, label: str) -> tuple[str, ...]:
        if label.isupper() and len(label) <= _ACRONYM and label.isalpha():
            return (f"={label}",)  # "AIDS" is not "aid", nor "SNAP" snap
        terms = tuple(term.term for term in analyse(label, self._lang))
        # "out of a job" is no more than "job" once its stop words are gone: that would be said of anything.
        return () if len(terms) == 1 and len(_WORD.findall(label)) > 1 and not terms[0].isdigit() else terms

    def find(self, text: str) -> list[Mention]:
        """The concepts named, in order, the longest label first; no word is used twice."""
        terms = analyse(text, self._lang)
        found: list[Mention] = []
        place = 0
        while place < len(terms):
            length, ids = self._longest([term.term for term in terms[place : place + _LONGEST]], terms[place].word)
            found += [Mention(id, " ".join(term.word for term in terms[place : place + length])) for id in ids]
            place += max(length, 1)
        return found

    def _longest(self, terms: Sequence[str], first: str) -> tuple[int, tuple[str, ...]]:
        for length in range(len(terms), 0, -1):
            if ids := self._keys.get(tuple(terms[:length])):
                return length, ids
        return 1, self._keys.get((f"={first}",), ())


class ConceptIndex:
    """Which concepts each provision names and how often, in all its faces and languages."""

    def __init__(self, provisions: Mapping[str, Mapping[str, int]], thesaurus: Mapping[str, Concept]) -> None:
        self._provisions, self._thesaurus = provisions, thesaurus
        self._holders = Counter(concept for counts in provisions.values() for concept in counts)
        lengths = [sum(counts.values()) for counts in provisions.values()]
        self._mean = sum(lengths) / len(lengths) if any(lengths) else 1.0

    @classmethod
    def build(cls, passages: Iterable[Passage], thesaurus: Mapping[str, Concept]) -> ConceptIndex:
        """Annotate passages of all languages."""
        matchers = {lang: ConceptMatcher(thesaurus, lang) for lang in LANGUAGES}
        counts: dict[str, Counter[str]] = {}
        for passage in passages:
            named = (mention.concept for mention in matchers[passage.lang].find(passage.text))
            counts.setdefault(str(passage.provision), Counter()).update(named)
        return cls(counts, thesaurus)

    def save(self, build: Path) -> None:
        """Write the annotation into a build's folder."""
        (build / _FILE).write_text(json.dumps(self._provisions), encoding="utf-8")

    @classmethod
    def load(cls, build: Path, thesaurus: Mapping[str, Concept]) -> ConceptIndex:
        """Read what `save` wrote."""
        return cls(json.loads((build / _FILE).read_text(encoding="utf-8")), thesaurus)

    def weights(self, named: Iterable[str]) -> dict[str, float]:
        """How much each concept counts for a question that names some: those 1, the ones beside them a part."""
        weights: dict[str, float] = {}
        for id in named:
            concept = self._thesaurus[id]
            shares = ((concept.narrower, NARROWER), (concept.related, RELATED), (concept.broader, BROADER))
            weights[id] = 1.0
            for others, share in shares:
                weights |= {other: max(share, weights.get(other, 0.0)) for other in others}
        return weights

    def scores(self, ids: Sequence[str], weights: Mapping[str, float]) -> NDArray[np.float32]:
        """BM25 of every provision of `ids` over the weighted concepts; zeros where it names none."""
        return np.array([self._score(self._provisions.get(id, {}), weights) for id in ids], dtype=np.float32)

    def _score(self, counts: Mapping[str, int], weights: Mapping[str, float]) -> float:
        length = _K1 * (1 - _B + _B * sum(counts.values()) / self._mean)
        return sum(
            weight * self._idf(concept) * counts[concept] / (counts[concept] + length)
            for concept, weight in weights.items()
            if concept in counts
        )

    def _idf(self, concept: str) -> float:
        holders = self._holders[concept]
        return math.log(1 + (len(self._provisions) - holders + 0.5) / (holders + 0.5))

    def names(self, id: str, concept: str) -> bool:
        """Whether a provision names a concept."""
        return concept in self._provisions.get(id, {})
