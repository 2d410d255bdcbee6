"""The list of slips, and a copy of the checkout in which all of them are planted, each switchable."""

import json
import os
import shutil
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PLACE = os.path.join(ROOT, ".build", "mutate")
COPY = os.path.join(PLACE, "checkout")


class Rotten(Exception):
    """The list does not fit the code."""


class Slip:
    """One mistake that somebody could make."""

    def __init__(self, of):
        self.number = of["number"]
        self.file = of["file"]
        self.before = of["before"]
        self.after = of["after"]
        self.within = of.get("within")
        self.planted = of.get("planted")
        self.wrong = of["wrong"]
        self.first = of.get("first", [])

    @property
    def room(self):
        return self.file.split("/")[1]

    def place(self, text):
        """Where `before` stands in the text of its file."""
        start, end = 0, len(text)
        if self.within:
            start = self.only(text, self.within, "within")
            end = start + len(self.within)
        found = start + self.only(text[start:end], self.before, "before")
        return found, found + len(self.before)

    def only(self, text, part, name):
        count = text.count(part)
        if count != 1:
            raise Rotten(f"slip {self.number}: `{name}` stands {count} times in {self.file}, not once")
        return text.index(part)

    def switchable(self):
        """What stands in the place of `before`, so that the slip can be switched on."""
        on = f"Slip.isOn({self.number})"
        if self.planted:
            return self.planted.replace("SLIP", on)
        return f"({on} ? {self.after or '()'} : {self.before})"


def listed():
    with open(os.path.join(HERE, "slips.json"), encoding="utf-8") as file:
        slips = [Slip(one) for one in json.load(file)]
    numbers = [slip.number for slip in slips]
    for number in numbers:
        if numbers.count(number) > 1 or not 0 < number < 1000:
            raise Rotten(f"slip {number}: its number is taken or not below 1000")
    return slips


def planted(slips):
    """The changed texts, by file."""
    places = {}
    for slip in slips:
        try:
            with open(os.path.join(ROOT, slip.file), encoding="utf-8") as file:
                text = file.read()
        except OSError as error:
            raise Rotten(f"slip {slip.number}: {slip.file} cannot be read") from error
        places.setdefault(slip.file, (text, []))[1].append((*slip.place(text), slip))
    texts = {}
    for path, (text, found) in places.items():
        found.sort(key=lambda one: one[0])
        for one, next_one in zip(found, found[1:]):
            if next_one[0] < one[1]:
                raise Rotten(f"slips {one[2].number} and {next_one[2].number} overlap in {path}")
        for start, end, slip in reversed(found):
            text = text[:start] + slip.switchable() + text[end:]
        texts[path] = text
    with open(os.path.join(HERE, "Slip.swift"), encoding="utf-8") as file:
        switch = file.read()
    for room in {slip.room for slip in slips}:
        texts[f"Sources/{room}/Slip.swift"] = switch
    return texts


def copy(texts):
    """Brings the copy up to date; what has not changed keeps its time, so that builds stay short."""
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT,
        check=True, capture_output=True).stdout.decode().split("\0")
    wanted = {name for name in names if name and os.path.isfile(os.path.join(ROOT, name))}
    for name in wanted | set(texts):
        target = os.path.join(COPY, name)
        source = os.path.join(ROOT, name)
        if name in texts:
            bytes_wanted = texts[name].encode()
        else:
            with open(source, "rb") as file:
                bytes_wanted = file.read()
        try:
            with open(target, "rb") as file:
                if file.read() == bytes_wanted:
                    continue
        except OSError:
            os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            file.write(bytes_wanted)
        if name in wanted:
            shutil.copymode(source, target)
    for folder, folders, files in os.walk(COPY):
        folders[:] = [one for one in folders if one != ".build"]
        for file in files:
            path = os.path.join(folder, file)
            if os.path.relpath(path, COPY) not in wanted | set(texts):
                if file != "Package.resolved":
                    os.remove(path)


def build():
    """Whether the copy builds; what the compiler says goes to standard error."""
    done = subprocess.run(["swift", "build", "--build-tests"], cwd=COPY, stdout=2, check=False)
    return done.returncode == 0
