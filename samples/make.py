"""Makes the samples anew from the TOML files beside it, and what is found in them: `python -m samples.make`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lint.forms import load_template
from lint.forms.departures import departed, edit
from lint.forms.examples import report_text
from lint.forms.fields import Fields, load_toml
from lint.forms.specimen import specimen
from lint.model import Document
from samples.exporting import write_text
from samples.writing import docx_bytes

FOLDER = Path(__file__).resolve().parent
_FORM = "cn-disclosure"


class Sample(NamedTuple):
    """A file to be written: its name without folder, and the report in it."""

    name: str
    document: Document

    def content(self) -> bytes:
        """Return the bytes of the file."""
        if self.name.endswith(".txt"):
            return write_text(self.document).encode()
        return docx_bytes(self.document)


def samples() -> Iterator[Sample]:
    """Yield every sample, as the TOML files beside this one describe it; PackError if one of them is wrong."""
    for path in sorted(FOLDER.glob("*.toml")):
        data = load_toml(path)
        fields = Fields(data, path.name, "")
        report = fields.table("report")
        template = load_template(_FORM, report.text("edition"))
        clean = specimen(template, report_text(report, template))
        for rank, item in enumerate(fields.tables("sample")):
            name, raw = item.text("name"), data["sample"][rank]
            item.tables("edit", required=False)
            edits = [edit(step, path.name, name) for step in raw.get("edit", ())]
            document = departed(clean, template, edits)
            yield Sample(f"{name}.docx", document._replace(name=f"{name}.docx"))
            if item.flag("text"):
                yield Sample(f"{name}.txt", document._replace(name=f"{name}.txt", media="text"))
            item.done()
        fields.done()


def findings(name: str) -> str:
    """Return what `reportlint check` prints about a sample."""
    command = [sys.executable, "-m", "lint", "check", "--isolated", f"{FOLDER.name}/{name}"]
    done = subprocess.run(command, cwd=FOLDER.parent, capture_output=True, check=False)  # noqa: S603 - our own command
    if done.returncode not in {0, 1}:
        raise SystemExit(done.stderr.decode())
    return done.stdout.decode()


def main() -> None:
    """Write the samples and their findings beside this file."""
    for sample in samples():
        (FOLDER / sample.name).write_bytes(sample.content())
        if sample.name.endswith(".docx"):
            expected = FOLDER / f"{Path(sample.name).stem}.findings.txt"
            expected.write_text(findings(sample.name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
