"""Tests of what is converted by LibreOffice."""
