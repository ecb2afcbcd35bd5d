"""What the cohort screen keeps while other screens are shown: which cohort, which page, what was tapped there; and how it computes and exports."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from console import __version__
from console.cases.model import Session
from console.cases.registry import KeptCohort, KeptKind
from console.cases.service import CaseService
from console.cohorts.cohort import Cohort
from console.cohorts.definition import STORE, Definition
from console.cohorts.dictionary import VERSION
from console.cohorts.reader import content_of_cohort, kept_text, parse_cohort
from console.cohorts.shelf import Shelf
from console.cohorts.writer import cohort_csv
from console.exports.figures import FigureFormat, figure_bytes
from console.exports.tables import words_csv
from console.views.cohort_pages import PAGES, compute
from console.views.cohort_sheet import Asked, Page, Planned, Sheet

Save = Callable[[str, bytes], Path]
"""Write this content under this name where exports go; the path."""


@dataclass(frozen=True, slots=True)
class Looked:
    """One answer of the desk: the cohort as it was chosen, what is kept, and the page."""

    title: str
    cohort: Cohort
    kept: tuple[KeptCohort, ...]
    sheet: Sheet
    simulated: int


@dataclass(slots=True)
class CohortDesk:
    """Given to the screen each time it is built. Everything with a `service` runs off the screen's thread."""

    shelf: Shelf
    save: Save
    definition: Definition | None = None
    name: str = ""
    page: str = PAGES[0].key
    options: dict[str, str] = field(default_factory=dict)
    planned: Planned = field(default_factory=Planned)

    def option(self, page: Page) -> str:
        """What is chosen on a page that has options."""
        return self.options.get(page.key, page.options[0][0] if page.options else "")

    def look(self, service: CaseService, session: Session, page: Page) -> Looked:
        """The page for the chosen cohort; at first the store's own cases, or where these are few, the largest import."""
        kept = service.cohorts(session)
        if self.definition is None:
            self.definition, self.name = self._first(service, session, kept)
        cohort = self.shelf.cohort(service, session, self.definition)
        asked = Asked(cohort, self.option(page), self.planned)
        key = (self.definition, cohort.sha256, page.key, asked.option, self.planned if page.key == "design" else None)
        sheet = self.shelf.remembered(key, lambda: compute(page, asked))
        return Looked(self.title, cohort, kept, sheet, _simulated(cohort))

    @property
    def title(self) -> str:
        """The cohort in words."""
        return self.name or "Cases of this console"

    def _first(self, service: CaseService, session: Session, kept: tuple[KeptCohort, ...]) -> tuple[Definition, str]:
        own = self.shelf.whole(service, session, STORE)
        imports = [one.name for one in kept if one.kind is KeptKind.IMPORT]
        if own.n >= FEW or not imports:
            return Definition(), ""
        largest = max(imports, key=lambda name: self.shelf.whole(service, session, name).n)
        return (Definition(source=largest), largest)

    def keep(self, service: CaseService, session: Session, name: str) -> None:
        """The chosen filters and arms, under a name."""
        if self.definition is not None:
            service.keep_cohort(session, name, KeptKind.DEFINITION, VERSION, self.definition.to_json())
            self.name = name.strip()

    def incoming(self, service: CaseService) -> tuple[Path, ...]:
        """The newest cohort files that were copied to this console, newest first."""
        try:
            files = [
                (path.stat().st_mtime, path) for path in (service.ledger.home / INCOMING).iterdir() if path.suffix.lower() in COHORT_FILES
            ]
        except OSError:
            return ()
        return tuple(path for _, path in sorted(files, reverse=True)[:MOST_INCOMING])

    def take_in(self, service: CaseService, session: Session, path: Path) -> str:
        """Keep a file as a cohort of its own name: all of it, or nothing with the wrong cells named."""
        content = content_of_cohort(path)
        cohort = parse_cohort(content, path.name)
        return service.keep_cohort(session, path.stem, KeptKind.IMPORT, VERSION, kept_text(content, cohort)).name

    def export_figure(self, service: CaseService, session: Session, looked: Looked, index: int, kind: FigureFormat) -> Path:
        """A figure of the page as a file; audited."""
        titled = looked.sheet.figures[index]
        title = titled.title or looked.sheet.title
        content = figure_bytes(titled.figure, f"{title} · {looked.title}", foot(looked), kind)
        return self._out(service, session, looked, f"{_slug(title)}.{kind.value}", content)

    def export_table(self, service: CaseService, session: Session, looked: Looked) -> Path:
        """The page's table, with its methods below it, as CSV; audited."""
        table = looked.sheet.table
        rows = [table.headings, *table.rows] if table else []
        content = words_csv([*rows, (), (looked.sheet.methods,), *((note,) for note in looked.sheet.notes), (foot(looked),)])
        return self._out(service, session, looked, f"{_slug(looked.sheet.title)}.csv", content)

    def export_cohort(self, service: CaseService, session: Session, looked: Looked) -> Path:
        """The cases themselves, without names, record numbers and dates; audited."""
        cohort = self.shelf.for_export(service, session, self.definition or Definition())
        return self._out(service, session, looked, f"{_slug(looked.title)}.csv", cohort_csv(cohort))

    def _out(self, service: CaseService, session: Session, looked: Looked, name: str, content: bytes) -> Path:
        # The trace first: what left without one would be worse than a trace of what did not leave.
        service.note_cohort_export(session, name, hashlib.sha256(content).hexdigest(), looked.cohort.n)
        return self.save(name, content)


INCOMING, COHORT_FILES, MOST_INCOMING = "incoming", frozenset({".csv", ".tsv", ".parquet"}), 4
FEW = 20  # cases under which an imported cohort is the better first sight


def foot(looked: Looked) -> str:
    """On what a figure or a table stands: cases, where from, by which code."""
    made = f" · {looked.simulated} simulated" if looked.simulated else ""
    return f"{looked.cohort.n} cases{made} · data SHA-256 {looked.cohort.sha256[:12]} · Rimlight {__version__} · Research use only"


def _simulated(cohort: Cohort) -> int:
    return int((cohort.flags("simulated") == 1).sum()) if cohort.n and cohort.has("simulated") else 0


def _slug(title: str) -> str:
    """A file's name from a title; only letters, digits and dashes."""
    return "-".join("".join(letter if letter.isalnum() and letter.isascii() else " " for letter in title.lower()).split()) or "cohort"
