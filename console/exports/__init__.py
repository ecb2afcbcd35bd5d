"""What leaves the console: the report and every other file."""
