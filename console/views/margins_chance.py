"""How likely each face is positive, in words for the board and for whoever asks where the figures come from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from algorithms.faces import Face
from algorithms.margins.fusion import Likelihood, likelihood
from algorithms.margins.judgement import Judgement
from algorithms.margins.published import PRIOR, PRIOR_SOURCE, PUBLISHED, Rates, Share
from console.cases.model import Session
from console.cases.service import CaseService


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How often each method is right, and how common a positive face is: as published, or this console's own."""

    rates: Mapping[str, Rates]
    prior: Share


WHAT_IT_IS = (
    "Tumour on ink, from how often each method is right. The first figure takes their errors as independent, which they are not; the range "
    "also holds what is left if all others only repeat the strongest."
)
AS_PUBLISHED = Accuracy(PUBLISHED, PRIOR)
ReadAccuracy = Callable[[CaseService, Session], Accuracy]


def chances(judgement: Judgement, accuracy: Accuracy) -> dict[Face, str]:
    """For each face its probability over its range, or a dash where nothing with figures has spoken."""
    found: dict[Face, str] = {}
    for judged in judgement.faces:
        here = likelihood(judged, accuracy.rates, accuracy.prior)
        found[judged.face] = f"{percent(here.independent)}\n{span(here)}" if isinstance(here, Likelihood) else "–"
    return found


def explained(judgement: Judgement, accuracy: Accuracy) -> list[str]:
    """Where the figures come from, and how far they can be trusted."""
    found = [likelihood(judged, accuracy.rates, accuracy.prior) for judged in judgement.faces]
    votes = {vote.method: vote for one in found if isinstance(one, Likelihood) for vote in one.votes}
    left_out = sorted({title for one in found if isinstance(one, Likelihood) for title in one.left_out})
    bare = sorted({title for one in found if isinstance(one, Likelihood) for title in one.too_narrow})
    origin = PRIOR_SOURCE if accuracy.prior == PRIOR else "as in this console’s own cases"
    lines = [WHAT_IT_IS, f"Before any reading: {percent(accuracy.prior.value)} a face, {origin}."]
    lines += [f"{vote.title}: {rates_words(vote.rates)}." for vote in votes.values()]
    lines += [f"Without figures, so left out: {', '.join(left_out)}."] if left_out else []
    lines += [f"No interval is published for {', '.join(bare)}: the range is too narrow by that."] if bare else []
    return lines


def rates_words(rates: Rates) -> str:
    """«sensitivity 86 %, specificity 96 % (St John …)»."""
    return f"sensitivity {_share(rates.sensitivity)}, specificity {_share(rates.specificity)} ({rates.source})"


def percent(share: float) -> str:
    """Whole per cent; the ends are never called certain."""
    if share < 0.005:
        return "< 1 %"
    return "> 99 %" if share > 0.995 else f"{100 * share:.0f} %"


def span(found: Likelihood) -> str:
    """«3–40 %»."""
    low, high = (min(99, max(1, round(100 * end))) for end in (found.low, found.high))
    return f"{low}–{high} %" if low != high else f"{low} %"


def _share(share: Share) -> str:
    bounds = f" [{100 * share.low:.0f}–{100 * share.high:.0f}]" if share.low is not None and share.high is not None else ""
    return f"{100 * share.value:.0f} %{bounds}"
