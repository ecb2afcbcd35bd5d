"""The case store: what was observed, by whom, when, and the proof that nothing of it changed."""
