"""Arrays in, frozen dataclasses out: no Qt, no SQL, no files, no threads, no logging."""
