"""Cameras: one file an adapter."""
