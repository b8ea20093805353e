"""How well replies rest on the texts: cases, runs, measures, floors."""

from evals.cases import CASES, Case, CaseError, read_cases
from evals.intervals import Estimate, estimate
from evals.measures import MEASURES, Measure
from evals.running import RUNS, Outcome, RunError, read_run, run_cases
from evals.scoring import FLOORS, Floor, FloorError, Score, missed, read_floors, score

__all__ = [
    "CASES",
    "FLOORS",
    "MEASURES",
    "RUNS",
    "Case",
    "CaseError",
    "Estimate",
    "Floor",
    "FloorError",
    "Measure",
    "Outcome",
    "RunError",
    "Score",
    "estimate",
    "missed",
    "read_cases",
    "read_floors",
    "read_run",
    "run_cases",
    "score",
]
