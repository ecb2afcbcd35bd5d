"""Fluorescence frames and calibrations from files: measured before decoded, refused in one sentence, free of Qt and of SQL."""
