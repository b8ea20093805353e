"""Which provisions the cases need, and which too few of them do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from corpus import Corpus
from evals.cases import Case

ENOUGH = 2


def coverage(cases: Sequence[Case], corpus: Corpus) -> Mapping[str, int]:
    """For every provision and recital of the corpus, in its order, how many cases need it (`must`)."""
    needed = Counter(citation for case in cases for citation in case.must)
    return {
        str(provision.id): needed[provision.id]
        for provision in corpus.provisions.values()
        if provision.is_provision or provision.block == "recital"
    }


def uncovered(cases: Sequence[Case], corpus: Corpus) -> list[str]:
    """The provisions that fewer than two cases need, in the order of the corpus."""
    return [id for id, needed in coverage(cases, corpus).items() if needed < ENOUGH]
