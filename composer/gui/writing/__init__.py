"""Writing the message: commands, placeholders, search, source, undo."""
