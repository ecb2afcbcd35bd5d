"""The pages of the cohort screen: what each computes, from the same answers that the command line prints. Pure: runs on any thread."""

from __future__ import annotations

from algorithms.statistics.terms import Number
from console.cohorts import model_answers, outcome_answers, table_answers
from console.cohorts.cohort import Cohort
from console.cohorts.definition import ARM
from console.cohorts.dictionary import DEPTH, FACE_ENDS
from console.faults import Refused
from console.views.cohort_agreement import AGREEMENT_OPTIONS, agreement
from console.views.cohort_design import design, monitoring
from console.views.cohort_sheet import (
    DAYS_A_MONTH,
    Answer,
    Asked,
    Page,
    Sheet,
    Table,
    Titled,
    boxes,
    column_title,
    p_words,
    ratio_dots,
    ratio_words,
    share_words,
    survival_arms,
    term_title,
)  # fmt: skip
from console.widgets.plots_boxes import BoxFigure
from console.widgets.plots_curves import Curve, CurveFigure
from console.widgets.plots_dots import Dot, DotFigure
from console.widgets.plots_survival import SurvivalFigure

OUTCOME_OPTIONS = (("permanent_margin", "Margin"), ("reoperation", "Re-operation"), ("recurrence", "Recurrence"))
TERMS = ("arm", "age", "tumour_size_cm", "grade", "er", "ki67_high")
BALANCED = 0.1


def outcomes(asked: Asked) -> Sheet:
    """As a paper prints it: outcomes by arm, survival, centralization."""
    cohort = asked.cohort
    found = outcome_answers.outcomes(cohort)
    names = tuple(f"{name} · {size}" for name, size in found["arms"].items())
    two = len(names) == 2
    rows = tuple(
        (row["title"], *(share_words(*count) for count in row["counts"]), *((ratio_words(row["odds_ratio"], row["odds_ratio_ci"]),) if two else ()),
         p_words(row["p"]))
        for row in found["outcomes"]
    )  # fmt: skip
    table = Table("", ("Outcome", *names, *(("Odds ratio (95 % CI)",) if two else ()), "p"), rows)
    figures, notes, methods = [], list(found["notes"]), [found["methods"]]
    if cohort.has("recurrence_days") and cohort.has("recurrence"):
        curves = model_answers.survival(cohort, "recurrence_days", "recurrence", ARM)
        note = f"log-rank p {p_words(curves['logrank_p'])}" if curves["logrank_p"] is not None else ""
        figures.append(Titled("Recurrence-free survival", SurvivalFigure(survival_arms(curves), "Months since operation", "", note)))
        notes += curves["notes"]
        methods.append(f"Survival: {'; '.join(curves['methods_used'])}.")
    if cohort.has("centralization_cm"):
        spread = table_answers.table(cohort, ARM, ["centralization_cm"])
        figures.append(_boxes(spread, "centralization_cm"))
        methods.append(f"Centralization: {'; '.join(spread['methods_used'])}.")
    return Sheet("Outcomes by arm", table, tuple(figures), " ".join(methods), tuple(dict.fromkeys(notes)))


def _boxes(answer: Answer, column: str) -> Titled:
    note = f"p {p_words(answer['rows'][0]['p'])}" if answer["rows"] else ""
    return Titled(column_title(column), BoxFigure(boxes(answer, column), "", note))


def table_one(asked: Asked) -> Sheet:
    """Every column by arm."""
    columns = [column for column in asked.cohort.columns if column.name not in {ARM, "simulated", "surgeon"} and _told(column.name)]
    found = table_answers.table(asked.cohort, ARM, [column.name for column in columns])
    rows: list[tuple[str, ...]] = []
    for row in found["rows"]:
        p = (p_words(row["p"]), p_words(row["p_holm"]))
        if row["kind"] == "number":
            rows.append((column_title(row["column"]), *(cell["text"] for cell in row["arms"].values()), *p))
            continue
        rows.append((column_title(row["column"]), *("" for _ in row["arms"]), *p))
        for level, count in row["all"]["counts"].items():
            if count:
                shares = (share_words(cell["counts"][level], cell["n"]) for cell in row["arms"].values())
                rows.append((f"    {level}", *shares, "", ""))
    names = tuple(f"{name} · {size}" for name, size in found["arms"].items())
    return Sheet("Table 1", Table("", ("", *names, "p", "p, Holm"), tuple(rows)), (), found["methods"], tuple(found["notes"]))


def _told(name: str) -> bool:
    """Faces are for the page on agreement."""
    return name.removesuffix(DEPTH).rpartition("_")[2] not in FACE_ENDS


def subgroups(asked: Asked) -> Sheet:
    """The forest of seed 000."""
    found = table_answers.subgroups(asked.cohort, asked.option, ARM, [])
    title = dict(OUTCOME_OPTIONS)[asked.option]
    if not found["factors"] and found["overall"] is None:
        return Sheet(title, None, (Titled(title, DotFigure((), "")),), "", tuple(found["notes"]))
    arms = " : ".join(found["arms"])
    dots = [Dot(f"Arm {arms}", "odds ratio (95 % CI)", heading=True), _dot("All cases", found["overall"])]
    for name, factor in found["factors"].items():
        dots.append(Dot(column_title(name), f"interaction p {p_words(factor['interaction_p'])}", heading=True))
        dots += [_dot(level, line) for level, line in factor["subgroups"].items()]
    figure = DotFigure(tuple(dots), f"Odds ratio of «{title.lower()}», first arm against second")
    methods = "; ".join(found["methods_used"])
    return Sheet(f"{title} by biomarker", None, (Titled("", figure),), f"Methods: {methods}.", tuple(found["notes"]))


def _dot(words: str, line: Answer) -> Dot:
    ends = line["odds_ratio_ci"] or [None, None]
    counts = " : ".join(f"{positive}/{total}" for positive, total in (line["first"], line["second"]))
    return Dot(words, f"{counts}   {ratio_words(line['odds_ratio'], line['odds_ratio_ci'])}", line["odds_ratio"], ends[0], ends[1])


def models(asked: Asked) -> Sheet:
    """Adjusted ratios and how well the model stands, or death as a rival, or weighting."""
    return {"logistic": _logistic, "cox": _cox, "incidence": _incidence, "weighting": _weighting}[asked.option](asked.cohort)


def _terms(cohort: Cohort) -> list[str]:
    """Those of the usual terms that vary here."""
    return [name for name in TERMS if (cohort.has(name) or (name == "ki67_high" and cohort.has("ki67_percent"))) and _varies(cohort, name)]


def _varies(cohort: Cohort, name: str) -> bool:
    column = cohort.column(name)
    values = column.values[column.values == column.values] if isinstance(column, Number) else column.codes[column.codes >= 0]
    return bool(values.size) and bool((values != values[0]).any())


def _logistic(cohort: Cohort) -> Sheet:
    found = model_answers.logistic(cohort, "permanent_margin", _terms(cohort), [])
    figures = [Titled("Adjusted odds ratios", DotFigure(ratio_dots(found, cohort), "Odds ratio (95 % CI)"))]
    if found.get("calibration"):
        points = tuple((group["predicted"], group["observed"]) for group in found["calibration"])
        roc = Curve("ROC", tuple((x, y) for x, y in found["roc"]))
        calibration = Curve("Calibration, by tenth of risk", points, marks=True, series=1)
        note = f"AUC {found['auc']:.2f} · Hosmer–Lemeshow p {p_words(found.get('hosmer_lemeshow_p'))}" if found["auc"] is not None else ""
        across = "1 − specificity · predicted risk"
        figures.append(
            Titled(
                "Discrimination and calibration",
                CurveFigure((roc, calibration), across, "Sensitivity · observed", diagonal=True, unit_square=True, note=note),
            )
        )
    return Sheet("Logistic regression of a positive margin", None, tuple(figures), _methods(found), tuple(found["notes"]))


def _cox(cohort: Cohort) -> Sheet:
    found = model_answers.cox(cohort, "recurrence_days", "recurrence", _terms(cohort))
    note = f"proportional hazards p {p_words(found.get('proportional_p'))}"
    figure = DotFigure(ratio_dots(found, cohort), "Hazard ratio (95 % CI)", note=note)
    return Sheet(
        "Cox regression of recurrence",
        None,
        (Titled("Adjusted hazard ratios", figure),),
        _methods(found),
        tuple(found["notes"]),
    )


def _incidence(cohort: Cohort) -> Sheet:
    found = model_answers.incidence(cohort, ARM)
    curves = []
    for index, (name, arm) in enumerate(found["arms"].items()):
        for cause, shift in (("recurrence", 0), ("death", 2)):
            points = _steps([(0.0, 0.0), *((row[0] / DAYS_A_MONTH, row[1]) for row in arm[cause]["curve"])])
            curves.append(Curve(f"{name}, {cause}", points, series=index + shift))
    figure = CurveFigure(tuple(curves), "Months since operation", "Cumulative incidence")
    return Sheet("Recurrence where death competes", None, (Titled("", figure),), _methods(found), tuple(found["notes"]))


def _steps(points: list[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    found = points[:1]
    for x, y in points[1:]:
        found += [(x, found[-1][1]), (x, y)]
    return tuple(found)


def _weighting(cohort: Cohort) -> Sheet:
    terms = [name for name in _terms(cohort) if name != ARM]
    found = table_answers.balance(cohort, "permanent_margin", ARM, terms)
    dots = tuple(
        Dot(
            term_title(cohort, name), f"{term['before']:+.2f} → {term['after']:+.2f}".replace("-", "−"), term["after"], other=term["before"]
        )
        for name, term in found["balance"].items()
    )
    ends = [abs(end) for dot in dots for end in (dot.value, dot.other) if end is not None]
    reach = max([0.2, *ends])
    note = f"○ before   ■ after   weighted difference {percent_words_signed(found['risk_difference'])}, p {p_words(found['p'])}"
    figure = DotFigure(dots, "Standardised difference", ratio=False, least=-reach, most=reach, guides=(-BALANCED, 0.0, BALANCED), note=note)
    return Sheet("Arms weighted by propensity", None, (Titled("Balance before and after", figure),), _methods(found), tuple(found["notes"]))


def percent_words_signed(value: float | None) -> str:
    """«−3.1 points»."""
    return "–" if value is None else f"{value * 100:+.1f} points".replace("-", "−")


def _methods(found: Answer) -> str:
    methods = "; ".join(found["methods_used"])
    return f"{found.get('n', '')} cases were analysed, {found.get('missing', 0)} left out for a missing value. Methods: {methods}.".strip()


MODEL_OPTIONS = (("logistic", "Logistic"), ("cox", "Cox"), ("incidence", "Death competes"), ("weighting", "Weighting"))
PAGES = (
    Page("outcomes", "Outcomes", outcomes),
    Page("table", "Table 1", table_one),
    Page("subgroups", "Subgroups", subgroups, OUTCOME_OPTIONS),
    Page("models", "Models", models, MODEL_OPTIONS),
    Page("agreement", "Agreement", agreement, AGREEMENT_OPTIONS),
    Page(
        "monitoring",
        "Monitoring",
        monitoring,
        (("permanent_margin", "Margin"), ("frozen_margin", "Frozen"), ("reoperation", "Re-operation")),
    ),
    Page("design", "Design", design),
)


def compute(page: Page, asked: Asked) -> Sheet:
    """The page, or one sentence in its place where the cohort lacks what it needs."""
    if not asked.cohort.n:
        return Sheet(page.title, notes=("There is no case in this cohort. Choose another, or wait until cases are logged.",))
    try:
        return page.compute(asked)
    except Refused as refusal:
        return Sheet(page.title, notes=(str(refusal),))
