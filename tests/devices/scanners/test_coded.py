"""Every way in which the same pixels are written: transfer syntaxes, compressions, one frame a file or all in one, few bits, foreign letters."""

import random

import numpy as np
import pydicom
import pytest
from pydicom.pixels.encoders import JPEG2000LosslessEncoder, RLELosslessEncoder
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    RLELossless,
)

from devices.scanner import ScanRefused
from devices.scanners.folder import read_petct
from tests.devices.scanners.making import changed, compressed, encoded, enhanced, named, put, save, series, values, write

HU = values("CT") - 1024.0


LARGE = np.repeat(np.repeat(values("CT"), 4, axis=1), 4, axis=2)  # JPEG 2000 wants room for its levels
FINE = {"PixelSpacing": [0.075, 0.05]}


def jpeg_2000(each):
    return compressed(each, JPEG2000Lossless, [encoded(each, JPEG2000LosslessEncoder)])


def run_lengths(each):
    return compressed(each, RLELossless, [encoded(each, RLELosslessEncoder)])


@pytest.mark.parametrize("syntax", [ImplicitVRLittleEndian, ExplicitVRBigEndian, DeflatedExplicitVRLittleEndian])
def test_uncompressed(tmp_path, syntax):
    ct = series("CT")
    for each in ct:
        each.file_meta.TransferSyntaxUID = syntax
        if syntax == ExplicitVRBigEndian:
            each.PixelData = np.frombuffer(each.PixelData, "<i2").astype(">i2").tobytes()
            each["PixelData"].VR = "OW"
    for at, each in enumerate(ct):
        meta = {"implicit_vr": syntax == ImplicitVRLittleEndian, "little_endian": syntax != ExplicitVRBigEndian}
        path = tmp_path / f"{at}"
        pydicom.dcmwrite(path, named(each), enforce_file_format=True, **meta)
    write(tmp_path / "pet", series("PT"))
    np.testing.assert_array_equal(read_petct(tmp_path).ct.values, HU)


@pytest.mark.parametrize("pack", [jpeg_2000, run_lengths])
def test_compressed_without_loss(tmp_path, pack):
    write(tmp_path, [pack(each) for each in series("CT", LARGE, **FINE)], series("PT"))
    np.testing.assert_array_equal(read_petct(tmp_path).ct.values, LARGE - 1024.0)


def real(name):
    return pydicom.dcmread(pydicom.data.get_testdata_file(name))


@pytest.mark.parametrize("name", ["MR_small_jpeg_ls_lossless.dcm", "JPGExtended.dcm", "JPEGLSNearLossless_16.dcm", "JPEG2000.dcm"])
def test_compressed_by_others(tmp_path, name):
    """Frames as other makers' encoders wrote them, as pictures of a CT: decoded as pydicom decodes them."""
    theirs = real(name)
    frame = next(pydicom.encaps.generate_frames(theirs.PixelData, number_of_frames=1))
    ct = []
    for each in series("CT"):
        put(each, np.zeros((theirs.Rows, theirs.Columns), np.uint16))
        for attribute in ("BitsAllocated", "BitsStored", "HighBit", "PixelRepresentation"):
            setattr(each, attribute, theirs[attribute].value)
        ct.append(compressed(each, theirs.file_meta.TransferSyntaxUID, [frame]))
    write(tmp_path, [changed(each, PixelSpacing=[0.02, 0.02]) for each in ct], series("PT", PixelSpacing=[5, 5]))
    found = read_petct(tmp_path)
    np.testing.assert_array_equal(found.ct.values[0], theirs.pixel_array.astype(np.float32) - 1024.0)


def test_enhanced_in_any_order_of_frames(tmp_path):
    frames = random.Random(4).sample(range(10), 10)
    save(enhanced(series("CT"), frames=frames), tmp_path / "ct")
    write(tmp_path, series("PT"))
    np.testing.assert_array_equal(read_petct(tmp_path).ct.values, HU)


def test_enhanced_and_compressed(tmp_path):
    ct = series("CT", LARGE, **FINE)
    whole = enhanced(ct)
    frames = [encoded(each, JPEG2000LosslessEncoder) for each in ct]
    save(compressed(whole, JPEG2000Lossless, frames), tmp_path / "ct")
    write(tmp_path, series("PT"))
    np.testing.assert_array_equal(read_petct(tmp_path).ct.values, LARGE - 1024.0)


def test_a_frame_too_few(tmp_path):
    whole = enhanced(series("CT"))
    del whole.PerFrameFunctionalGroupsSequence[-1]
    save(whole, tmp_path / "ct")
    write(tmp_path, series("PT"))
    with pytest.raises(ScanRefused, match="holds 10 frames and describes 9"):
        read_petct(tmp_path)


@pytest.mark.parametrize(("sort", "bits"), [(np.uint8, 8), (np.uint16, 12), (np.int16, 12), (np.int32, 32)])
def test_other_sizes_of_number(tmp_path, sort, bits):
    """Twelve bits are read as twelve: what stands above them is an old overlay's."""
    stored = (values("CT") % 120).astype(sort)
    if sort is np.int16:
        stored -= 60
    ct = series("CT", stored)
    for each, plane in zip(ct, stored, strict=True):
        if bits == 12:
            dirty = (plane.view(np.uint16) & 0x0FFF) | 0x5000
            changed(each, PixelData=dirty.tobytes(), BitsStored=12, HighBit=11)
    write(tmp_path, ct, series("PT"))
    np.testing.assert_array_equal(read_petct(tmp_path).ct.values, stored - 1024.0)


@pytest.mark.parametrize("charset", ["ISO_IR 192", "GB18030   ", "NO SUCHSET", "ISO 2022 A"])
def test_foreign_letters(tmp_path, charset):
    """Names in letters that the file declares, declares wrongly, or nobody knows: none of them stands in the way."""
    write(tmp_path, series("CT", SpecificCharacterSet="ISO_IR 100", PatientName="Muller"), series("PT"))
    for path in tmp_path.iterdir():
        path.write_bytes(path.read_bytes().replace(b"ISO_IR 100", charset.encode()).replace(b"Muller", "Müller".encode("latin-1")[:6]))
    np.testing.assert_array_equal(read_petct(tmp_path).ct.values, HU)


def test_an_unread_coding_is_named(tmp_path):
    video = "1.2.840.10008.1.2.4.102"
    write(tmp_path, [compressed(each, video, [b"\0" * 64]) for each in series("CT")], series("PT"))
    with pytest.raises(ScanRefused, match=r"encoded as MPEG-4.*uncompressed"):
        read_petct(tmp_path)


def test_loss_is_said(tmp_path):
    found = read_petct(write(tmp_path, series("CT", LossyImageCompression="01"), series("PT")))
    assert "The pictures were compressed with loss." in found.warnings
