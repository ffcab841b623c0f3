"""The window itself: panes, commands, and what stands around the message."""
