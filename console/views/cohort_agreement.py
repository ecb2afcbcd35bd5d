"""The page of the cohort screen on trust: each method against final pathology per specimen and per face, its depths, and how readers agree."""

from __future__ import annotations

from itertools import pairwise

from algorithms.statistics.mcnemar import Question, compare_methods
from console.cohorts import agreement_answers
from console.cohorts.cohort import Cohort
from console.cohorts.dictionary import DEPTH
from console.cohorts.faces import SPECIMEN, TRUTH, by_face
from console.views.cohort_sheet import Answer, Asked, Sheet, Table, Titled, column_title, p_words, percent_words
from console.widgets.plots_curves import Curve, CurveFigure
from console.widgets.plots_dots import Dot, DotFigure

EXCISED, FINAL = f"{TRUTH}_margin", "permanent_margin"
READER = "reader_"
RATES = ("sensitivity", "specificity", "precision", "f1")
AGREEMENT_OPTIONS = (("specimen", "Per specimen"), ("face", "Per face"), ("depth", "Depths"), ("readers", "Readers"))
HEADINGS = ("Sensitivity", "Specificity", "Precision", "F1", "n")
_AFTER_SHAVES = "The truth here is the final margin, after shaves: a method that was acted upon looks worse than it is."
_WILSON = "Sensitivity, specificity and precision with Wilson's intervals"
_EFFECTIVE = ", on the effective number of faces, since those of one specimen are alike."
_MCNEMAR = "; McNemar's exact test on labels and on correctness."
_NOTHING = "No method's result stands beside a final pathology yet."
_SAME_SPECIMEN = (
    "Several faces of one specimen are taken as independent here; limits of agreement hardly depend on it, the interval of the bias does."
)


def agreement(asked: Asked) -> Sheet:
    """The part that was tapped."""
    match asked.option:
        case "depth":
            return _depths(asked.cohort)
        case "readers":
            return _readers(asked.cohort)
        case "face":
            return _methods(by_face(asked.cohort), "face", TRUTH, SPECIMEN)
        case _:
            truth = EXCISED if asked.cohort.has(EXCISED) else FINAL
            return _methods(asked.cohort, "specimen", truth, None)


def _methods(cohort: Cohort, per: str, truth: str, cluster: str | None) -> Sheet:
    """Each method against final pathology; neighbours compared."""
    there = cohort.has(truth)
    methods = [name for name in cohort.names if there and name.endswith("_margin") and _is_method(name)]
    rows, dots, notes = [], [], [_AFTER_SHAVES] if truth == FINAL else []
    for name in methods:
        found = agreement_answers.agree(cohort, truth, name, cluster)
        title = column_title(name.removesuffix("_margin"))
        rows.append((title, *_rates(found), str(found["n"])))
        dots += _dots(title, found)
        notes += found["notes"]
    if not cluster:  # the test takes its rows as independent
        notes += _compared(cohort, truth, methods)
    table, figure = Table("", ("Method", *HEADINGS), tuple(rows)), DotFigure(tuple(dots), "Share (95 % CI)", ratio=False)
    words = _WILSON + (_EFFECTIVE if cluster else _MCNEMAR)
    title = f"Against final pathology of the first excision, per {per}"
    return Sheet(title, table, (Titled("", figure),), words, tuple(dict.fromkeys(notes if rows else [_NOTHING])))


def _is_method(name: str) -> bool:
    return name not in {EXCISED, FINAL} and not name.startswith(READER)


def _rates(found: Answer) -> list[str]:
    return [percent_words(found[key], found[f"{key}_ci"]) for key in RATES]


def _dots(title: str, found: Answer) -> list[Dot]:
    dots = [Dot(title, f"n {found['n']}", heading=True)]
    for index, key in enumerate(RATES[:2]):
        ends = found[f"{key}_ci"] or [None, None]
        dots.append(Dot(key.capitalize(), percent_words(found[key], found[f"{key}_ci"]), found[key], ends[0], ends[1], series=index))
    return dots


def _compared(cohort: Cohort, truth: str, methods: list[str]) -> list[str]:
    """Each two neighbours on the same cases: do they differ, is one better."""
    said = []
    for first, second in pairwise(methods):
        columns = cohort.flags(first), cohort.flags(second), cohort.flags(truth)
        tests = [compare_methods(*columns, question).test for question in (Question.LABELS, Question.CORRECTNESS)]
        names = " and ".join(column_title(name.removesuffix("_margin")) for name in (first, second))
        said.append(f"{names}: McNemar on labels p {p_words(tests[0].p)}, on correctness p {p_words(tests[1].p)}.")
    return said


def _depths(cohort: Cohort) -> Sheet:
    """Bland and Altman's plot of each method that measured millimetres where pathology did."""
    faces, title = by_face(cohort), "Depths against final pathology of the first excision"
    measured = [name for name in faces.names if name.endswith(DEPTH) and name != f"{TRUTH}{DEPTH}"]
    found = {name: agreement_answers.depths(faces, name, f"{TRUTH}{DEPTH}") for name in measured if faces.has(f"{TRUTH}{DEPTH}")}
    told = {column_title(name.removesuffix(DEPTH)): one for name, one in found.items() if one["bias"] is not None}
    if not told:
        return Sheet(title, notes=("No face was measured in mm both by a method and by pathology in three cases or more.",))
    rows = tuple((name, *(_mm(one[key]) for key in ("bias", "lower_limit", "upper_limit")), str(one["n"])) for name, one in told.items())
    first = next(iter(told))
    curve = Curve(first, tuple((x, y) for x, y in told[first]["points"]), marks=True)
    levels = tuple((told[first][key], words) for key, words in (("bias", "bias"), ("lower_limit", "−1.96 SD"), ("upper_limit", "+1.96 SD")))
    figure = CurveFigure((curve,), "Mean of both, mm", "Method − pathology, mm", levels)
    notes = tuple(dict.fromkeys([_SAME_SPECIMEN, *(note for one in told.values() for note in one["notes"])]))
    table = Table("", ("Method", "Bias, mm", "Lower limit", "Upper limit", "Faces"), rows)
    return Sheet(
        title, table, (Titled(f"{first} against pathology", figure),), "Bland–Altman limits of agreement; bounds are left out.", notes
    )


def _mm(value: float) -> str:
    return f"{value:+.2f}".replace("-", "−")


def _readers(cohort: Cohort) -> Sheet:
    """Blinded readers of the scans: each, their majority, and whether they agree beyond chance."""
    readers = [name for name in cohort.names if name.startswith(READER) and name.endswith("_margin")]
    if len(readers) < 2:
        return Sheet("Readers", notes=("Fewer than two readers recorded an own call before the model's was shown.",))
    truth = next((name for name in (EXCISED, FINAL) if cohort.has(name)), None)
    found = agreement_answers.kappa(cohort, readers, truth)
    kappa, ends = found["kappa"], found["kappa_ci"] or (None, None)
    said = "κ undefined" if kappa is None else f"κ {kappa:.2f}" + (f" ({ends[0]:.2f}–{ends[1]:.2f})" if None not in ends else "")
    title = f"Readers: {said}, {found['n']} cases read by all {len(readers)}"
    if truth is None:
        return Sheet(title, notes=tuple(found["notes"]))
    each = {column_title(name.removeprefix(READER).removesuffix("_margin")): one for name, one in found["readers"].items()}
    each["Majority"] = found["majority"]
    rows = tuple((name, *_rates(one), str(one["n"])) for name, one in each.items())
    dots = tuple(dot for name, one in each.items() for dot in _dots(name, one))
    figure = DotFigure(dots, "Share (95 % CI)", ratio=False)
    return Sheet(
        title, Table("", ("Reader", *HEADINGS), rows), (Titled("", figure),), "; ".join(found["methods_used"]), tuple(found["notes"])
    )
