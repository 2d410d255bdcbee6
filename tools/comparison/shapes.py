"""How an answer of before reads in the shape of today: Tests/Frozen/shapes.json."""

import json
import re

from comparison.asking import written

ASKED = {
    "subject": ["find"], "decision": ["show", "list", "grounds", "responsible"],
    "case": ["show", "list"], "sanction": ["show", "list"], "appeal": ["show", "list"],
    "rules": ["show", "list", "check"], "complaint": [],
}


def kind_of(command):
    """What kind of answer a command has: `trace`, `decision show`, `receipt`."""
    first, second = (command.split() + ["", ""])[:2]
    if first in ASKED:
        return f"{first} {second}" if second in ASKED[first] else "receipt"
    return "receipt" if first == "withdraw" else first


class Shapes:
    """Tests/Frozen/shapes.json: how an answer of before reads in the shape of today."""

    def __init__(self, table):
        self.rename, self.gone, self.added = (
            table.get(name, {}) for name in ("rename", "gone", "added"))
        self.changed = table.get("changed", {})
        self.changed_of_delivery = table.get("changedOfDelivery", {})
        self.foot = tuple(table.get("foot", []))

    def _names(self, table, kind):
        return [name for rules in (table.get("*", []), table.get(kind, [])) for name in rules]

    def _renames(self, kind):
        return {**self.rename.get("*", {}), **self.rename.get(kind, {})}

    def touches(self, kind):
        return bool(
            self._renames(kind) or self._names(self.gone, kind) or self._names(self.added, kind))

    def without_foot(self, page):
        """A page without what stands below the answer."""
        lines = page.split("\n")
        end = len(lines) - 1
        while end > 0 and lines[end - 1].startswith(self.foot or ("\n",)):
            end -= 1
        if lines[-1] or end == len(lines) - 1 or end == 0 or lines[end - 1]:
            return page
        return "\n".join(lines[:end - 1]) + "\n"

    def before(self, kind, value):
        """The answer of before with its members renamed and what is gone left out."""
        return reshaped(value, self._renames(kind), self._names(self.gone, kind))

    def now(self, kind, value):
        """The answer of today without the members that were added."""
        return reshaped(value, {}, self._names(self.added, kind))


def reshaped(value, renames, dropped, path=""):
    """A rule `name` holds everywhere, `.name.inner` from the top; arrays do not count as steps."""
    if isinstance(value, list):
        return [reshaped(each, renames, dropped, path) for each in value]
    if not isinstance(value, dict):
        return value
    members = {}
    for name, inner in value.items():
        here = f"{path}.{name}"
        if name in dropped or here in dropped:
            continue
        new = renames.get(here, renames.get(name, name))
        members[new] = reshaped(inner, renames, dropped, here)
    return members


def canonical(value):
    """The one spelling that every JSON answer has."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    steering = r"[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]"
    return re.sub(steering, lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def fitted(old, new, shapes):
    """Both as they are compared: (old, new), JSON in the shape of today where a rule says so."""
    olds, news = list(old), list(new)
    for index, (before, after) in enumerate(zip(old, new)):
        if before[0] != after[0]:
            continue
        if "--json" not in before[0].split():
            for ends in (olds, news):
                command, status, out, *rest = ends[index]
                ends[index] = (command, status, shapes.without_foot(out), *rest)
            continue
        for part in (2, 3):
            kind = kind_of(before[0]) if part == 2 else "error"
            if not shapes.touches(kind):
                continue
            try:
                one, two = json.loads(before[part]), json.loads(after[part])
            except ValueError:
                continue
            if canonical(two) != after[part]:
                continue  # Not one canonical object on one line: that is a difference.
            for ends, text in ((olds, shapes.before(kind, one)), (news, shapes.now(kind, two))):
                ends[index] = (*ends[index][:part], canonical(text), *ends[index][part + 1:])
    return written(olds), written(news)
