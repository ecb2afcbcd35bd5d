"""The rule sets that turn margins into a verdict: versioned data, chosen per case, each with its source and its words.

Millimetres are stored raw; a verdict is derived anew each time and says by which rule. docs/margins.md explains them to people.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from algorithms.faces import Face
from algorithms.margins.model import MarginClass

DEPTH = frozenset({Face.ANTERIOR, Face.POSTERIOR})


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One published way to read a margin, distances in mm.

    Positive: 0 mm (ink on tumour), or anything below `positive_below_mm`. Close: else below `close_below_mm`. Negative: the rest.
    `full_thickness_exempts`: anterior and posterior don't count where the excision is documented to reach from skin to fascia.
    """

    id: str
    version: str
    title: str
    words: str
    positive_below_mm: Decimal
    close_below_mm: Decimal
    full_thickness_exempts: bool
    depth_words: str
    citation: str

    @property
    def clear_from_mm(self) -> Decimal:
        """The least margin that this rule calls negative; 0 stands for «more than 0»."""
        return max(self.positive_below_mm, self.close_below_mm)

    def classify(self, margin_mm: Decimal, *, at_least: bool = False) -> MarginClass:
        """The class of a distance; a lower bound that does not reach the limit proves nothing."""
        if margin_mm > 0 and margin_mm >= self.clear_from_mm:
            return MarginClass.NEGATIVE
        if at_least:
            return MarginClass.INDETERMINATE
        if margin_mm == 0 or margin_mm < self.positive_below_mm:
            return MarginClass.POSITIVE
        return MarginClass.CLOSE

    def alarm(self, margin_mm: Decimal) -> MarginClass | None:
        """What a ruler's reading gives cause to fear, None when nothing: at the limit too, because it cannot tell either side of it."""
        found = self.classify(margin_mm)
        if found is not MarginClass.NEGATIVE:
            return found
        return MarginClass.CLOSE if margin_mm == self.clear_from_mm else None


_BOTH_COUNT = "Anterior and posterior count like the other faces."
_ZERO, _ONE, _TWO = Decimal(0), Decimal(1), Decimal(2)

RULE_SETS = (
    RuleSet(
        "sso-astro-invasive-2014", "1", "SSO-ASTRO invasive, 2014", "positive is ink on tumour; wider margins are not asked for",
        _ZERO, _ZERO, False, _BOTH_COUNT,
        "Moran MS et al., SSO-ASTRO consensus guideline on margins for breast-conserving surgery, J Clin Oncol 2014;32:1507",
    ),
    RuleSet(
        "sso-astro-asco-dcis-2016", "1", "SSO-ASTRO-ASCO DCIS, 2016",
        "2 mm with whole-breast irradiation; less is for judgement, not automatic",
        _ZERO, _TWO, False, _BOTH_COUNT,
        "Morrow M et al., SSO-ASTRO-ASCO consensus guideline on margins for DCIS, J Clin Oncol 2016;34:4040",
    ),
    RuleSet(
        "abs-uk", "1", "ABS, United Kingdom", "1 mm; less calls for re-excision",
        _ONE, _ONE, True, "Anterior and posterior count only where the excision was not full thickness; full thickness must be documented.",
        "Association of Breast Surgery consensus statement: margin width in breast conservation surgery, 2015",
    ),
    RuleSet(
        "microwave-uk-three-class", "1", "Three classes, 0 and 2 mm", "positive at 0 mm, close below 2 mm, negative from 2 mm",
        _ZERO, _TWO, False, _BOTH_COUNT, "The three classes of the microwave depth study, after United Kingdom practice",
    ),
)  # fmt: skip


def rule_set(rule_id: str) -> RuleSet:
    """The rule set of this id; `ValueError` for one that this version does not know."""
    for rule in RULE_SETS:
        if rule.id == rule_id:
            return rule
    raise ValueError(f"no rule set is called {rule_id}")
