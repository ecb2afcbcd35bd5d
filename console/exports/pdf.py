"""The report of one case: one or two A4 pages that a surgeon signs, legible without colour, as PDF/A."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PyQt5.QtCore import QRectF, Qt
from PyQt5.QtGui import QPen

from algorithms.faces import Face
from algorithms.margins.judgement import Judgement, classify
from algorithms.margins.model import Evidence, FaceEvidence, MarginClass
from algorithms.margins.standing import Standing, standing_of
from algorithms.specimen.measurement import plain
from console import __version__
from console.cases import specimen_log
from console.cases.files import write_whole
from console.cases.model import Case, CaseFile, Reading, Side, Status, User
from console.cases.verdict import judgement_of, shaves_of
from console.exports.paper import EDGE_MM, FOOT_MM, HEAD_MM, INK, MM, PAGE_MM, Cell, Paper
from console.exports.report import Report, left_out
from console.exports.report_details import afterwards, appendix, measurements, sources, timeline
from console.exports.report_pictures import pictures
from console.exports.sights import Sights
from console.widgets import theme
from console.widgets.face_diagram import marked, paint_faces, paper_inks
from console.widgets.specimen_diagram import PAPER, SpecimenDrawing, SpecimenPainter
from console.words import english

NONE = Sights({})
PAGES = 2
# Points of the small print, whether raw detail is left out, and how many readings are printed: the first that fits.
PRINTS = ((7.5, False, None), (7.0, False, None), (6.5, False, None), (7.0, True, None), (6.5, True, None), (6.0, True, None))
FULL = tuple((6.0, True, most) for most in (24, 18, 14, 11, 8, 6, 4))
MANY = 40  # readings: more than that never fit
MOST_DETAILS = 6
NAME_MM, FACE_MM = 48.0, 22.0
TUMOUR = {"nst": "invasive, no special type", "ilc": "invasive lobular", "dcis": "ductal carcinoma in situ", "mixed": "mixed"}
SIGN = {Status.POSITIVE: "+", Status.NEGATIVE: "−", Status.EQUIVOCAL: "±", Status.UNKNOWN: " unknown"}


def write_report(case_file: CaseFile, users: Sequence[User], path: Path, now: datetime, *, evidence: Sequence[Evidence]) -> str:
    """Write the report, without pictures, to `path` and return its SHA-256; the file appears whole or not at all. Needs a QGuiApplication."""
    content = report_bytes(case_file, users, now, evidence=evidence)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content)
    return hashlib.sha256(content).hexdigest()


def report_bytes(
    case_file: CaseFile,
    users: Sequence[User],
    now: datetime,
    *,
    evidence: Sequence[Evidence],
    sights: Sights = NONE,
    appendix: bool = False,
) -> bytes:
    """The whole PDF. `appendix`: every parameter too, on further pages."""
    judgement = judgement_of(case_file, evidence)
    return pages(Report(case_file, {user.id: user.name for user in users}, tuple(evidence), judgement, now, sights, appendix))


def pages(report: Report) -> bytes:
    """Two pages: in the largest small print that fits, then without raw detail, then without the oldest; set once more with their number."""
    theme.load_fonts()
    with english():
        for size, brief, most in (*(PRINTS if len(report.file.readings) <= MANY else ()), *FULL):
            report = replace(report, size=size, brief=brief, most=most)
            total = _set(replace(report, appendix=False), 0)[1]
            if total <= PAGES:
                break
        if report.appendix:
            total = _set(report, 0)[1]
        return _set(report, total)[0]


def _set(report: Report, total: int) -> tuple[bytes, int]:
    paper = Paper("Rimlight margin report", lambda page: frame(page, report, total))
    identity(paper, report.file.case)
    verdict(paper, report)
    board(paper, report)
    drawings(paper, report)
    pictures(paper, report)
    measurements(paper, report)
    timeline(paper, report)
    afterwards(paper, report)
    sources(paper, report)
    signatures(paper)
    if report.appendix:
        appendix(paper, report)
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
        paper.row([Cell(one, 26), Cell(a, 64, bold=True), Cell(other, 26), Cell(b, 64, bold=True)], size=8.5, ruled=False, pad_mm=0.45)


def verdict(paper: Paper, report: Report) -> None:
    """The answer, framed: shape, words, what to do, by which rule."""
    judgement = report.judgement
    paper.gap(2)
    height = 16 * MM
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
        paper.place(words, QRectF(box.left() + 3 * MM, box.top() + (1.5 + 7 * row) * MM, box.width(), 6 * MM), size=size, bold=bold)
    paper.y += height + 1 * MM
    rule = judgement.rule
    by = f"By {rule.title} (rule set {rule.id}, version {rule.version}): {rule.words}. {rule.depth_words} {rule.citation}."
    details = judgement.details if report.most is None else judgement.details[:MOST_DETAILS]
    cut = len(judgement.details) - len(details)
    for detail in (*judgement.because, *details, *([f"{cut} more of the kind."] if cut else []), by):
        paper.text(detail, size=7.5, grey=True)


def board(paper: Paper, report: Report) -> None:
    """Evidence by face, and the narrowest of it; classes as shapes, because colour does not print."""
    paper.heading("Evidence by face", keep_mm=30)
    paper.row([Cell("", NAME_MM), *(Cell(face.value.capitalize(), FACE_MM, bold=True, centred=True) for face in Face)])
    for row in report.rows:
        found = {finding.face: finding for finding in row.faces}
        unused = "" if row.usable else " · not used"
        piece = f"{row.piece} · " if row.piece else ""
        title = f"{row.title}\n{report.clock(row.taken_at, '%H:%M')} {piece}{row.subtitle}{unused}"
        cells = [replace(_face_cell(found.get(face), row, report.judgement), struck=_replaced(row, face, report)) for face in Face]
        paper.row([Cell(title, NAME_MM), *cells], size=8, pad_mm=0.6)
    if (more := len(report.evidence) - len(report.rows)) > 0:
        paper.text(f"{left_out(more, 'row' if more == 1 else 'rows')} All of them count below.", size=8, bold=True)
    narrowest = [_cell(judged.margin_class, judged.finding, bold=True) for judged in report.judgement.faces]
    paper.row([Cell("Narrowest evidence", NAME_MM, bold=True), *narrowest])
    paper.text(
        "◆ positive   ◐ close   ○ clear   ? indeterminate   – not assessed.   Millimetres without a shape alarm nobody and clear nobody.",
        size=7.5,
    )


def _replaced(row: Evidence, face: Face, report: Report) -> bool:
    """A shave took its place, and it said something."""
    said = any(found.face is face for found in row.faces)
    return said and standing_of(row, face, shaves_of(report.file)) is Standing.REPLACED


def _face_cell(finding: FaceEvidence | None, row: Evidence, judgement: Judgement) -> Cell:
    if finding is None or not row.usable:
        return _cell(MarginClass.UNKNOWN, finding)
    return _cell(classify(finding, row, judgement.rule), finding)


def _cell(margin_class: MarginClass, finding: FaceEvidence | None, *, bold: bool = False) -> Cell:
    ground = paper_inks(margin_class).ground if margin_class in {MarginClass.POSITIVE, MarginClass.CLOSE} else None
    return Cell(marked(margin_class, finding), FACE_MM, bold=bold, ground=ground, centred=True)


def drawings(paper: Paper, report: Report) -> None:
    """The specimen to scale, and unfolded, side by side."""
    height, half = 44 * MM, paper.width / 2 - 2 * MM
    paper.heading("Specimen", keep_mm=44 + 12)
    reading = _main_reading(report.file)
    lengths = specimen_log.lengths_of(reading) if reading else {}
    side: Side = report.file.case.side
    unit = MM * 0.11
    drawing = SpecimenDrawing(side, lengths)
    SpecimenPainter(paper.painter, PAPER, unit).draw(drawing, QRectF(paper.left, paper.y, half, height))
    faces = QRectF(paper.left + half + 8 * MM, paper.y, half - 8 * MM, height)
    paint_faces(paper.painter, faces, report.judgement, side, unit=unit, paper=True)
    paper.y += height
    seen = f"{side.value.capitalize()} breast seen from the front."
    paper.text(f"{seen} Left: the ruler's numbers, mm, to scale. Right: unfolded, the narrowest evidence of each face.", size=7.5)


def signatures(paper: Paper) -> None:
    """Lines to sign on."""
    paper.need(13 * MM)
    paper.gap(7)
    third = paper.width / 3
    for index, words in enumerate(("Surgeon", "Measured by", "Date and time")):
        x = paper.left + index * third
        paper.painter.setPen(QPen(INK, 0.25 * MM))
        paper.painter.drawLine(round(x), round(paper.y), round(x + third - 6 * MM), round(paper.y))
        paper.place(words, QRectF(x, paper.y, third, 5 * MM), size=8)
    paper.y += 6 * MM


def _main_reading(file: CaseFile) -> Reading | None:
    return specimen_log.signed_reading(file, specimen_log.main_specimen(file).id)
