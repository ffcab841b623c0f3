"""What a reader raises."""


class DocumentError(ValueError):
    """A file that cannot be read as a message; the text of the error is one clear sentence."""
