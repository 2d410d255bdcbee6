"""A delivery that both programs import, and what is then asked of the two ledgers."""

import csv
import datetime
import json
import os
import re
import tempfile

from comparison.asking import ask, questions_of, together
from comparison.shapes import fitted
from comparison.telling import say

# Entries that differ and are shown; the others are counted.
ENTRIES_SHOWN = 10


class Neutral:
    """What is random or of the moment in a ledger that was made just now."""

    def __init__(self, begun):
        self.begun = begun

    def __call__(self, text):
        text = re.sub(r"\b[0-9a-f]{64}\b", "<hash>", text)
        text = re.sub(r"\+[0-9a-f]{8}\+[0-9A-Za-z+/=]{44,}", "+<key>", text)
        text = re.sub(
            r"\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b", "<id>",
            text)
        return re.sub(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", self.instant, text)

    def instant(self, found):
        # Only the moments of this run; what the delivery says of others is compared.
        return "<now>" if found[0] >= self.begun else found[0]

    def ends(self, ends):
        return [(command, status, self(out), self(error)) for command, status, out, error in ends]


def delivered(program, place, arguments, neutral):
    """A new ledger with the delivery in it: what the program said on the way, and its entries."""
    os.mkdir(place)
    mapping, delivery = arguments
    steps = [
        "init --suite sha256 --origin stele.example/compare --json",
        f"import --mapping {mapping} {delivery} --report @/report.csv --json",
        f"import --mapping {mapping} {delivery} --report @/again.csv --json",
        "verify --json", "rebuild --check --json", "export --to @/bundle --json",
    ]
    said = []
    for step in steps:
        said += neutral.ends(ask(program, step, place, timeout=3600))
    for report in ("report.csv", "again.csv"):
        with open(os.path.join(place, report), encoding="utf-8-sig", newline="") as file:
            rows = "".join(",".join(row) + "\n" for row in csv.reader(file))
        said.append((report, 0, neutral(rows), ""))
    return said


def lines_of(place, neutral):
    with open(os.path.join(place, "bundle", "entries.jsonl"), encoding="utf-8") as lines:
        for line in lines:
            yield neutral(line)


def picks(place):
    """What the questions about a delivery are asked of, found in the ledger itself: of each kind
    those with the most entries first; days in order; positions."""
    counts, kinds, left, days, size = {}, {}, [], [], 0
    with open(os.path.join(place, "bundle", "entries.jsonl"), encoding="utf-8") as lines:
        for size, line in enumerate(lines, 1):
            entry = json.loads(line)
            for tag in entry["tags"]:
                counts[tag] = counts.get(tag, 0) + 1
            if entry["type"].startswith("subject.registered."):
                kinds[entry["data"]["subject"]] = entry["data"]["kind"]
            if entry["type"].startswith("employment.ended."):
                left.append(entry["data"]["subject"])
            if entry.get("on"):
                days.append(entry["on"])
    found = {"left": left, "day": sorted(days), "entry": [str(each) for each in range(size)]}
    for tag in sorted(counts, key=lambda tag: (-counts[tag], tag)):
        group, identifier = tag.split(":", 1)
        if group == "subject":
            group = kinds.get(identifier, "unregistered")
        found.setdefault(group, []).append(identifier)
    return found


def filled(question, found):
    """`{person:3}` is the fourth, `{day:50%}` the one in the middle. None: there is none."""
    def pick(match):
        group, number, percent = match.groups()
        there = found.get(group, [])
        if not there:
            raise KeyError(group)
        index = len(there) * int(number) // 100 if percent else int(number)
        return there[min(index, len(there) - 1)]
    try:
        return re.sub(r"\{(\w+):(\d+)(%?)\}", pick, question)
    except KeyError:
        return None


def compare_delivery(old, new, delivery, mapping, path, shapes, findings):
    """Both programs import the delivery: what they say, every entry and the questions."""
    now = datetime.datetime.now(datetime.timezone.utc)
    neutral = Neutral(now.strftime("%Y-%m-%dT%H:%M:%S.000Z"))
    with tempfile.TemporaryDirectory(prefix="stele-") as scratch:
        places = [os.path.join(os.path.realpath(scratch), name) for name in ("old", "new")]
        arguments = (os.path.abspath(mapping), os.path.abspath(delivery))
        said = together(
            lambda each: delivered(each[0], each[1], arguments, neutral),
            list(zip((old, new), places)))
        for one, two in zip(*said):
            findings.compare("delivery", one[0], *fitted([one], [two], shapes))
        compare_entries(places, neutral, findings)
        found = picks(places[0])
        asked = [filled(each, found) for each in questions_of(path)]
        skipped, asked = asked.count(None), [each for each in asked if each is not None]
        answers = together(
            lambda each: neutral.ends(ask(each[0], each[1], each[2])),
            [(program, question, place) for question in asked
             for program, place in zip((old, new), places)])
        for index, question in enumerate(asked):
            if any(question.startswith(words) for words in shapes.changed_of_delivery):
                continue
            findings.compare(
                f"delivery/{index + 1:03}", question,
                *fitted(answers[2 * index], answers[2 * index + 1], shapes))
    print(say(f"交付：问了 {len(asked)} 个问题，{skipped} 个没有对象",
              f"delivery: {len(asked)} questions asked, {skipped} had nothing to ask about"))


def compare_entries(places, neutral, findings):
    """Every entry, but for what is random and the hashes that follow from it."""
    both, count, other = [lines_of(place, neutral) for place in places], 0, 0
    while True:
        one, two = (next(lines, None) for lines in both)
        if one is None and two is None:
            break
        count += 1
        if one != two:
            other += 1
            if other <= ENTRIES_SHOWN:
                findings.compare(f"entry {count - 1}", "", one or "", two or "")
    if other > ENTRIES_SHOWN:
        findings.different += other - ENTRIES_SHOWN
        print(say(f"… 另有 {other - ENTRIES_SHOWN} 条记录不同",
                  f"… {other - ENTRIES_SHOWN} more entries differ"))
    print(say(f"交付：比较了 {count} 条记录", f"delivery: {count} entries compared"))
