"""The truth of a simulated scan as a DICOM segmentation, as a scanner that draws outlines of its own would send it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import highdicom as hd
import numpy as np
from pydicom import Dataset, dcmread
from pydicom.sr.codedict import codes
from pydicom.uid import generate_uid

from devices.simulated.petct import SimulatedScan
from devices.simulated.petct_dicom import Acquisition, view_of
from devices.simulated.petct_headers import LABEL, filled


def write_segmentation(scan: SimulatedScan, pictures: Sequence[Path], path: Path, acquisition: Acquisition | None = None) -> Path:
    """The true tumour on the CT whose `pictures` were written with the same acquisition; empty slices are left out. The tumour must not be empty."""
    how = acquisition or Acquisition()
    sources = [_source(picture) for picture in pictures]
    mask = np.ascontiguousarray(view_of(how.lie).cut(scan.tumour)).astype(np.uint8)
    series = str(sources[0].SeriesInstanceUID)
    segmentation = hd.seg.Segmentation(
        source_images=sources,
        pixel_array=mask,
        segmentation_type=hd.seg.SegmentationTypeValues.BINARY,
        segment_descriptions=[_tumour()],
        series_instance_uid=generate_uid(entropy_srcs=[series, "truth series"]),
        series_number=3,
        sop_instance_uid=generate_uid(entropy_srcs=[series, "truth"]),
        instance_number=1,
        manufacturer="Rimlight",
        manufacturer_model_name="SIMULATED specimen scanner",
        software_versions="1",
        device_serial_number="SIMULATED",
        content_label="TRUTH",
        content_description="SIMULATED: the truth",
        series_description="SIMULATED specimen truth",
    )
    filled(segmentation, ImageComments=LABEL)
    path.parent.mkdir(parents=True, exist_ok=True)
    segmentation.save_as(path)
    return path


def _source(picture: Path) -> Dataset:
    """A picture's header in Unicode: highdicom refuses the empty first of several character sets, which DICOM asks for."""
    source = dcmread(picture, stop_before_pixels=True)
    source.decode()
    return filled(source, SpecificCharacterSet="ISO_IR 192")


def _tumour() -> hd.seg.SegmentDescription:
    """What the one segment stands for, and that nobody drew it."""
    return hd.seg.SegmentDescription(
        segment_number=1,
        segment_label="SIMULATED tumour (truth)",
        segmented_property_category=codes.SCT.MorphologicallyAbnormalStructure,
        segmented_property_type=codes.SCT.Neoplasm,
        algorithm_type=hd.seg.SegmentAlgorithmTypeValues.AUTOMATIC,
        algorithm_identification=hd.AlgorithmIdentificationSequence(
            name="SIMULATED truth", version="1", family=codes.DCM.ArtificialIntelligence
        ),
        tracking_uid=generate_uid(entropy_srcs=["rimlight simulated specimen scanner", "truth segment"]),
        tracking_id="SIMULATED truth",
    )
