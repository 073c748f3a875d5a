"""The version of the package, for reports and file headers."""

__version__ = "0.1.0"
