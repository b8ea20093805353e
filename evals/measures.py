"""All measures of a run, in the order in which they are printed."""

from __future__ import annotations

from assistant import Judge
from corpus import Corpus
from evals.alce_measures import alce_measures
from evals.contract_measures import contract_measures
from evals.gold_measures import GOLD_MEASURES
from evals.measure import Measure


def all_measures(corpus: Corpus, judge: Judge) -> tuple[Measure, ...]:
    """The measures that hold replies against gold, against `corpus`, and against their own citations by `judge`."""
    return (*GOLD_MEASURES, *contract_measures(corpus), *alce_measures(judge))
