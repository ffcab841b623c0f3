"""Proofs: what is known of a template and how it looks, as a PDF."""
