"""The data dictionary of a cohort: every column's name, meaning, unit and allowed words. `docs/data-dictionary.md` is written from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

MISSING_WORDS = frozenset({"", "na", "n/a", "unknown", "missing", "not assessed"})


class Kind(StrEnum):
    """How a column's cells are read."""

    IDENTIFIER = "identifier, unique"
    NUMBER = "number"
    WORD = "one of the words"
    NAME = "any word"


@dataclass(frozen=True, slots=True)
class Field:
    """One column. Numbers lie between `least` and `most`; `levels` are in their order, the first is the reference of models."""

    name: str
    kind: Kind
    meaning: str
    unit: str = ""
    least: float = 0.0
    most: float = 0.0
    levels: tuple[str, ...] = ()
    also: tuple[tuple[str, str], ...] = ()  # other spelling -> level


NO_YES = ("no", "yes")
NEGATIVE_POSITIVE = ("negative", "positive")
_YES_NO_ALSO = (("0", "no"), ("1", "yes"), ("n", "no"), ("y", "yes"), ("false", "no"), ("true", "yes"))
_SIGN_ALSO = (("0", "negative"), ("1", "positive"), ("neg", "negative"), ("pos", "positive"), ("-", "negative"), ("+", "positive"))
_LESIONS = ("none", "precancerous", "dcis", "invasive")
_HISTOLOGIES = ("nst", "ilc", "dcis", "mixed", "invasive", "other")
_COMPLICATIONS = ("none", "skin colour", "necrosis", "infection", "allergy", "collection", "other")
_COMPLICATION_ALSO = (
    ("no", "none"),
    ("seroma", "collection"),
    ("haematoma", "collection"),
    ("hematoma", "collection"),
    ("dehiscence", "other"),
)
_CLAVIEN_ALSO = (("i", "1"), ("ii", "2"), ("iiia", "3a"), ("iiib", "3b"), ("iv", "4"), ("v", "5"), ("3", "3a"))
_GRADE_ALSO = (("g1", "1"), ("g2", "2"), ("g3", "3"), ("1.0", "1"), ("2.0", "2"), ("3.0", "3"))
_HISTOLOGY_ALSO = (("idc", "nst"), ("ductal", "nst"), ("lobular", "ilc"))
_TYPE_ALSO = (
    ("no", "none"),
    ("lcis", "precancerous"),
    ("adh", "precancerous"),
    ("alh", "precancerous"),
    ("precancerous/lcis", "precancerous"),
)


def _stages(letter: str, stages: str) -> Iterator[tuple[str, str]]:
    """«1», «pT1», «T1c» and the like: sub-stages count with their stage."""
    for stage in ("is", *stages) if letter == "t" else tuple(stages):
        level = f"{letter}{stage}"
        for prefix in ("", letter, f"p{letter}", f"yp{letter}"):
            for suffix in ("", "a", "b", "c", "d", "mi"):
                yield f"{prefix}{stage}{suffix}", level


FIELDS = (
    Field("case_id", Kind.IDENTIFIER, "Pseudonym of the case; never a name or MRN"),
    Field("arm", Kind.NAME, "Group the case belongs to, such as the localization technique"),
    Field("side", Kind.WORD, "Breast operated on", levels=("left", "right"), also=(("l", "left"), ("r", "right"))),
    Field("age", Kind.NUMBER, "Age at operation", "years", 0, 120),
    Field("bmi", Kind.NUMBER, "Body mass index", "kg/m²", 5, 120),
    Field("tumour_size_cm", Kind.NUMBER, "Largest diameter of the tumour by pathology", "cm", 0, 30),
    Field("histology", Kind.WORD, "Type of tumour; `invasive` where the type is not told apart", levels=_HISTOLOGIES, also=_HISTOLOGY_ALSO),
    Field("grade", Kind.WORD, "Histological grade", levels=("1", "2", "3"), also=_GRADE_ALSO),
    Field("t_stage", Kind.WORD, "Pathological T stage", levels=("tis", "t0", "t1", "t2", "t3", "t4"), also=tuple(_stages("t", "01234"))),
    Field("n_stage", Kind.WORD, "Pathological N stage", levels=("n0", "n1", "n2", "n3", "nx"), also=tuple(_stages("n", "0123x"))),
    Field("er", Kind.WORD, "Oestrogen receptor", levels=NEGATIVE_POSITIVE, also=_SIGN_ALSO),
    Field("pr", Kind.WORD, "Progesterone receptor", levels=NEGATIVE_POSITIVE, also=_SIGN_ALSO),
    Field("her2", Kind.WORD, "HER2 status", levels=("negative", "equivocal", "positive"), also=_SIGN_ALSO),
    Field("ki67_percent", Kind.NUMBER, "Ki67 labelling index; `ki67_high` is derived: above 14 %, or as the cohort defines", "%", 0, 100),
    Field("axillary_surgery", Kind.WORD, "Operation of the axilla", levels=("none", "sentinel", "dissection")),
    Field("frozen_margin", Kind.WORD, "Margin by frozen section", levels=NEGATIVE_POSITIVE, also=_SIGN_ALSO),
    Field("frozen_type", Kind.WORD, "What lies at a margin positive by frozen section", levels=_LESIONS, also=_TYPE_ALSO),
    Field("permanent_margin", Kind.WORD, "Margin by final pathology, ink on tumour", levels=NEGATIVE_POSITIVE, also=_SIGN_ALSO),
    Field("margin_type", Kind.WORD, "What lies at a positive margin", levels=_LESIONS, also=_TYPE_ALSO),
    Field("further_resection", Kind.WORD, "More tissue taken in the same operation", levels=NO_YES, also=_YES_NO_ALSO),
    Field("reoperation", Kind.WORD, "Second operation for the margin", levels=NO_YES, also=_YES_NO_ALSO),
    Field("reoperation_pathology", Kind.WORD, "What the second operation found", levels=_LESIONS, also=_TYPE_ALSO),
    Field("complication", Kind.WORD, "Complication of the operation, of any grade", levels=NO_YES, also=_YES_NO_ALSO),
    Field("complication_type", Kind.WORD, "The gravest of them", levels=_COMPLICATIONS, also=_COMPLICATION_ALSO),
    Field("complication_grade", Kind.WORD, "Its grade by Clavien and Dindo", levels=("0", "1", "2", "3a", "3b", "4", "5"), also=_CLAVIEN_ALSO),
    Field("recurrence", Kind.WORD, "Recurrence in the same breast, chest wall or nodes", levels=NO_YES, also=_YES_NO_ALSO),
    Field("recurrence_days", Kind.NUMBER, "Operation to recurrence; empty where there was none", "days", 0, 40_000),
    Field("death_days", Kind.NUMBER, "Operation to death of any cause; empty where alive", "days", 0, 40_000),
    Field("follow_up_days", Kind.NUMBER, "Operation to the last time the patient was seen, or died", "days", 0, 40_000),
    Field("centralization_cm", Kind.NUMBER, "Centralization of the specimen (Lee et al. 2021)", "cm", 0, 100),
    Field("resected_volume_cm3", Kind.NUMBER, "Gross volume of the resected specimen", "cm³", 0, 20_000),
    Field("mass_volume_cm3", Kind.NUMBER, "Gross volume of the mass", "cm³", 0, 20_000),
    Field("operation_day", Kind.NUMBER, "Day of the operation since 1 January 2000; in exports shifted, see below", "days", -20_000, 40_000),
    Field("surgeon", Kind.NAME, "Pseudonym of the surgeon"),
    Field("simulated", Kind.WORD, "Whether the row was made by a simulator; `no` when the column is absent", levels=NO_YES, also=_YES_NO_ALSO),
)  # fmt: skip

VERSION = "3"  # grows with every column that is added or means something else; saved cohorts name it
BY_NAME = {field.name: field for field in FIELDS}
KI67_HIGH_ABOVE = 14.0  # seed 000; other departments take 20 or 30
KI67_CHOICES = (14.0, 20.0, 30.0)
TOLD = frozenset({"case_id", "side", "age", "histology", "operation_day", "surgeon", "simulated"})
"""What a case always tells by itself: the registry's form does not ask for it."""

FACE_ENDS = ("superior", "inferior", "medial", "lateral", "anterior", "posterior")
METHOD_ENDS = ("margin", *FACE_ENDS)
DEPTH = "_mm"


def field_named(name: str) -> Field | None:
    """The field of this name; also what a method said of a face or of the whole specimen: `petct_medial`, `petct_margin`, `petct_medial_mm`."""
    method, _, end = name.removesuffix(DEPTH).rpartition("_")
    if name in BY_NAME or not method or end not in (FACE_ENDS if name.endswith(DEPTH) else METHOD_ENDS):
        return BY_NAME.get(name)
    if name.endswith(DEPTH):
        return Field(name, Kind.NUMBER, f"Margin of {end} as {method} measured it; empty where it only set a bound", "mm", 0, 200)
    return Field(name, Kind.WORD, f"What {method} said of {end}", levels=NEGATIVE_POSITIVE, also=_SIGN_ALSO)


def spellings(field: Field) -> dict[str, int]:
    """Every accepted spelling, in small letters, to the index of its level."""
    accepted = {spelling: field.levels.index(level) for spelling, level in field.also}
    return accepted | {level: index for index, level in enumerate(field.levels)}


def as_markdown() -> str:
    """The table of the documentation."""
    lines = ["| column | meaning | unit | values |", "|---|---|---|---|"]
    lines += [f"| `{field.name}` | {field.meaning} | {field.unit} | {_allowed(field)} |" for field in FIELDS]
    return "\n".join(lines)


def _allowed(field: Field) -> str:
    match field.kind:
        case Kind.NUMBER:
            return f"{field.least:g} to {field.most:g}"
        case Kind.WORD:
            return ", ".join(f"`{level}`" for level in field.levels)
        case _:
            return field.kind.value
