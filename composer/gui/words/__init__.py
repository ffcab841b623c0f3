"""Words on screen: by stable id, in the language of the interface."""
