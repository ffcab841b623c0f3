"""What the guidelines forbid in the open template, as cards with one-click fixes."""
