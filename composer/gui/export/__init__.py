"""Choosing what to export, with the exact text in view."""
