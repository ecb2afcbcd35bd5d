"""From millimetres per face to a verdict by a named rule."""
