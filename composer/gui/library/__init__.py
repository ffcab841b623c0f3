"""The library's sidebar."""
