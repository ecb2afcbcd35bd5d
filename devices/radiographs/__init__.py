"""Pictures of a specimen that come as files: DICOM of a cabinet or mammograph, or a photograph."""
