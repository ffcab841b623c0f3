"""The engine: rules are given a template and yield findings; no files, no clock, no console."""
