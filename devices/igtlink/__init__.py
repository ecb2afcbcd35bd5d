"""OpenIGTLink: how navigation programs (3D Slicer, PLUS) and this console show one another pictures and poses."""
