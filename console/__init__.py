"""The console: the only home of Qt and of SQL."""

__version__ = "0.1.0"
