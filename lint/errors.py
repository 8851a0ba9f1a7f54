"""The hierarchy of errors.

LintError
├── UnreadableDocument   the submitter's file cannot be read: becomes the finding IN001
└── UsageError           the job cannot be done as asked: exit status 2
    └── PackError        our own form data is wrong: names file, rule and key
"""

from __future__ import annotations

from lint.model import Phrase


class LintError(Exception):
    """Anything the linter expects to go wrong."""


class UnreadableDocument(LintError):  # noqa: N818 - a state of the file, not a fault of the program
    """The file is no document we can read; `reason` says why and `advice` what to send instead."""

    def __init__(self, reason: Phrase, advice: Phrase) -> None:
        super().__init__(reason.en)
        self.reason = reason
        self.advice = advice


class UsageError(LintError):
    """A wrong option, path or configuration; the words say what to do."""

    def __init__(self, sentence: Phrase) -> None:
        super().__init__(sentence.en)
        self.sentence = sentence


class PackError(UsageError):
    """A mistake in form data, named by file, rule or table, and dotted key."""

    def __init__(self, file: str, where: str, key: str, problem: Phrase) -> None:
        place = " · ".join(part for part in (file, where, key) if part)
        zh, en = f"表单数据有误（{place}）：{problem.zh}", f"form data is wrong ({place}): {problem.en}"
        super().__init__(Phrase(zh, en))
        self.file, self.where, self.key = file, where, key
