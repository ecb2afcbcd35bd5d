"""`rimlight cohort …`: the statistics of a department's cases, from counts or from a cohort CSV."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from algorithms.statistics.cox import Ties
from console.cohorts import agreement_answers, count_answers, model_answers, outcome_answers, table_answers
from console.cohorts.cohort import Cohort
from console.cohorts.definition import ARM
from console.cohorts.reader import read_cohort
from console.commands import cohort_overlap, cohort_sources
from console.faults import Refused

NAME = "cohort"
SUMMARY = "statistics of a cohort: tables, comparisons, survival, regression, agreement, power"


@dataclass(frozen=True, slots=True)
class Question:
    """One subcommand: what it answers, what it takes, and how."""

    name: str
    summary: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    answer: Callable[[argparse.Namespace], dict[str, Any]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One parser for each question; `--json` may stand after the subcommand too."""
    parsers = parser.add_subparsers(dest="question", required=True, metavar="QUESTION")
    for question in QUESTIONS:
        below = parsers.add_parser(question.name, help=question.summary, description=question.summary, allow_abbrev=False)
        below.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print one JSON object and nothing else")
        question.add_arguments(below)


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Answer the question that was asked."""
    return next(question for question in QUESTIONS if question.name == arguments.question).answer(arguments)


def _with_file(*options: tuple[str, dict[str, Any]]) -> Callable[[argparse.ArgumentParser], None]:
    """A CSV or the store, and named options after it."""

    def add(parser: argparse.ArgumentParser) -> None:
        cohort_sources.add_arguments(parser)
        for name, keywords in options:
            parser.add_argument(name, **keywords)

    return add


def _from_file(
    answer: Callable[[Cohort, argparse.Namespace], dict[str, Any]], *, noted: bool = True
) -> Callable[[argparse.Namespace], dict[str, Any]]:
    """Read the cohort, answer, and say what the reading had to say."""

    def run_it(arguments: argparse.Namespace) -> dict[str, Any]:
        cohort = cohort_sources.chosen(arguments)
        found = answer(cohort, arguments)
        return found | {"notes": [*cohort.notes, *found["notes"]], "sha256": cohort.sha256} if noted else found

    return run_it


def _column(name: str, text: str, **more: Any) -> tuple[str, dict[str, Any]]:
    return name, {"required": True, "metavar": "COLUMN", "help": text, **more}


def _optional(name: str, text: str, **more: Any) -> tuple[str, dict[str, Any]]:
    return _column(name, text, required=False, **more)


_TERMS = _column("--terms", "columns of the model", nargs="+")
_REFERENCE = (
    "--reference",
    {"action": "append", "default": [], "metavar": "COLUMN=VALUE", "help": "the value that others are compared with"},
)
_ARM = _optional("--arm", "column that holds the arms; the arms of a named cohort where not given", default=ARM)


def _compare_arguments(parser: argparse.ArgumentParser) -> None:
    either = parser.add_mutually_exclusive_group(required=True)
    names = ("POSITIVE_A", "TOTAL_A", "POSITIVE_B", "TOTAL_B")
    either.add_argument("--counts", nargs=4, metavar=names, help="positives and totals of two arms")
    either.add_argument("--table", nargs="+", metavar="COUNT", help="rows of counts, separated by /")


def _compare(arguments: argparse.Namespace) -> dict[str, Any]:
    if arguments.counts:
        a, b, c, d = (_count(text) for text in arguments.counts)
        return count_answers.compare_counts(a, b, c, d)
    rows = " ".join(arguments.table).split("/")
    return count_answers.compare_table([[_count(text) for text in row.split()] for row in rows])


def _mcnemar_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("csv", nargs="?", type=Path, metavar="CSV", help="a cohort file, with --truth, --first and --second")
    parser.add_argument(
        "--counts", nargs=2, metavar=("B", "C"), help="cases where the first alone, and the second alone, is positive or right"
    )
    for name in ("--truth", "--first", "--second"):
        parser.add_argument(name, metavar="COLUMN")


def _mcnemar(arguments: argparse.Namespace) -> dict[str, Any]:
    if arguments.counts and arguments.csv is None:
        return count_answers.mcnemar_counts(*(_count(text) for text in arguments.counts))
    if arguments.csv is None or arguments.counts or not (arguments.truth and arguments.first and arguments.second):
        raise Refused("Give --counts B C, or a CSV with --truth, --first and --second.")
    return agreement_answers.mcnemar(read_cohort(arguments.csv), arguments.truth, arguments.first, arguments.second)


def _holm_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("p", nargs="+", metavar="P", help="p-values, in any order")


def _power_arguments(parser: argparse.ArgumentParser) -> None:
    for name, text in (
        ("--p1", "proportion in one arm"),
        ("--p2", "proportion in the other"),
        ("--power", "power wanted"),
        ("--alpha", "level of the test"),
    ):
        parser.add_argument(name, metavar="SHARE", help=text)
    parser.add_argument("--n", metavar="PER_ARM", help="cases in each arm")
    parser.add_argument("--hazard-ratio", metavar="RATIO", help="for survival, in the place of the proportions")
    parser.add_argument("--event-share", metavar="SHARE", default="1", help="share of all cases that will have the event")
    parser.add_argument("--events", metavar="N", help="events expected, for the power of a log-rank test")


def _power(arguments: argparse.Namespace) -> dict[str, Any]:
    alpha, power = _share(arguments.alpha or "0.05"), _share(arguments.power) if arguments.power else None
    if arguments.hazard_ratio:
        events = _count(arguments.events) if arguments.events else None
        return count_answers.survival_design(_share(arguments.hazard_ratio), _share(arguments.event_share), power, events, alpha)
    if arguments.p1 is None or arguments.p2 is None:
        raise Refused("Give --p1 and --p2, or --hazard-ratio.")
    size = _count(arguments.n) if arguments.n else None
    return count_answers.power_answer(_share(arguments.p1), _share(arguments.p2), size, power, alpha)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise Refused(f"{text[:20]!r} is not a count.")
    return int(text)


def _share(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not abs(value) <= 1e12:
        raise Refused(f"{text[:20]!r} is not a number.")
    return value


_TIME, _EVENT = _column("--time", "column of times"), _column("--event", "yes/no column")
_OUTCOME, _STRATA = _column("--outcome", "yes/no column"), _optional("--strata", "column that holds strata")
_COLUMNS = _optional("--columns", "only these", nargs="+", default=[])
_BY = _optional("--by", "columns that make subgroups", nargs="+", default=[])
_READERS = _column("--readers", "a yes/no column for each reader", nargs="+")
_PREDICTION = _optional("--prediction", "yes/no column")
_CLUSTER = _optional("--cluster", "column that tells which rows belong to one specimen")
_FACES = ("--faces", {"metavar": "METHOD", "help": "its six columns METHOD_superior … against pathology_superior …, clustered by specimen"})
_MEASURED, _LENGTH = _column("--measured", "column of numbers"), _column("--truth", "column of numbers")
_TIES = ("--ties", {"choices": [one.value for one in Ties], "default": Ties.EFRON.value, "help": "how tied times are treated"})
_FUNNEL = _optional("--by", "column of words for the funnel")
_EXPECTED = ("--expected", {"metavar": "SHARE", "help": "usual rate; the cohort's own when not given"})


def _agreement(cohort: Cohort, a: argparse.Namespace) -> dict[str, Any]:
    if a.faces and not (a.truth or a.prediction or a.cluster):
        return agreement_answers.agree_on_faces(cohort, a.faces)
    if a.faces or not (a.truth and a.prediction):
        raise Refused("Give --truth and --prediction, or --faces METHOD.")
    return agreement_answers.agree(cohort, a.truth, a.prediction, a.cluster)


def _cox(cohort: Cohort, a: argparse.Namespace) -> dict[str, Any]:
    return model_answers.cox(cohort, a.time, a.event, a.terms, ties=Ties(a.ties), strata=a.strata, references=a.reference)


def _monitor(cohort: Cohort, a: argparse.Namespace) -> dict[str, Any]:
    return table_answers.monitor(cohort, a.outcome, _share(a.expected) if a.expected else None, a.by)


QUESTIONS = (
    Question(
        "table", "every column by arm, with tests chosen by stated rules", _with_file(_ARM, _COLUMNS),
        _from_file(lambda c, a: table_answers.table(c, a.arm, a.columns)),
    ),
    Question(
        "outcomes", "yes-or-no outcomes by arm, with odds ratios", _with_file(_ARM),
        _from_file(lambda c, a: outcome_answers.outcomes(c, a.arm)),
    ),
    Question("export", "a cohort without names, numbers and dates, as CSV or Parquet", cohort_sources.add_export_arguments, cohort_sources.export),
    Question("import", "keep a cohort file in the store: all of it or nothing", cohort_sources.add_import_arguments, cohort_sources.import_file),
    Question("define", "keep filters and arms in the store under a name", cohort_sources.add_define_arguments, cohort_sources.define),
    Question("list", "the cohorts that the store keeps", cohort_sources.add_home, cohort_sources.listed),
    Question("compare", "two proportions, or any table of counts", _compare_arguments, _compare),
    Question(
        "survival", "Kaplan–Meier by arm and the log-rank test", _with_file(_TIME, _EVENT, _optional("--arm", "column that holds the arms"), _STRATA),
        _from_file(lambda c, a: model_answers.survival(c, a.time, a.event, a.arm, a.strata)),
    ),
    Question(
        "incidence", "cumulative incidence of recurrence with competing death", _with_file(_optional("--arm", "column that holds the arms")),
        _from_file(lambda c, a: model_answers.incidence(c, a.arm)),
    ),
    Question("cox", "adjusted hazard ratios", _with_file(_TIME, _EVENT, _TERMS, _STRATA, _REFERENCE, _TIES), _from_file(_cox)),
    Question(
        "logistic", "adjusted odds ratios", _with_file(_OUTCOME, _TERMS, _REFERENCE),
        _from_file(lambda c, a: model_answers.logistic(c, a.outcome, a.terms, a.reference)),
    ),
    Question(
        "subgroups", "an outcome by arm within biomarkers, with tests of interaction", _with_file(_OUTCOME, _ARM, _BY),
        _from_file(lambda c, a: table_answers.subgroups(c, a.outcome, a.arm, a.by)),
    ),
    Question(
        "agreement", "a prediction against the truth", _with_file(_optional("--truth", "yes/no column"), _PREDICTION, _CLUSTER, _FACES),
        _from_file(_agreement),
    ),
    Question("mcnemar", "two methods on the same cases", _mcnemar_arguments, _mcnemar),
    Question(
        "kappa", "agreement of readers beyond chance, and how right each was", _with_file(_READERS, _optional("--truth", "yes/no column")),
        _from_file(lambda c, a: agreement_answers.kappa(c, a.readers, a.truth)),
    ),
    Question(
        "bland-altman", "two ways of measuring one length", _with_file(_MEASURED, _LENGTH),
        _from_file(lambda c, a: agreement_answers.depths(c, a.measured, a.truth)),
    ),
    Question("overlap", "two outlines of a tumour on one CT", cohort_overlap.add_arguments, cohort_overlap.answer),
    Question("holm", "p-values adjusted for their number", _holm_arguments, lambda a: count_answers.adjust([_share(text) for text in a.p])),
    Question("power", "power of a study, or the cases it needs", _power_arguments, _power),
    Question("monitor", "CUSUM in the order of the rows, funnel by a column", _with_file(_OUTCOME, _EXPECTED, _FUNNEL), _from_file(_monitor)),
    Question(
        "balance", "two arms weighted by propensity", _with_file(_OUTCOME, _ARM, _TERMS),
        _from_file(lambda c, a: table_answers.balance(c, a.outcome, a.arm, a.terms)),
    ),
    Question("summary", "what is in a cohort, and what is missing", _with_file(), _from_file(lambda c, _: table_answers.summary(c), noted=False)),
)  # fmt: skip
