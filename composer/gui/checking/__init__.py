"""Checks as one types, and what comes of them."""
