"""A template → TOML in the manner of the shipped editions; reading it gives back an equal template."""

from collections.abc import Iterator, Mapping, Sequence

from lint.forms.editions import OPEN
from lint.forms.sums import SumSpec
from lint.forms.template import Band, ColumnSpec, RowSpec, SectionSpec, TableSpec, Template
from lint.model import Phrase

_WIDTH = 102  # characters of a line of a sum before it is broken
_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_Value = str | int | bool | Sequence[str] | Phrase


def toml_text(template: Template, remarks: Sequence[Phrase] = (), lang: str = "zh") -> str:
    """Return the template as TOML text; the remarks stand at its head as comments in `lang` ("zh" or "en")."""
    body = "\n".join(_template(template))
    comments = [remark.in_language(lang) for remark in remarks]
    if f'"{OPEN}"' in body:
        comments.insert(0, _TO_FILL_IN.in_language(lang))
    head = [f"# {line}".rstrip() for comment in comments for line in _printable(comment).splitlines()]
    return "\n".join([*head, *([""] if head else []), body, ""])


_TO_FILL_IN = Phrase(
    "请把问号（?）换成内容后再使用：key 填英文标识符（字母、数字、下划线，不以数字开头），同一张表里不重复；"
    "name 填表单的中英文名称；source 填发文字号。",
    "Replace every question mark before use: a key is an ASCII identifier (letters, digits, underscores, no digit "
    "first) that stands once in its table; name is what the form is called in both languages; source is the number of "
    "the notice.",
)


def _template(template: Template) -> Iterator[str]:
    yield from _pairs(
        {
            "form": template.form,
            "edition": template.edition,
            "since": template.since,
            "until": template.until,
            "binding": template.binding,
            "title": template.title,
            "source": template.source,
        }
    )
    if template.former:
        yield from _listed("former", [_string(pattern) for pattern in template.former])
    yield from ("", "[name]", f"zh = {_string(template.name.zh)}", f"en = {_string(template.name.en)}")
    for section in template.sections:
        yield from ("", "[[section]]", *_section(section))
    for table in template.tables:
        yield from ("", "[[table]]", *_table(table))


def _section(spec: SectionSpec) -> Iterator[str]:
    yield from _pairs({"key": spec.key, "numeral": spec.numeral, "heading": spec.heading})
    yield from _pairs({"aliases": spec.aliases, "hint": spec.hint})


def _table(spec: TableSpec) -> Iterator[str]:
    yield from _pairs({"key": spec.key, "section": spec.section, "name": spec.name, "note": spec.note})
    for band in spec.bands:
        yield from ("", "[[table.band]]", *_band(band))
    for each in spec.sums:
        yield from ("", "[[table.sum]]", *_pairs({"key": each.key, "along": each.along}), *_identity(each))
    for carry in spec.carries:
        yield from ("", "[[table.carry]]", *_pairs({"from": carry.source, "to": carry.target}))
    for cell in spec.printed:
        yield from ("", "[[table.printed]]", *_pairs({"row": cell.row, "column": cell.column, "text": cell.text}))


def _band(band: Band) -> Iterator[str]:
    yield from _pairs({"title": band.title, "stub": band.stub, "stub_aliases": band.stub_aliases})
    yield from _listed("columns", [_column(column) for column in band.columns])
    yield from _listed("rows", [_row(row) for row in band.rows])


def _column(spec: ColumnSpec) -> str:
    kind = "" if spec.kind == "count" else spec.kind
    more = _pairs({"kind": kind, "unit": spec.unit, "aliases": spec.aliases})
    return _inline([f"key = {_string(spec.key)}", f"labels = {_array(spec.labels)}", *more])


def _row(spec: RowSpec) -> str:
    return _inline(
        [f"key = {_string(spec.key)}", f"labels = {_array(spec.labels)}", *_pairs({"aliases": spec.aliases})]
    )


def _identity(spec: SumSpec) -> Iterator[str]:
    """Yield a sum, a long one broken over lines that TOML reads as one."""
    words = [*_summed(spec.left), f"== {spec.right[0]}", *(f"+ {key}" for key in spec.right[1:])]
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + len(word) < _WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) == 1:
        yield f'identity = "{lines[0]}"'
        return
    yield f'identity = """{lines[0]} \\'
    yield from (f"{line} \\" for line in lines[1:-1])
    yield f'{lines[-1]}"""'


def _summed(keys: Sequence[str]) -> list[str]:
    return [keys[0], *(f"+ {key}" for key in keys[1:])]


def _pairs(values: Mapping[str, _Value | None]) -> Iterator[str]:
    """Yield a line for each key that says something; what is empty is left out."""
    for key, value in values.items():
        match value:
            case Phrase(zh, en):
                yield f"{key} = {{ zh = {_string(zh)}, en = {_string(en)} }}"
            case bool():
                yield from (f"{key} = true",) if value else ()
            case int():
                yield f"{key} = {value}"
            case str():
                yield from (f"{key} = {_string(value)}",) if value else ()
            case None:
                continue
            case _:
                yield from (f"{key} = {_array(value)}",) if value else ()


def _listed(key: str, items: Sequence[str]) -> Iterator[str]:
    """Yield a list, one item a line unless there is only one."""
    if len(items) == 1:
        yield f"{key} = [{items[0]}]"
        return
    yield f"{key} = ["
    yield from (f"    {item}," for item in items)
    yield "]"


def _inline(parts: Sequence[str]) -> str:
    return f"{{ {', '.join(parts)} }}"


def _array(texts: Sequence[str]) -> str:
    return f"[{', '.join(map(_string, texts))}]"


def _string(text: str) -> str:
    """Return a basic string; what cannot be seen is spelt out, as TOML demands of control characters."""
    return f'"{"".join(_SHORT.get(sign) or _seen(sign) for sign in text)}"'


def _seen(sign: str) -> str:
    if sign.isprintable():
        return sign
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"


def _printable(comment: str) -> str:
    return "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in comment)
