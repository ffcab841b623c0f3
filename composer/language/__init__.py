"""What text is made of: links, addresses, numbers, emoji; no policy, no positions but its own."""
