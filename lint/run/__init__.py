"""Paths → reports: what is checked, how it is read, one report a file."""
