"""The report of one case: one or two A4 pages that a surgeon signs, legible without colour, as PDF/A."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PyQt5.QtCore import QRectF, Qt
from PyQt5.QtGui import QPen

from algorithms.evidence.kinds import Kind, examination
from algorithms.faces import Face
from algorithms.margins.judgement import Judgement, classify
from algorithms.margins.model import Evidence, FaceEvidence, MarginClass
from algorithms.specimen.measurement import plain
from console import __version__
from console.cases import specimen_log
from console.cases.model import Bound, Case, CaseFile, OutcomeKind, Reading, Side, Specimen, SpecimenKind, Status, User, Value
from console.cases.results_codec import VIEW
from console.cases.verdict import judgement_of
from console.exports.formula import lines as formula_lines
from console.exports.paper import EDGE_MM, FOOT_MM, HEAD_MM, INK, MM, PAGE_MM, Cell, Paper
from console.widgets import theme
from console.widgets.face_diagram import marked, paint_faces, paper_inks
from console.widgets.specimen_diagram import PAPER, SpecimenDrawing, SpecimenPainter

NAME_MM, FACE_MM = 48.0, 22.0
TUMOUR = {"nst": "invasive, no special type", "ilc": "invasive lobular", "dcis": "ductal carcinoma in situ", "mixed": "mixed"}
SIGN = {Status.POSITIVE: "+", Status.NEGATIVE: "−", Status.EQUIVOCAL: "±", Status.UNKNOWN: " unknown"}


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that the pages say."""

    file: CaseFile
    names: Mapping[str, str]
    evidence: tuple[Evidence, ...]
    judgement: Judgement
    now: datetime

    def who(self, user_id: str) -> str:
        """The person's name."""
        return self.names.get(user_id, user_id)

    def clock(self, moment: datetime, pattern: str = "%d %b %Y %H:%M") -> str:
        """A time as the console shows it."""
        return moment.astimezone(self.now.tzinfo).strftime(pattern)


def write_report(case_file: CaseFile, users: Sequence[User], path: Path, now: datetime, *, evidence: Sequence[Evidence]) -> str:
    """Write the report to `path` and return its SHA-256; the file appears whole or not at all. Needs a QGuiApplication."""
    judgement = judgement_of(case_file, evidence)
    content = pages(Report(case_file, {user.id: user.name for user in users}, tuple(evidence), judgement, now))
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return hashlib.sha256(content).hexdigest()


def pages(report: Report) -> bytes:
    """Set the pages twice: once to count them, once to print their number on each."""
    theme.load_fonts()
    first = _set(report, 0)
    return _set(report, first[1])[0]


def _set(report: Report, total: int) -> tuple[bytes, int]:
    paper = Paper("Rimlight margin report", lambda page: frame(page, report, total))
    identity(paper, report.file.case)
    verdict(paper, report.judgement)
    board(paper, report)
    drawings(paper, report)
    measurements(paper, report)
    timeline(paper, report)
    afterwards(paper, report)
    sources(paper, report)
    signatures(paper)
    return paper.finish(), paper.page


def frame(paper: Paper, report: Report, total: int) -> None:
    """Head and foot of every page: what this is, whose it is, and what it must not be taken for."""
    case, top = report.file.case, EDGE_MM * MM
    paper.place("Rimlight · margin report", QRectF(paper.left, top, paper.width, 6 * MM), size=14, bold=True)
    left = paper.boxed("Research use only", paper.left + paper.width, top)
    if case.simulated:
        paper.boxed("Simulated data", left - 2 * MM, top)
    whose = f"{case.patient.name} · MRN {case.patient.mrn} · {case.side.value} breast"
    paper.place(whose, QRectF(paper.left, top + 7.5 * MM, paper.width, 5 * MM), size=9.5)
    paper.painter.setPen(QPen(INK, 0.4 * MM))
    line = round(top + (HEAD_MM - 2) * MM)
    paper.painter.drawLine(round(paper.left), line, round(paper.left + paper.width), line)
    foot = QRectF(paper.left, (PAGE_MM[1] - EDGE_MM - FOOT_MM / 2) * MM, paper.width, 5 * MM)
    paper.place(f"Printed {report.clock(report.now)} · Rimlight {__version__}", foot, size=8)
    paper.place(f"Page {paper.page} of {total}", foot, size=8, align=Qt.AlignRight)


def identity(paper: Paper, case: Case) -> None:
    """Who, which side, what was found before the operation."""
    patient, markers = case.patient, case.biomarkers
    day = case.scheduled_at.date()
    ki67 = f" Ki67 {plain(markers.ki67_percent)} %" if markers.ki67_percent is not None else ""
    body = ", ".join(
        f"{plain(value)} {unit}" for value, unit in ((patient.weight_kg, "kg"), (patient.height_cm, "cm")) if value is not None
    )
    facts = (
        ("Name", patient.name), ("Born", f"{patient.birth_date:%d %b %Y} ({patient.age_on(day)} y), sex {patient.sex.value}"),
        ("MRN", patient.mrn), ("Weight, height", body or "not recorded"),
        ("Operation", f"{case.procedure}, {case.side.value} breast"), ("Day", f"{day:%d %b %Y}"),
        ("Tumour, biopsy", TUMOUR[case.tumour_type.value]), ("Surgeon", case.surgeon or "not recorded"),
        ("Markers", f"ER{SIGN[markers.er]} PR{SIGN[markers.pr]} HER2{SIGN[markers.her2]}{ki67}"), ("Allergies", patient.allergies or "not recorded"),
    )  # fmt: skip
    for (one, a), (other, b) in zip(facts[::2], facts[1::2], strict=True):
        paper.row([Cell(one, 26), Cell(a, 64, bold=True), Cell(other, 26), Cell(b, 64, bold=True)], size=9, ruled=False)


def verdict(paper: Paper, judgement: Judgement) -> None:
    """The answer, framed: shape, words, what to do, by which rule."""
    paper.gap(2)
    height = 18 * MM
    paper.need(height)
    box = QRectF(paper.left, paper.y, paper.width, height)
    paper.painter.setBrush(paper_inks(judgement.status).ground)
    paper.painter.setPen(QPen(INK, 0.7 * MM if judgement.status is MarginClass.POSITIVE else 0.35 * MM))
    paper.painter.drawRect(box)
    glyph = "" if judgement.status is MarginClass.UNKNOWN else f"{theme.MARKS[judgement.status].glyph} "
    lines = (
        (f"{glyph}{judgement.headline}", 13.0, True),
        (judgement.advice, 9.5, False),
    )
    for row, (words, size, bold) in enumerate(lines):
        paper.place(words, QRectF(box.left() + 3 * MM, box.top() + (2 + 7.5 * row) * MM, box.width(), 6 * MM), size=size, bold=bold)
    paper.y += height + 1 * MM
    rule = judgement.rule
    by = f"By {rule.title} (rule set {rule.id}, version {rule.version}): {rule.words}. {rule.depth_words} {rule.citation}."
    for detail in (*judgement.details, by):
        paper.text(detail, size=7.5, grey=True)


def board(paper: Paper, report: Report) -> None:
    """Evidence by face, and the narrowest of it; classes as shapes, because colour does not print."""
    paper.heading("Evidence by face", keep_mm=30)
    paper.row([Cell("", NAME_MM), *(Cell(face.value.capitalize(), FACE_MM, bold=True, centred=True) for face in Face)])
    for row in report.evidence:
        found = {finding.face: finding for finding in row.faces}
        unused = "" if row.usable else " · not used"
        title = f"{row.title}\n{report.clock(row.taken_at, '%H:%M')} {row.subtitle}{unused}"
        paper.row([Cell(title, NAME_MM), *(_face_cell(found.get(face), row, report.judgement) for face in Face)])
    narrowest = [_cell(judged.margin_class, judged.finding, bold=True) for judged in report.judgement.faces]
    paper.row([Cell("Narrowest evidence", NAME_MM, bold=True), *narrowest])
    paper.text(
        "◆ positive   ◐ close   ○ clear   ? indeterminate   – not assessed.   Millimetres without a shape alarm nobody and clear nobody.",
        size=7.5,
    )


def _face_cell(finding: FaceEvidence | None, row: Evidence, judgement: Judgement) -> Cell:
    if finding is None or not row.usable:
        return _cell(MarginClass.UNKNOWN, finding)
    return _cell(classify(finding, row, judgement.rule), finding)


def _cell(margin_class: MarginClass, finding: FaceEvidence | None, *, bold: bool = False) -> Cell:
    ground = paper_inks(margin_class).ground if margin_class in {MarginClass.POSITIVE, MarginClass.CLOSE} else None
    return Cell(marked(margin_class, finding), FACE_MM, bold=bold, ground=ground, centred=True)


def drawings(paper: Paper, report: Report) -> None:
    """The specimen to scale, and unfolded, side by side."""
    height, half = 66 * MM, paper.width / 2 - 2 * MM
    paper.heading("Specimen", keep_mm=66 + 12)
    reading = _main_reading(report.file)
    lengths = specimen_log.lengths_of(reading) if reading else {}
    side: Side = report.file.case.side
    unit = MM * 0.14
    drawing = SpecimenDrawing(side, lengths)
    SpecimenPainter(paper.painter, PAPER, unit).draw(drawing, QRectF(paper.left, paper.y, half, height))
    faces = QRectF(paper.left + half + 8 * MM, paper.y, half - 8 * MM, height)
    paint_faces(paper.painter, faces, report.judgement, side, unit=unit, paper=True)
    paper.y += height
    seen = f"{side.value.capitalize()} breast seen from the front."
    paper.text(f"{seen} Left: the ruler's numbers, mm, to scale. Right: unfolded, the narrowest evidence of each face.", size=7.5)


def measurements(paper: Paper, report: Report) -> None:
    """Every number of every reading, with the formula where there is one."""
    paper.heading("Measurements", keep_mm=50)
    if not report.file.readings:
        paper.text("Nothing has been signed.")
    for reading in report.file.readings:
        measurement(paper, report, reading)


def measurement(paper: Paper, report: Report, reading: Reading) -> None:
    """One reading: who, when, on what, and its values."""
    where = _specimen_words(report.file.specimens, reading.specimen_id)
    again = f" Correction: {reading.reason}." if reading.supersedes else ""
    paper.text(
        f"{_modality_words(reading.modality)}, {where}. Signed by {report.who(reading.by)}, {report.clock(reading.taken_at)}.{again}",
        bold=True,
    )
    numbers = [value for value in reading.values if value.number is not None]
    for start in range(0, len(numbers), 3):
        cells = [Cell(_named(value), 60) for value in numbers[start : start + 3]]
        paper.row(cells, size=8, ruled=False)
    for line in formula_lines(specimen_log.lengths_of(reading)) if reading.modality == specimen_log.MODALITY else ():
        paper.text(line, size=8.5, indent_mm=1)
    for value in reading.values:
        if value.number is None:
            paper.text(f"{value.name.capitalize()}{f' ({value.face.value})' if value.face else ''}: {value.text}", size=8.5, indent_mm=1)
    usable = "" if reading.validity.usable else "Not usable: "
    paper.text(usable + reading.validity.statement, size=7.5, indent_mm=1, grey=True)


def _named(value: Value) -> str:
    """«Margin, superior: 20 mm», «Centralization: 0.9 cm»."""
    name = f"{value.name}, {value.face.value}" if value.face else value.name
    bound = {Bound.EXACT: "", Bound.AT_LEAST: "≥ ", Bound.AT_MOST: "≤ "}[value.bound]
    assert value.number is not None
    number = plain(value.number).replace("-", "−")
    return f"{name[0].upper()}{name[1:]}: {bound}{number} {value.unit}".rstrip()


def timeline(paper: Paper, report: Report) -> None:
    """The operation, moment by moment."""
    paper.heading("Timeline")
    if not report.file.events:
        paper.text("No events were logged.")
    for event in sorted(report.file.events, key=lambda event: event.at):
        detail = " · ".join(part for part in (event.detail, f"corrected: {event.reason}" if event.reason else "") if part)
        cells = (Cell(report.clock(event.at, "%H:%M:%S"), 20), Cell(event.kind[:1].upper() + event.kind[1:], 60, bold=True))
        paper.row([*cells, Cell(detail, 60), Cell(report.who(event.by), 40)], size=8)


def afterwards(paper: Paper, report: Report) -> None:
    """Visits, complications and what else became of the patient; final pathology stands among the measurements."""
    told = [outcome for outcome in report.file.outcomes if outcome.kind is not OutcomeKind.PATHOLOGY]
    if not told:
        return
    paper.heading("After the operation")
    for outcome in sorted(told, key=lambda outcome: outcome.on):
        words = ", ".join(_named(value) if value.number is not None else f"{value.name}: {value.text}" for value in outcome.values)
        again = f". Correction: {outcome.reason}." if outcome.supersedes else ""
        day = Cell(f"{outcome.on:%d %b %Y}", 24)
        cells = (day, Cell(outcome.kind.value.capitalize(), 30, bold=True), Cell(words + again, 90), Cell(report.who(outcome.by), 36))
        paper.row(cells, size=8)


def sources(paper: Paper, report: Report) -> None:
    """Where each result came from."""
    if not report.file.readings:
        return
    paper.heading("Provenance")
    for reading in report.file.readings:
        origin = reading.provenance
        simulated = ", simulated" if origin.simulated else ""
        # Rulers in pixels are for whoever computes it again: they stay with the reading.
        settings = "; ".join(f"{name} = {value}" for name, value in origin.parameters if not name.startswith(VIEW))
        made = f"{origin.algorithm} version {origin.version}; device: {origin.device or 'none'}{simulated}"
        paper.text(f"{_modality_words(reading.modality)}: {made}; {settings}", size=7.5)
        paper.text(f"Input SHA-256 {origin.input_sha256} · reading {reading.id}", size=7.5, indent_mm=3, grey=True)


def signatures(paper: Paper) -> None:
    """Lines to sign on."""
    paper.need(20 * MM)
    paper.gap(12)
    third = paper.width / 3
    for index, words in enumerate(("Surgeon", "Measured by", "Date and time")):
        x = paper.left + index * third
        paper.painter.setPen(QPen(INK, 0.25 * MM))
        paper.painter.drawLine(round(x), round(paper.y), round(x + third - 6 * MM), round(paper.y))
        paper.place(words, QRectF(x, paper.y, third, 5 * MM), size=8)
    paper.y += 6 * MM


def _modality_words(modality: str) -> str:
    """«Frozen section» for `frozen`, and the word itself for what names itself."""
    return examination(Kind(modality)).title if modality in set(Kind) else modality.capitalize()


def _main_reading(file: CaseFile) -> Reading | None:
    return specimen_log.signed_reading(file, specimen_log.main_specimen(file).id)


def _specimen_words(specimens: Sequence[Specimen], specimen_id: str | None) -> str:
    found = next((specimen for specimen in specimens if specimen.id == specimen_id), None)
    if found is None:
        return "cavity"
    kind = "main" if found.kind is SpecimenKind.MAIN else f"shave of the {found.face.value if found.face else 'cavity'} face"
    return f"specimen {found.number}, {kind}"
