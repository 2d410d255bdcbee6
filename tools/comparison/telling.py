"""What is said of the differences, in the language spoken."""

import difflib
import json
import os
import sys

# Lines of a difference that are shown.
SHOWN = 40

_language = os.environ.get("STELE_LANG", "zh")


def speak(language):
    """Sets the language; whether it is spoken here."""
    global _language
    _language = language if language in ("zh", "en") else "zh"
    return language == _language


def say(chinese, english):
    return english if _language == "en" else chinese


def fail(status, chinese, english):
    print(say(chinese, english), file=sys.stderr)
    sys.exit(status)


def readable(answer):
    """For a difference: JSON a member a line."""
    lines = []
    for line in answer.splitlines():
        try:
            value = json.loads(line) if line.startswith("{") else None
        except ValueError:
            value = None
        lines += (
            [line] if value is None
            else json.dumps(value, ensure_ascii=False, indent=1).splitlines())
    return lines


class Findings:
    def __init__(self):
        self.different = 0

    def compare(self, name, question, old, new):
        if old == new:
            return
        self.different += 1
        print(f"≠ {name}: {question}")
        lines = list(difflib.unified_diff(readable(old), readable(new), lineterm="", n=2))[2:]
        for line in lines[:SHOWN]:
            print("  " + line)
        if len(lines) > SHOWN:
            more = len(lines) - SHOWN
            print("  " + say(f"… 还有 {more} 行", f"… {more} more lines"))
