"""What the measures notice of replies that were spoiled on purpose, and what the judge notices of spoiled sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant import Judge
from corpus import LANGUAGES, Citation, Corpus, Provision
from evals.fitting import for_fitting
from evals.measure import Measure
from evals.mutating import STRUCTURAL_FAULTS, spoiled_outcomes
from evals.running import Outcome
from evals.semantic_faults import SEMANTIC_FAULTS, spoil

CLEAN = "clean"
NOTICED, FALSE_ALARMS = 0.98, 0.02


@dataclass(frozen=True, slots=True)
class Noticed:
    """How many of `n` spoiled replies or sentences were noticed, and by what; of clean ones: false alarms."""

    fault: str
    by: str
    lang: str
    n: int
    noticed: int

    @property
    def share(self) -> float | None:
        """Noticed of n; None where there is nothing to notice."""
        return self.noticed / self.n if self.n else None


def structural(outcomes: Sequence[Outcome], measures: Sequence[Measure], corpus: Corpus) -> list[Noticed]:
    """False alarms of every contract measure on the replies as they are, then every structural fault."""
    named = {name for fault in STRUCTURAL_FAULTS for name in fault.noticed_by}
    contract = {measure.name: measure for measure in measures if measure.name in named}
    good = [outcome for outcome in outcomes if outcome.reply["outcome"] == "answered" and outcome.reply["citations"]]
    rows = [_count(CLEAN, (measure,), good) for measure in contract.values()]
    for fault in STRUCTURAL_FAULTS:
        spoiled = list(spoiled_outcomes(good, fault, corpus))
        rows.append(_count(fault.name, [contract[name] for name in fault.noticed_by], spoiled))
    return rows


def _count(fault: str, measures: Sequence[Measure], outcomes: Sequence[Outcome]) -> Noticed:
    verdicts = [measure.judge(outcomes) for measure in measures]
    judged = {id for given in verdicts for id in given}
    noticed = sum(any(given.get(id) == 0.0 for given in verdicts) for id in judged)
    return Noticed(fault, " or ".join(measure.name for measure in measures), "all", len(judged), noticed)


def too_few(rows: Sequence[Noticed]) -> Iterator[str]:
    """A sentence for each structural fault noticed too rarely, and each measure that gives too many false alarms."""
    for row in rows:
        if row.share is None:
            yield f"{row.fault}: nothing could be spoiled, so nothing was tested"
        elif row.fault == CLEAN and row.share > FALSE_ALARMS:
            yield f"{row.by}: {row.share:.3f} of clean replies raise an alarm, at most {FALSE_ALARMS} may"
        elif row.fault != CLEAN and row.share < NOTICED:
            yield f"{row.fault}: {row.by} notices {row.share:.3f}, the floor is {NOTICED}"


def semantic(outcomes: Sequence[Outcome], judge: Judge, corpus: Corpus) -> list[Noticed]:
    """What the judge notices, by fault and language, of sentences on the provisions that the replies cite.

    A sentence is a point behind its lead-in, held against its provision as if a model had drafted it. Provisions on
    which the judge was fitted are left out. `clean` counts the false alarms.
    """
    cited = {entry["id"] for outcome in outcomes for entry in outcome.reply["citations"]}
    provisions = [provision for provision in corpus if provision.editorial and not provision.is_chapeau]
    counts: dict[tuple[str, str], list[bool]] = {
        (kind, lang): [] for kind in (CLEAN, *SEMANTIC_FAULTS) for lang in LANGUAGES
    }
    for place, provision in enumerate(provisions):
        if str(provision.id) in cited and not for_fitting(provision):
            other = provisions[(place * 7 + 13) % len(provisions)]
            for lang in LANGUAGES:
                for kind, supported in _judged(provision, other, lang, judge, corpus):
                    counts[kind, lang].append(not supported)
    return [Noticed(kind, "judge", lang, len(said), sum(said)) for (kind, lang), said in counts.items()]


def _judged(
    provision: Provision, other: Provision, lang: str, judge: Judge, corpus: Corpus
) -> Iterator[tuple[str, bool]]:
    sentence, foreign = _sentence(provision, lang, corpus), _sentence(other, lang, corpus)
    text = provision.text(lang)
    if text is None:
        return
    context = f"{corpus.chapeau(provision.id, lang)} {text.text}".strip()
    spoiled = [(fault.kind, fault.text) for fault in spoil(sentence, lang, foreign)]
    for kind, claim in ((CLEAN, sentence), *spoiled):
        judgement = judge.judge(context, claim, lang)
        if judgement is not None:
            yield kind, judgement.supported


def _sentence(provision: Provision, lang: str, corpus: Corpus) -> str:
    point = provision.editorial.point[lang] if provision.editorial else ""
    lead: Citation | None = provision.lead[-1] if provision.lead else None
    opening = corpus.get(lead).editorial if lead else None
    return f"{opening.point[lang].rstrip(' :…')} {point}" if opening else point
