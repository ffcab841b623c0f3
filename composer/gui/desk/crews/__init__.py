"""Who works in one window, by what they have to do with one another."""
