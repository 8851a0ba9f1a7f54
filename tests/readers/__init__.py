"""Tests of the readers, from XML fragments and from real files."""
