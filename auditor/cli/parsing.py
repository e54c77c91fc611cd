"""The command line's grammar, its help and its faults in Chinese or English."""

from __future__ import annotations

import argparse
import os
import sys
from argparse import SUPPRESS, ArgumentParser, HelpFormatter, Namespace

from auditor.cli.words import argparse_words, word
from auditor.output.width import width, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from typing import Any, NoReturn

FORMATS = ("terminal", "json", "jsonl", "html")
FIGURE_FORMATS = ("terminal", "json", "jsonl")
FAIL_ON = ("error", "warning", "never")
LANGS = ("zh", "en")
MODELS = ("linker", "segmenter")
PARTS = ("develop", "final", "all")
EVALUATION_FORMATS = ("text", "json")


class _Formatter(HelpFormatter):
    """Help that knows how wide Chinese stands; the paragraphs of a text keep their lines."""

    def __init__(self, prog: str, **options: Any) -> None:
        try:
            columns = os.get_terminal_size().columns
        except OSError:
            columns = 80
        options["width"] = max(40, min(columns, 100) - 2)
        options["max_help_position"] = 22
        super().__init__(prog, **options)

    def _split_lines(self, text: str, columns: int) -> list[str]:
        return wrap(text, columns)

    def _fill_text(self, text: str, columns: int, indent: str) -> str:
        filled: list[str] = []
        for line in text.split("\n"):
            inner = indent + " " * (len(line) - len(line.lstrip()))
            filled += wrap(line.strip(), columns, inner)
        return "\n".join(filled)

    def _format_action(self, action: argparse.Action) -> str:
        if isinstance(action, argparse._SubParsersAction):
            return "".join(
                super(_Formatter, self)._format_action(sub) for sub in self._iter_indented_subactions(action)
            )
        text = super()._format_action(action)
        invocation = self._format_action_invocation(action)
        return text.replace(invocation + " " * (width(invocation) - len(invocation)), invocation, 1)


class Parser(ArgumentParser):
    """An ``ArgumentParser`` that speaks one language and names ``--help`` where a call is wrong."""

    def __init__(self, lang: str, **options: Any) -> None:
        self.lang = lang
        super().__init__(formatter_class=_Formatter, add_help=False, allow_abbrev=False, **options)
        self._positionals.title = word("arguments", lang)
        self._optionals.title = word("options", lang)
        self.add_argument("-h", "--help", action="help", default=SUPPRESS, help=word("help", lang))
        self.add_argument("--lang", choices=LANGS, default=SUPPRESS, help=word("lang", lang))

    def format_help(self) -> str:
        """The help, its headings with the colon of the language."""
        text = super().format_help()
        if self.lang == "zh":
            for title in (word("arguments", "zh"), word("options", "zh"), word("commands", "zh")):
                text = text.replace(f"\n{title}:\n", f"\n{title}：\n")
        return text

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call, in one line, and leave with status 2."""
        line = word("fault", self.lang, message=message)
        ending = "。" if self.lang == "zh" else ". "
        self.exit(2, line + ending + word("see_help", self.lang, program=self.prog) + "\n")


class _Version(argparse.Action):
    """``--version``; the package's data are looked up only when asked for."""

    def __call__(self, parser: ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("zwgk-auditor")
        except PackageNotFoundError:
            number = "(checkout)"
        parser.exit(0, f"auditor {number}\n")


def parse(arguments: list[str], lang: str) -> Namespace:
    """The call as options; a wrong call, ``--help`` and ``--version`` leave by ``SystemExit``.

    For Chinese, ``argparse`` gets its sentences through the two gettext functions that it imported, and
    only for this one parse; a compiled catalogue, which nobody can edit, would be the other way.
    """
    words = argparse_words() if lang == "zh" else {}
    own = vars(argparse)
    kept = own["_"], own["ngettext"]
    own["_"] = lambda text: words.get(text, text)
    own["ngettext"] = lambda one, many, number: words.get(one, one) if number == 1 else words.get(many, many)
    try:
        parser = build_parser(lang)
        options = parser.parse_args(arguments)
        if options.command is None:
            parser.print_help(sys.stderr)
            parser.exit(2)
        return options
    finally:
        own["_"], own["ngettext"] = kept


def build_parser(lang: str) -> Parser:
    """The parser of the whole command line."""
    parser = Parser(
        lang, prog="auditor", usage=word("usage", lang), description=word("about", lang), epilog=word("epilog", lang)
    )
    parser.add_argument("--version", action=_Version, nargs=0, help=word("version", lang))
    commands = parser.add_subparsers(
        title=word("commands", lang), dest="command", metavar=word("command", lang), parser_class=Parser
    )

    def command(name: str) -> Parser:
        return commands.add_parser(
            name,
            lang=lang,
            prog=f"auditor {name}",
            usage=word(f"{name}.usage", lang),
            help=word(name, lang),
            description=word(f"{name}.about", lang),
        )

    _audit_options(command("audit"), lang)
    _figures_options(command("figures"), lang)
    command("rules")
    explain = command("explain")
    explain.add_argument("code", metavar=word("explain.code.name", lang), help=word("explain.code", lang))
    _evaluate_options(command("evaluate"), lang)
    train = command("train")
    train.add_argument("model", choices=MODELS, metavar=word("train.model.name", lang), help=word("train.model", lang))
    train.add_argument("--output", metavar=word("train.output.name", lang), help=word("train.output", lang))
    return parser


def _audit_options(parser: Parser, lang: str) -> None:
    def text(key: str) -> str:
        return word(f"audit.{key}", lang)

    parser.add_argument("paths", nargs="+", metavar=text("paths.name"), help=text("paths"))
    parser.add_argument("--format", choices=FORMATS, default="terminal", help=text("format"))
    parser.add_argument("--output", metavar=text("output.name"), help=text("output"))
    parser.add_argument("--previous", metavar=text("previous.name"), help=text("previous"))
    parser.add_argument("--published", metavar=text("published.name"), type=_date(lang), help=text("published"))
    parser.add_argument("--select", metavar=text("codes.name"), type=_codes(lang), action="extend", help=text("select"))
    parser.add_argument("--ignore", metavar=text("codes.name"), type=_codes(lang), action="extend", help=text("ignore"))
    parser.add_argument("--fail-on", choices=FAIL_ON, help=text("fail_on"))
    parser.add_argument("--debug-layout", action="store_true", help=text("debug_layout"))


def _figures_options(parser: Parser, lang: str) -> None:
    def text(key: str) -> str:
        return word(f"figures.{key}", lang)

    parser.add_argument("path", metavar=text("path.name"), help=text("path"))
    parser.add_argument("--year", metavar=text("year.name"), type=_year(lang), help=text("year"))
    parser.add_argument("--agency", metavar=text("agency.name"), help=text("agency"))
    parser.add_argument("--format", choices=FIGURE_FORMATS, default="terminal", help=text("format"))


def _evaluate_options(parser: Parser, lang: str) -> None:
    def text(key: str) -> str:
        return word(f"evaluate.{key}", lang)

    parser.add_argument("folder", nargs="?", metavar=text("folder.name"), help=text("folder"))
    parser.add_argument("--part", choices=PARTS, default="all", help=text("part"))
    parser.add_argument("--misses", action="store_true", help=text("misses"))
    parser.add_argument("--planted", metavar=text("planted.name"), type=_count(lang), help=text("planted"))
    parser.add_argument("--format", choices=EVALUATION_FORMATS, default="text", help=text("format"))


def _count(lang: str) -> Any:
    def parse(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise argparse.ArgumentTypeError(word("bad_count", lang, text=text))
        return int(text)

    return parse


def _date(lang: str) -> Any:
    def parse(text: str) -> date:
        from datetime import date

        try:
            year, month, day = text.split("-")
            return date(int(year), int(month), int(day))
        except ValueError as fault:
            raise argparse.ArgumentTypeError(word("bad_date", lang, text=text)) from fault

    return parse


def _year(lang: str) -> Any:
    def parse(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) == 4):
            raise argparse.ArgumentTypeError(word("bad_year", lang, text=text))
        return int(text)

    return parse


def _codes(lang: str) -> Any:
    def parse(text: str) -> list[str]:
        codes = split_codes([text])
        if not codes:
            raise argparse.ArgumentTypeError(word("no_codes", lang))
        return codes

    return parse


def split_codes(texts: Iterable[str]) -> list[str]:
    """Rule codes as people write them: parted by commas of either width or spaces, in any case."""
    return [code.upper() for text in texts for code in text.replace("，", ",").replace(",", " ").split()]
