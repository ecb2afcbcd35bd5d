"""Pictures of a specimen: which pixel size is believed, what is refused before it is decoded, and 300 damaged files that cost one sentence each."""

import io
import os
import random
import struct
import tracemalloc
import zlib
from datetime import UTC, datetime

import cv2
import numpy as np
import pydicom
import pytest
from pydicom.dataset import Dataset
from pydicom.uid import JPEG2000, DeflatedExplicitVRLittleEndian, ExplicitVRLittleEndian, JPEGBaseline8Bit, RLELossless

from devices.errors import DeviceError
from devices.radiographs import radiograph as limits
from devices.radiographs.photo import jpeg_size, png_size
from devices.radiographs.reader import content_of, newest_pictures, read_radiograph
from devices.radiographs.spacing import magnification, pixel_size
from devices.simulated.radiograph import DETECTOR_MM, MAGNIFICATION, radiograph, rulers
from devices.simulated.specimen import simulate_specimen

SPECIMEN = simulate_specimen(114)
EXPOSED = radiograph(SPECIMEN, "from the front", 114)
WHEN = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
GOOD = EXPOSED.dicom(WHEN)
MUTATIONS = 300
MOST_GROWTH = 32 << 20  # bytes: a picture of this size takes a few megabytes while it is read


def changed(**values):
    """The good file with attributes changed; None takes one away."""
    file = pydicom.dcmread(io.BytesIO(GOOD))
    for name, value in values.items():
        if value is None:
            delattr(file, name)
        else:
            setattr(file, name, value)
    content = io.BytesIO()
    file.save_as(content)
    return content.getvalue()


def header(**values):
    made = Dataset()
    for name, value in values.items():
        setattr(made, name, value)
    return made


def encoded(picture, suffix):
    return cv2.imencode(suffix, picture)[1].tobytes()


PHOTO = np.kron(np.arange(64, dtype=np.uint8).reshape(8, 8) * 4, np.ones((16, 24), np.uint8))


# --- pixel size --------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "size", "certain"),
    [
        ({"PixelSpacing": [0.1, 0.1], "PixelSpacingCalibrationType": "FIDUCIAL"}, 0.1, True),
        ({"PixelSpacing": [0.1, 0.1], "PixelSpacingCalibrationType": "GEOMETRY", "ImagerPixelSpacing": [0.2, 0.2]}, 0.1, True),
        ({"PixelSpacing": [0.1, 0.1]}, 0.1, False),
        ({"ImagerPixelSpacing": [0.1, 0.1]}, 0.1, False),
        ({"PixelSpacing": [0.1, 0.1], "ImagerPixelSpacing": [0.1, 0.1]}, 0.1, False),
        ({"ImagerPixelSpacing": [0.1, 0.1], "EstimatedRadiographicMagnificationFactor": 2}, 0.05, True),
        ({"ImagerPixelSpacing": [0.1, 0.1], "EstimatedRadiographicMagnificationFactor": 0.5}, 0.1, False),
        ({"ImagerPixelSpacing": [0.1, 0.1], "EstimatedRadiographicMagnificationFactor": 9}, 0.1, False),
        ({"ImagerPixelSpacing": [0.1, 0.1], "DistanceSourceToDetector": 650, "DistanceSourceToPatient": 520}, 0.08, True),
        ({"ImagerPixelSpacing": [0.1, 0.1], "DistanceSourceToDetector": 650, "DistanceSourceToEntrance": 600}, 0.0923, True),
        ({"ImagerPixelSpacing": [0.1, 0.1], "DistanceSourceToDetector": 500, "DistanceSourceToPatient": 650}, 0.1, False),
        ({"ImagerPixelSpacing": [0.1, 0.1], "DistanceSourceToDetector": 650, "DistanceSourceToPatient": 520,
          "EstimatedRadiographicMagnificationFactor": 2}, 0.1, False),
        ({"NominalScannedPixelSpacing": [0.3, 0.3]}, 0.3, False),
        ({"PixelSpacing": [0, 0], "ImagerPixelSpacing": [0.1, 0.1]}, 0.1, False),
        ({"PixelSpacing": [0.1, 0.1], "PixelSpacingCalibrationType": "HOPE"}, 0.1, False),
    ],
)  # fmt: skip
def test_the_right_attribute_is_taken_and_said_how_far_it_can_be_trusted(said, size, certain):
    found = pixel_size(header(**said))
    assert found.row_mm == found.col_mm == pytest.approx(size, rel=1e-3)
    assert found.certain is certain
    assert ("uncertain" in found.statement) is not certain


@pytest.mark.parametrize("spacing", [[0, 0], [-0.1, 0.1], [5, 5], [0.1, 1.9], [1e-9, 1e-9], [0.1], [0.1, 0.1, 0.1]])
def test_a_size_that_no_picture_has_is_none(spacing):
    assert pixel_size(header(ImagerPixelSpacing=spacing)) is None
    assert pixel_size(header()) is None


def test_an_unreadable_number_counts_as_not_there():
    made = header(ImagerPixelSpacing=[0.1, 0.1])
    made.add(pydicom.DataElement("EstimatedRadiographicMagnificationFactor", "LO", "much"))
    assert magnification(made) is None
    assert pixel_size(made).certain is False


# --- what is read ------------------------------------------------------------------------------------------------------------------------


def test_the_simulated_cabinet_is_read_as_it_was_exposed():
    found = read_radiograph(GOOD)
    assert found.pixels.shape == EXPOSED.counts.shape
    assert not found.pixels.flags.writeable
    assert (found.kind, found.simulated, found.media_type) == ("MG", True, "application/dicom")
    assert found.size.row_mm == pytest.approx(DETECTOR_MM / MAGNIFICATION)
    row, col = (round(place) for place in EXPOSED.middle_px)
    mass = found.pixels[row + round(SPECIMEN.mass.centre_mm[0] / found.size.row_mm) + 15, col]
    assert mass > found.pixels[row - 60, col] > found.pixels[5, 5]  # dense is bright: tumour, fat, air


def test_rulers_on_the_simulated_picture_measure_the_simulated_margins():
    for seed in range(20):
        specimen = simulate_specimen(seed)
        exposed = radiograph(specimen, "from the front", seed)
        for face, (start, end) in rulers(specimen, exposed, seed).items():
            measured = np.hypot(end[0] - start[0], end[1] - start[1]) * DETECTOR_MM / MAGNIFICATION
            assert abs(measured - specimen.margins_mm()[face]) < 4.0, (seed, face)


@pytest.mark.parametrize("projection", ["from the front", "from the side", "from below"])
def test_the_beam_is_weakened_as_beer_and_lambert_say(projection):
    exposed = radiograph(SPECIMEN, projection, 3)
    assert exposed.counts[3:40, 3:40].mean() == pytest.approx(4000, rel=0.01)
    assert exposed.counts.min() < 400  # the clip
    assert np.array_equal(exposed.counts, radiograph(SPECIMEN, projection, 3).counts)
    assert not np.array_equal(exposed.counts, radiograph(SPECIMEN, projection, 4).counts)


def test_a_photograph_is_read_and_has_no_scale():
    for suffix, media_type in ((".png", "image/png"), (".jpg", "image/jpeg")):
        found = read_radiograph(encoded(PHOTO, suffix))
        assert (found.pixels.shape, found.size, found.kind, found.media_type) == (PHOTO.shape, None, "PHOTO", media_type)
    assert np.array_equal(read_radiograph(encoded(PHOTO, ".png")).pixels, PHOTO)
    colour = np.dstack([PHOTO] * 3)
    assert read_radiograph(encoded(colour, ".png")).pixels.shape == PHOTO.shape


@pytest.mark.parametrize("kind", ["MG", "DX", "CR", "SC", "OT"])
def test_every_kind_that_a_specimen_radiograph_comes_as_is_read(kind):
    assert read_radiograph(changed(Modality=kind)).kind == kind


def test_monochrome_windows_and_colour_are_shown_dense_bright():
    plain = read_radiograph(changed(PhotometricInterpretation="MONOCHROME2"))
    assert plain.pixels[5, 5] > plain.pixels[240, 190]
    windowed = read_radiograph(changed(WindowCenter=2000, WindowWidth=1000))
    assert windowed.pixels.max() == 255
    strange = read_radiograph(changed(WindowCenter=-9e9, WindowWidth=0.5))
    assert strange.pixels.std() > 1


@pytest.mark.parametrize("syntax", [RLELossless, JPEGBaseline8Bit])
def test_compressed_pictures_are_read_where_we_can(syntax):
    file = pydicom.dcmread(io.BytesIO(GOOD))
    eight = (np.clip(EXPOSED.counts, 0, 4095) >> 4).astype(np.uint8)
    for name, value in (("BitsAllocated", 8), ("BitsStored", 8), ("HighBit", 7), ("PixelData", eight.tobytes())):
        setattr(file, name, value)
    if syntax == RLELossless:
        file.compress(RLELossless)
    else:
        file.file_meta.TransferSyntaxUID = syntax
        file.PixelData = pydicom.encaps.encapsulate([encoded(eight, ".jpg")])
    content = io.BytesIO()
    file.save_as(content)
    assert read_radiograph(content.getvalue()).pixels.shape == eight.shape


# --- what is refused ---------------------------------------------------------------------------------------------------------------------


def test_what_is_too_large_or_not_one_picture_is_refused_before_it_is_decoded():
    for content, why in (
        (changed(Rows=65535, Columns=65535), "million fit"), (changed(NumberOfFrames=60), "60 frames"), (changed(Rows=8, Columns=8), "too small"),
        (changed(Modality="CT"), "kind CT"), (changed(Modality=None), "kind unknown"), (changed(BitsAllocated=32), "8 or 16 bits"),
        (changed(BitsStored=17), "8 or 16 bits"), (changed(SamplesPerPixel=4), "8 or 16 bits"),
        (changed(PhotometricInterpretation="PALETTE COLOR"), "grey"),
        (changed(Rows=480), "shorter or longer"), (changed(PixelData=b"\0\0"), "shorter or longer"), (changed(PixelData=None), "damaged"),
        (b"", "neither"), (b"GIF89a" + bytes(100), "neither"), (GOOD[:200], "damaged"), (GOOD[:-1000], "send it again"),
        (bomb(60_000, 60_000), "million fit"), (bomb(64, 64), "damaged"), (two_syntaxes(), "damaged"),
        (b"\x89PNG\r\n\x1a\n", "no header"), (b"\xff\xd8\xff\xd9", "how large"),
    ):  # fmt: skip
        with pytest.raises(DeviceError, match=why) as refusal:
            read_radiograph(content)
        assert refusal.value.problem.count(". ") == 0
        assert "SIMULATED^SPECIMEN" not in str(refusal.value)


@pytest.mark.parametrize("syntax", [JPEG2000, DeflatedExplicitVRLittleEndian])
def test_an_encoding_that_is_not_read_is_named(syntax):
    file = pydicom.dcmread(io.BytesIO(GOOD))
    assert file.file_meta.TransferSyntaxUID == ExplicitVRLittleEndian
    content = GOOD.replace(b"1.2.840.10008.1.2.1\0", syntax.encode().ljust(20, b"\0")[:20], 1)
    with pytest.raises(DeviceError):
        read_radiograph(content)


def two_syntaxes():
    """A header that names its encoding twice in one value."""
    return GOOD.replace(b"1.2.840.10008.1.2.1\0", b"1.2.840\\1.2.840.10.1", 1)


def bomb(rows, columns):
    """A PNG whose header promises more than its few bytes hold."""
    head = struct.pack(">IIBBBBB", columns, rows, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )


def test_sizes_are_read_from_the_headers():
    assert png_size(encoded(PHOTO, ".png")) == jpeg_size(encoded(PHOTO, ".jpg")) == PHOTO.shape


def test_a_file_is_measured_before_it_is_opened(tmp_path, monkeypatch):
    monkeypatch.setattr("devices.radiographs.reader.MOST_BYTES", 1000)
    large = tmp_path / "Miller_Anna.dcm"
    large.write_bytes(GOOD)
    with pytest.raises(DeviceError, match="MB") as refusal:
        content_of(large)
    assert "Miller" not in str(refusal.value)
    with pytest.raises(DeviceError, match="cannot be read"):
        content_of(tmp_path / "absent.dcm")
    assert limits.MOST_BYTES == 128 << 20


def test_the_newest_pictures_are_listed_first(tmp_path):
    for age, name in enumerate(("a.dcm", "b.png", "c.txt", ".hidden.png", "d.JPG")):
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (1_000_000 - age, 1_000_000 - age))
    (tmp_path / "folder.png").mkdir()
    assert [path.name for path in newest_pictures(tmp_path)] == ["a.dcm", "b.png", "d.JPG"]
    assert newest_pictures(tmp_path / "absent") == ()
    assert len(newest_pictures(tmp_path, 1)) == 1


def test_a_picture_that_would_be_filled_with_grey_is_refused():
    for whole in (encoded(PHOTO, ".png"), encoded(PHOTO, ".jpg")):
        for cut in (len(whole) // 2, len(whole) - 3):
            with pytest.raises(DeviceError, match="damaged"):
                read_radiograph(whole[:cut])
    flipped = bytearray(encoded(PHOTO, ".png"))
    flipped[-20] ^= 4
    with pytest.raises(DeviceError, match="damaged"):
        read_radiograph(bytes(flipped))


def mutated(number):
    """One of the three kinds of file, damaged by chance: bytes flipped, a piece cut out, doubled, or the end gone."""
    chance = random.Random(number)
    content = bytearray((GOOD, encoded(PHOTO, ".png"), encoded(PHOTO, ".jpg"))[number % 3])
    reach = len(content) if number % 2 else min(len(content), 1500)  # half of them where the header is
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(reach)
        match chance.randrange(5):
            case 0:
                content[at] ^= 1 << chance.randrange(8)
            case 1:
                content[at : at + chance.randrange(1, 40)] = chance.randbytes(chance.randrange(0, 40))
            case 2:
                del content[at : at + chance.randrange(1, 400)]
            case 3:
                content[at:at] = content[at : at + chance.randrange(1, 200)]
            case 4:
                content[at : at + 4] = b"\xff\xff\xff\xff"
        reach = min(reach, len(content)) or 1
    return bytes(content[: chance.randrange(1, len(content) + 1)] if number % 7 == 0 else content)


def test_damaged_files_cost_one_sentence_each_and_no_memory():
    refused = []
    tracemalloc.start()
    try:
        for number in range(MUTATIONS):
            try:
                found = read_radiograph(mutated(number))
            except DeviceError as refusal:
                refused.append(refusal.problem)
            else:
                assert found.pixels.dtype == np.uint8
                assert found.pixels.size <= limits.MOST_PIXELS
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(refused) > MUTATIONS // 4
    assert all(problem.endswith(".") and "\n" not in problem for problem in refused)
    assert most < MOST_GROWTH
