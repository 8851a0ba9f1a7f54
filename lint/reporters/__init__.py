"""Reports → text: one file per format, each a pure function of reports and style."""
