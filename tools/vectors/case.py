"""One vector being made: the bundle, and what must be found in it."""

import json

from ledger import ED, LARGE, SMALL, Ledger, canonical

BOTH = [(0, 11, 12), (0, 4, 5)]

VECTORS = {}


def vector(signer=ED):
    def register(make):
        VECTORS[make.__name__.replace("_", "-")] = (make, signer)
        return make
    return register


class Case:
    """A bundle being forged, and what must be found in it."""

    proof = None

    def __init__(self, signer):
        self.ledger = Ledger(signer)
        self.files = self.ledger.files()
        self.arguments, self.damages, self.proven = [], [], BOTH

    @property
    def lines(self):
        return self.files["entries.jsonl"].split(b"\n")[:-1]

    @lines.setter
    def lines(self, lines):
        self.files["entries.jsonl"] = b"".join(line + b"\n" for line in lines)

    def replace(self, entry, old, new):
        lines = self.lines
        if lines[entry].count(old) < 1:
            raise ValueError("line %d has no %r" % (entry, old))
        lines[entry] = lines[entry].replace(old, new, 1)
        self.lines = lines

    def describe(self, **changed):
        bundle = dict(json.loads(self.files["bundle.json"]), **changed)
        self.files["bundle.json"] = canonical(bundle) + b"\n"

    def keep(self, note, name="kept.note"):
        self.files[name] = note
        self.arguments += ["--checkpoint", name]

    def rewrite(self, change, checkpoints=True):
        """A forger with the file but not the key: everything is sealed again from the change on."""
        old = {name: self.files[name] for name in (SMALL, LARGE)}
        self.ledger = Ledger(self.ledger.signer, change)
        self.files = self.ledger.files()
        if checkpoints:
            self.files.update(old)

    def reseal(self):
        """The same with the signing key: whatever the lines say, everything else agrees."""
        self.files = self.ledger.files()

    def finds(self, *damages, proven=None):
        self.damages = [
            {"kind": kind, **({"entry": at} if isinstance(at, int) else {"place": at}),
             **(more[0] if more else {})}
            for kind, at, *more in damages]
        if proven is not None:
            self.proven = proven


def around(entry):
    """What both checkpoints still prove when one entry is altered."""
    large = [(0, entry - 1, 12), (entry + 1, 11, 12)]
    small = [(0, entry - 1, 5), (entry + 1, 4, 5)] if entry < 5 else [(0, 4, 5)]
    return [run for run in large + small if run[0] <= run[1]]
