"""Fluorescence frames in, findings out: where ICG glows, how large it is, and whether any is left. Lengths in mm, pixels as (row, col)."""
