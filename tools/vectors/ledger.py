"""A small ledger with keys of its own, sealed in Python, for the vectors."""

import base64
import hashlib
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import verify as v  # noqa: E402


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

    def note(self, size, root=None, origin=None, signer=None, extra=True, at=None):
        text = "%s\n%d\n%s\n" % (origin or self.signer.name, size,
                                 base64.b64encode(root or self.root(size)).decode())
        if extra:
            text += ("at " + at if at else MADE % (1 + size % 9)) + "\n"
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
