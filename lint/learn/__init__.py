"""What a blank form teaches: an official Word file → a template, and what two templates differ in."""

from lint.learn.learning import Learned, from_file, learn
from lint.learn.writing import toml_text

__all__ = ["Learned", "from_file", "learn", "toml_text"]
