"""The open template: its file and purpose, its approval, its way out."""
