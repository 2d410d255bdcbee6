#!/usr/bin/env python3
"""Verifies a bundle that `stele export` wrote. Python 3.9 or later, nothing but its standard library.

This is a second reading of schema/format.md, made from that document alone: it shares no code with
the Swift programs, so that a mistake in one of them shows as a disagreement.

usage: verify.py BUNDLE [--checkpoint FILE]... [--key VKEY-OR-FILE] [--json] [--lang zh|en]
exit status: 0 sound, 1 damaged or forged, 64 usage, 66 input missing, 74 read error
"""

import base64
import binascii
import datetime
import errno
import hashlib
import json
import os
import re
import sys
import unicodedata

LONGEST_LINE = 1 << 20
LARGEST_FILE = 4 << 20
DEEPEST = 32
LARGEST_INTEGER = 2**53 - 1
LISTED = 50
HOLE = bytes(32)


# ---------------------------------------------------------------- SM3 (GB/T 32905-2016)

def _rotate(x, n):
    n &= 31
    return ((x << n) | (x >> (32 - n))) & 0xFFFFFFFF


def sm3_by_hand(message):
    """SM3 of bytes, for an OpenSSL that lacks it."""
    state = [0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600,
             0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E]
    padded = message + b"\x80" + bytes(-(len(message) + 9) % 64)
    padded += (8 * len(message)).to_bytes(8, "big")
    for start in range(0, len(padded), 64):
        w = [int.from_bytes(padded[start + 4 * i:start + 4 * i + 4], "big") for i in range(16)]
        for j in range(16, 68):
            x = w[j - 16] ^ w[j - 9] ^ _rotate(w[j - 3], 15)
            x ^= _rotate(x, 15) ^ _rotate(x, 23)
            w.append(x ^ _rotate(w[j - 13], 7) ^ w[j - 6])
        a, b, c, d, e, f, g, h = state
        for j in range(64):
            t = 0x79CC4519 if j < 16 else 0x7A879D8A
            ss1 = _rotate((_rotate(a, 12) + e + _rotate(t, j)) & 0xFFFFFFFF, 7)
            ss2 = ss1 ^ _rotate(a, 12)
            ff = a ^ b ^ c if j < 16 else (a & b) | (a & c) | (b & c)
            gg = e ^ f ^ g if j < 16 else (e & f) | (~e & g)
            tt1 = (ff + d + ss2 + (w[j] ^ w[j + 4])) & 0xFFFFFFFF
            tt2 = (gg + h + ss1 + w[j]) & 0xFFFFFFFF
            d, c, b, a = c, _rotate(b, 9), a, tt1
            h, g, f = g, _rotate(f, 19), e
            e = tt2 ^ _rotate(tt2, 9) ^ _rotate(tt2, 17)
        state = [old ^ new for old, new in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join(word.to_bytes(4, "big") for word in state)


def sm3(message):
    try:
        return hashlib.new("sm3", message).digest()
    except ValueError:
        return sm3_by_hand(message)


def sha256(message):
    return hashlib.sha256(message).digest()


HASHES = {"sha256": sha256, "sm3": sm3}


# ---------------------------------------------------------------- Ed25519 (RFC 8032, 5.1.7)

ED_P = 2**255 - 19
ED_L = 2**252 + 27742317777372353535851937790883648493
ED_D = -121665 * pow(121666, -1, ED_P) % ED_P
ED_I = pow(2, (ED_P - 1) // 4, ED_P)


def _ed_add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % ED_P
    b = (p[1] + p[0]) * (q[1] + q[0]) % ED_P
    c = 2 * p[3] * q[3] * ED_D % ED_P
    d = 2 * p[2] * q[2] % ED_P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % ED_P, g * h % ED_P, f * g % ED_P, e * h % ED_P


def ed_multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = _ed_add(result, point)
        point = _ed_add(point, point)
        scalar >>= 1
    return result


def ed_encode(point):
    z = pow(point[2], -1, ED_P)
    x, y = point[0] * z % ED_P, point[1] * z % ED_P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def ed_decode(encoded):
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= ED_P:
        return None
    square = (y * y - 1) * pow(ED_D * y * y + 1, -1, ED_P) % ED_P
    x = pow(square, (ED_P + 3) // 8, ED_P)
    if (x * x - square) % ED_P:
        x = x * ED_I % ED_P
    if (x * x - square) % ED_P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = ED_P - x
    return x, y, 1, x * y % ED_P


ED_BASE = ed_decode((4 * pow(5, -1, ED_P) % ED_P).to_bytes(32, "little"))


def ed25519_verifies(public, message, signature):
    a = ed_decode(public)
    s = int.from_bytes(signature[32:], "little")
    if a is None or len(signature) != 64 or s >= ED_L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ED_L
    minus_a = (ED_P - a[0], a[1], 1, ED_P - a[3])
    return ed_encode(_ed_add(ed_multiply(s, ED_BASE), ed_multiply(k, minus_a))) == signature[:32]


# ---------------------------------------------------------------- SM2 (GB/T 32918.2-2016, 7)

SM2_P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF
SM2_A = SM2_P - 3
SM2_B = 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
SM2_N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
SM2_G = (0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7,
         0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0)
SM2_USER = b"1234567812345678"


def _sm2_add(p, q):
    if p is None or q is None:
        return p or q
    if p[0] == q[0]:
        if (p[1] + q[1]) % SM2_P == 0:
            return None
        slope = (3 * p[0] * p[0] + SM2_A) * pow(2 * p[1], -1, SM2_P)
    else:
        slope = (q[1] - p[1]) * pow(q[0] - p[0], -1, SM2_P)
    x = (slope * slope - p[0] - q[0]) % SM2_P
    return x, (slope * (p[0] - x) - p[1]) % SM2_P


def sm2_multiply(scalar, point):
    result = None
    while scalar:
        if scalar & 1:
            result = _sm2_add(result, point)
        point = _sm2_add(point, point)
        scalar >>= 1
    return result


def sm2_point(public):
    """The point 04 ‖ x ‖ y; None if it is not one of the curve."""
    if len(public) != 65 or public[0] != 4:
        return None
    x, y = int.from_bytes(public[1:33], "big"), int.from_bytes(public[33:], "big")
    if x >= SM2_P or y >= SM2_P or (y * y - (x * x + SM2_A) * x - SM2_B) % SM2_P:
        return None
    return x, y


def sm2_digest(public, message, user=SM2_USER):
    """e = SM3(Z ‖ message), Z binding the signer's identity, curve and key."""
    z = (8 * len(user)).to_bytes(2, "big") + user
    for number in (SM2_A, SM2_B) + SM2_G:
        z += number.to_bytes(32, "big")
    return int.from_bytes(sm3(sm3(z + public[1:]) + message), "big")


def sm2_verifies(public, message, signature):
    point = sm2_point(public)
    if point is None or len(signature) != 64:
        return False
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    if not (0 < r < SM2_N and 0 < s < SM2_N) or (r + s) % SM2_N == 0:
        return False
    sum_ = _sm2_add(sm2_multiply(s, SM2_G), sm2_multiply((r + s) % SM2_N, point))
    return sum_ is not None and (sm2_digest(public, message) + sum_[0] - r) % SM2_N == 0


# ---------------------------------------------------------------- keys and signed notes (C2SP)

class Refused(Exception):
    """Something from outside is not what the format asks for."""


def base64_strictly(text):
    """Standard Base 64 in its one spelling."""
    try:
        decoded = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Refused
    if base64.b64encode(decoded) != text.encode("utf-8"):
        raise Refused
    return decoded


def is_name(name):
    spaces = "\x20\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
    return name != "" and not any(
        c < "\x20" or c == "+" or c in spaces or "\u2000" <= c <= "\u200a" for c in name)


TYPES = ((b"\x01", "sha256", 32), (b"\xffsm2sm3", "sm3", 65))


class Key:
    """A public key with the name it signs under, read from `name+hash+base64(type ‖ key)`."""

    def __init__(self, vkey):
        parts = vkey.split("+", 2)
        if len(parts) != 3 or not is_name(parts[0]):
            raise Refused
        encoded = base64_strictly(parts[2])
        for prefix, suite, length in TYPES:
            if encoded.startswith(prefix):
                break
        else:
            raise Refused
        self.public = encoded[len(prefix):]
        if len(self.public) != length or suite == "sm3" and sm2_point(self.public) is None:
            raise Refused
        self.vkey, self.name, self.suite = vkey, parts[0], suite
        self.hash = sha256(self.name.encode() + b"\n" + encoded)[:4]
        if parts[1] != self.hash.hex():
            raise Refused

    def verifies(self, message, signature):
        check = ed25519_verifies if self.suite == "sha256" else sm2_verifies
        return len(signature) == 64 and check(self.public, message, signature)


class Note:
    """A signed note: its text and its signature lines (name, key hash, signature)."""

    def __init__(self, note):
        if len(note) > 1 << 20:
            raise Refused
        try:
            note.decode("utf-8")
        except UnicodeDecodeError:
            raise Refused
        blank = note.rfind(b"\n\n")
        if any(byte < 0x20 and byte != 0x0A for byte in note) or blank < 0:
            raise Refused
        text, tail = note[:blank + 1], note[blank + 2:]
        if not tail.endswith(b"\n"):
            raise Refused
        self.text, self.signatures = text.decode(), []
        lines = tail[:-1].decode().split("\n")
        if len(lines) > 100:
            raise Refused
        for line in lines:
            parts = line.split(" ")
            if len(parts) != 3 or parts[0] != "\u2014" or not is_name(parts[1]):
                raise Refused
            signature = base64_strictly(parts[2])
            if len(signature) < 5:
                raise Refused
            self.signatures.append((parts[1], signature[:4], signature[4:]))

    def is_signed_by(self, key):
        """Every line that claims the key is right, and there is one."""
        claims = [s for name, hash_, s in self.signatures if (name, hash_) == (key.name, key.hash)]
        return claims != [] and all(key.verifies(self.text.encode(), s) for s in claims)


class Checkpoint:
    def __init__(self, text):
        lines = text.split("\n")
        if lines.pop() != "" or len(lines) < 3 or "" in lines:
            raise Refused
        if not re.fullmatch("0|[1-9][0-9]{0,18}", lines[1]) or int(lines[1]) >= 2**63:
            raise Refused
        self.origin, self.size, self.root = lines[0], int(lines[1]), base64_strictly(lines[2])
        if len(self.root) != 32:
            raise Refused
        self.at = next((line[3:] for line in lines[3:] if line.startswith("at ")), None)


class KeptCheckpoint:
    """A checkpoint, where it lies, and what is wrong with it before any entry is read."""

    def __init__(self, note, place, outside, key, origin):
        self.place, self.outside = place, outside
        self.fault, self.checkpoint, self.claims = "checkpointSignature", None, None
        try:
            note = Note(note)
            found = Checkpoint(note.text)
        except Refused:
            return
        self.claims = found.origin
        if key is None or not note.is_signed_by(key):
            return
        name = "checkpoints/%012d.note" % found.size
        if key.name != found.origin or origin is not None and origin != found.origin:
            self.fault = "checkpointOrigin"
        elif not outside and place != name:
            self.fault = "checkpointName"
        else:
            self.fault, self.checkpoint = None, found


# ---------------------------------------------------------------- canonical lines and entries

def _refuse(_):
    raise Refused


def utf16(text):
    return text.encode("utf-16-be")


def check_value(value, depth):
    """What canonical bytes do not show by themselves: order of keys, depth, range of integers."""
    if isinstance(value, dict):
        if depth > DEEPEST:
            raise Refused
        keys = list(value)
        if keys != sorted(keys, key=utf16):
            raise Refused
        for inner in value.values():
            check_value(inner, depth + 1)
    elif isinstance(value, list):
        if depth > DEEPEST:
            raise Refused
        for inner in value:
            check_value(inner, depth + 1)
    elif type(value) is int and abs(value) > LARGEST_INTEGER:
        raise Refused


def read_canonical(data):
    """The value that bytes are the one canonical spelling of (RFC 8785, integers only).

    Written again, the value must give the same bytes: a second key of one name, a longer escape,
    white space, `-0` and half a surrogate pair all come out differently or not at all.
    """
    try:
        text = data.decode("utf-8")
        value = json.loads(text, parse_float=_refuse, parse_constant=_refuse)
        check_value(value, 1)
        again = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        if again.encode("utf-8") != data:
            raise Refused
    except (ValueError, RecursionError):
        raise Refused
    return value


TAG = re.compile(r"[a-z]+:[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
TYPE = re.compile(r"[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)+\.v[0-9]+")
UUID7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
HEX64 = re.compile(r"[0-9a-f]{64}")
INSTANT = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z")
DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def _is_day(match):
    try:
        datetime.date(*(int(part) for part in match.groups()[:3]))
        return True
    except ValueError:
        return False


def is_text(value):
    return isinstance(value, str)


def is_position(value):
    return type(value) is int and value >= 0


def is_date(value):
    match = DATE.fullmatch(value) if is_text(value) else None
    return match is not None and _is_day(match)


def is_instant(value):
    match = INSTANT.fullmatch(value) if is_text(value) else None
    return match is not None and _is_day(match)


def spelled(pattern):
    return lambda value: is_text(value) and pattern.fullmatch(value) is not None


MEMBERS = {  # name: (must be there, what it must be)
    "actor": (True, is_text),
    "approver": (False, is_text),
    "at": (True, is_instant),
    "basis": (True, lambda value: isinstance(value, list) and all(map(is_text, value))),
    "cause": (False, is_position),
    "data": (True, lambda value: isinstance(value, dict) and seals_are_sound(value, True)),
    "id": (True, spelled(UUID7)),
    "on": (False, is_date),
    "onBasis": (False, is_text),
    "prev": (True, lambda value: value is None or spelled(HEX64)(value)),
    "seq": (True, is_position),
    "supersedes": (False, is_position),
    "tags": (True, lambda value: isinstance(value, dict) and all(
        TAG.fullmatch(tag) and (last is None or is_position(last))
        for tag, last in value.items())),
    "type": (True, spelled(TYPE)),
    "unit": (True, is_text),
}


def seals_are_sound(value, is_data=False):
    if isinstance(value, list):
        return all(map(seals_are_sound, value))
    if not isinstance(value, dict):
        return True
    if "sealed" in value:
        return not is_data and len(value) == 1 and spelled(HEX64)(value["sealed"])
    return all(map(seals_are_sound, value.values()))


def read_entry(line):
    """The entry that a line is; None if it is none."""
    try:
        entry = read_canonical(line)
    except Refused:
        return None
    if not isinstance(entry, dict) or not entry.keys() <= MEMBERS.keys():
        return None
    for name, (needed, is_right) in MEMBERS.items():
        if name not in entry:
            if needed:
                return None
        elif not is_right(entry[name]):
            return None
    if "onBasis" in entry and "on" not in entry:
        return None
    if (entry["seq"] == 0) != (entry["prev"] is None):
        return None
    return entry


# ---------------------------------------------------------------- the tree (RFC 9162, 2.1.1)

class Tree:
    """Roots of the perfect subtrees from left to right: enough to add a leaf and know the root."""

    def __init__(self, hash_):
        self.hash, self.size, self.roots = hash_, 0, []

    def append(self, leaf):
        self.roots.append(leaf)
        self.size += 1
        size = self.size
        while size % 2 == 0:
            right, left = self.roots.pop(), self.roots.pop()
            self.roots.append(self.hash(b"\x01" + left + right))
            size //= 2

    def root(self):
        if not self.roots:
            return self.hash(b"")
        root = self.roots[-1]
        for left in reversed(self.roots[:-1]):
            root = self.hash(b"\x01" + left + root)
        return root


# ---------------------------------------------------------------- files

def read_file(path):
    with open(path, "rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)
    return content


def lines_of(path):
    """(line, whether its newline is missing); None for a line too long to be an entry."""
    with open(path, "rb") as file:
        while True:
            line = file.readline(LONGEST_LINE + 2)
            if not line:
                return
            ended = line.endswith(b"\n")
            if ended or len(line) <= LONGEST_LINE:
                line = line[:-1] if ended else line
                yield (line if len(line) <= LONGEST_LINE else None), not ended
                continue
            while line and not line.endswith(b"\n"):
                line = file.readline(1 << 20)
            yield None, not line.endswith(b"\n")


# ---------------------------------------------------------------- the chain

class Places:
    """Says which position each line takes."""

    def __init__(self):
        self.expected, self.last_leaf = 0, None

    def place(self, entry, leaf):
        """(position or None, why it is not simply the next: None, "sequence", "missingEntry")."""
        position, why = self.expected, None
        if entry is not None and entry["seq"] != self.expected:
            prev = entry["prev"] and bytes.fromhex(entry["prev"])
            if self.last_leaf is not None and prev == self.last_leaf:
                why = "sequence"
            elif self.expected < entry["seq"] < 2**52:
                position, why = entry["seq"], "missingEntry"
            else:
                return None, "sequence"
        self.expected, self.last_leaf = position + 1, leaf
        return position, why


CLOCK_CORRECTED = "clock.corrected.v1"
PRECEDENCE = ["truncated", "notCanonical", "missingEntry", "sequence", "link", "time",
              "reference", "tagLink", "creation", "format"]


class Blame(dict):
    """Position → code; of several codes the first in order of precedence stays."""

    def add(self, code, position):
        old = self.get(position)
        if old is None or PRECEDENCE.index(code) < PRECEDENCE.index(old):
            self[position] = code


class Walk:
    """The first pass over all lines."""

    def __init__(self, hash_, sizes):
        self.hash, self.sizes, self.tree, self.places = hash_, set(sizes), Tree(hash_), Places()
        self.roots, self.blame, self.gaps = {}, Blame(), []
        self.broken, self.recorded = [], {}
        self.references, self.times, self.tag_faults = [], [], []
        self.last_at, self.carriers = None, {}
        self.keep_root()

    def keep_root(self):
        if self.tree.size in self.sizes:
            self.roots[self.tree.size] = self.tree.root()

    def disown(self, position, leaf):
        self.broken.append(position)
        if leaf is not None:
            self.recorded[position] = leaf

    def take(self, line, cut):
        leaf = HOLE if line is None else self.hash(b"\x00" + line)
        entry = None if line is None else read_entry(line)
        self.tree.append(leaf)
        self.keep_root()
        before, expected = self.places.last_leaf, self.places.expected
        position, why = self.places.place(entry, leaf)
        if position is None:
            self.blame.add("truncated" if cut else "sequence", expected)
            return
        if cut:
            self.blame.add("truncated", position)
        if entry is None:
            self.blame.add("notCanonical", position)
            return
        prev = entry["prev"] and bytes.fromhex(entry["prev"])
        if why == "sequence":
            self.blame.add("sequence", position)
        elif why == "missingEntry":
            self.blame.add("missingEntry", expected)
            self.gaps.append((expected, position - 1))
            if prev is not None:
                self.recorded[position - 1] = prev
        elif position > 0 and prev != before:
            self.disown(position - 1, prev)
        if self.last_at is not None and entry["at"] < self.last_at[0]:
            if entry["type"] != CLOCK_CORRECTED:
                self.times.append((position, self.last_at[1]))
        self.last_at = (entry["at"], position)
        if max(entry.get("cause", -1), entry.get("supersedes", -1)) >= position:
            self.references.append(position)
        for tag, points_at in entry["tags"].items():
            carrier = self.carriers.get(tag)
            if carrier != points_at:
                self.tag_faults.append((position, points_at, carrier))
            self.carriers[tag] = position

    def accuse(self, creation_fault):
        """Who is to blame; afterwards `blame` and `recorded` are final."""
        if self.tree.size == 0:
            self.blame.add("missingEntry", 0)
        broken = set(self.broken)
        for position in self.broken:
            if position + 1 in broken:
                self.recorded.pop(position, None)
                self.blame.add("link", position + 1)
            else:
                self.blame.add("link", position)
        damaged = dict(self.blame)

        def explains(position):
            return position is not None and (position in damaged or self.gap(position) is not None)

        for position, against in self.times:
            if not explains(against):
                self.blame.add("time", position)
        for position in self.references:
            self.blame.add("reference", position)
        for position, points_at, carrier in self.tag_faults:
            if not explains(points_at) and not explains(carrier):
                self.blame.add("tagLink", position)
        if creation_fault and 0 not in damaged:
            self.blame.add(creation_fault, 0)

    def gap(self, position):
        low, high = 0, len(self.gaps)
        while low < high:
            middle = (low + high) // 2
            if self.gaps[middle][1] < position:
                low = middle + 1
            else:
                high = middle
        if low < len(self.gaps) and self.gaps[low][0] <= position:
            return self.gaps[low]
        return None


def second_pass(path, walk, sizes):
    """Roots with damaged entries as their neighbours record them, and the trails they touch."""
    tree, places, whole, roots, trails = Tree(walk.hash), Places(), True, {}, {}

    def told(position):
        if position is None or position in walk.blame:
            return position
        gap = walk.gap(position)
        return gap and gap[0]

    for line, _ in lines_of(path):
        leaf = HOLE if line is None else walk.hash(b"\x00" + line)
        entry = None if line is None else read_entry(line)
        expected = places.expected
        position, why = places.place(entry, leaf)
        if position is None:
            continue
        leaves = [walk.recorded.get(position, leaf)]
        if why == "missingEntry":
            if expected == position - 1 and expected in walk.recorded:
                leaves.insert(0, walk.recorded[expected])
            else:
                whole = False
        for leaf in leaves if whole else []:
            tree.append(leaf)
            if tree.size in sizes:
                roots[tree.size] = tree.root()
        for tag, points_at in entry["tags"].items() if entry else []:
            for place in (told(position), told(points_at)):
                if place is not None:
                    trails.setdefault(place, set()).add(tag)
    return roots, trails


# ---------------------------------------------------------------- the bundle

def read_creation(path):
    """(what entry 0 says, or None; the code of what is wrong with it, or None)."""
    line = next(lines_of(path), (None, False))[0]
    entry = read_entry(line) if line is not None else None
    if entry is None or entry["seq"] != 0:
        return None, None
    data = entry["data"]
    if entry["type"] != "ledger.created.v1" or type(data.get("format")) is not int:
        return None, "creation"
    if data["format"] != 1:
        return None, "format"
    try:
        if not is_text(data.get("publicKey")) or data.get("suite") not in ("sha256", "sm3"):
            raise Refused
        key = Key(data["publicKey"])
        if key.suite != data["suite"] or key.name != data.get("origin"):
            raise Refused
    except Refused:
        return None, "creation"
    return key, None


def read_description(content):
    try:
        value = read_canonical(content[:-1])
    except Refused:
        return None
    shape = {"entries": is_position, "format": lambda v: type(v) is int, "head": spelled(HEX64),
             "origin": is_text, "root": spelled(HEX64), "suite": is_text}
    right = (content.endswith(b"\n") and isinstance(value, dict) and value.keys() == shape.keys()
             and all(is_right(value[name]) for name, is_right in shape.items()))
    return value if right else None


def verify(bundle, kept, given):
    """The report, as the object that --json prints, and what only the sentences need."""
    description = read_description(read_file(os.path.join(bundle, "bundle.json")))
    keys = read_file(os.path.join(bundle, "keys.txt"))
    path = os.path.join(bundle, "entries.jsonl")
    own, creation_fault = read_creation(path)
    suite = own.suite if own else None
    if suite is None and description and description["suite"] in HASHES:
        suite = description["suite"]
    if suite is None:
        suite = given.suite if given else "sha256"
    hash_ = HASHES[suite]
    trusted, origin = given or own, own and own.name

    checkpoints = []
    directory = os.path.join(bundle, "checkpoints")
    names = os.listdir(os.fsencode(directory)) if os.path.exists(directory) else []
    for name in map(os.fsdecode, sorted(names)):
        if name.endswith(".note") and not name.startswith("."):
            note = read_file(os.path.join(directory, name))
            checkpoints.append(KeptCheckpoint(note, "checkpoints/" + name, False, trusted, origin))
    for name, note in kept:
        checkpoints.append(KeptCheckpoint(note, name, True, trusted, origin))
    sizes = {one.checkpoint.size for one in checkpoints if one.checkpoint}

    walk = Walk(hash_, sizes)
    for line, cut in lines_of(path):
        walk.take(line, cut)
    lines, root = walk.tree.size, walk.tree.root()

    rest = []
    if description is None:
        rest.append(("bundleMalformed", "bundle.json"))
    else:
        if own and (description["format"], description["origin"], description["suite"]) != (
                1, own.name, own.suite):
            rest.append(("bundleIdentity", "bundle.json"))
        if description["entries"] != lines:
            rest.append(("bundleEntries", "bundle.json"))
        if description["root"] != root.hex():
            rest.append(("bundleRoot", "bundle.json"))
        head = bytes.fromhex(description["head"])
        if description["entries"] == lines > 0 and head != walk.places.last_leaf:
            if description["root"] == root.hex():
                rest.append(("bundleHead", "bundle.json"))
            elif walk.places.last_leaf is not None:
                walk.disown(walk.places.expected - 1, head)
    if own and keys != own.vkey.encode() + b"\n":
        rest.append(("keyFile", "keys.txt"))

    walk.accuse(creation_fault)
    repaired, trails = {}, {}
    if walk.blame or walk.recorded:
        repaired, trails = second_pass(path, walk, sizes)

    damages = []
    for position in sorted(walk.blame)[:LISTED]:
        damage = {"entry": position, "kind": walk.blame[position],
                  "trails": sorted(trails.get(position, ()))}
        gap = walk.gap(position)
        if damage["kind"] == "missingEntry" and gap and gap[1] > gap[0]:
            damage["through"] = gap[1]
        damages.append(damage)
    damages += [{"kind": kind, "place": place, "trails": []} for kind, place in rest]
    if own and given and own.vkey != given.vkey:
        damages.append({"entry": 0, "kind": "foreignKey", "trails": []})

    proven = []
    for one in checkpoints:
        fault, found, holes = one.fault, one.checkpoint, []
        if found:
            if walk.roots.get(found.size) == found.root:
                pass
            elif repaired.get(found.size) == found.root:
                holes = [p for p in sorted(walk.recorded) if p < found.size]
            elif found.size > max(walk.places.expected, lines):
                fault = "checkpointBeyondEnd"
            else:
                fault = "checkpointRoot"
        if fault:
            damages.append({"kind": fault, "place": one.place, "trails": []})
            continue
        first = 0
        for hole in holes + [found.size]:
            if first < hole:
                run = {"checkpoint": found.size, "first": first, "last": hole - 1}
                if found.at is not None:
                    run["at"] = found.at
                if one.outside:
                    run["keptIn"] = one.place
                proven.append((run, one.place))
            first = hole + 1
    proven.sort(key=lambda run: -run[0]["checkpoint"])

    first_bad = min(walk.blame) if walk.blame else lines
    report = {
        "checkpoints": len(checkpoints),
        "coherentThrough": first_bad - 1 if first_bad > 0 else None,
        "damages": damages,
        "entries": lines,
        "key": trusted and trusted.vkey,
        "keySource": "given" if given else "entry0" if own else None,
        "origin": origin,
        "proven": [run for run, _ in proven],
        "root": root.hex(),
        "sound": not damages,
        "suite": own and own.suite,
        "unlisted": max(0, len(walk.blame) - LISTED),
    }
    return report, [place for _, place in proven], {one.place: one.claims for one in checkpoints}


# ---------------------------------------------------------------- what a person reads

REASONS = {
    "truncated": ("文件在这一条中间断掉", "the file ends inside this entry"),
    "notCanonical": ("不是规范格式的记录", "not an entry in canonical form"),
    "missingEntry": ("记录缺失", "entry missing"),
    "sequence": ("编号不在其位", "another entry stands in its place"),
    "link": ("与后一条所载哈希不符，内容被改动", "altered: the next entry records another hash"),
    "time": ("登记时间倒退", "recorded earlier than the entry before it"),
    "reference": ("引用了尚不存在的记录", "refers to an entry that does not precede it"),
    "tagLink": ("轨迹链断裂：回指的不是上一条同标签记录",
                "a trail is broken: a tag does not point at its previous carrier"),
    "creation": ("不是合格的建账记录", "not a proper creation of a ledger"),
    "format": ("是本程序不认识的新格式，请用更新的程序", "a newer format; use a newer program"),
    "bundleMalformed": ("无法读取", "cannot be read"),
    "bundleIdentity": ("与 0 号记录所述账本不符", "speaks of another ledger than entry 0"),
    "bundleEntries": ("所载条数与记录不符", "its number of entries is not what is there"),
    "bundleRoot": ("所载根与记录不符", "its root is not that of the entries"),
    "bundleHead": ("所载末条哈希与记录不符", "its head is not the hash of the last entry"),
    "keyFile": ("与 0 号记录所载公钥不符", "not the public key of entry 0"),
    "foreignKey": ("所载公钥不是您所信任的公钥", "names another public key than the one you trust"),
    "checkpointSignature": ("检查点无法读取，或不是由所信任的密钥签名",
                            "unreadable, or not signed by the trusted key"),
    "checkpointOrigin": ("是另一本账的检查点", "a checkpoint of another ledger"),
    "checkpointName": ("文件名与所载条数不符", "its file name says another size"),
    "checkpointBeyondEnd": ("所证条数多于现有记录：尾部被截掉",
                            "vouches for more entries than there are: the tail was cut"),
    "checkpointRoot": ("所证的是另一段历史", "vouches for another history"),
}


def harmless(text):
    return "".join("‹U+%X›" % ord(c) if unicodedata.category(c)[0] == "C" or
                   unicodedata.category(c) in ("Zl", "Zp") else c for c in text)


def page(report, places, claims, has_kept, language):
    def say(chinese, english):
        return chinese if language == "zh" else english

    def span(first, last):
        return str(first) if first == last else "%d–%d" % (first, last)

    entries, out = report["entries"], []
    if report["sound"]:
        out.append(say("✓ 完好：%d 条记录逐字节重算一致。",
                       "✓ Sound: %d entries, every byte recomputed.") % entries)
    else:
        out.append(say("✗ 已损坏或伪造：%d 条记录中发现问题。",
                       "✗ Damaged or forged: %d entries, problems found.") % entries)
        bad = [d["entry"] for d in report["damages"] if "entry" in d and d["kind"] != "foreignKey"]
        if bad:
            out.append(say("第一条有问题的是第 %d 号记录。", "The first bad entry is %d.") % bad[0])
        for damage in report["damages"]:
            reason = REASONS[damage["kind"]][0 if language == "zh" else 1]
            if "entry" in damage:
                where = span(damage["entry"], damage.get("through", damage["entry"]))
                out.append("  " + say("第 %s 号记录：%s", "entry %s: %s") % (where, reason))
            else:
                place = damage["place"]
                out.append("  " + say("%s：%s", "%s: %s") % (harmless(place), reason))
                claim = claims.get(place)
                if damage["kind"] in ("checkpointSignature", "checkpointOrigin", "checkpointName") \
                        and claim not in (None, report["origin"]):
                    out.append("    " + say("它自称属于 %s（未经证实）",
                                            "it claims to be of %s (unproven)") % harmless(claim))
            if damage["trails"]:
                shown = " ".join(damage["trails"][:20]) + (" …" if damage["trails"][20:] else "")
                out.append("    " + say("涉及的轨迹：%s", "trails touched: %s") % shown)
        if report["unlisted"]:
            out.append("  " + say("另有 %d 条有问题的记录未列出。",
                                  "%d more bad entries are not listed.") % report["unlisted"])
        if report["coherentThrough"] is None:
            out.append(say("从 0 号起链条即已不符。",
                           "The chain does not hold from entry 0 on."))
        else:
            out.append(say("从 0 号到 %d 号，链条前后相符。",
                           "From 0 to %d the chain holds together.") % report["coherentThrough"])
    out.append(say("根（%s）  %s", "root (%s)  %s") % (report["suite"] or "?", report["root"]))
    for run, place in zip(report["proven"], places):
        if place == places[0] or "keptIn" in run:
            at = say(" %s 的", "of %s ") % harmless(run["at"]) if "at" in run else ""
            out.append(say("✓ %s 号记录完好，由%s检查点 %s 证明。",
                           "✓ %s sound under the checkpoint %s(%s).")
                       % (span(run["first"], run["last"]), at, harmless(place)))
    key = harmless(report["key"] or "")
    if report["keySource"] == "given":
        out.append(say("检查点按您给出的公钥核对：", "Checkpoints are checked under the key you gave: ")
                   + key)
    elif report["keySource"] == "entry0":
        out.append(say(
            "没有给出公钥，检查点按 0 号记录自带的公钥核对：%s；请从别处核实它，或用 --key 给出。",
            "No key was given; checkpoints are checked under the key in entry 0 itself: %s. "
            "Confirm it elsewhere, or give yours with --key.") % key)
    else:
        out.append(say(
            "没有可信的公钥：0 号记录读不出公钥，也没有给出 --key，检查点无法核对。",
            "No key to trust: entry 0 gives none and there is no --key, so checkpoints cannot be "
            "checked."))
    if not has_kept:
        out.append(say(
            "没有给出另行保存的检查点，无法排除尾部被截断或整本被重写；请加 --checkpoint 文件。",
            "No checkpoint kept elsewhere was given: a tail that was cut, or a ledger rewritten "
            "whole, cannot be ruled out; add --checkpoint FILE."))
    return "\n".join(out)


# ---------------------------------------------------------------- the program

USAGE = ("用法：verify.py 导出目录 [--checkpoint 文件]… [--key 公钥或文件] [--json] [--lang zh|en]",
         "usage: verify.py BUNDLE [--checkpoint FILE]... [--key VKEY-OR-FILE] [--json] "
         "[--lang zh|en]")


def parse(words):
    """(bundle, checkpoint files, key, json, help); Refused if they cannot be understood."""
    bundle, kept, key, as_json, help_, rest, names = None, [], None, False, False, list(words), False
    while rest:
        word = rest.pop(0)
        if not word.startswith("-") or word == "-" or names:
            if bundle is not None:
                raise Refused
            bundle = word
            continue
        name, equals, value = word.partition("=")
        if name in ("--checkpoint", "--key", "--lang"):
            if not equals:
                if not rest:
                    raise Refused
                value = rest.pop(0)
            if name == "--checkpoint":
                kept.append(value)
            elif name == "--lang" and value not in ("zh", "en") or name == "--key" and key:
                raise Refused
            elif name == "--key":
                key = value
        elif word == "--":
            names = True
        elif word == "--json":
            as_json = True
        elif word in ("--help", "-h"):
            help_ = True
        else:
            raise Refused
    if bundle is None and not help_:
        raise Refused
    return bundle, kept, key, as_json, help_


def language_of(words):
    asked = os.environ.get("STELE_LANG")
    for index, word in enumerate(words):
        if word == "--lang" and words[index + 1:index + 2] in (["zh"], ["en"]):
            asked = words[index + 1]
        elif word in ("--lang=zh", "--lang=en"):
            asked = word[7:]
    return asked if asked in ("zh", "en") else "zh"


def trusted_key(text):
    try:
        return Key(text)
    except Refused:
        return Key(read_file(text).decode("utf-8", "replace").strip())


def main(words):
    language = language_of(words)

    def say(chinese, english):
        print(chinese if language == "zh" else english, file=sys.stderr)

    try:
        bundle, kept, key, as_json, help_ = parse(words)
    except Refused:
        say("命令写法有误。\n" + USAGE[0], "The command line cannot be understood.\n" + USAGE[1])
        return 64
    if help_:
        print(USAGE[0 if language == "zh" else 1])
        return 0
    try:
        notes = [(path, read_file(path)) for path in kept]
        try:
            given = trusted_key(key) if key is not None else None
        except Refused:
            say("%s 既不是公钥，也不是装有一把公钥的文件。" % harmless(key),
                "%s is neither a public key nor a file with one." % harmless(key))
            return 64
        report, places, claims = verify(bundle, notes, given)
    except OSError as problem:
        path = harmless(str(problem.filename))
        if problem.errno in (errno.ENOENT, errno.ENOTDIR):
            say("找不到 %s；请检查路径，导出目录由 stele export 写成。" % path,
                "%s is not there; check the path: a bundle is what stele export writes." % path)
            return 66
        say("读不了 %s：%s" % (path, problem.strerror), "Cannot read %s: %s" % (path, problem.strerror))
        return 74
    if as_json:
        print(json.dumps(report, ensure_ascii=False, separators=(",", ":"), sort_keys=True))
    else:
        print(page(report, places, claims, bool(kept), language))
    return 0 if report["sound"] else 1


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))
