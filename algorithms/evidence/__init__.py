"""What other people's examinations say of the six faces, in classes that the board understands."""
