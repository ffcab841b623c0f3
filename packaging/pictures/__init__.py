"""Pictures of the real app in every state, look and size."""
