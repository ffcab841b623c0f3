"""The command line: checks, mends and explains, without a window."""
