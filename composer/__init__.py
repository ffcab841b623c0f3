"""Permitted: checks Amazon seller message templates against the Communication Guidelines."""

__version__ = "0.1.0"
