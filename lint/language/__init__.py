"""Pure functions on Chinese text: wording, figures, dates, periods and names."""
