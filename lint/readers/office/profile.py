"""A folder → a fresh profile of LibreOffice in it, and an environment, with which a document runs and fetches nothing.

Names of settings are those of LibreOffice's own registry (share/registry/main.xcd and writer.xcd).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_SECURITY: Final = "/org.openoffice.Office.Common/Security/Scripting"
_NETWORK: Final = "/org.openoffice.Inet/Settings"
_LANGUAGE: Final = "/org.openoffice.Setup/L10N"
_UPDATES: Final = "/org.openoffice.Office.Writer/Content/Update"
_NOWHERE: Final = "127.0.0.1"
_NO_PORT: Final = "9"  # "discard": nothing answers there

_SETTINGS: Final = (
    (_SECURITY, "MacroSecurityLevel", "3"),  # macros from trusted places only, of which there are none
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),  # nothing that a document links to, here or elsewhere, is opened
    (_UPDATES, "Link", "2"),  # never
    (_NETWORK, "ooInetProxyType", "2"),  # as set below, whatever the system says
    (_NETWORK, "ooInetHTTPProxyName", _NOWHERE),
    (_NETWORK, "ooInetHTTPProxyPort", _NO_PORT),
    (_NETWORK, "ooInetHTTPSProxyName", _NOWHERE),
    (_NETWORK, "ooInetHTTPSProxyPort", _NO_PORT),
    (_NETWORK, "ooInetFTPProxyName", _NOWHERE),
    (_NETWORK, "ooInetFTPProxyPort", _NO_PORT),
    (_NETWORK, "ooInetNoProxy", ""),
    ("/org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
    (_LANGUAGE, "ooLocale", "en-US"),  # the same on every computer
    (_LANGUAGE, "ooSetupSystemLocale", "zh-CN"),
)
_START: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry"'
    ' xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)


def write_profile(folder: Path) -> str:
    """Make a profile in `folder`, which must not exist, and return the option that has LibreOffice use it."""
    items = (
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
        for path, name, value in _SETTINGS
    )
    user = folder / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(f"{_START}{''.join(items)}</oor:items>\n", encoding="utf-8")
    return f"-env:UserInstallation={folder.as_uri()}"


def environment(folder: Path, given: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the variables for LibreOffice: no proxies, and its temporary files in `folder`."""
    kept = {name: value for name, value in given.items() if not name.lower().endswith("_proxy")}
    kept |= dict.fromkeys(("TMPDIR", "TMP", "TEMP", "XDG_RUNTIME_DIR"), str(folder))
    if sys.platform not in {"win32", "darwin"}:
        kept["LC_ALL"] = "C.UTF-8"  # or it cannot find a profile whose path has Chinese in it, and waits for ever
    return kept
