"""Hostile places: links, pipes, devices, names that are no text, files that are not what they are called."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.hostile.case import EXAMPLES, READ, Case, text_report

_SUFFIXES = ("html", "docx", "pdf", "txt", "md")


def _sound(suffix: str) -> Path:
    return EXAMPLES / f"2024.{suffix}"


def _renamed(held: str, called: str, folder: Path) -> Path:
    """The example of one format under the ending of another."""
    path = folder / f"{held}-called.{called}"
    if _sound(held).exists():
        shutil.copyfile(_sound(held), path)
    else:
        path.write_text("# " + text_report("") if held == "md" else text_report(""), encoding="utf-8")
    return path


def _link(target: str | Path, folder: Path) -> Path:
    path = folder / "link.html"
    path.symlink_to(target)
    return path


def _loop(folder: Path) -> Path:
    first, second = folder / "a.html", folder / "b.html"
    first.symlink_to(second)
    second.symlink_to(first)
    return first


def _fifo(folder: Path) -> Path:
    path = folder / "pipe.html"
    os.mkfifo(path)
    return path


def _linked_fifo(folder: Path) -> Path:
    return _link(_fifo(folder), folder)


def _folder(folder: Path) -> Path:
    path = folder / "folder.html"
    path.mkdir()
    return path


def _looped_folder(folder: Path) -> Path:
    """A folder with a link to itself, a pipe, a device and one sound report."""
    path = folder / "夹"
    path.mkdir()
    (path / "again").symlink_to(path)
    (path / "zero.html").symlink_to("/dev/zero")
    os.mkfifo(path / "pipe.txt")
    shutil.copyfile(_sound("html"), path / "年报.html")
    return path


def _unreadable(folder: Path) -> Path:
    path = _renamed("html", "html", folder)
    path.chmod(0)
    return path


def _gbk_name(folder: Path) -> Path:
    path = Path(os.fsdecode(os.fsencode(folder) + b"/" + "云溪县年报.html".encode("gbk")))
    shutil.copyfile(_sound("html"), path)
    return path


def _no_name(folder: Path) -> Path:
    path = Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe\x80.html"))
    path.write_text("", encoding="utf-8")
    return path


def _named(name: str, folder: Path) -> Path:
    path = folder / name
    shutil.copyfile(_sound("html"), path)
    return path


def _case(zh: str, en: str, make: Callable[[Path], Path | str], outcomes: tuple[str, ...]) -> Case:
    return Case("位置", zh, en, make, outcomes, True)


def _pairs() -> list[Case]:
    return [
        _case(
            f"{held} 文件叫 .{called}",
            f"{held} called {called}",
            partial(_renamed, held, called),
            (READ, "damaged", "not_a_report"),
        )
        for held in _SUFFIXES
        for called in (*_SUFFIXES, "doc", "png", "bin")
        if held != called
    ]


CASES = [
    _case("链接到年报", "a link to a report", partial(_link, _sound("html")), (READ,)),
    _case("链接绕回自身", "a loop of links", _loop, ("link_loop",)),
    _case("链接没有对象", "a dangling link", partial(_link, "nowhere.html"), ("missing",)),
    _case("管道", "a pipe", _fifo, ("no_file",)),
    _case("链接到管道", "a link to a pipe", _linked_fifo, ("no_file",)),
    _case("链接到 /dev/zero", "a link to /dev/zero", partial(_link, "/dev/zero"), ("no_file",)),
    _case("链接到 /dev/urandom", "a link to /dev/urandom", partial(_link, "/dev/urandom"), ("no_file",)),
    _case("设备 /dev/zero", "the device /dev/zero", lambda folder: "/dev/zero", ("no_file",)),
    _case("设备 /dev/null", "the device /dev/null", lambda folder: "/dev/null", ("no_file",)),
    _case(
        "/proc/self/mem", "/proc/self/mem", lambda folder: "/proc/self/mem", ("not_readable", "empty", "no_permission")
    ),
    _case("空文件夹叫 .html", "a folder called html", _folder, ("no_reports",)),
    _case("文件夹内有链接、管道、设备", "a folder with loops pipes devices", _looped_folder, (READ,)),
    _case("没有读权限", "no permission to read", _unreadable, ("no_permission", READ)),
    _case("GBK 字节的文件名", "a name in GBK bytes", _gbk_name, (READ,)),
    _case("不成文字的文件名", "a name that is no text", _no_name, ("empty",)),
    _case("文件名 255 字节", "a name of 255 bytes", partial(_named, "长" * 83 + ".html"), (READ,)),
    _case(
        "文件名 1 万字",
        "a name of 10,000 characters",
        lambda folder: folder / ("长" * 10_000 + ".html"),
        ("name_too_long",),
    ),
    _case(
        "文件名里有换行和控制符", "newlines and controls in the name", partial(_named, "a\n\x1b[31m\x07b.html"), (READ,)
    ),
    _case("文件名里有花括号", "braces in the name", lambda folder: folder / "{path}{0}%s.html", ("missing",)),
    _case("网址", "a web address", lambda folder: "http://127.0.0.1:9/2024.html", ("url",)),
    *_pairs(),
]
