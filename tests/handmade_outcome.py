"""A small outcome written on one line: what the case expects, and what the reply cites and is."""

from __future__ import annotations

from collections.abc import Sequence

from small_outcomes import MAY, MUST, OTHER, WRONG, small_outcome

from evals import Outcome

__all__ = ["MAY", "MUST", "OTHER", "WRONG", "outcome"]


def outcome(
    id: str = "q1",
    *,
    must: Sequence[str] = (MUST,),
    may: Sequence[str] = (),
    ranking: Sequence[str] = (),
    cited: Sequence[str] = (),
    outcome: str | None = None,
    lang: str = "fr",
    reply_lang: str | None = None,
    family: str | None = None,
    split: str = "dev",
    expected: str | None = None,
    style: str = "direct",
    history: Sequence[str] = (),
    answer: str = "",
    ms: float = 1.0,
) -> Outcome:
    """A case that expects `expected` (where it is not said: by `must`), and a reply whose outcome is `outcome`."""
    right = expected or ("answered" if must else "not_in_corpus")
    case = {
        "must": list(must), "may": list(may), "lang": lang, "family": family or id, "split": split, "outcome": right,
        "style": style, "history": list(history),
    }  # fmt: skip
    reply = {"outcome": outcome or right, "lang": reply_lang or lang, "answer": answer, "timing": {"ms": ms}}
    return small_outcome(id, cited=cited, ranking=ranking, case=case, reply=reply)
