"""The second half of a report: every number that was signed, the timeline, what became of the patient, and where each result came from."""

from __future__ import annotations

from dataclasses import replace

from console.cases import specimen_log
from console.cases.model import OutcomeKind, Reading, Value
from console.cases.orientation_log import LIES, TURN
from console.cases.results_codec import VIEW
from console.exports.formula import lines as formula_lines
from console.exports.paper import Cell, Paper
from console.exports.report import Report, left_out, modality_words, named, specimen_words

# What is left to the appendix where two pages do not hold everything: numbers that others were made of, or that only describe the method.
DETAIL = (
    "margin in view", "view ", "false alarms", "largest motion", "major axis of region", "minor axis of region", "surface closer", "negative area",
    "masked area", "close area", "signal to background", "subject", "volume per site", "dose by weight", "expiry", "reconstituted",
)  # fmt: skip


def measurements(paper: Paper, report: Report) -> None:
    """Every value of every reading, in running words, with the formula where there is one; then the limits, each once."""
    paper.heading("Measurements", keep_mm=24)
    if not report.file.readings:
        paper.text("Nothing has been signed.")
    title = ""
    for reading in report.told:
        title = _measurement(paper, report, reading, title)
    if (more := len(report.file.readings) - len(report.told)) > 0:
        paper.text(left_out(more, "reading" if more == 1 else "readings"), size=report.size, bold=True)
    if report.brief:
        paper.text("Raw detail of these readings stands in the appendix, which is printed on request.", size=report.size, grey=True)
    limits = [reading.validity.statement for reading in report.told if reading.validity.usable]
    sentences = dict.fromkeys(sentence.strip().rstrip(".") for statement in limits for sentence in statement.split(". "))
    if limits:
        paper.text(f"Limits. {'. '.join(sentence for sentence in sentences if sentence)}.", size=report.size - 0.5, grey=True)


def _measurement(paper: Paper, report: Report, reading: Reading, before: str) -> str:
    """One reading under its title, unless the reading before it bears the same; the title."""
    where = specimen_words(report.file.specimens, reading.specimen_id)
    again = f" Correction: {reading.reason}." if reading.supersedes else ""
    title = f"{modality_words(reading.modality)}, {where}. Signed by {report.who(reading.by)}, {report.clock(reading.taken_at)}.{again}"
    if title != before:
        paper.text(title, size=report.size, bold=True)
    paper.text(" · ".join(_told(value) for value in _shown(report, reading)), size=report.size, indent_mm=1)
    if reading.modality == specimen_log.MODALITY:
        paper.text(". ".join(formula_lines(specimen_log.lengths_of(reading))) + ".", size=report.size, indent_mm=1)
    if not reading.validity.usable:
        paper.text(f"Not usable: {reading.validity.statement}", size=report.size, indent_mm=1, grey=True)
    return title


def _shown(report: Report, reading: Reading) -> tuple[Value, ...]:
    """What is printed of it; of an orientation the marks, since the turn follows from them."""
    own = (value for value in reading.values if value.name not in {LIES, TURN})
    return tuple(value for value in own if not (report.brief and value.name.startswith(DETAIL)))


def _told(value: Value) -> str:
    if value.number is not None:
        return named(value) + (f" ({value.text})" if value.text else "")
    return f"{value.name.capitalize()}{f' ({value.face.value})' if value.face else ''}: {value.text}"


def timeline(paper: Paper, report: Report) -> None:
    """The operation, moment by moment, two to a line; of very many the newest."""
    paper.heading("Timeline")
    if not report.file.events:
        paper.text("No events were logged.")
    events = sorted(report.file.events, key=lambda event: event.at)
    if report.most is not None and (more := len(events) - 2 * report.most) > 0:
        events = events[more:]
        paper.text(left_out(more, "earlier moment" if more == 1 else "earlier moments"), size=report.size)
    half = (len(events) + 1) // 2
    for index in range(half):
        cells: list[Cell] = []
        for event in events[index::half][:2]:
            told = (event.detail, f"corrected: {event.reason}" if event.reason else "", report.who(event.by))
            words = f"{event.kind[:1].upper()}{event.kind[1:]} · {' · '.join(part for part in told if part)}"
            cells += [Cell(report.clock(event.at, "%H:%M:%S"), 16), Cell(words, 74)]
        paper.row(cells, size=report.size, pad_mm=0.3)


def afterwards(paper: Paper, report: Report) -> None:
    """Visits, complications and what else became of the patient; final pathology stands among the measurements."""
    told = [outcome for outcome in report.file.outcomes if outcome.kind is not OutcomeKind.PATHOLOGY]
    if not told:
        return
    paper.heading("After the operation")
    for outcome in sorted(told, key=lambda outcome: outcome.on):
        words = ", ".join(named(value) if value.number is not None else f"{value.name}: {value.text}" for value in outcome.values)
        again = f". Correction: {outcome.reason}." if outcome.supersedes else ""
        day = Cell(f"{outcome.on:%d %b %Y}", 24)
        cells = (day, Cell(outcome.kind.value.capitalize(), 30, bold=True), Cell(words + again, 90), Cell(report.who(outcome.by), 36))
        paper.row(cells, size=8)


def sources(paper: Paper, report: Report) -> None:
    """Where each result came from, in two lines; with the appendix every parameter too."""
    if not report.file.readings:
        return
    paper.heading("Provenance")
    paper.text(
        "Algorithm, device, and the SHA-256 of what each reading was computed from; parameters and ids stand in the appendix.",
        size=report.size - 1,
        grey=True,
    )
    made: dict[str, list[str]] = {}
    for reading in report.told:
        origin = reading.provenance
        simulated = ", simulated" if origin.simulated else ""
        words = (
            f"{modality_words(reading.modality)}: {origin.algorithm} version {origin.version}; {origin.device or 'no device'}{simulated}"
        )
        made.setdefault(words, []).append(origin.input_sha256)
    for words, digests in made.items():
        paper.text(f"{words}; {', '.join(dict.fromkeys(digests))}", size=6)


def appendix(paper: Paper, report: Report) -> None:
    """Every parameter of every reading, and every moment where not all were printed, on pages of its own."""
    paper.turn()
    if report.most is not None:
        timeline(paper, replace(report, most=None))
    paper.heading("Appendix: parameters")
    for reading in report.file.readings:
        # Rulers in pixels are for whoever computes it again: they stay with the reading.
        settings = "; ".join(f"{name} = {value}" for name, value in reading.provenance.parameters if not name.startswith(VIEW))
        paper.text(f"{modality_words(reading.modality)}, reading {reading.id}", size=8, bold=True)
        paper.text(f"{settings or 'no parameters'}.", size=7, indent_mm=1)
        paper.text(" · ".join(_told(value) for value in reading.values), size=7, indent_mm=1)
        paper.text(f"Files: {', '.join(reading.assets) or 'none'}.", size=6.5, indent_mm=1, grey=True)
