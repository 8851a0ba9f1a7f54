"""Sums over keys, written as `left == right` and read by Python's own grammar: names, one ==, and + between names."""

import ast
from typing import Literal, NamedTuple

Along = Literal["row", "column"]


class SumSpec(NamedTuple):
    """A sum of the form. Along "column" its terms are row keys, due in every column; along "row" the reverse."""

    key: str
    along: Along
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def terms(self) -> tuple[str, ...]:
        """Return all keys that take part."""
        return self.left + self.right


def parse_sum(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys on either side; ValueError on anything but names, + and one ==."""
    try:
        tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ValueError(text) from error
    match tree:
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
            return _names(left), _names(right)
    raise ValueError(text)


def _names(node: ast.expr) -> tuple[str, ...]:
    match node:
        case ast.Name(id=name):
            return (name,)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _names(left) + _names(right)
    raise ValueError(ast.dump(node))
