"""Files of the microwave scanner: read with suspicion, written with their provenance. No Qt, no SQL."""
