"""How often each method is right about a margin, as published: the defaults until a department has enough cases of its own.

They come from different patients, different definitions of a positive margin, and mostly from whole specimens rather than single faces. Where a
source gives no interval, none is made up.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """A share between 0 and 1, with its 95 % interval where the source gives one."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Rates:
    """Sensitivity and specificity of a method against final pathology. `own`: this department's; then `n` faces stand behind it."""

    sensitivity: Share
    specificity: Share
    source: str
    own: bool = False
    n: int = 0


_ST_JOHN = "St John et al., Ann Surg 2017;265:300, pooled, whole specimens"
_LIN = "Lin et al., Sci Rep 2022, doi 10.1038/s41598-022-23234-5, pooled, whole specimens"

PUBLISHED: dict[str, Rates] = {
    "frozen": Rates(Share(0.86), Share(0.96), _ST_JOHN),
    "cytology": Rates(Share(0.92, 0.77, 0.98), Share(0.95, 0.90, 0.97), "Dowling et al., Breast 2024;76:103749, pooled, whole specimens"),
    "radiograph": Rates(Share(0.55, 0.47, 0.63), Share(0.85, 0.78, 0.90), _LIN),
    "ultrasound": Rates(Share(0.59), Share(0.81), _ST_JOHN),
}

# Among six faces as if they were independent: 34 % of patients had a positive margin without routine shaves, 1 − 0.66^(1/6) = 6.7 % a face.
PATIENTS_POSITIVE = 0.34
PRIOR = Share(1 - (1 - PATIENTS_POSITIVE) ** (1 / 6))
PRIOR_SOURCE = "34 % of patients (Chagpar et al., N Engl J Med 2015;373:503), spread over six faces as if they were independent"
