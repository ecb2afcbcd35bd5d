"""Hardware and protocols: no Qt, no SQL, and no knowledge of the algorithms."""
