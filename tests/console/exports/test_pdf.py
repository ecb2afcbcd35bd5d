"""The report as a machine reads it: text, numbers, notices, fonts; and that it appears whole or not at all."""

import hashlib
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from io import BytesIO

import pytest
from pypdf import PdfReader

from algorithms.faces import Face
from algorithms.margins.model import Evidence, FaceEvidence
from algorithms.specimen.centralization import centralize
from algorithms.specimen.measurement import Length
from console.cases import specimen_log as log
from console.cases.model import (
    Bound,
    Case,
    CaseFile,
    Event,
    EventKind,
    Patient,
    Provenance,
    Reading,
    Role,
    Side,
    Specimen,
    SpecimenKind,
    User,
    Validity,
    Value,
)
from console.exports import paper
from console.exports.pdf import report_bytes, write_report
from tests.console.exports import exporting_case

NOW = datetime(2026, 11, 20, 9, 34, tzinfo=timezone(timedelta(hours=1)))
USERS = (User("u2", "Nurse 1", Role.NURSE),)
ODD = "62.25 48.5 14.75 11.125 20.3 25.7 11.9 20.6 8.4 6.05"


def case_file(numbers=ODD, *, simulated=True, side=Side.LEFT, events=5, readings=1) -> CaseFile:
    case = Case("c1", Patient("0004217", "Demo", "Alma", date(1972, 3, 14)), side, NOW, surgeon="Surgeon 1", simulated=simulated)
    lengths = dict(zip(Length, map(Decimal, numbers.split()), strict=True))
    found = centralize(log.measurement(lengths))
    signed = tuple(
        Reading(
            f"r{i}",
            "c1",
            "s1",
            log.MODALITY,
            NOW,
            "u2",
            log.values(lengths, found),
            log.validity(found),
            log.provenance(lengths, simulated=simulated),
        )
        for i in range(readings)
    )
    logged = tuple(Event(f"e{i}", "c1", EventKind.ICG, NOW + timedelta(minutes=i), "u2", detail="0.2 ml × 6") for i in range(events))
    return CaseFile(case, (Specimen("s1", "c1", 1),), signed, (), logged, (), ())


def report(qapp, tmp_path, file, evidence=None):
    path = tmp_path / "report.pdf"
    sha256 = write_report(file, USERS, path, NOW, evidence=[log.evidence(r) for r in file.readings] if evidence is None else evidence)
    content = path.read_bytes()
    assert hashlib.sha256(content).hexdigest() == sha256
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.pdf"]
    return PdfReader(BytesIO(content))


def words(reader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_every_number_of_every_reading_is_there(qapp, tmp_path):
    file = case_file()
    text = words(report(qapp, tmp_path, file))
    numbers = [value.number for reading in file.readings for value in reading.values if value.number is not None]
    assert len(numbers) >= 16
    for number in numbers:
        assert f"{number.normalize():f}".replace("-", "−") in text
    assert "major 62.25 − (14.75 + 20.3 + 25.7)" in text
    assert all(reading.provenance.input_sha256 in text for reading in file.readings)


def test_identity_verdict_timeline_and_signatures(qapp, tmp_path):
    text = words(report(qapp, tmp_path, case_file()))
    for expected in ("DEMO, Alma", "0004217", "14 Mar 1972 (54 y)", "left breast", "Not assessed by a method that can clear a margin", "ICG injected",
                     "0.2 ml × 6", "sso-astro-invasive-2014", "Nurse 1", "Surgeon", "Date and time", "centralization version 1"):  # fmt: skip
        assert expected in text


def test_the_notices_stand_on_every_page(qapp, tmp_path):
    reader = report(qapp, tmp_path, case_file(events=60))
    assert len(reader.pages) == 2  # sixty moments too
    for number, page in enumerate(reader.pages, start=1):
        text = " ".join(page.extract_text().split())
        assert "Research use only" in text
        assert "Simulated data" in text
        assert "MRN 0004217" in text
        assert f"Page {number} of {len(reader.pages)}" in text


def test_a_real_case_is_not_called_simulated(qapp, tmp_path):
    text = words(report(qapp, tmp_path, case_file(simulated=False)))
    assert "Research use only" in text
    assert "imulated" not in text


def test_two_pages_a4_with_fonts_inside_and_the_claim_of_pdf_a(qapp, tmp_path):
    reader = report(qapp, tmp_path, case_file())
    assert 1 <= len(reader.pages) <= 2
    box = reader.pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (595, 842)
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        described = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert "/FontFile2" in described or "/FontFile3" in described
        assert "/ToUnicode" in font
    assert b"pdfaid" in reader.trailer["/Root"]["/Metadata"].get_object().get_data()
    assert "Demo" not in str(reader.metadata)


def test_the_board_shows_shapes_and_reasons(qapp, tmp_path):
    scanner = Evidence(
        "p",
        "PET-CT segmentation",
        "25 models",
        NOW,
        (FaceEvidence(Face.MEDIAL, Decimal(0)), FaceEvidence(Face.LATERAL, Decimal(2), at_least=True)),
        True,
        True,
    )
    broken = Evidence("x", "Specimen radiograph", "", NOW, (FaceEvidence(Face.MEDIAL, Decimal(4)),), False, True, "no calibration")
    text = words(report(qapp, tmp_path, case_file(), [scanner, broken]))
    assert "◆ Margin positive: medial" in text
    assert "Shave the medial face." in text
    assert "○ ≥ 2 mm" in text
    assert "Specimen radiograph was not used: no calibration." in text


def test_readings_of_other_modalities_are_printed_alike(qapp, tmp_path):
    other = Reading(
        "r9", "c1", None, "residual", NOW, "u2",
        (Value("largest area", Decimal("12.5"), "mm²", bound=Bound.AT_MOST), Value("verdict", text="signal at the medial wall", face=Face.MEDIAL)),
        Validity(False, "Camera moved."), Provenance("residual", "3", "ab" * 32, device="camera"), supersedes="r8", reason="camera moved",
    )  # fmt: skip
    file = case_file()
    text = words(report(qapp, tmp_path, replace(file, readings=(*file.readings, other))))
    for expected in (
        "Largest area: ≤ 12.5 mm²",
        "Verdict (medial): signal at the medial wall",
        "Not usable: Camera moved.",
        "Correction: camera moved.",
    ):
        assert expected in text
    assert "Residual, cavity." in text


def test_doubts_are_printed(qapp, tmp_path):
    text = words(report(qapp, tmp_path, case_file("62 48 14 11 24 24 0 0 8 6")))
    assert "Two opposite margins are involved, medial and lateral; the formula cannot see this." in text


def test_an_empty_case_makes_a_report_too(qapp, tmp_path):
    text = words(report(qapp, tmp_path, case_file(events=0, readings=0)))
    assert "Nothing has been signed." in text
    assert "nothing has been measured yet" in text


def test_a_failure_leaves_the_old_report_and_no_draft(qapp, tmp_path, monkeypatch):
    path = tmp_path / "report.pdf"
    path.write_bytes(b"the old one")

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("console.cases.files.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_report(case_file(), USERS, path, NOW, evidence=[])
    assert path.read_bytes() == b"the old one"
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.pdf"]


def test_nothing_is_written_outside_the_page(qapp, tmp_path):
    """Long names wrap: the text of a cell stays in its cell, a verdict in its box."""
    assert paper.PAGE_MM[0] - 2 * paper.EDGE_MM == 184
    file = case_file()
    long = replace(
        file.case,
        patient=replace(file.case.patient, family_name="Van Der Longlastname-Hyphenated", allergies="penicillin, iodine, latex, " * 6),
    )
    text = words(report(qapp, tmp_path, replace(file, case=long)))
    assert "VAN DER LONGLASTNAME-HYPHENATED, Alma" in text


def test_pictures_carry_time_and_scale_and_leave_no_gap(qapp):
    file, rows = exporting_case.case_file(), exporting_case.evidence_of(exporting_case.case_file())
    with_pictures = PdfReader(BytesIO(report_bytes(file, USERS, NOW, evidence=rows, sights=exporting_case.sights())))
    text = words(with_pictures)
    for expected in ("Microwave depth, inferior face", "Fluorescence, lesion", "09:35, simulated", "10 mm", "5 mm"):
        assert expected in text
    assert "Fluorescence, lesion" not in words(PdfReader(BytesIO(report_bytes(file, USERS, NOW, evidence=rows))))


def test_the_appendix_holds_every_parameter_on_pages_of_its_own(qapp):
    file = case_file()
    plain = report_bytes(file, USERS, NOW, evidence=())
    reader = PdfReader(BytesIO(report_bytes(file, USERS, NOW, evidence=(), appendix=True)))
    assert len(PdfReader(BytesIO(plain)).pages) == len(reader.pages) - 1
    assert "Appendix: parameters" in " ".join(reader.pages[-1].extract_text().split())
    for name, value in file.readings[0].provenance.parameters:
        assert f"{name} = {value}" in words(reader)


def test_a_face_that_was_shaved_stays_on_the_board(qapp):
    file = exporting_case.case_file()
    shave = Specimen("0" * 32, file.case.id, 2, SpecimenKind.SHAVE, Face.INFERIOR)
    rows = exporting_case.evidence_of(file)
    text = words(PdfReader(BytesIO(report_bytes(replace(file, specimens=(*file.specimens, shave)), USERS, NOW, evidence=rows))))
    assert "◆ 0 mm" in text


def test_what_pdf_a_asks_for_is_there(qapp, tmp_path):
    """Not a validator: the claim, the colours' profile, every font inside, nothing locked, nothing that acts."""
    reader = report(qapp, tmp_path, case_file())
    root = reader.trailer["/Root"]
    claim = root["/Metadata"].get_data()
    assert b'pdfaid:part="1" pdfaid:conformance="B"' in claim
    (intent,) = root["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    assert len(intent["/DestOutputProfile"].get_data()) > 500
    assert not reader.is_encrypted
    assert "/ID" in reader.trailer
    assert not {"/OpenAction", "/AA", "/Names", "/AcroForm"} & set(root)
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"].get("/Font", {}).values()]
    assert fonts
    for font in fonts:
        (inner,) = font.get("/DescendantFonts", (font,))
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner.get_object()["/FontDescriptor"])


@pytest.mark.parametrize("count", [0, 1, 12, 39, 41, 500])
def test_two_pages_hold_any_case_and_say_what_they_leave_out(qapp, tmp_path, count):
    file = case_file(events=count, readings=count)
    reader = report(qapp, tmp_path, file)
    assert len(reader.pages) <= 2
    text = words(reader)
    assert ("in the appendix, which is printed on request" in text) or count < 39
    assert "Surgeon Measured by Date and time" in text
    if count == 500:
        assert "r499" not in text  # ids stay in the appendix
        assert "rows more stand in the appendix" in text
        assert "All of them count below." in text
        assert "earlier moments more stand" in text


def test_the_appendix_of_a_full_case_has_what_the_pages_left_out(qapp):
    file = case_file(events=90, readings=60)
    evidence = [log.evidence(reading) for reading in file.readings]
    reader = PdfReader(BytesIO(report_bytes(file, USERS, NOW, evidence=evidence, appendix=True)))
    text = words(reader)
    assert text.count(", reading r") == 60
    assert text.count("ICG injected · 0.2 ml") >= 90
