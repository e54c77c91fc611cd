"""One file converted to DOCX by LibreOffice, without a window, macros, network or traces.

LibreOffice gets a profile of its own in a temporary folder, which says what it may do, and a copy of the file
under a plain name.  When its time is over it is ended with all processes that it started.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from auditor.errors import ReadingError
from auditor.reading.limits import MEGABYTE, Limits
from auditor.reading.office.finding import soffice

OFFICE_MEGABYTES = 4_000
"""Address space that LibreOffice may take; converting a report takes under 1,500."""

# No macros, no links updated, nothing active run, and a proxy that no machine has.
_ITEMS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)
_PROXY = "http://127.0.0.1:9"
_FILTER = "docx:MS Word 2007 XML"


def to_docx(data: bytes, kind: str, path: Path, limits: Limits) -> bytes:
    """The file as DOCX; ``kind`` is the suffix that tells LibreOffice its format.

    Raises:
        ReadingError: ``office_missing``, ``office_slow`` or ``office_failed``.
    """
    program = soffice()
    if program is None:
        raise ReadingError("office_missing", path=path, kind=(path.suffix[1:] or kind).upper())
    # A job may convert two files, last year's report as well, and has to read them in what remains.
    seconds = max(limits.seconds // 3, 1)
    with tempfile.TemporaryDirectory(prefix="auditor-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, out = folder / f"report.{kind}", folder / "out"
        source.write_bytes(data)
        _write_profile(folder / "profile")
        if not finished(_command(program, folder / "profile", source, out), folder, seconds):
            raise ReadingError("office_slow", path=path, seconds=seconds)
        converted = out / "report.docx"
        if not converted.is_file() or converted.stat().st_size > limits.docx_megabytes * MEGABYTE:
            raise ReadingError("office_failed", path=path)
        return converted.read_bytes()


def _command(program: Path, profile: Path, source: Path, out: Path) -> list[str]:
    quiet = ("--headless", "--invisible", "--nologo", "--nodefault", "--norestore", "--nolockcheck")
    own = f"-env:UserInstallation={profile.as_uri()}"
    return [str(program), own, *quiet, "--convert-to", _FILTER, "--outdir", str(out), str(source)]


def _write_profile(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
        "</item>\n"
        for path, name, value in _ITEMS
    )
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(f"{_HEAD}{items}</oor:items>\n", encoding="utf-8")


def finished(command: list[str], folder: Path, seconds: int) -> bool:
    """Run LibreOffice to its end; False where its time was over and it was ended."""
    environment = {**os.environ, "HOME": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    environment |= dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), _PROXY)
    with _room():
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=environment,
            # A group of its own: the program named soffice starts others.
            start_new_session=True,
        )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program with all that it started, also those that outlived it."""
    if sys.platform == "win32":
        if process.poll() is None:
            tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(tree, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextmanager
def _room() -> Iterator[None]:
    """Where this process is held to little memory (``auditor.worker``), let a program started now have more."""
    try:
        import resource
    except ImportError:  # Windows has no such bounds
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = OFFICE_MEGABYTES * MEGABYTE
    resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
