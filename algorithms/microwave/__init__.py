"""Depth of the healthy margin over a tumour, from its microwave reflection through a photomodulator (seed 003)."""
