"""Adapters for projectors of masks."""
