"""Where every command begins: `python build.py`, `gapmark` and `python -m gapmark` are the same.

A build that would change nothing ends here; anything else is loaded when it is wanted.
"""

import gc
import sys

from gapmark.run import stamp

PACKAGES = {"jinja2": "jinja2", "markdown": "markdown", "yaml": "pyyaml"}
"""What must be installed, by the name of its module."""


def run(project: str = "") -> int:
    """Run the command line; returns the exit code. `project` is the folder that holds content/; by default this one."""
    words = sys.argv[1:]
    printed = stamp.last_lines(project, words)
    if printed:
        return _say_again(printed)
    from gapmark.run.code import keep_code, note_code

    folder = keep_code()
    try:
        return _run(words, project)
    finally:
        if folder:
            note_code(folder)


def _run(words: list[str], project: str) -> int:
    gc.disable()  # records hold no circles, and to look for some takes a quarter of the time of a long text
    try:
        from gapmark.command import cli

        code = cli.run(words, project)
        gc.freeze()  # the end of the process looks for circles too
        return code
    except KeyboardInterrupt:  # before the command has begun, which sees to it itself
        return 130
    except ModuleNotFoundError:  # of one of them, or of what one of them needs
        missing = _missing_packages()
        if not missing:
            raise
        command = f'"{sys.executable}" -m pip install {" ".join(missing)}'
        sys.stderr.write(f"{', '.join(missing)} not installed; run: {command}\n")
        return 3


def _say_again(printed: list[stamp.Line]) -> int:
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # as terminal.prepare() does
    try:
        for stream, line in printed:
            (sys.stderr if stream == "err" else sys.stdout).write(f"{line.replace(stamp.TIME, stamp.waited())}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stderr.close()  # nobody reads on; Python would complain at its end
    return 0


def _missing_packages() -> list[str]:
    from importlib.util import find_spec

    return [package for module, package in PACKAGES.items() if not find_spec(module)]


if __name__ == "__main__":
    sys.exit(run())
