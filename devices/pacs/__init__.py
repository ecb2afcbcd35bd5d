"""The hospital's picture archive: one file an adapter."""
