"""Camera drivers in processes of their own: Python's own library and the vendor's, so that any interpreter that has the latter can run them."""
