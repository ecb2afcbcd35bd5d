"""Work that runs beside the screen: jobs, device watching, recording."""
