"""Files that nobody made in good faith, and files that fell on the floor: each costs one sentence and little memory, and nothing crashes."""

import gzip
import json
import os
import random
import shutil
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.pixels.encoders import JPEG2000LosslessEncoder, RLELosslessEncoder
from pydicom.uid import DeflatedExplicitVRLittleEndian, JPEG2000Lossless, JPEGLSLossless, RLELossless

from devices.scanner import ScanRefused
from devices.scanners.folder import read_petct
from tests.devices.scanners.making import changed, compressed, encoded, enhanced, save, series, write

MOST_GROWTH_MB = 200
MUTATIONS, LONG = 150, 3000
SMALL = 5  # slices of each series


@pytest.fixture
def swallow():
    """Hand a path over; what the reading child makes of it."""
    child = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("swallow.py")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )

    def handed(path):
        child.stdin.write(f"{path}\n")
        child.stdin.flush()
        answer = child.stdout.readline()
        assert answer, "the child died"
        return json.loads(answer)

    yield handed
    child.stdin.close()
    assert child.wait(20) == 0
    child.stdout.close()


def refused(answer, words):
    assert words in answer["refused"]
    assert "SECRET" not in answer["refused"]
    assert answer["refused"].endswith(".")
    assert "\n" not in answer["refused"]
    assert answer["grown_mb"] < MOST_GROWTH_MB


def large(ct, **changes):
    """Says 46,000 × 46,000 and holds nothing."""
    return [changed(each, Rows=46000, Columns=46000, PixelData=b"\0\0", **changes) for each in ct]


def many(ct):
    whole = enhanced(ct)
    return changed(whole, NumberOfFrames=8000, Rows=4000, Columns=4000, PixelData=b"\0\0")


def deflated(path, ct, megabytes):
    """A header, and then zeros without end."""
    first = changed(ct[0])
    first.file_meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian
    save(first, path)
    content = path.read_bytes()
    start = 144 + int.from_bytes(content[140:144], "little")
    packing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    head = packing.compress(zlib.decompress(content[start:], -zlib.MAX_WBITS)) + packing.flush(zlib.Z_FULL_FLUSH)
    block = packing.compress(bytes(1 << 20)) + packing.flush(zlib.Z_FULL_FLUSH)  # knows nothing of what came before: can be repeated
    path.write_bytes(content[:start] + head + block * megabytes + packing.flush())


def test_pictures_that_claim_to_be_enormous(tmp_path, swallow):
    ct = series("CT")
    write(tmp_path / "a", large(ct))
    refused(swallow(tmp_path / "a"), "46000 × 46000 pixels")
    save(many(ct), tmp_path / "b" / "ct")
    refused(swallow(tmp_path / "b"), "shorter or longer than its header says")
    deflated(tmp_path / "c", ct, 2600)
    assert (tmp_path / "c").stat().st_size < 3e6
    refused(swallow(tmp_path / "c"), "inflates to more than")


def test_codestreams_that_claim_another_size(tmp_path, swallow):
    jpeg_ls = b"\xff\xd8\xff\xf7" + struct.pack(">HBHHB", 11, 16, 60000, 60000, 1) + b"\1\x11\0" + b"\xff\xd9"
    jpeg_2000 = (
        b"\xff\x4f\xff\x51" + struct.pack(">HHIIIIIIII", 41, 0, 60000, 60000, 0, 0, 60000, 60000, 0, 0) + b"\0\1\x0f\1\1" + b"\xff\xd9"
    )
    run_lengths = struct.pack("<16I", 2, 64, 64 + (1 << 19), *[0] * 13) + b"\x81\0" * (1 << 19)
    for at, (syntax, frame) in enumerate(((JPEGLSLossless, jpeg_ls), (JPEG2000Lossless, jpeg_2000), (RLELossless, run_lengths))):
        write(tmp_path / str(at), [compressed(each, syntax, [frame + b"\0" * (len(frame) % 2)]) for each in series("CT")], series("PT"))
        refused(swallow(tmp_path / str(at)), "damaged")


def test_headers_that_swell(tmp_path, swallow):
    nested = series("CT")[0]
    save(nested, tmp_path / "a" / "x")
    content = (tmp_path / "a" / "x").read_bytes()
    start = 144 + int.from_bytes(content[140:144], "little")
    item = b"\x08\x00\x40\x11SQ\0\0\xff\xff\xff\xff\xfe\xff\x00\xe0\xff\xff\xff\xff"
    (tmp_path / "a" / "x").write_bytes(content[:start] + item * 50_000 + content[start:])
    refused(swallow(tmp_path / "a"), "damaged")
    (tmp_path / "b").write_bytes(content[:start] + b"\x09\x00\x01\x10OB\0\0" + struct.pack("<I", 0xFFFFFFF0) + content[start:])
    refused(swallow(tmp_path / "b"), "header is larger")
    (tmp_path / "c").write_bytes(content[:140] + struct.pack("<I", 0xFFFFFF00) + content[144:])
    refused(swallow(tmp_path / "c"), "damaged")


def test_zips(tmp_path, swallow):
    zeros = bytes(1 << 20)
    packed = zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1)
    with packed as archive, archive.open("0.dcm", "w", force_zip64=True) as member:
        for _ in range(300):
            member.write(zeros)
    refused(swallow(tmp_path / "a.zip"), "No CT series")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        for at in range(21_000):
            archive.writestr(f"{at}", b"")
    refused(swallow(tmp_path / "b.zip"), "more than 20,000 files")
    content = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "c.zip").write_bytes(content[: len(content) // 2])
    refused(swallow(tmp_path / "c.zip"), "zip is damaged")
    (tmp_path / "d.zip").write_bytes(content.replace(struct.pack("<I", 300 << 20), struct.pack("<I", 0xFFFFFFF0)))
    refused(swallow(tmp_path / "d.zip"), "No CT series")
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive:
        archive.write(tmp_path / "a.zip", "inner.zip")
    refused(swallow(tmp_path / "e.zip"), "No CT series")


def test_folders(tmp_path, swallow):
    deep = tmp_path / "deep"
    here = deep
    for _ in range(40):
        here /= "d"
    here.mkdir(parents=True)
    refused(swallow(deep), "16 deep")
    loop = tmp_path / "loop"
    write(loop, series("CT"), series("PT"))
    (loop / "again").symlink_to(loop)
    (loop / "elsewhere").symlink_to("/etc/passwd")
    os.mkfifo(loop / "pipe")
    assert swallow(loop)["refused"] is None
    os.mkfifo(tmp_path / "pipe")
    refused(swallow(tmp_path / "pipe"), "neither a file nor a folder")
    refused(swallow("/dev/zero"), "neither a file nor a folder")
    refused(swallow(tmp_path / "not there"), "not there")
    full = tmp_path / "full"
    full.mkdir()
    for at in range(20_001):
        os.close(os.open(full / str(at), os.O_CREAT))
    refused(swallow(full), "more than 20,000 files")


def test_label_maps(tmp_path, swallow):
    """A bad label map beside a good scan is left out; the scan is read."""
    write(tmp_path, series("CT"), series("PT"))
    with gzip.open(tmp_path / "a.nii.gz", "wb", 1) as packed:
        for _ in range(250):
            packed.write(bytes(1 << 20))
    header = bytearray(352)
    struct.pack_into("<I", header, 0, 348)
    struct.pack_into("<8h", header, 40, 3, 10, 10, 10, 1, 1, 1, 1)
    struct.pack_into("<hh", header, 70, 2, 8)
    struct.pack_into("<f", header, 108, 4e9)
    header[344:348] = b"n+1\0"
    (tmp_path / "b.nii").write_bytes(header)
    (tmp_path / "c.nrrd").write_bytes(b"NRRD0004\n" + b"# x\n" * 400_000)
    (tmp_path / "d.nrrd").write_bytes(b"NRRD0004\ntype: uint8\ndimension: 3\nsizes: 99999 99999 99999\nencoding: gzip\n\n")
    answer = swallow(tmp_path)
    assert answer["refused"] is None
    assert answer["grown_mb"] < MOST_GROWTH_MB


def test_a_reader_that_dies_is_one_sentence(tmp_path, monkeypatch):
    from devices.scanners import folder

    monkeypatch.setattr(folder, "send_scan", _die)
    with pytest.raises(ScanRefused, match="damaged: reading it fails"):
        read_petct(tmp_path)


def _die(tell, paths):
    tell.words(ct={"shape": [2, 2, 2]}, pet={"shape": [2, 2, 2]})
    os._exit(11)


def scans(folder):
    """Small scans of every kind, as folders."""
    ct, pet = series("CT")[:SMALL], series("PT")[:SMALL]
    theirs = pydicom.dcmread(pydicom.data.get_testdata_file("MR_small_jpeg_ls_lossless.dcm"))
    frame = next(pydicom.encaps.generate_frames(theirs.PixelData, number_of_frames=1))
    fine = series("CT", np.zeros((SMALL, 64, 64), np.int16), PixelSpacing=[0.05, 0.04])
    write(folder / "plain", ct, pet)
    save(enhanced(ct), folder / "enhanced" / "ct")
    save(enhanced(pet), folder / "enhanced" / "pet")
    write(folder / "run-lengths", [compressed(each, RLELossless, [encoded(each, RLELosslessEncoder)]) for each in ct], pet)
    write(folder / "jpeg-ls", [compressed(each, JPEGLSLossless, [frame]) for each in fine], pet)
    write(folder / "jpeg-2000", [compressed(each, JPEG2000Lossless, [encoded(each, JPEG2000LosslessEncoder)]) for each in fine], pet)
    shutil.make_archive(str(folder / "zipped" / "scan"), "zip", folder / "plain")
    return sorted(path for path in folder.iterdir() if path.is_dir())


def damaged(content, dice):
    """Flipped, cut, doubled, overwritten; mostly in the header, where it matters."""
    found = bytearray(content)
    reach = len(found) if dice.random() < 0.5 else min(len(found), 2500)
    for _ in range(dice.choice((1, 1, 3, 10))):
        at = dice.randrange(132 if dice.random() < 0.95 else 0, reach)
        match dice.randrange(5):
            case 0:
                found[at % len(found)] ^= 1 << dice.randrange(8)
            case 1:
                found[at % len(found)] = dice.choice((0, 255, 48, 57, 45))
            case 2:
                del found[at : at + dice.randrange(1, 40)]
            case 3:
                found[at:at] = found[at : at + dice.randrange(1, 40)]
            case 4:
                found[at : at + 4] = dice.randbytes(4)
        reach = min(reach, len(found))
        if reach < 200:
            break
    return bytes(found[: dice.randrange(1, len(found))] if dice.random() < 0.1 else found)


def fuzz(folder, swallow, times):
    several = scans(folder)
    dice = random.Random(17)
    for path in several:
        assert swallow(path)["refused"] is None
    reasons = set()
    for at in range(times):
        path = several[at % len(several)]
        victim = dice.choice(sorted(path.iterdir()))
        before = victim.read_bytes()
        victim.write_bytes(damaged(before, dice))
        answer = swallow(path)
        victim.write_bytes(before)
        if answer["refused"] is not None:
            refused(answer, "")
            reasons.add(answer["refused"])
        assert answer["grown_mb"] < MOST_GROWTH_MB
    return reasons


def test_mutated_files(tmp_path, swallow):
    assert len(fuzz(tmp_path, swallow, MUTATIONS)) > 5


@pytest.mark.endurance
@pytest.mark.timeout(1200)
def test_mutated_files_long(tmp_path, swallow):
    assert len(fuzz(tmp_path, swallow, LONG)) > 20
