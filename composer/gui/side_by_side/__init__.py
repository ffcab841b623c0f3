"""Two messages side by side: versions of one template, or two templates."""
