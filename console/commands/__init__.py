"""Headless commands, one file each: everything that the screens compute can be had without a window."""
