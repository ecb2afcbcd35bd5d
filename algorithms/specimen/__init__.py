"""The specimen as measured with a ruler."""
