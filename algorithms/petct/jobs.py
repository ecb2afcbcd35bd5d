"""Work that may be done side by side: no algorithm starts a thread, whoever has some lends them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Jobs = Sequence[Callable[[], None]]
Each = Callable[[Jobs], None]


def one_by_one(jobs: Jobs) -> None:
    """The plain way of doing jobs; whoever has threads passes another."""
    for job in jobs:
        job()
