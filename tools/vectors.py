#!/usr/bin/env python3
"""Makes schema/vectors: bundles that are sound and bundles that are forged, one directory each.

Always the same bytes: keys, salts, times and nonces are fixed. Each vector says in expect.json what
a verifier must find; what is written there is said here by hand, never taken from a verifier.

usage: vectors.py [DIRECTORY]     (default: schema/vectors beside this folder)
"""

import base64
import hashlib
import json
import os
import shutil
import sys

import verify as v

ORIGIN = "stele.example/east-banner"
MADE = "at 2026-03-0%dT00:00:00.000Z"


def canonical(value):
    def ordered(value):
        if isinstance(value, dict):
            return {k: ordered(value[k]) for k in sorted(value, key=v.utf16)}
        return [ordered(one) for one in value] if isinstance(value, list) else value
    return json.dumps(ordered(value), ensure_ascii=False, separators=(",", ":")).encode()


# ---------------------------------------------------------------- signing, for tests only

class Ed25519:
    suite, prefix = "sha256", b"\x01"

    def __init__(self, seed):
        digest = hashlib.sha512(seed).digest()
        scalar = int.from_bytes(digest[:32], "little")
        self.scalar = scalar & ((1 << 254) - 8) | 1 << 254
        self.nonce = digest[32:]
        self.public = v.ed_encode(v.ed_multiply(self.scalar, v.ED_BASE))

    def sign(self, message):
        r = int.from_bytes(hashlib.sha512(self.nonce + message).digest(), "little") % v.ED_L
        first = v.ed_encode(v.ed_multiply(r, v.ED_BASE))
        k = int.from_bytes(hashlib.sha512(first + self.public + message).digest(), "little")
        return first + ((r + k * self.scalar) % v.ED_L).to_bytes(32, "little")


class SM2:
    suite, prefix = "sm3", b"\xffsm2sm3"

    def __init__(self, seed):
        self.number = int.from_bytes(v.sm3(seed), "big") % (v.SM2_N - 2) + 1
        x, y = v.sm2_multiply(self.number, v.SM2_G)
        self.public = b"\x04" + x.to_bytes(32, "big") + y.to_bytes(32, "big")

    def sign(self, message):
        # A nonce that follows from key and message: fine for a test, and the same every time.
        k = int.from_bytes(v.sm3(self.number.to_bytes(32, "big") + message), "big") % v.SM2_N
        r = (v.sm2_digest(self.public, message) + v.sm2_multiply(k, v.SM2_G)[0]) % v.SM2_N
        s = pow(1 + self.number, -1, v.SM2_N) * (k - r * self.number) % v.SM2_N
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")


class Signer:
    def __init__(self, kind, seed, name):
        self.key, self.name = kind(seed), name
        encoded = self.key.prefix + self.key.public
        self.hash = hashlib.sha256(name.encode() + b"\n" + encoded).digest()[:4]
        self.vkey = "%s+%s+%s" % (name, self.hash.hex(), base64.b64encode(encoded).decode())

    def note(self, text):
        signature = base64.b64encode(self.hash + self.key.sign(text.encode())).decode()
        return ("%s\n\u2014 %s %s\n" % (text, self.name, signature)).encode()


# ---------------------------------------------------------------- a ledger of twelve entries

def events(signer):
    """What happened: everything but seq, prev and the back-pointers."""
    h = v.HASHES[signer.key.suite]

    def sealed(value):
        return {"sealed": h(hashlib.sha256(value.encode()).digest()[:16] + value.encode()).hex()}

    subject, post, case = "subject:P-7Q2M", "post:Z-11", "case:A-2025-001"
    told = [
        ("ledger.created.v1", [], {"format": 1, "origin": signer.name, "publicKey": signer.vkey,
                                   "suite": signer.key.suite}, {}),
        ("subject.registered.v1", [subject], {"kind": "person", "name": sealed("某甲")}, {}),
        ("employment.began.v1", [subject, post], {"post": "Z-11"}, {"on": "2019-03-01"}),
        ("subject.registered.v1", ["subject:P-9K4T"], {"kind": "person", "name": sealed("某乙")}, {}),
        ("complaint.received.v1", ["complaint:C-1", subject],
         {"narrative": sealed("有人反映"), "channel": "来信\n\"实名\""}, {"on": "2024-11-05"}),
        ("case.opened.v1", [case, subject], {"amount": 1250000}, {"cause": 4}),
        ("position.transferred.v1", [subject, post], {"to": "Z-12"},
         {"on": "2025-01-01", "onBasis": "yearOnly"}),
        ("finding.recommended.v1", [case, subject], {"ground": "3.2"}, {}),
        ("finding.made.v1", [case, subject], {"ground": "3.2"}, {"cause": 7}),
        ("sanction.imposed.v1", [case, "sanction:S-1", subject], {"measure": "warning", "months": 6},
         {"approver": "acct:chen", "cause": 8, "on": "2025-06-30"}),
        ("record.withdrawn.v1", ["complaint:C-1"], {"reason": "重复"}, {"supersedes": 4}),
        ("employment.ended.v1", [subject, "subject:P-9K4T"], {"reason": "retired"},
         {"on": "2026-01-31"}),
    ]
    for index, (type_, tags, data, more) in enumerate(told):
        number = hashlib.sha256(b"id %d" % index).hexdigest()
        yield dict({
            "actor": "acct:wang", "at": "2026-02-%02dT08:30:00.%03dZ" % (index + 1, index),
            "basis": ["XZZ-2020-26"], "data": data, "type": type_, "unit": "org:U-1",
            "id": "019c0000-0000-7%s-8%s-%s" % (number[:3], number[3:6], number[6:18]),
            "tags": dict.fromkeys(tags)}, **more)


class Ledger:
    """Entries sealed onto each other; a forger may change them before or after."""

    def __init__(self, signer, change=None, forge=None):
        self.signer, self.hash = signer, v.HASHES[signer.key.suite]
        self.events = list(events(signer))
        if change:
            change(self.events)
        self.lines, self.carriers = [], {}
        for seq, event in enumerate(self.events):
            self.append(event, **(forge(self, seq) if forge else {}))

    def append(self, event, **forged):
        seq = len(self.lines)
        event = dict(event)
        event["tags"] = {tag: self.carriers.get(tag) if last is None else last
                         for tag, last in event["tags"].items()}
        event.update(seq=seq, prev=self.leaf(seq - 1).hex() if seq else None)
        event.update(forged)
        self.carriers.update(dict.fromkeys(event["tags"], seq))
        self.lines.append(canonical(event))

    def leaf(self, index):
        return self.hash(b"\x00" + self.lines[index])

    def root(self, size=None):
        tree = v.Tree(self.hash)
        for index in range(len(self.lines) if size is None else size):
            tree.append(self.leaf(index))
        return tree.root()

    def note(self, size, root=None, origin=None, signer=None, extra=True):
        text = "%s\n%d\n%s\n" % (origin or self.signer.name, size,
                                 base64.b64encode(root or self.root(size)).decode())
        if extra:
            text += MADE % (1 + size % 9) + "\n"
        return (signer or self.signer).note(text)

    def files(self):
        bundle = {"entries": len(self.lines), "format": 1, "head": self.leaf(-1).hex(),
                  "origin": self.signer.name, "root": self.root().hex(),
                  "suite": self.signer.key.suite}
        notes = {"checkpoints/%012d.note" % size: self.note(size)
                 for size in (5, 12) if size <= len(self.lines)}
        return {
            **notes,
            "bundle.json": canonical(bundle) + b"\n",
            "entries.jsonl": b"".join(line + b"\n" for line in self.lines),
            "keys.txt": self.signer.vkey.encode() + b"\n",
        }


ED = Signer(Ed25519, bytes(range(32)), ORIGIN + "/sha256")
SM = Signer(SM2, b"stele test key", ORIGIN + "/sm3")
OTHER = Signer(Ed25519, bytes(range(1, 33)), "stele.example/west-banner/sha256")
SAME_NAME = Signer(Ed25519, bytes(range(2, 34)), ED.name)
SMALL, LARGE = "checkpoints/000000000005.note", "checkpoints/000000000012.note"
BOTH = [(0, 11, 12), (0, 4, 5)]


# ---------------------------------------------------------------- the vectors

VECTORS = {}


def vector(signer=ED):
    def register(make):
        VECTORS[make.__name__.replace("_", "-")] = (make, signer)
        return make
    return register


class Case:
    """A bundle being forged, and what must be found in it."""

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
            {"kind": kind, **({"entry": at} if isinstance(at, int) else {"place": at})}
            for kind, at in damages]
        if proven is not None:
            self.proven = proven


def around(entry):
    """What both checkpoints still prove when one entry is altered."""
    large = [(0, entry - 1, 12), (entry + 1, 11, 12)]
    small = [(0, entry - 1, 5), (entry + 1, 4, 5)] if entry < 5 else [(0, 4, 5)]
    return [run for run in large + small if run[0] <= run[1]]


@vector()
def sound_sha256(case): pass


@vector(SM)
def sound_sm3(case): pass


@vector()
def sound_with_checkpoint_kept_and_key_given(case):
    case.keep(case.ledger.note(9))
    case.files["trusted.txt"] = case.ledger.signer.vkey.encode() + b"\n"
    case.arguments += ["--key", "trusted.txt"]
    case.finds(proven=[(0, 11, 12), (0, 8, 9), (0, 4, 5)])


@vector()
def sound_unicode_key_order(case):
    """Keys sort by UTF-16 code units: an emoji comes before U+E000, and after U+4E00."""
    data = {"\ue000": 1, "\U0001f600": 2, "一": 3, "e\u0301": 4, "\u00e9": 5, "": 6, "\u007f": 7}
    case.ledger = Ledger(ED, lambda events: events[7]["data"].update(data))
    case.reseal()


@vector()
def sound_without_checkpoints(case):
    del case.files[SMALL], case.files[LARGE]
    case.finds(proven=[])


@vector()
def sound_with_a_witness(case):
    """A second signature, of somebody whom the verifier does not know, is passed over."""
    witness = case.ledger.note(12, signer=OTHER).rsplit(b"\n\n", 1)[1]
    case.files[LARGE] += witness


# Bytes of a line


@vector()
def altered_value(case):
    case.replace(5, b"1250000", b"1250001")
    case.finds(("link", 5), ("bundleRoot", "bundle.json"), proven=around(5))


@vector(SM)
def altered_value_sm3(case):
    case.replace(5, b"1250000", b"1250001")
    case.finds(("link", 5), ("bundleRoot", "bundle.json"), proven=around(5))


@vector()
def altered_last_entry(case):
    case.replace(11, b"retired", b"resigns")
    case.finds(("link", 11), ("bundleRoot", "bundle.json"), proven=[(0, 10, 12), (0, 4, 5)])


@vector()
def altered_commitment(case):
    line = case.lines[3]
    at = line.index(b'"sealed":"') + 10
    case.replace(3, line[at:at + 64], b"0" * 64)
    case.finds(("link", 3), ("bundleRoot", "bundle.json"), proven=around(3))


@vector()
def altered_time(case):
    """The next entry only seems to go back in time: the altered one is to blame for that."""
    case.replace(6, b"2026-02-07T", b"2026-12-07T")
    case.finds(("link", 6), ("bundleRoot", "bundle.json"), proven=around(6))


@vector()
def altered_tag(case):
    """A trail loses an entry; those that point at it are not to blame."""
    case.replace(5, b"subject:P-7Q2M", b"subject:P-7Q2X")
    case.finds(("link", 5), ("bundleRoot", "bundle.json"), proven=around(5))


@vector()
def altered_link(case):
    """Both neighbours' links fail; the entry between them is the one that was changed."""
    prev = case.ledger.leaf(5).hex().encode()
    case.replace(6, prev, case.ledger.leaf(4).hex().encode())
    case.finds(("link", 6), ("bundleRoot", "bundle.json"), proven=around(6))


def spelling(name, old, new, doc=None):
    def make(case):
        case.replace(7, old, new)
        case.finds(("notCanonical", 7), ("bundleRoot", "bundle.json"), proven=around(7))
    make.__name__ = name
    vector()(make)


GROUND = b'"data":{"ground":"3.2"}'
spelling("not_canonical_white_space", b'"ground":"3.2"', b'"ground": "3.2"')
spelling("not_canonical_key_order", b'"actor":"acct:wang","at":"2026-02-08T08:30:00.007Z"',
         b'"at":"2026-02-08T08:30:00.007Z","actor":"acct:wang"')
spelling("not_canonical_escape", b'"3.2"', b'"3\\u002e2"')
spelling("not_canonical_upper_case_escape", GROUND, b'"data":{"ground":"3.2\\u001F"}')
spelling("not_canonical_slash_escape", GROUND, b'"data":{"ground":"3\\/2"}')
spelling("not_canonical_raw_control", GROUND, b'"data":{"ground":"3\t2"}')
spelling("not_canonical_duplicate_key", GROUND, b'"data":{"ground":"3.2","ground":"3.2"}')
spelling("not_canonical_float", GROUND, b'"data":{"ground":3.2}')
spelling("not_canonical_exponent", GROUND, b'"data":{"ground":3e2}')
spelling("not_canonical_negative_zero", GROUND, b'"data":{"ground":-0}')
spelling("not_canonical_leading_zero", GROUND, b'"data":{"ground":03}')
spelling("not_canonical_large_integer", GROUND, b'"data":{"ground":9007199254740992}')
spelling("not_canonical_nan", GROUND, b'"data":{"ground":NaN}')
spelling("not_canonical_lone_surrogate", GROUND, b'"data":{"ground":"\\ud83d"}')
spelling("not_canonical_encoded_surrogate", GROUND, b'"data":{"ground":"\xed\xa0\xbd"}')
spelling("not_canonical_overlong_utf8", GROUND, b'"data":{"ground":"\xc0\xae"}')
spelling("not_canonical_surrogate_pair_escape", GROUND, b'"data":{"ground":"\\ud83d\\ude00"}')
spelling("not_canonical_too_deep", GROUND, b'"data":{"ground":' + b"[" * 31 + b"]" * 31 + b"}")
spelling("not_canonical_trailing_bytes", b'"unit":"org:U-1"}', b'"unit":"org:U-1"}}')
spelling("not_canonical_order_by_utf8", GROUND,
         '"data":{"\ue000":1,"\U0001f600":2}'.encode())
spelling("not_an_entry_unknown_member", b'"unit":"org:U-1"', b'"unit":"org:U-1","zone":"x"')
spelling("not_an_entry_missing_member", b'"basis":["XZZ-2020-26"],', b"")
spelling("not_an_entry_impossible_day", b"2026-02-08T", b"2026-02-30T")
spelling("not_an_entry_leap_second", b"T08:30:00.007Z", b"T08:30:60.007Z")
spelling("not_an_entry_seal_with_company", GROUND,
         b'"data":{"ground":{"salt":"x","sealed":"' + b"0" * 64 + b'"}}')
spelling("not_an_entry_tag_spelling", b'"case:A-2025-001"', b'"case:A 2025 001"')


# Entries that are not where they belong


@vector()
def wrong_seq(case):
    case.replace(6, b'"seq":6', b'"seq":9')
    case.finds(("sequence", 6), ("bundleRoot", "bundle.json"), proven=around(6))


@vector()
def removed_middle_entry(case):
    lines = case.lines
    del lines[6]
    case.lines = lines
    case.finds(("missingEntry", 6), ("bundleEntries", "bundle.json"),
               ("bundleRoot", "bundle.json"), proven=around(6))


@vector()
def removed_three_entries(case):
    lines = case.lines
    del lines[6:9]
    case.lines = lines
    case.finds(("missingEntry", 6), ("bundleEntries", "bundle.json"),
               ("bundleRoot", "bundle.json"), ("checkpointRoot", LARGE), proven=[(0, 4, 5)])
    case.damages[0]["through"] = 8


@vector()
def removed_middle_entry_resealed(case):
    """Links and numbers are made anew; only the checkpoint knows."""
    case.rewrite(lambda events: events.pop(6))
    case.finds(("reference", 7), ("reference", 8), ("checkpointBeyondEnd", LARGE),
               proven=[(0, 4, 5)])


@vector()
def removed_first_entry(case):
    case.lines = case.lines[1:]
    case.finds(("missingEntry", 0), ("bundleEntries", "bundle.json"),
               ("bundleRoot", "bundle.json"), ("checkpointSignature", SMALL),
               ("checkpointSignature", LARGE), proven=[])


@vector()
def swapped_entries(case):
    lines = case.lines
    lines[6], lines[7] = lines[7], lines[6]
    case.lines = lines
    case.finds(("missingEntry", 6), ("sequence", 8), ("bundleRoot", "bundle.json"),
               proven=around(6))


@vector()
def duplicated_entry(case):
    lines = case.lines
    lines.insert(7, lines[6])
    case.lines = lines
    case.finds(("sequence", 7), ("bundleEntries", "bundle.json"), ("bundleRoot", "bundle.json"),
               proven=BOTH)


@vector()
def inserted_blank_line(case):
    lines = case.lines
    lines.insert(7, b"")
    case.lines = lines
    case.finds(("notCanonical", 7), ("sequence", 8), ("bundleEntries", "bundle.json"),
               ("bundleRoot", "bundle.json"), proven=around(7))


@vector()
def removed_tail(case):
    case.lines = case.lines[:9]
    case.finds(("bundleEntries", "bundle.json"), ("bundleRoot", "bundle.json"),
               ("checkpointBeyondEnd", LARGE), proven=[(0, 4, 5)])


@vector()
def removed_tail_under_a_kept_checkpoint(case):
    """The bundle agrees with itself; the checkpoint that was kept elsewhere does not."""
    kept = case.files[LARGE]
    case.ledger.lines = case.ledger.lines[:9]
    case.files = case.ledger.files()
    case.keep(kept)
    case.finds(("checkpointBeyondEnd", "kept.note"), proven=[(0, 4, 5)])


@vector()
def rewritten_tail_under_a_kept_checkpoint(case):
    """The keeper of the key rewrote entry 8 and signed again; one old checkpoint is left."""
    kept = case.ledger.note(10)
    case.ledger = Ledger(ED, lambda events: events[8]["data"].update(ground="9.9"))
    case.reseal()
    case.keep(kept)
    case.finds(("checkpointRoot", "kept.note"), proven=BOTH)


@vector(SM)
def rewritten_tail_under_a_kept_checkpoint_sm3(case):
    kept = case.ledger.note(10)
    case.ledger = Ledger(SM, lambda events: events[8]["data"].update(ground="9.9"))
    case.reseal()
    case.keep(kept)
    case.finds(("checkpointRoot", "kept.note"), proven=BOTH)


@vector()
def truncated_file(case):
    case.files["entries.jsonl"] = case.files["entries.jsonl"][:-200]
    case.finds(("truncated", 11), ("bundleRoot", "bundle.json"),
               proven=[(0, 10, 12), (0, 4, 5)])


@vector()
def truncated_by_one_byte(case):
    case.files["entries.jsonl"] = case.files["entries.jsonl"][:-1]
    case.finds(("truncated", 11))


@vector()
def trailing_garbage(case):
    case.files["entries.jsonl"] += b"garbage\n"
    case.finds(("notCanonical", 12), ("bundleEntries", "bundle.json"),
               ("bundleRoot", "bundle.json"))


@vector()
def carriage_returns(case):
    """What a spreadsheet or an old mail program makes of the file: every line is another."""
    case.files["entries.jsonl"] = case.files["entries.jsonl"].replace(b"\n", b"\r\n")
    case.finds(*[("notCanonical", entry) for entry in range(12)], ("bundleRoot", "bundle.json"),
               ("checkpointSignature", SMALL), ("checkpointSignature", LARGE), proven=[])


@vector()
def byte_order_mark(case):
    case.files["entries.jsonl"] = b"\xef\xbb\xbf" + case.files["entries.jsonl"]
    case.finds(("notCanonical", 0), ("bundleRoot", "bundle.json"), ("checkpointSignature", SMALL),
               ("checkpointSignature", LARGE), proven=[])


@vector()
def byte_order_mark_with_key_given(case):
    """With a key of one's own, entry 0 may be lost and the rest is proven."""
    case.files["entries.jsonl"] = b"\xef\xbb\xbf" + case.files["entries.jsonl"]
    case.arguments = ["--key", ED.vkey]
    case.finds(("notCanonical", 0), ("bundleRoot", "bundle.json"), proven=[(1, 11, 12), (1, 4, 5)])


@vector()
def empty_entries(case):
    case.files["entries.jsonl"] = b""
    case.finds(("missingEntry", 0), ("bundleEntries", "bundle.json"),
               ("bundleRoot", "bundle.json"), ("checkpointSignature", SMALL),
               ("checkpointSignature", LARGE), proven=[])


# Forged by whoever holds the key: everything agrees but the rule


def wrong_event(name, entry, kind, change):
    def make(case):
        case.ledger = Ledger(ED, lambda events: change(events[entry]))
        case.reseal()
        case.finds((kind, entry))
    make.__name__ = name
    vector()(make)


wrong_event("time_goes_backwards", 6, "time",
            lambda event: event.update(at="2026-02-05T23:59:59.999Z"))
wrong_event("cause_is_later", 8, "reference", lambda event: event.update(cause=8))
wrong_event("supersedes_is_later", 10, "reference", lambda event: event.update(supersedes=11))
wrong_event("tag_skips_an_entry", 8, "tagLink",
            lambda event: event["tags"].update({"subject:P-7Q2M": 5}))
wrong_event("tag_points_at_an_entry_without_it", 8, "tagLink",
            lambda event: event["tags"].update({"case:A-2025-001": 6}))
wrong_event("tag_points_at_a_later_entry", 8, "tagLink",
            lambda event: event["tags"].update({"case:A-2025-001": 9}))


@vector()
def tag_says_first_and_is_not(case):
    tags = {"case:A-2025-001": None, "subject:P-7Q2M": 7}
    case.ledger = Ledger(ED, forge=lambda _, seq: {"tags": tags} if seq == 8 else {})
    case.reseal()
    case.finds(("tagLink", 8))


@vector()
def wrong_prev_under_true_roots(case):
    """The reverse of a linear fake: the tree is right, but the chain inside the lines is broken."""
    case.ledger = Ledger(
        ED, forge=lambda ledger, seq: {"prev": ledger.leaf(4).hex()} if seq == 6 else {})
    case.reseal()
    case.finds(("link", 5))


@vector()
def linear_fake(case):
    """The chain is right; root and checkpoint are of a tree over other leaves, well signed."""
    other = Ledger(ED, lambda events: events[9]["data"].update(measure="demotion"))
    case.describe(root=other.root().hex())
    case.files[LARGE] = other.note(12)
    case.finds(("bundleRoot", "bundle.json"), ("checkpointRoot", LARGE), proven=[(0, 4, 5)])


@vector()
def first_entry_is_no_creation(case):
    case.ledger = Ledger(ED, lambda events: events[0].update(type="ledger.opened.v1"))
    case.reseal()
    case.finds(("creation", 0), ("checkpointSignature", SMALL), ("checkpointSignature", LARGE),
               proven=[])


@vector()
def newer_format(case):
    case.ledger = Ledger(ED, lambda events: events[0]["data"].update(format=2))
    case.reseal()
    case.finds(("format", 0), ("checkpointSignature", SMALL), ("checkpointSignature", LARGE),
               proven=[])


@vector(SM)
def sm3_ledger_labelled_sha256(case):
    """Entry 0 says sha256 and gives a key of SM2: not a creation; bundle.json still says sm3."""
    case.ledger = Ledger(SM, lambda events: events[0]["data"].update(suite="sha256"))
    case.reseal()
    case.finds(("creation", 0), ("checkpointSignature", SMALL), ("checkpointSignature", LARGE),
               proven=[])


@vector()
def sm3_leaves_in_a_sha256_ledger(case):
    """Links, root and checkpoints are made with another hash than entry 0 says."""
    case.ledger = Ledger(ED)
    case.ledger.hash = v.sm3
    case.ledger.lines, case.ledger.carriers = [], {}
    for event in case.ledger.events:
        case.ledger.append(event)
    case.reseal()
    case.finds(*[("link", entry) for entry in range(1, 12)], ("bundleRoot", "bundle.json"),
               ("checkpointRoot", SMALL), ("checkpointRoot", LARGE), proven=[])


# Checkpoints


@vector()
def checkpoint_with_wrong_root(case):
    case.files[LARGE] = case.ledger.note(12, root=case.ledger.root(11))
    case.finds(("checkpointRoot", LARGE), proven=[(0, 4, 5)])


@vector(SM)
def checkpoint_with_wrong_root_sm3(case):
    case.files[LARGE] = case.ledger.note(12, root=case.ledger.root(11))
    case.finds(("checkpointRoot", LARGE), proven=[(0, 4, 5)])


def wrong_signature(case, change):
    note = case.files[LARGE]
    head, _, signature = note[:-1].rpartition(b" ")
    changed = change(bytearray(base64.b64decode(signature)))
    case.files[LARGE] = head + b" " + base64.b64encode(changed) + b"\n"
    case.finds(("checkpointSignature", LARGE), proven=[(0, 4, 5)])


def flip(at):
    def change(signature):
        signature[at] ^= 1
        return signature
    return change


@vector()
def checkpoint_with_wrong_signature(case):
    wrong_signature(case, flip(40))


@vector(SM)
def checkpoint_with_wrong_signature_sm3(case):
    wrong_signature(case, flip(40))


@vector()
def checkpoint_signature_beyond_the_order(case):
    """S + L signs the same to a careless verifier; RFC 8032 refuses it."""
    def change(signature):
        s = int.from_bytes(signature[36:], "little") + v.ED_L
        return signature[:36] + s.to_bytes(32, "little")
    wrong_signature(case, change)


@vector(SM)
def checkpoint_signature_zero_sm3(case):
    wrong_signature(case, lambda signature: signature[:4] + bytes(64))


@vector()
def checkpoint_signature_too_short(case):
    wrong_signature(case, lambda signature: signature[:-1])


@vector()
def checkpoint_with_second_base64_spelling(case):
    """The same bytes spelled otherwise: the unused bits of the last character are not zero."""
    note = case.files[LARGE]
    body = note[:-1]
    pad = len(body) - len(body.rstrip(b"="))
    alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    last = len(body) - pad - 1
    other = alphabet[alphabet.index(body[last]) + 1]
    case.files[LARGE] = body[:last] + bytes([other]) + body[last + 1:] + b"\n"
    case.finds(("checkpointSignature", LARGE), proven=[(0, 4, 5)])


@vector()
def checkpoint_of_a_foreign_key(case):
    """Another key under the ledger's own name."""
    case.files[LARGE] = case.ledger.note(12, signer=SAME_NAME)
    case.finds(("checkpointSignature", LARGE), proven=[(0, 4, 5)])


@vector()
def checkpoint_of_another_ledger(case):
    case.keep(Ledger(OTHER).note(5))
    case.finds(("checkpointSignature", "kept.note"))


@vector()
def checkpoint_with_wrong_origin(case):
    """The ledger's key signs for another ledger's name."""
    case.files[LARGE] = case.ledger.note(12, origin=OTHER.name)
    case.finds(("checkpointOrigin", LARGE), proven=[(0, 4, 5)])


@vector()
def checkpoint_with_wrong_size(case):
    """The size is changed in the text and nobody signed that."""
    case.files[LARGE] = case.files[LARGE].replace(b"\n12\n", b"\n11\n", 1)
    case.finds(("checkpointSignature", LARGE), proven=[(0, 4, 5)])


@vector()
def checkpoint_under_a_wrong_name(case):
    case.files["checkpoints/000000000011.note"] = case.files.pop(LARGE)
    case.finds(("checkpointName", "checkpoints/000000000011.note"), proven=[(0, 4, 5)])


@vector()
def checkpoint_beyond_the_end(case):
    case.keep(case.ledger.note(13, root=case.ledger.root()))
    case.finds(("checkpointBeyondEnd", "kept.note"))


@vector()
def checkpoint_without_signature(case):
    case.files[LARGE] = case.files[LARGE].rsplit(b"\n\n", 1)[0] + b"\n"
    case.finds(("checkpointSignature", LARGE), proven=[(0, 4, 5)])


@vector()
def checkpoint_with_carriage_returns(case):
    case.files[LARGE] = case.files[LARGE].replace(b"\n", b"\r\n")
    case.finds(("checkpointSignature", LARGE), proven=[(0, 4, 5)])


# What lies beside the entries


@vector()
def bundle_lies_about_the_root(case):
    case.describe(root=case.ledger.root(11).hex())
    case.finds(("bundleRoot", "bundle.json"))


@vector()
def bundle_lies_about_the_head(case):
    case.describe(head=case.ledger.leaf(10).hex())
    case.finds(("bundleHead", "bundle.json"))


@vector()
def bundle_lies_about_the_number(case):
    case.describe(entries=13)
    case.finds(("bundleEntries", "bundle.json"))


@vector()
def bundle_lies_about_the_origin(case):
    case.describe(origin=OTHER.name)
    case.finds(("bundleIdentity", "bundle.json"))


@vector()
def bundle_lies_about_the_suite(case):
    case.describe(suite="sm3")
    case.finds(("bundleIdentity", "bundle.json"))


@vector()
def bundle_is_not_canonical(case):
    case.files["bundle.json"] = case.files["bundle.json"].replace(b":", b": ")
    case.finds(("bundleMalformed", "bundle.json"))


@vector()
def keys_are_swapped(case):
    case.files["keys.txt"] = SAME_NAME.vkey.encode() + b"\n"
    case.finds(("keyFile", "keys.txt"))


@vector()
def keys_have_company(case):
    case.files["keys.txt"] += OTHER.vkey.encode() + b"\n"
    case.finds(("keyFile", "keys.txt"))


@vector()
def whole_ledger_forged_under_another_key(case):
    """Everything agrees with itself; only the auditor's own key tells."""
    case.ledger = Ledger(SAME_NAME)
    case.reseal()
    case.arguments = ["--key", ED.vkey]
    case.finds(("foreignKey", 0), ("checkpointSignature", SMALL), ("checkpointSignature", LARGE),
               proven=[])


# ---------------------------------------------------------------- writing

def write(directory):
    for name in sorted(os.listdir(directory)) if os.path.isdir(directory) else []:
        if os.path.isdir(os.path.join(directory, name)):
            shutil.rmtree(os.path.join(directory, name))
    for name, (make, signer) in VECTORS.items():
        case = Case(signer)
        make(case)
        expected = {"arguments": case.arguments, "damages": case.damages,
                    "proven": [list(run) for run in case.proven], "sound": not case.damages}
        if make.__doc__:
            expected["why"] = make.__doc__.strip()
        content = json.dumps(expected, ensure_ascii=False, indent=1, sort_keys=True)
        case.files["expect.json"] = content.encode() + b"\n"
        for path, content in case.files.items():
            path = os.path.join(directory, name, path)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(content)
    print("%d vectors" % len(VECTORS))


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    write(sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "..", "schema", "vectors"))
