"""How well replies rest on the texts: cases, runs, measures, floors, comparisons, reports."""

from evals.alce_measures import SHORTCUTS
from evals.cases import CASES, Case, CaseError, read_cases, read_schema
from evals.collection import Collection, CollectionError, as_corpus, read_collection
from evals.comparing import Comparison, Difference, compare
from evals.exporting import export_rows, write_export
from evals.floors import FLOORS, Floor, FloorError, Floors, aimed, missed, read_floors
from evals.gold_measures import GOLD_MEASURES
from evals.intervals import Estimate, estimate, paired_p
from evals.json_lines import LineError, read_json_lines
from evals.labelled_pairs import (
    JudgeFigures,
    LabelledPair,
    PairError,
    WordOverlap,
    figures,
    judge_pairs,
    read_own_pairs,
    read_pairs,
)
from evals.measure import Measure, by_case
from evals.measures import all_measures
from evals.mutating import STRUCTURAL_FAULTS, spoiled_outcomes
from evals.noticing import Noticed, semantic, structural, too_few
from evals.running import RUNS, Outcome, Run, RunError, read_run, run_cases
from evals.scoring import Score, measured, score

__all__ = [
    "CASES",
    "FLOORS",
    "GOLD_MEASURES",
    "RUNS",
    "SHORTCUTS",
    "STRUCTURAL_FAULTS",
    "Case",
    "CaseError",
    "Collection",
    "CollectionError",
    "Comparison",
    "Difference",
    "Estimate",
    "Floor",
    "FloorError",
    "Floors",
    "JudgeFigures",
    "LabelledPair",
    "LineError",
    "Measure",
    "Noticed",
    "Outcome",
    "PairError",
    "Run",
    "RunError",
    "Score",
    "WordOverlap",
    "aimed",
    "all_measures",
    "as_corpus",
    "by_case",
    "compare",
    "estimate",
    "export_rows",
    "figures",
    "judge_pairs",
    "measured",
    "missed",
    "paired_p",
    "read_cases",
    "read_collection",
    "read_floors",
    "read_json_lines",
    "read_own_pairs",
    "read_pairs",
    "read_run",
    "read_schema",
    "run_cases",
    "score",
    "semantic",
    "spoiled_outcomes",
    "structural",
    "too_few",
    "write_export",
]
