"""Segmentations of others: written by highdicom, nibabel and pynrrd, they come back voxel for voxel on the CT's grid, or are refused."""

import copy
import gzip

import highdicom
import nibabel
import nrrd
import numpy as np
import pytest
from highdicom.seg import Segmentation, SegmentationTypeValues, SegmentDescription
from pydicom.sr.codedict import codes

from devices.scanner import ScanRefused, SeriesRole
from devices.scanners.folder import read_petct, read_segmentations
from tests.devices.scanners.making import FRAME, SIZE, changed, series, turned, write

AXES = turned(0.4, 0.1, -0.7) @ np.array([[0, 0, 1], [0, 1, 0], [1, 0, 0]], float)
RAS = np.diag([-1.0, -1.0, 1.0, 1.0])


def tumour():
    mask = np.zeros(SIZE["CT"], bool)
    mask[3:7, 2:9, 4:12] = True
    mask[4, 5, 6] = False
    return mask


@pytest.fixture
def scan(tmp_path):
    """An oblique scan on disk, its data sets, and how it reads."""
    ct = series("CT", axes=AXES)
    write(tmp_path / "scan", ct, series("PT", axes=AXES))
    return tmp_path / "scan", ct, read_petct(tmp_path / "scan")


def seg(ct, mask, kind=SegmentationTypeValues.BINARY, **changes):
    """As highdicom writes it; `mask` in the order of `ct`."""
    several = [
        changed(copy.deepcopy(each), StudyID="1", StudyDate="", StudyTime="", AccessionNumber="", PatientBirthDate="", PatientSex="F",
                PositionReferenceIndicator="", ReferringPhysicianName="", SliceThickness="0.4")
        for each in ct
    ]  # fmt: skip
    described = SegmentDescription(
        1, "Tumour", codes.SCT.MorphologicallyAbnormalStructure, codes.SCT.Neoplasm, highdicom.seg.SegmentAlgorithmTypeValues.AUTOMATIC,
        highdicom.AlgorithmIdentificationSequence("Maker's", codes.DCM.ArtificialIntelligence, "1"),
    )  # fmt: skip
    made = Segmentation(
        several, mask.astype(np.uint8 if kind is not SegmentationTypeValues.FRACTIONAL else np.float32), kind, [described],
        highdicom.UID(), 9, highdicom.UID(), 1, "Scanner", "Model", "1", "SN", omit_empty_frames=True,
    )  # fmt: skip
    return changed(made, **changes)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", [SegmentationTypeValues.BINARY, SegmentationTypeValues.FRACTIONAL])
def test_dicom_seg(scan, kind):
    folder, ct, plain = scan
    order = [8, 0, 3, 9, 1, 2, 7, 6, 5, 4]
    made = seg([ct[at] for at in order], tumour()[order], kind, ContentDescription="minimum margin 0.8 mm")
    made.save_as(folder / "seg")
    found = read_petct(folder)
    upward = plain.ct.affine[:3, 0] @ AXES[:, 0] > 0
    (read,) = found.segmentations
    np.testing.assert_array_equal(read.mask, tumour() if upward else tumour()[::-1])
    assert read.margin_mm == 0.8
    assert (read.label, read.source) == ("Tumour", "DICOM SEG Scanner Maker's")
    assert any(each.role is SeriesRole.SEGMENTATION and each.number == 9 for each in found.found)
    assert found.sha256 != plain.sha256


@pytest.mark.filterwarnings("ignore")
def test_a_seg_of_another_frame_is_left_out_with_the_reason_and_the_scan_is_read(scan):
    folder, ct, _ = scan
    seg(ct, tumour(), FrameOfReferenceUID="1.2.3.99").save_as(folder / "seg")
    found = read_petct(folder)
    assert found.segmentations == ()
    assert any("no frame of reference in common" in each.why for each in found.found)
    with pytest.raises(ScanRefused, match="no frame of reference"):
        read_segmentations(folder / "seg", found.ct)


def nifti(path, values, affine, **changes):
    image = nibabel.Nifti1Image(values, RAS @ affine)
    for name, value in changes.items():
        image.header[name] = value
    nibabel.save(image, path)
    return path


def xyz(affine):
    """From (slice, row, column) to (column, row, slice), as the label maps count."""
    return affine[:, [2, 1, 0, 3]]


@pytest.mark.parametrize("name", ["tumour.nii", "tumour.nii.gz"])
def test_nifti(scan, name):
    folder, _, plain = scan
    marked = np.flip(np.random.default_rng(3).random(SIZE["CT"]) > 0.5, 1)
    nifti(folder / name, marked.transpose(2, 1, 0).astype(np.uint8), xyz(plain.ct.affine), descrip=b"margin_mm=1.25")
    (read,) = read_petct(folder).segmentations
    np.testing.assert_array_equal(read.mask, marked)
    assert read.margin_mm == 1.25
    assert read.source.startswith("NIfTI")


@pytest.mark.parametrize("flips", [(1, 0, 0), (0, 1, 1), (1, 1, 1)])
@pytest.mark.parametrize("order", [(0, 1, 2), (1, 2, 0), (2, 0, 1), (0, 2, 1)])
def test_turned_mirrored_and_cropped_is_exact(scan, flips, order, tmp_path):
    _, _, plain = scan
    marked = np.zeros(SIZE["CT"], bool)
    marked[2:8, 3:9, 1:13] = np.random.default_rng(1).random((6, 6, 12)) > 0.5
    part, affine = marked[1:9, 3:10, 1:], plain.ct.affine.copy()
    affine[:, 3] += affine[:, :3] @ (1, 3, 1)
    for axis, flip in enumerate(flips):
        if flip:
            part = np.flip(part, axis)
            affine[:, 3] += affine[:, axis] * (part.shape[axis] - 1)
            affine[:, axis] *= -1
    path = nifti(tmp_path / "a.nii", part.transpose(order).astype(np.int16), affine[:, [*order, 3]])
    (read,) = read_segmentations(path, plain.ct)
    np.testing.assert_array_equal(read.mask, marked)


@pytest.mark.parametrize("encoding", ["raw", "gzip"])
@pytest.mark.parametrize("space", ["left-posterior-superior", "right-anterior-superior"])
def test_nrrd(scan, encoding, space):
    folder, _, plain = scan
    labels = tumour().astype(np.uint8) * 2
    labels[0, 0, 0] = 1
    affine = xyz(plain.ct.affine)
    if space.startswith("right"):
        affine = RAS @ affine
    header = {
        "space": space,
        "space directions": affine[:3, :3].T,
        "space origin": affine[:3, 3],
        "encoding": encoding,
        "kinds": ["domain"] * 3,
    }
    header |= {"Segment0_LabelValue": "2", "Segment0_Name": "Tumour", "scanner_margin_mm": "0.3"}
    nrrd.write(str(folder / "tumour.seg.nrrd"), labels.transpose(2, 1, 0), header)
    first, second = read_petct(folder).segmentations
    assert (first.label, second.label, second.margin_mm) == ("label 1", "Tumour", 0.3)
    np.testing.assert_array_equal(second.mask, tumour())


def far(affine):
    return affine + np.array([[0, 0, 0, 50.0], [0] * 4, [0] * 4, [0] * 4])


REFUSED = {
    "between voxels": (lambda affine: affine + 0.04 * np.array([[0, 0, 0, 1]] * 3 + [[0] * 4]), np.uint8, "do not lie on the CT's"),
    "another pitch": (lambda affine: affine @ np.diag([1.02, 1, 1, 1]), np.uint8, "do not lie on the CT's"),
    "turned": (
        lambda affine: np.block([[turned(0.02), np.zeros((3, 1))], [np.zeros((1, 3)), 1]]) @ affine,
        np.uint8,
        "do not lie on the CT's",
    ),
    "outside": (lambda affine: affine + np.pad(affine[:3, [0]] * 5, ((0, 1), (3, 0))), np.uint8, "outside the CT"),
    "measured": (lambda affine: affine, np.float32, "measured values"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_does_not_lie_on_the_grid_is_refused(scan, tmp_path, case):
    _, _, plain = scan
    move, sort, reason = REFUSED[case]
    values = tumour().transpose(2, 1, 0).astype(sort) * (1 if sort is np.uint8 else 0.3)
    path = nifti(tmp_path / "a.nii.gz", values, move(xyz(plain.ct.affine)))
    with pytest.raises(ScanRefused, match=reason):
        read_segmentations(path, plain.ct)


def test_other_refusals(scan, tmp_path):
    _, _, plain = scan
    affine = xyz(plain.ct.affine)
    empty = np.zeros((14, 12, 10), np.uint8)
    for name, values, reason in (
        ("empty", empty, "0 labels"),
        ("many", np.arange(1680, dtype=np.uint8).reshape(14, 12, 10), "255 labels"),
        ("nowhere", empty + 1, "does not say where"),
        ("large", np.zeros((15, 15, 15), np.uint8), "larger than the CT"),
        ("four", np.zeros((3, 3, 3, 3), np.uint8), "4 axes"),
    ):
        path = nifti(tmp_path / f"{name}.nii", values, affine)
        if name == "nowhere":
            content = path.read_bytes()
            path.write_bytes(content[:252] + bytes(4) + content[256:])  # both codes of where it lies
        with pytest.raises(ScanRefused, match=reason):
            read_segmentations(path, plain.ct)
    (tmp_path / "short.nii").write_bytes((tmp_path / "many.nii").read_bytes()[:-5])
    with pytest.raises(ScanRefused, match="damaged"):
        read_segmentations(tmp_path / "short.nii", plain.ct)
    detached = b"NRRD0004\ntype: uint8\ndimension: 3\nsizes: 14 12 10\nencoding: raw\ndata file: /etc/passwd\n\n"
    (tmp_path / "detached.nrrd").write_bytes(detached)
    with pytest.raises(ScanRefused, match="kept in another file"):
        read_segmentations(tmp_path / "detached.nrrd", plain.ct)
    with pytest.raises(ScanRefused, match="No segmentation was found"):
        read_segmentations(scan[0], plain.ct)


def test_a_label_map_that_unpacks_for_ever_is_read_only_as_far_as_the_ct_reaches(scan, tmp_path):
    _, _, plain = scan
    path = nifti(tmp_path / "a.nii", tumour().transpose(2, 1, 0).astype(np.uint8), xyz(plain.ct.affine))
    with gzip.open(tmp_path / "b.nii.gz", "wb", 1) as packed:
        packed.write(path.read_bytes())
        for _ in range(220):
            packed.write(bytes(1 << 20))
    (read,) = read_segmentations(tmp_path / "b.nii.gz", plain.ct)
    np.testing.assert_array_equal(read.mask, tumour())
    assert plain.ct.frame_of_reference == FRAME
