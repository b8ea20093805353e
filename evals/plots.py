"""The plots of a report, each as SVG to be put into a page."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import matplotlib as mpl
import numpy as np
from matplotlib.figure import Figure

from evals.intervals import Estimate

_WIDE, _SMALL = (9.0, 3.6), (6.0, 3.6)
_BLUE, _ORANGE, _GREY = "#1f5a99", "#c2571a", "#777777"
_BINS = 30


def _svg(figure: Figure) -> str:
    """The figure as an SVG element; the same figure gives the same text."""
    out = io.StringIO()
    with mpl.rc_context({"svg.hashsalt": "socle", "svg.fonttype": "none"}):
        figure.savefig(out, format="svg", bbox_inches="tight", metadata={"Date": None})
    text = out.getvalue()
    return text[text.index("<svg") :]


def bars(groups: Mapping[str, Mapping[str, Estimate]], title: str) -> str:
    """Bars with their 95 % intervals: a group an outer name (a measure), a bar an inner one (a language)."""
    figure = Figure(figsize=_WIDE)
    axes = figure.subplots()
    names = list(dict.fromkeys(name for group in groups.values() for name in group))
    width = 0.8 / max(len(names), 1)
    for place, name in enumerate(names):
        found = [(number, group[name]) for number, group in enumerate(groups.values()) if name in group]
        judged = [(number, each.mean, each.low, each.high) for number, each in found if each.mean is not None]
        if not judged:
            continue
        at = np.array([number for number, *_ in judged]) + (place - (len(names) - 1) / 2) * width
        means, lows, highs = (np.array([float(row[column] or 0.0) for row in judged]) for column in (1, 2, 3))
        errors = np.clip([means - lows, highs - means], 0, None)
        axes.bar(at, means, width * 0.92, yerr=errors, label=name, error_kw={"elinewidth": 0.8, "capsize": 2})
    axes.set_xticks(range(len(groups)), list(groups), rotation=20, ha="right")
    axes.set_ylim(0, 1.05)
    axes.set_title(title, loc="left")
    if len(names) > 1 and axes.containers:
        axes.legend(ncols=len(names), fontsize="small", loc="lower right", bbox_to_anchor=(1.0, 1.0), frameon=False)
    return _svg(figure)


def table(rows: Sequence[str], columns: Sequence[str], counts: Sequence[Sequence[int]], title: str) -> str:
    """How often each row (expected) came out as each column (given), as a shaded table."""
    figure = Figure(figsize=_SMALL)
    axes = figure.subplots()
    axes.set_title(title)
    if not rows:
        return _svg(figure)
    shares = np.array(counts, dtype=float)
    shares = shares / np.maximum(shares.sum(axis=1, keepdims=True), 1)
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1.4, aspect="auto")
    for y, row in enumerate(counts):
        for x, count in enumerate(row):
            axes.text(x, y, str(count), ha="center", va="center")
    axes.set_xticks(range(len(columns)), list(columns), rotation=30, ha="right")
    axes.set_yticks(range(len(rows)), list(rows))
    axes.set_xlabel("outcome")
    axes.set_ylabel("expected")
    return _svg(figure)


def calibration(answerable: Sequence[float], other: Sequence[float], threshold: float, title: str) -> str:
    """Share refused, by where the threshold on `support` would stand, of both sorts of question."""
    figure = Figure(figsize=_WIDE)
    axes = figure.subplots()
    every = [*answerable, *other]
    if every:
        at = np.linspace(min(every), max(every), 200)
        for values, label, color in (
            (other, "Refusal (should rise early)", _BLUE),
            (answerable, "FalseRefusal (should stay low)", _ORANGE),
        ):
            if values:
                axes.plot(at, [float(np.mean(np.array(values) < place)) for place in at], label=label, color=color)
                axes.plot(values, np.full(len(values), -0.03 if color == _BLUE else -0.07), "|", color=color, alpha=0.5)
        axes.legend(fontsize="small")
    axes.axvline(threshold, color=_GREY, linestyle="--")
    axes.set_xlabel("support; dashed: the threshold in force; ticks: the questions")
    axes.set_ylabel("share refused")
    axes.set_title(title)
    return _svg(figure)


def histogram(values: Sequence[float], unit: str, title: str) -> str:
    """How often each value comes, with the median and the 95th percentile."""
    figure = Figure(figsize=_SMALL)
    axes = figure.subplots()
    if values:
        axes.hist(values, bins=_BINS, color=_BLUE)
        for percent, style in ((50, "-"), (95, "--")):
            at = float(np.percentile(values, percent))
            axes.axvline(at, color=_ORANGE, linestyle=style, label=f"p{percent}: {at:.0f} {unit}")
        axes.legend(fontsize="small")
    axes.set_xlabel(unit)
    axes.set_title(title)
    return _svg(figure)
