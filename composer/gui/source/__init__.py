"""The message as HTML source, to look at and to edit."""
