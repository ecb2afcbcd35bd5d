"""When to back up, and which backups to keep: close together for a day, then daily for a month, then weekly for a year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

EVERYTHING_FOR = timedelta(hours=24)
DAILY_FOR = timedelta(days=30)
WEEKLY_FOR = timedelta(days=365)


def due(now: datetime, last_backup: datetime | None, *, changed_since: bool, every: timedelta = timedelta(minutes=15)) -> bool:
    """Whether to back up now: something changed, and the last backup is `every` old, absent, or from a clock that ran ahead."""
    if not changed_since:
        return False
    return last_backup is None or not timedelta(0) <= now - last_backup < every


def kept(times: Iterable[datetime], now: datetime, *, everything_for: timedelta = EVERYTHING_FOR) -> frozenset[datetime]:
    """Those to keep: all of the last day, the newest of each of 30 days and of each week of a year, and always the newest of all."""
    newest: dict[object, datetime] = {}
    for time in sorted(times):
        age = now - time
        if age <= WEEKLY_FOR:
            newest[time if age <= everything_for else time.date() if age <= DAILY_FOR else time.isocalendar()[:2]] = time
        newest["newest"] = time
    return frozenset(newest.values())


def within(sizes: Mapping[datetime, int], now: datetime, budget: int) -> frozenset[datetime]:
    """Those to keep so that together they take at most `budget` bytes.

    The newest two always stay; then one a day and one a week are worth more than many of the last hours.
    """
    newest_first = sorted(sizes, reverse=True)
    spread = sorted(kept(sizes, now, everything_for=timedelta(0)), reverse=True)
    left: set[datetime] = set()
    total = 0
    for time in dict.fromkeys([*newest_first[:2], *spread, *newest_first]):
        if len(left) < 2 or total + sizes[time] <= budget:
            left.add(time)
            total += sizes[time]
    return frozenset(left)
