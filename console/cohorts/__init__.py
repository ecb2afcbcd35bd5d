"""Cohorts: cases as columns, read from a CSV and carried to the statistics and back. Neither Qt nor SQL."""
