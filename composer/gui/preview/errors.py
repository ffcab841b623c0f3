"""What can go wrong with the browser engine; loads none of it."""


class EngineError(Exception):
    """The engine could not render; the text is one clear sentence."""
