"""Tables in the editor: their cells stand one below the other, and keep their borders."""
