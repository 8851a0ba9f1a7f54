"""Pages for those who write rules, and those who must keep to them: the handbook of rules/, and a form's RULES.md."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from lint.forms.kinds import Kinds
from lint.forms.template import Template
from lint.model import Phrase
from lint.reporters.kinds import as_markdown as kinds_as_markdown
from lint.reporters.kinds import fact_table, term_table
from lint.reporters.rulebook import Entry, escaped
from lint.reporters.rulebook import as_markdown as rules_as_markdown
from lint.reporters.style import Style

_MADE = Phrase(
    "<!-- 由 python -m samples.documents 生成，请改数据，不要改本页。 -->",
    "<!-- Made by python -m samples.documents: change the data, not this page. -->",
)


def handbook(text: str, kinds: Kinds, style: Style) -> str:
    """Return the handbook: its text, with the reference of kinds where it says <<kinds>>, and so on."""
    parts = {
        "severities": term_table(kinds.severities, style.say("级别", "severity"), style),
        "requirements": term_table(kinds.requirements, "`requires`", style),
        "facts": fact_table(kinds.facts, style),
        "kinds": kinds_as_markdown(kinds, style).splitlines(),
    }
    for name, lines in parts.items():
        text = text.replace(f"<<{name}>>", "\n".join(lines))
    return f"{_MADE.in_language(style.lang)}\n\n{text}"


def rules_page(entries: Sequence[Entry], templates: Sequence[Template], style: Style) -> str:
    """Return all rules of a form as a page: a table of what they catch, then each with its example.

    `templates` are its editions, the newest last.
    """
    form = templates[-1]
    twin = style.say("[English](RULES.en.md)", "[中文](RULES.md)")
    title = style.say(f"# {form.title or form.name.zh}：规则", f"# Rules for {form.title or form.name.en}")
    about = style.say(
        "每条规则说明：报告里出现什么问题时提示，提示语怎么说，怎样改，依据是什么。例子都是程序实际检查的结果；写成、应为"
        "是报告里的写法和合格报告在同一处的写法。单位、数字均为虚构。",
        "For each rule: what it says about an example, how to mend that, and on what it rests. The examples were run "
        "through the program; what a report reads is set against a conforming one. Bodies and figures are invented.",
    )
    levels = style.say(
        "**错误**必须改正；**警告**应当查看，多数需要改；**提示**是建议，可改可不改。依据写“惯例”和“审核常识”的，不是文件的规定。",
        "An **error** must be corrected; a **warning** should be looked at and mostly corrected; **info** is advice. "
        "What rests on “custom” or “common sense” is asked for by no document.",
    )
    levels = f"{levels}\n\n{_editions(templates, style)}"
    head = [style.say("| 规则 | 级别 | 例如 |", "| rule | severity | for example |"), "|---|---|---|"]
    rows = [_row(tuple(group), style) for _, group in groupby(entries, lambda entry: entry.code)]
    index = "\n".join([*head, *rows])
    made = _MADE.in_language(style.lang)
    return f"{made}\n\n{title}\n\n{twin}\n\n{about}\n\n{levels}\n\n{index}\n\n{rules_as_markdown(entries, style)}"


def _editions(templates: Sequence[Template], style: Style) -> str:
    """Return which editions the page is about, and where to get a blank form."""
    *earlier, newest = templates
    build = f"`reportlint form build {newest.form}/{newest.edition} -o {style.say('空白表', 'blank')}.docx`"
    blank = style.say(
        f"改法里说的空白模板，手边没有的，用 {build} 生成。菜单的名称以 Word 和 WPS 文字为准。",
        f"If you have no blank form at hand, make one with {build}. Menus are named as in Word and WPS.",
    )
    if not earlier:
        return blank
    names = [each.name.in_language(style.lang) for each in templates]
    marks = [style.say(f"“（{each.edition} 年版）”", f"“(edition {each.edition})”") for each in earlier]
    about = style.say(
        f"本页的规则适用于{'、'.join(names[:-1])}和{names[-1]}，只适用于某些年度的，写在“适用年度”里。例子用的是"
        f"{names[-1]}，用较早格式的标{'、'.join(marks)}。",
        f"The rules are for {', '.join(names[:-1])} and {names[-1]}; “report years” tells where one is for some years "
        f"only. Examples are on {names[-1]}; those on an earlier form are marked {', '.join(marks)}.",
    )
    return f"{about}\n\n{blank}"


def _row(entries: Sequence[Entry], style: Style) -> str:
    """Return a rule's line in the table of contents."""
    first = entries[0]
    levels = dict.fromkeys(entry.level(style) for entry in entries)
    shown = first.examples[0].told(style) if first.examples else first.message.in_language(style.lang)
    return f"| [{first.code}](#{first.code.lower()}-{first.name}) | {'／'.join(levels)} | {escaped(shown)} |"
