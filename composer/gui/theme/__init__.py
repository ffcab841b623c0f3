"""How Permitted looks: colours, type, icons and marks, light and dark."""
