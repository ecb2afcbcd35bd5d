"""Answers that need no file: two counts or a table compared, McNemar, Holm, power."""

from __future__ import annotations

from typing import Any

import numpy as np

from algorithms.statistics.contingency import chi_square, expected_counts, fisher_exact, needs_exact
from algorithms.statistics.freeman_halton import exact_test, monte_carlo
from algorithms.statistics.mcnemar import mcnemar_exact
from algorithms.statistics.multiplicity import benjamini_hochberg, holm
from algorithms.statistics.power import ALPHA, exact_size_for, power_of, size_for, survival_power, survival_size
from algorithms.statistics.proportions import Proportion, exact_odds_interval, odds_ratio, proportion, risk_difference, risk_ratio
from algorithms.statistics.result import Indeterminate, Test
from console.cohorts.sheet import Sheet
from console.faults import Refused

LARGEST_COUNT = 10_000_000
MOST_CELLS = 400


def compare_counts(positive_a: int, total_a: int, positive_b: int, total_b: int) -> dict[str, Any]:
    """Two arms, one yes-or-no outcome."""
    for arm, positive, total in (("A", positive_a, total_a), ("B", positive_b, total_b)):
        if not 0 <= positive <= total <= LARGEST_COUNT:
            raise Refused(f"Arm {arm}: positives must lie between 0 and the total, and the total at most {LARGEST_COUNT}.")
    a, b = Proportion(positive_a, total_a), Proportion(positive_b, total_b)
    table = np.array([[a.positive, a.negative], [b.positive, b.negative]], dtype=np.int64)
    sheet = Sheet()
    plain = chi_square(table)
    sheet.values["p_chi2"] = sheet.test(plain, "p_chi2")
    sheet.values["chi2"] = sheet.number(plain.statistic, "chi2") if isinstance(plain, Test) else None
    sheet.values["p_chi2_yates"] = sheet.test(chi_square(table, yates=True), "p_chi2_yates")
    sheet.values["p_fisher"] = sheet.test(fisher_exact(table), "p_fisher")
    sheet.values["expected"] = expected_counts(table).tolist()
    _recommend(sheet, table, "p_fisher", "p_chi2")
    sheet.estimate("odds_ratio", odds_ratio(a, b))
    sheet.values["odds_ratio_exact_ci"] = sheet.interval(exact_odds_interval(a, b), "odds_ratio_exact_ci")
    sheet.estimate("risk_ratio", risk_ratio(a, b))
    sheet.estimate("risk_difference", risk_difference(a, b))
    sheet.estimate("rate_a", proportion(a))
    sheet.estimate("rate_b", proportion(b))
    return sheet.done() | {"n": total_a + total_b, "missing": 0}


def compare_table(table: list[list[int]]) -> dict[str, Any]:
    """Any r×c table of counts."""
    widths = {len(row) for row in table}
    if len(widths) != 1 or len(table) < 2 or widths == {1}:
        raise Refused("The table needs two or more rows of the same length, two or more, separated by /.")
    if len(table) * widths.pop() > MOST_CELLS or any(not 0 <= cell <= LARGEST_COUNT for row in table for cell in row):
        raise Refused(f"The table may hold {MOST_CELLS} cells at most, each a count from 0 to {LARGEST_COUNT}.")
    counts, sheet = np.array(table, dtype=np.int64), Sheet()
    plain, exact = chi_square(counts), exact_test(counts)
    sheet.values["p_chi2"] = sheet.test(plain, "p_chi2")
    sheet.values["chi2"] = sheet.number(plain.statistic, "chi2") if isinstance(plain, Test) else None
    sheet.values["degrees"] = int(plain.degrees) if isinstance(plain, Test) else None
    sheet.values["p_exact"] = sheet.test(exact, "p_exact")
    if isinstance(exact, Indeterminate) and isinstance(plain, Test):
        sheet.estimate("p_monte_carlo", monte_carlo(counts))
    _recommend(sheet, counts, "p_exact", "p_chi2")
    return sheet.done() | {"n": int(counts.sum()), "missing": 0}


def _recommend(sheet: Sheet, table: np.ndarray[Any, np.dtype[np.int64]], exact: str, approximate: str) -> None:
    chosen = exact if needs_exact(table) else approximate
    sheet.values["recommended"] = chosen
    sheet.values["p"] = sheet.values[chosen] if sheet.values[chosen] is not None else sheet.values[exact]
    sheet.note("An expected count is below 5: the exact test stands." if chosen == exact else "")


def mcnemar_counts(only_first: int, only_second: int) -> dict[str, Any]:
    """Discordant pairs: b where the first method alone, c where the second alone."""
    if not (0 <= only_first <= LARGEST_COUNT and 0 <= only_second <= LARGEST_COUNT):
        raise Refused(f"Discordant counts lie between 0 and {LARGEST_COUNT}.")
    sheet, test = Sheet(), mcnemar_exact(only_first, only_second)
    sheet.values["p_exact"] = sheet.test(test, "p_exact")
    sheet.values |= {"b": only_first, "c": only_second, "n": test.n, "missing": 0}
    sheet.note("There is no discordant pair: p is 1." if not test.n else "")
    return sheet.done()


def adjust(p_values: list[float]) -> dict[str, Any]:
    """Holm's adjustment in the order given, and Benjamini and Hochberg's beside it."""
    for place, value in enumerate(p_values, 1):
        if not 0 <= value <= 1:
            raise Refused(f"p-value {place} does not lie between 0 and 1.")
    given = np.array(p_values, dtype=np.float64)
    return {
        "adjusted": holm(given).tolist(),
        "benjamini_hochberg": benjamini_hochberg(given).tolist(),
        "n": len(p_values),
        "method": "Holm",
        "notes": [],
    }


def power_answer(p1: float, p2: float, n: int | None, power: float | None, alpha: float = ALPHA) -> dict[str, Any]:
    """Power at a size, or the size for a power."""
    _inside(p1=p1, p2=p2, alpha=alpha)
    if (n is None) == (power is None):
        raise Refused("Give either --n, the cases in each arm, or --power, the power wanted.")
    sheet = Sheet()
    if power is not None:
        _open_inside(power=power)
        sizes = size_for(p1, p2, power, alpha), exact_size_for(p1, p2, power, alpha)
        for key, size in zip(("n_per_arm", "n_per_arm_exact"), sizes, strict=True):
            sheet.values[key] = None if isinstance(size, Indeterminate) else size
            sheet.note(f"{key}: {size.reason}" if isinstance(size, Indeterminate) else "")
        if isinstance(sizes[0], Indeterminate):
            return sheet.done()
        n = sizes[0]
    if n is None or not 2 <= n <= LARGEST_COUNT:
        raise Refused(f"--n lies between 2 and {LARGEST_COUNT}.")
    found = power_of(p1, p2, n, alpha)
    sheet.values["n"] = n
    sheet.values["power"] = sheet.number(found.normal, "power")
    sheet.values["power_exact"] = sheet.number(found.exact_fisher, "power_exact")
    sheet.values["power_exact_chi2"] = sheet.number(found.exact_chi2, "power_exact_chi2")
    sheet.methods.append(found.method)
    sheet.note(
        "power_exact is of Fisher's exact test, power_exact_chi2 of the uncorrected χ² test; power is the normal approximation for the latter."
    )
    return sheet.done() | {"p1": p1, "p2": p2, "alpha": alpha}


def survival_design(
    hazard_ratio: float, event_share: float, power: float | None, events: int | None, alpha: float = ALPHA
) -> dict[str, Any]:
    """Events and cases for a log-rank test, or its power with so many events."""
    _open_inside(alpha=alpha, event_share=min(event_share, 0.5))
    if not 0 < event_share <= 1 or not hazard_ratio > 0 or hazard_ratio == 1:
        raise Refused("The hazard ratio is above 0 and not 1; the share with an event lies between 0 and 1.")
    sheet = Sheet()
    if events is not None:
        if not 1 <= events <= LARGEST_COUNT:
            raise Refused(f"--events lies between 1 and {LARGEST_COUNT}.")
        sheet.values["power"] = sheet.number(survival_power(hazard_ratio, events, alpha), "power")
        sheet.methods.append("log-rank test: Schoenfeld 1983")
        return sheet.done()
    wanted = 0.8 if power is None else power
    _open_inside(power=wanted)
    found = survival_size(hazard_ratio, event_share, wanted, alpha)
    sheet.methods.append(found.method)
    sheet.values |= {
        "events": found.events_schoenfeld,
        "events_freedman": found.events_freedman,
        "n": found.n_schoenfeld,
        "n_freedman": found.n_freedman,
    }
    return sheet.done() | {"hazard_ratio": hazard_ratio, "power": wanted, "alpha": alpha}


def _inside(**shares: float) -> None:
    for name, value in shares.items():
        if not 0 <= value <= 1:
            raise Refused(f"--{name} lies between 0 and 1.")


def _open_inside(**shares: float) -> None:
    for name, value in shares.items():
        if not 0 < value < 1:
            raise Refused(f"--{name} lies between 0 and 1, ends excluded.")
