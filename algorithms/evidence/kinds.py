"""The examinations whose results are logged rather than measured by this console: what each can find, and what it can clear or only alarm.

They are data: form, checks, board and report loop over them. docs/margins.md says the same for people.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """One kind of examination; its value is the modality under which its readings are kept."""

    FROZEN = "frozen"
    RADIOGRAPH = "radiograph"
    GROSS = "gross"
    CYTOLOGY = "cytology"
    ULTRASOUND = "ultrasound"
    PATHOLOGY = "pathology"


class Finding(StrEnum):
    """What was found at one face, in the words that are kept."""

    NEGATIVE = "negative"
    PRECANCEROUS = "precancerous (ADH, ALH)"
    LCIS = "LCIS"
    DCIS = "DCIS"
    INVASIVE = "invasive"
    ATYPICAL = "atypical cells"
    MALIGNANT = "malignant cells"
    AWAY = "away from the surface"
    NEAR = "near the surface"
    AT_SURFACE = "at the surface"
    NOT_SEEN = "lesion not seen"

    @property
    def short(self) -> str:
        """As a cell of the board has room for."""
        return {
            Finding.PRECANCEROUS: "ADH/ALH", Finding.ATYPICAL: "atypical", Finding.MALIGNANT: "malignant", Finding.AWAY: "away",
            Finding.NEAR: "near", Finding.AT_SURFACE: "at surface", Finding.NOT_SEEN: "not seen",
        }.get(self, self.value)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said of the whole specimen: one of `options`, or a number between `least` and `most` in `unit`, or a name (neither)."""

    name: str
    title: str
    options: tuple[str, ...] = ()
    unit: str = ""
    least: Decimal | None = None
    most: Decimal | None = None
    required: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it is typed on the keypad."""
        return self.most is not None


@dataclass(frozen=True, slots=True)
class Definition:
    """Which findings at the ink count as positive."""

    id: str
    title: str
    words: str
    positive: frozenset[Finding]


@dataclass(frozen=True, slots=True)
class Examination:
    """What is known of one kind before any patient.

    `can_clear` False: it may alarm but never reassure. `waits`: the specimen is sent away and an answer comes back. `limits` is the sentence of
    validity that every reading of it carries; `source` is where its figures come from.
    """

    kind: Kind
    title: str
    findings: tuple[Finding, ...]
    takes_mm: bool
    can_clear: bool
    waits: bool
    facts: tuple[Fact, ...]
    limits: str
    source: str

    def fact(self, name: str) -> Fact | None:
        """The fact of this name, if this examination has one."""
        return next((fact for fact in self.facts if fact.name == name), None)


LONGEST_MM = Decimal(200)  # no face of a breast specimen is further from anything in it
HISTOLOGY = (Finding.NEGATIVE, Finding.PRECANCEROUS, Finding.LCIS, Finding.DCIS, Finding.INVASIVE)
BY_SIGHT = (Finding.AWAY, Finding.NEAR, Finding.AT_SURFACE)
ACCURACY = "St John et al., Ann Surg 2017;265:300"

_CARCINOMA = frozenset({Finding.DCIS, Finding.INVASIVE})
DEFINITIONS = (
    Definition("carcinoma-on-ink", "DCIS or invasive", "positive is DCIS or invasive cancer on ink", _CARCINOMA),
    Definition(
        "with-precancerous", "Also ADH, ALH, LCIS",
        "positive includes precancerous lesions (ADH, ALH) and LCIS, as the fluorescence study counted its frozen sections",
        _CARCINOMA | {Finding.PRECANCEROUS, Finding.LCIS},
    ),
)  # fmt: skip
ON_INK = DEFINITIONS[0]


def definition(definition_id: str) -> Definition:
    """The definition of this id; `ValueError` for one that this version does not know."""
    for known in DEFINITIONS:
        if known.id == definition_id:
            return known
    raise ValueError(f"no definition of positive is called {definition_id}")


SEEN = ("seen", "not seen", "cannot be told")
_PATHOLOGIST = Fact("pathologist", "Pathologist", required=True)
_COUNTS = Fact("definition", "Positive counts", tuple(known.id for known in DEFINITIONS), required=True)
_T = ("pTX", "pT0", "pTis", "pT1mi", "pT1a", "pT1b", "pT1c", "pT2", "pT3", "pT4")
_N = ("pNX", "pN0", "pN0(i+)", "pN1mi", "pN1", "pN2", "pN3")

EXAMINATIONS = (
    Examination(
        Kind.FROZEN, "Frozen section", HISTOLOGY, takes_mm=True, can_clear=True, waits=True, facts=(_PATHOLOGIST, _COUNTS),
        limits="A frozen section sees the slices that were cut: in pooled studies it finds 86 % of involved margins and calls 4 % of clear ones so.",
        source=ACCURACY,
    ),
    Examination(
        Kind.RADIOGRAPH, "Specimen radiograph", (), takes_mm=True, can_clear=True, waits=True,
        facts=(Fact("lesion", "Lesion", SEEN, required=True), Fact("clip", "Clip", SEEN), Fact("calcification", "Calcification", SEEN)),
        limits="A radiograph shows outlines: a margin is at most as wide as it looks. In pooled studies it finds 53 % of involved margins.",
        source=ACCURACY,
    ),
    Examination(
        Kind.GROSS, "Gross examination", BY_SIGHT, takes_mm=True, can_clear=False, waits=False, facts=(Fact("examiner", "Examined by"),),
        limits="Eye and finger on the cut specimen: can alarm, cannot clear.", source="docs/margins.md",
    ),
    Examination(
        Kind.CYTOLOGY, "Imprint cytology", (Finding.NEGATIVE, Finding.ATYPICAL, Finding.MALIGNANT), takes_mm=False, can_clear=True, waits=True,
        facts=(_PATHOLOGIST,),
        limits="Cells from the surface alone: it says nothing of a distance. In pooled studies it finds 91 % of involved margins.", source=ACCURACY,
    ),
    Examination(
        Kind.ULTRASOUND, "Specimen ultrasound", (*BY_SIGHT, Finding.NOT_SEEN), takes_mm=True, can_clear=False, waits=False,
        facts=(Fact("examiner", "Examined by"),),
        limits="A distance read by one person, with no picture kept: can alarm, cannot clear. In pooled studies it finds 59 % of involved margins.",
        source=ACCURACY,
    ),
    Examination(
        Kind.PATHOLOGY, "Final pathology", HISTOLOGY, takes_mm=True, can_clear=True, waits=True,
        facts=(
            _PATHOLOGIST, Fact("type", "Tumour type", ("NST", "ILC", "DCIS", "mixed", "other", "no tumour"), required=True),
            Fact("grade", "Grade", ("1", "2", "3", "not given")), Fact("size", "Tumour size", unit="mm", least=Decimal(0), most=LONGEST_MM),
            Fact("T", "pT", _T), Fact("N", "pN", _N),
        ),
        limits="Paraffin sections of the inked specimen: the reference that the other methods are measured by. It sees the slices that were cut.",
        source="Moran et al., J Clin Oncol 2014;32:1507",
    ),
)  # fmt: skip


def examination(kind: Kind) -> Examination:
    """All that is known of a kind."""
    return next(known for known in EXAMINATIONS if known.kind is kind)
