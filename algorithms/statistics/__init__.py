"""The statistics that a paper about margins would print: arrays in, frozen results out, each saying its n, its method and its limits."""
