"""A department's order of evidence, and where a case stands in it."""
