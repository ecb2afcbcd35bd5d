"""Vector network analysers: one file an adapter."""
