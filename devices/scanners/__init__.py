"""From a PET-CT scanner's folder, zip or list of files to checked volumes: guarded, decoded in a child, placed in patient millimetres."""
