#!/usr/bin/env python3
"""Verifies a bundle that `stele export` wrote. Python 3.9 or later, nothing but its standard library.

This is a second reading of schema/format.md, made from that document alone: it shares no code with
the Swift programs, so that a mistake in one of them shows as a disagreement.

usage: verify.py BUNDLE [--checkpoint FILE]... [--key VKEY-OR-FILE] [--json] [--lang zh|en]
       verify.py proof FILE --key VKEY-OR-FILE [--checkpoint FILE]... [--json] [--lang zh|en]
exit status: 0 sound, 1 damaged or forged, 64 usage, 66 input missing, 74 read error

Whatever a file holds, memory stays bounded and time grows with its size alone.
"""

import array
import base64
import binascii
import bisect
import datetime
import errno
import hashlib
import itertools
import json
import os
import re
import stat
import sys
import unicodedata

LONGEST_LINE = 1 << 20
LARGEST_DESCRIPTION = 1 << 16
LARGEST_NOTE = 1 << 20
LARGEST_PROOF = 4 << 20
DEEPEST = 32
LARGEST_INTEGER = 2**53 - 1
LISTED = 50
LISTED_TRAILS = 100
MOST_STRANGE_LINES = 100_000
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
    """The point in its one spelling; None for a second spelling (y not below p, or a sign with
    x = 0) and for what is no point of the curve."""
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


def ed_public_point(public):
    """The point that a public key is; None unless it is one spelling of a point that is not of
    small order: eight times such a point is the neutral one, and anybody can sign for it."""
    point = ed_decode(public) if len(public) == 32 else None
    if point is None:
        return None
    eightfold = ed_multiply(8, point)
    return None if eightfold[0] % ED_P == 0 and (eightfold[1] - eightfold[2]) % ED_P == 0 else point


class Comb:
    """Multiples of a fixed point, four bits at a time: made once, each use takes 64 additions."""

    def __init__(self, point, neutral, add):
        self.neutral, self.add, self.rows = neutral, add, []
        for _ in range(64):
            row = [neutral]
            for _ in range(15):
                row.append(add(row[-1], point))
            self.rows.append(row)
            point = add(row[-1], point)

    def multiply(self, scalar):
        result = self.neutral
        for row in self.rows:
            if scalar & 15:
                result = self.add(result, row[scalar & 15])
            scalar >>= 4
        return result


COMBS = {}


def comb(name, point, neutral, add):
    """Kept for as few points as there are keys that are trusted."""
    if name not in COMBS:
        if len(COMBS) > 4:
            COMBS.clear()
        COMBS[name] = Comb(point, neutral, add)
    return COMBS[name]


def ed25519_verifies(public, message, signature):
    a = ed_public_point(public)
    s = int.from_bytes(signature[32:], "little")
    if a is None or len(signature) != 64 or s >= ED_L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ED_L
    minus_a = (ED_P - a[0], a[1], 1, ED_P - a[3])
    left = comb("ed25519", ED_BASE, (0, 1, 1, 0), _ed_add).multiply(s)
    right = comb(public, minus_a, (0, 1, 1, 0), _ed_add).multiply(k)
    return ed_encode(_ed_add(left, right)) == signature[:32]


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
    sum_ = _sm2_add(comb("sm2", SM2_G, None, _sm2_add).multiply(s),
                    comb(public, point, None, _sm2_add).multiply((r + s) % SM2_N))
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
        is_point = ed_public_point if suite == "sha256" else sm2_point
        if len(self.public) != length or is_point(self.public) is None:
            raise Refused
        self.vkey, self.name, self.suite = vkey, parts[0], suite
        self.hash = sha256(self.name.encode() + b"\n" + encoded)[:4]
        if parts[1] != self.hash.hex():
            raise Refused

    def verifies(self, message, signature):
        check = ed25519_verifies if self.suite == "sha256" else sm2_verifies
        return len(signature) == 64 and check(self.public, message, signature)


CONTROL = re.compile(rb"[\x00-\x09\x0b-\x1f]")


class Note:
    """A signed note: its text and its signature lines (name, key hash, signature)."""

    def __init__(self, note):
        if len(note) > LARGEST_NOTE:
            raise Refused
        try:
            note.decode("utf-8")
        except UnicodeDecodeError:
            raise Refused
        blank = note.rfind(b"\n\n")
        if CONTROL.search(note) or blank < 0:
            raise Refused
        text, tail = note[:blank + 1], note[blank + 2:]
        if not tail.endswith(b"\n") or tail.count(b"\n") > 100:
            raise Refused
        self.text, self.signatures = text.decode(), []
        for line in tail[:-1].decode().split("\n"):
            parts = line.split(" ", 3)
            if len(parts) != 3 or parts[0] != "\u2014" or not is_name(parts[1]):
                raise Refused
            signature = base64_strictly(parts[2])
            if len(signature) < 5:
                raise Refused
            self.signatures.append((parts[1], signature[:4], signature[4:]))

    def is_signed_by(self, key):
        """Every line that claims the key is right, and there is one."""
        claims = {s for name, hash_, s in self.signatures if (name, hash_) == (key.name, key.hash)}
        return claims != set() and all(key.verifies(self.text.encode(), s) for s in claims)


class Checkpoint:
    def __init__(self, text):
        lines = text.split("\n", 3)
        if not text.endswith("\n") or len(lines) < 4 or text.startswith("\n") or "\n\n" in text:
            raise Refused
        if not re.fullmatch("0|[1-9][0-9]{0,18}", lines[1]) or int(lines[1]) >= 2**63:
            raise Refused
        self.origin, self.size, self.root = lines[0], int(lines[1]), base64_strictly(lines[2])
        if len(self.root) != 32:
            raise Refused
        self.at = None
        said = re.search("(?:^|\n)at ([^\n]*)\n", lines[3])
        if said and is_instant(said.group(1)):
            self.at = said.group(1)


class KeptCheckpoint:
    """Of a checkpoint what is needed later: where it lies, and what it says or why it does not count.

    Codes in order of precedence, as in "What a verifier checks".
    """

    def __init__(self, note, place, outside, key, origin):
        self.place, self.outside = place, outside
        self.fault, self.claims, self.size, self.root, self.at = None, None, None, None, None
        if b"\r\n" in note:
            self.fault = "checkpointLineEnds"
            return
        try:
            note = Note(note)
            found = Checkpoint(note.text)
        except Refused:
            self.fault = "checkpointMalformed"
            return
        expected = origin if origin is not None else key and key.name
        if expected is not None and found.origin != expected:
            self.fault, self.claims = "checkpointOrigin", found.origin[:200]
        elif key is None or not note.is_signed_by(key) or key.name != found.origin:
            self.fault = "checkpointSignature"
        elif not outside and place != "checkpoints/%012d.note" % found.size:
            self.fault = "checkpointName"
        else:
            self.size, self.root, self.at = found.size, found.root, found.at


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
        last = None
        for key in value:
            key = utf16(key)
            if last is not None and last >= key:
                raise Refused
            last = key
        for inner in value.values():
            check_value(inner, depth + 1)
    elif isinstance(value, list):
        if depth > DEEPEST:
            raise Refused
        for inner in value:
            check_value(inner, depth + 1)
    elif type(value) is int and abs(value) > LARGEST_INTEGER:
        raise Refused


def small_integer(digits):
    # Longer ones would be refused after they have taken their time.
    if len(digits) > 17:
        raise Refused
    return int(digits)


def read_canonical(data):
    """The value that bytes are the one canonical spelling of (RFC 8785, integers only).

    Written again, the value must give the same bytes: a second key of one name, a longer escape,
    white space, `-0` and half a surrogate pair all come out differently or not at all.
    """
    try:
        text = data.decode("utf-8")
        value = json.loads(
            text, parse_int=small_integer, parse_float=_refuse, parse_constant=_refuse)
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
    if not line.startswith(b'{"actor":') or not line.endswith(b"}"):
        return None
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

class NoFile(OSError):
    """What is there is a directory, a pipe or a device, and is not read."""


def open_file(path):
    """A regular file, opened for reading. A pipe or a device is neither waited for nor read."""
    def check(status):
        if not stat.S_ISREG(status.st_mode):
            raise NoFile(errno.EINVAL, "", path)

    check(os.stat(path))
    file = open(path, "rb", opener=lambda path, flags: os.open(
        path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)))
    try:
        check(os.fstat(file.fileno()))
    except OSError:
        file.close()
        raise
    return file


def read_file(path, most):
    """Of a larger file one byte more than the most: enough to see that it is too large."""
    with open_file(path) as file:
        return file.read(most + 1)


def lines_of(path):
    """(line, whether its newline is missing); None for a line too long to be an entry."""
    with open_file(path) as file:
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

class Runs:
    """Positions as runs of neighbours, ascending: sixteen bytes a run."""

    def __init__(self):
        self.first, self.last = array.array("q"), array.array("q")

    def add(self, first, last):
        if self.last and self.last[-1] == first - 1:
            self.last[-1] = last
        else:
            self.first.append(first)
            self.last.append(last)

    def __contains__(self, position):
        index = bisect.bisect_left(self.last, position)
        return index < len(self.last) and self.first[index] <= position

    def between(self, size):
        """The runs of 0 to size − 1 that lie between these."""
        first = 0
        for begin, end in zip(self.first, self.last):
            if begin >= size:
                break
            if first < begin:
                yield first, begin - 1
            first = end + 1
        if first < size:
            yield first, size - 1

    def count_between(self, size):
        index = bisect.bisect_left(self.first, size)
        before = index - (1 if index and self.first[0] == 0 else 0)
        after = 0 if index and self.last[index - 1] >= size - 1 else size > 0
        return before + int(after)


class Carriers:
    """The last entry that carried each tag, by a keyed hash of the tag: sixteen bytes a slot."""

    def __init__(self):
        self.key, self.count = os.urandom(16), 0
        self.resize(1 << 10)

    def resize(self, slots):
        old = (self.hashes, self.last) if self.count else ((), ())
        self.mask = slots - 1
        self.hashes = array.array("Q", bytes(8 * slots))
        self.last = array.array("Q", bytes(8 * slots))
        for hash_, last in zip(*old):
            if last:
                slot = self.slot(hash_)
                self.hashes[slot], self.last[slot] = hash_, last

    def slot(self, hash_):
        slot = hash_ & self.mask
        while self.last[slot] and self.hashes[slot] != hash_:
            slot = slot + 1 & self.mask
        return slot

    def move(self, tag, position):
        """Notes that the entry carries the tag; returns the last one that did."""
        digest = hashlib.blake2b(tag.encode(), digest_size=8, key=self.key).digest()
        hash_ = int.from_bytes(digest, "little")
        slot = self.slot(hash_)
        before = self.last[slot]
        self.hashes[slot], self.last[slot] = hash_, position + 1
        if before == 0:
            self.count += 1
            if 4 * self.count > 3 * self.mask:
                self.resize(2 * self.mask + 2)
        return before - 1 if before else None


CLOCK_CORRECTED = "clock.corrected.v1"
PRECEDENCE = ["truncated", "notCanonical", "missingEntry", "sequence", "link", "time",
              "reference", "tagLink", "creation", "format"]
RANK = {code: rank for rank, code in enumerate(PRECEDENCE)}
NONE = len(PRECEDENCE)


class Place:
    """A position that a line took, until everything that its neighbours say of it is known."""

    __slots__ = ("position", "leaf", "first", "second", "broken", "recorded", "entry",
                 "waits_time", "waits_tag")

    def __init__(self, position, leaf, first):
        self.position, self.leaf, self.first, self.second = position, leaf, first, NONE
        self.broken, self.recorded, self.entry = False, None, None
        self.waits_time = self.waits_tag = False


class Chain:
    """Follows the lines: which position each takes, which links are broken, who is to blame.

    What is said of a position is settled two lines later, so that nothing is kept but the last
    two. `first` are the codes that excuse others (up to `link`), `second` those that are excused.
    """

    def __init__(self, hash_):
        self.hash, self.expected, self.last_leaf, self.lines = hash_, 0, None, 0
        self.before, self.last = None, None
        self.ahead = NONE

    def settled(self, place, is_broken_before):
        raise NotImplementedError

    def missing(self, first, last, recorded, rank):
        raise NotImplementedError

    def accuse(self, rank):
        """Of the position that comes next."""
        self.ahead = min(self.ahead, rank)

    def follow(self, line, cut):
        """The place that the line took, or None, and its entry."""
        leaf = HOLE if line is None else self.hash(b"\x00" + line)
        entry = None if line is None else read_entry(line)
        self.lines += 1
        self.leaf_read = leaf
        position, gap, wrong = self.expected, False, False
        prev = bytes.fromhex(entry["prev"]) if entry and entry["prev"] else None
        if entry is not None and entry["seq"] != self.expected:
            if self.last_leaf is not None and prev == self.last_leaf:
                wrong = True
            elif self.expected < entry["seq"] < 2**52:
                position, gap = entry["seq"], True
            else:
                self.accuse(RANK["truncated" if cut else "sequence"])
                return None, entry
        if gap:
            self.settle_all()
            rank, self.ahead = min(self.ahead, RANK["missingEntry"]), NONE
            self.missing(self.expected, position - 1, prev, rank)
        elif entry is not None and not wrong and self.last is not None and prev != self.last_leaf:
            self.last.broken, self.last.recorded = True, prev
        self.settle_before()
        place = Place(position, leaf, self.ahead)
        self.ahead = NONE
        if wrong:
            place.first = min(place.first, RANK["sequence"])
        if entry is None:
            place.first = min(place.first, RANK["notCanonical"])
        if cut:
            place.first = min(place.first, RANK["truncated"])
        self.before, self.last = self.last, place
        self.expected, self.last_leaf = position + 1, leaf
        return place, entry

    broken_before = False  # the link before `before`

    def settle_before(self):
        place = self.before
        if place is None:
            return
        if place.broken and (not self.last.broken or self.broken_before):
            place.first = min(place.first, RANK["link"])
        if self.last.broken:
            place.recorded = None
        self.broken_before, self.before = place.broken, None
        self.settled(place)
        if place.first == NONE:
            if self.last.waits_time:
                self.last.second = min(self.last.second, RANK["time"])
            if self.last.waits_tag:
                self.last.second = min(self.last.second, RANK["tagLink"])

    def settle_all(self):
        """Nothing more is said of what was read so far."""
        self.settle_before()
        place, self.last = self.last, None
        if place is not None:
            if place.broken:
                place.first = min(place.first, RANK["link"])
            self.settled(place)
        self.broken_before = False

    def finish(self, head):
        """`head` is what bundle.json records for the last line, if it is not that."""
        if head is not None and self.last is not None:
            self.last.broken, self.last.recorded = True, head
        self.settle_all()


class Walk(Chain):
    """The first pass over all lines: what is damaged, and the tree over the lines as they are."""

    def __init__(self, hash_, sizes, creation_fault):
        super().__init__(hash_)
        self.sizes, self.tree, self.roots = sizes, Tree(hash_), {}
        self.creation_fault = creation_fault
        self.blamed, self.listed, self.damaged, self.first_bad = Runs(), [], 0, None
        self.last_at, self.carriers, self.strange = None, Carriers(), 0
        self.keep_root()

    def keep_root(self):
        if self.tree.size in self.sizes:
            self.roots[self.tree.size] = self.tree.root()

    def tell(self, rank, first, last=None):
        self.damaged += 1
        if self.first_bad is None:
            self.first_bad = first
        if len(self.listed) < LISTED:
            self.listed.append((first, last, PRECEDENCE[rank]))

    def settled(self, place):
        if place.first != NONE:
            self.blamed.add(place.position, place.position)
        if min(place.first, place.second) != NONE:
            self.tell(min(place.first, place.second), place.position)

    def missing(self, first, last, recorded, rank):
        self.blamed.add(first, last)
        self.tell(rank, first, last)

    def take(self, line, cut):
        """False when no more lines are to be read: too many are no entries."""
        place, entry = self.follow(line, cut)
        self.tree.append(self.leaf_read)
        self.keep_root()
        if entry is None:
            self.strange += 1
            return self.strange < MOST_STRANGE_LINES
        if place is None:
            return True
        position = place.position
        if position == 0 and self.creation_fault:
            place.second = RANK[self.creation_fault]
        neighbour = self.before.position if self.before else None
        is_back = self.last_at is not None and entry["at"] < self.last_at[0]
        if is_back and entry["type"] != CLOCK_CORRECTED:
            if self.last_at[1] == neighbour:
                place.waits_time = True
            elif self.last_at[1] not in self.blamed:
                place.second = min(place.second, RANK["time"])
        self.last_at = (entry["at"], position)
        if max(entry.get("cause", -1), entry.get("supersedes", -1)) >= position:
            place.second = min(place.second, RANK["reference"])
        for tag, points_at in entry["tags"].items():
            carrier = self.carriers.move(tag, position)
            if carrier == points_at:
                continue
            waits = False
            for other in (points_at, carrier):
                if other is None or other >= position:
                    continue
                if other == neighbour:
                    waits = True
                elif other in self.blamed:
                    break
            else:
                if waits:
                    place.waits_tag = True
                else:
                    place.second = min(place.second, RANK["tagLink"])
        return True

    def finish(self, head):
        super().finish(head)
        if self.lines == 0:
            self.accuse(RANK["missingEntry"])
        if self.ahead != NONE:
            self.tell(self.ahead, self.expected)


class Mended(Chain):
    """The second pass, when something is wrong: the tree with damaged entries as their neighbours
    record them, which entries these are, and whose trails the listed ones touch."""

    def __init__(self, hash_, sizes, listed):
        super().__init__(hash_)
        self.sizes, self.tree, self.whole, self.roots, self.holes = sizes, Tree(hash_), True, {}, Runs()
        self.told = {first: first for first, _, _ in listed}
        self.gaps = [(first, last) for first, last, _ in listed if last is not None]
        self.trails = {}

    def grow(self, leaf):
        if self.whole:
            self.tree.append(leaf)
            if self.tree.size in self.sizes:
                self.roots[self.tree.size] = self.tree.root()

    def settled(self, place):
        if place.recorded is not None:
            self.holes.add(place.position, place.position)
        self.grow(place.leaf if place.recorded is None else place.recorded)

    def missing(self, first, last, recorded, rank):
        self.holes.add(last, last)
        if first == last:
            self.grow(recorded)
        else:
            self.whole = False

    def where_told(self, position):
        if position is None or position in self.told:
            return position
        return next((first for first, last in self.gaps if first <= position <= last), None)

    def take(self, line, cut):
        place, entry = self.follow(line, cut)
        if place is None or entry is None:
            return
        for tag, points_at in entry["tags"].items():
            for told in {self.where_told(place.position), self.where_told(points_at)}:
                if told is not None:
                    trails = self.trails.setdefault(told, set())
                    trails.add(tag)
                    if len(trails) > 4 * LISTED_TRAILS:
                        self.trails[told] = set(sorted(trails)[:LISTED_TRAILS])

    def trails_of(self, position):
        return sorted(self.trails.get(position, ()))[:LISTED_TRAILS]


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
    if len(content) > LARGEST_DESCRIPTION:
        return None
    try:
        value = read_canonical(content[:-1])
    except Refused:
        return None
    shape = {"entries": is_position, "format": lambda v: type(v) is int, "head": spelled(HEX64),
             "origin": is_text, "root": spelled(HEX64), "suite": is_text}
    right = (content.endswith(b"\n") and isinstance(value, dict) and value.keys() == shape.keys()
             and all(is_right(value[name]) for name, is_right in shape.items()))
    return value if right else None


def read_checkpoints(bundle, kept, key, origin):
    """One after the other: the bundle's by name, then those given in their order."""
    directory = os.path.join(bundle, "checkpoints")
    names = os.listdir(os.fsencode(directory)) if os.path.exists(directory) else []
    for name in sorted(names):
        if name.endswith(b".note") and not name.startswith(b"."):
            note = read_file(os.path.join(os.fsencode(directory), name), LARGEST_NOTE)
            place = "checkpoints/" + name.decode("utf-8", "replace")
            yield KeptCheckpoint(note, place, False, key, origin)
    for path in kept:
        yield KeptCheckpoint(read_file(path, LARGEST_NOTE), path, True, key, origin)


def compare_checkpoints(checkpoints, walk, mended, entries_read):
    """(damages, how many are not listed, runs that are proven with their places, how many not)."""
    proven, more_proven, damages, unlisted = [], 0, [], 0
    positions = max(walk.expected, walk.lines)
    whole = Runs()
    ordered = sorted(
        (one for one in checkpoints if not one.fault), key=lambda one: -one.size)
    listed, agreeing = {False: 0, True: 0}, []
    for one in ordered:
        if one.size > positions and not entries_read:
            continue
        holes = whole
        if walk.roots.get(one.size) == one.root:
            agreeing.append(one)
        elif mended and mended.roots.get(one.size) == one.root:
            holes = mended.holes
        else:
            one.fault = "checkpointBeyondEnd" if one.size > positions else "checkpointRoot"
            continue
        listed[one.outside] += 1
        left = holes.count_between(one.size)
        if one.outside or listed[False] <= LISTED:
            for first, last in itertools.islice(holes.between(one.size), LISTED):
                run = {"checkpoint": one.size, "first": first, "last": last}
                if one.at is not None:
                    run["at"] = one.at
                if one.outside:
                    run["keptIn"] = one.place
                proven.append((run, one.place))
                left -= 1
        more_proven += left
    told = {False: 0, True: 0}
    for one in checkpoints:
        if one.fault is None:
            continue
        told[one.outside] += 1
        if told[one.outside] > LISTED:
            unlisted += 1
            continue
        damage = {"kind": one.fault, "place": one.place, "trails": []}
        if one.claims is not None:
            damage["origin"] = one.claims
        if one.size is not None:
            damage["size"] = one.size
            # Signed later than this one, a checkpoint says nothing of the history that this one
            # vouches for: it may be of what was recorded since a copy was put back.
            agree = [other.size for other in agreeing if 0 < other.size < one.size
                     and None not in (other.at, one.at) and other.at <= one.at]
            if agree:
                damage["agreesThrough"] = max(agree) - 1
        damages.append(damage)
    return damages, unlisted, proven, more_proven


def verify(bundle, kept, given):
    """The report, as the object that --json prints, and where its proven runs are kept."""
    description = read_description(
        read_file(os.path.join(bundle, "bundle.json"), LARGEST_DESCRIPTION))
    keys = read_file(os.path.join(bundle, "keys.txt"), LARGEST_DESCRIPTION)
    path = os.path.join(bundle, "entries.jsonl")
    own, creation_fault = read_creation(path)
    suite = own.suite if own else None
    if suite is None and description and description["suite"] in HASHES:
        suite = description["suite"]
    if suite is None:
        suite = given.suite if given else "sha256"
    hash_ = HASHES[suite]
    trusted, origin = given or own, own and own.name
    checkpoints = list(read_checkpoints(bundle, kept, trusted, origin))
    sizes = {one.size for one in checkpoints if not one.fault}

    walk, entries_read = Walk(hash_, sizes, creation_fault), True
    for line, cut in lines_of(path):
        if not walk.take(line, cut):
            entries_read = False
            break
    lines, root = walk.lines, walk.tree.root()

    rest, head = [], None
    if description is None:
        rest.append(("bundleMalformed", "bundle.json"))
    else:
        if own and (description["format"], description["origin"], description["suite"]) != (
                1, own.name, own.suite):
            rest.append(("bundleIdentity", "bundle.json"))
        if entries_read:
            if description["entries"] != lines:
                rest.append(("bundleEntries", "bundle.json"))
            if description["root"] != root.hex():
                rest.append(("bundleRoot", "bundle.json"))
            recorded = bytes.fromhex(description["head"])
            if description["entries"] == lines > 0 and recorded != walk.last_leaf:
                if description["root"] == root.hex():
                    rest.append(("bundleHead", "bundle.json"))
                else:
                    head = recorded
    if own and keys != own.vkey.encode() + b"\n":
        rest.append(("keyFile", "keys.txt"))

    walk.finish(head)
    mended = None
    if walk.damaged:
        mended = Mended(hash_, sizes, walk.listed)
        for line, cut in lines_of(path):
            mended.take(line, cut)
            if mended.lines == lines:
                break
        mended.finish(head)

    damages = []
    for first, last, kind in walk.listed:
        damage = {"entry": first, "kind": kind, "trails": mended.trails_of(first)}
        if kind == "missingEntry" and last is not None and last > first:
            damage["through"] = last
        damages.append(damage)
    if not entries_read:
        damages.append({"entry": walk.expected, "kind": "unread", "trails": []})
    damages += [{"kind": kind, "place": place, "trails": []} for kind, place in rest]
    if own and given and own.vkey != given.vkey:
        damages.append({"entry": 0, "kind": "foreignKey", "trails": []})
    more, unlisted, proven, more_proven = compare_checkpoints(
        checkpoints, walk, mended, entries_read)
    damages += more

    first_bad = lines if walk.first_bad is None else walk.first_bad
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
        "unlisted": walk.damaged - len(walk.listed) + unlisted,
        "unlistedProven": more_proven,
    }
    return report, [place for _, place in proven]


# ---------------------------------------------------------------- one entry, proven

PROOF = re.compile(
    rb"c2sp\.org/tlog-proof@v1\nextra ([A-Za-z0-9+/]*=*)\nindex (0|[1-9][0-9]{0,18})\n"
    rb"((?:[A-Za-z0-9+/]{43}=\n){0,63})\n")


def inclusion_root(hash_, leaf, index, size, path):
    """The root that the path leads to (RFC 9162, 2.1.3.2); None if it has not the right length."""
    inner = (index ^ (size - 1)).bit_length()
    if not 0 <= index < size or len(path) != inner + bin(index >> inner).count("1"):
        return None
    for level, beside in enumerate(path):
        if level < inner and not index >> level & 1:
            leaf = hash_(b"\x01" + leaf + beside)
        else:
            leaf = hash_(b"\x01" + beside + leaf)
    return leaf


def prove(path, kept, key):
    """The report on one proof: whether the line in it is an entry of the ledger of that key."""
    content = read_file(path, LARGEST_PROOF)
    damages, report = [], dict.fromkeys(("at", "entry", "leaf", "line", "origin", "root", "size"))
    report.update(key=key.vkey, suite=key.suite)

    def tell(kind, place=path, **more):
        damages.append(dict(kind=kind, place=place, **more))

    def read():
        if b"\r\n" in content:
            return tell("proofLineEnds")
        form = PROOF.match(content)
        try:
            if form is None or len(content) > LARGEST_PROOF:
                raise Refused
            line = base64_strictly(form.group(1).decode())
            hashes = [base64_strictly(one.decode()) for one in form.group(3).split(b"\n")[:-1]]
            index = int(form.group(2))
            if index >= 2**63:
                raise Refused
        except Refused:
            return tell("proofMalformed")
        note = content[form.end():]
        found = KeptCheckpoint(note, path, True, key, None)
        entry = read_entry(line) if len(line) <= LONGEST_LINE else None
        if entry is None:
            tell("notCanonical")
        elif entry["seq"] != index:
            tell("sequence")
        hash_ = HASHES[key.suite]
        leaf = hash_(b"\x00" + line)
        report.update(entry=index, leaf=leaf.hex())
        if entry is not None:
            report["line"] = line.decode()
        if found.fault:
            return tell(found.fault, **({"origin": found.claims} if found.claims else {}))
        report.update(at=found.at, origin=key.name, root=found.root.hex(), size=found.size)
        if index >= found.size:
            tell("proofIndex")
        elif inclusion_root(hash_, leaf, index, found.size, hashes) != found.root:
            tell("proofPath")
        return found

    found = read()
    for place in kept:
        one = KeptCheckpoint(read_file(place, LARGEST_NOTE), place, True, key, None)
        if one.fault:
            tell(one.fault, place, **({"origin": one.claims} if one.claims else {}))
        elif found is not None and one.size != found.size:
            tell("checkpointSize", place, size=one.size)
        elif found is not None and one.root != found.root:
            tell("checkpointRoot", place, size=one.size)
    report.update(damages=damages[:LISTED], sound=not damages,
                  unlisted=max(0, len(damages) - LISTED))
    return report


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
    "unread": ("从这里起不再往下读：前面已有太多行不是记录",
               "not read from here on: too many lines before it are no entries"),
    "bundleMalformed": ("不是规范的导出说明", "not a proper description of a bundle"),
    "bundleIdentity": ("与 0 号记录所述账本不符", "speaks of another ledger than entry 0"),
    "bundleEntries": ("所载条数与记录不符", "its number of entries is not what is there"),
    "bundleRoot": ("所载根与记录不符", "its root is not that of the entries"),
    "bundleHead": ("所载末条哈希与记录不符", "its head is not the hash of the last entry"),
    "keyFile": ("与 0 号记录所载公钥不符", "not the public key of entry 0"),
    "foreignKey": ("所载公钥不是您所信任的公钥", "names another public key than the one you trust"),
    "checkpointLineEnds": (
        "这个文件无法使用：换行被改成了 CR LF（多为邮件程序或编辑器所为），请用原文件",
        "this file cannot be used: its line ends were changed to CR LF, as mail programs and "
        "editors do; use the original"),
    "checkpointMalformed": ("这个文件无法使用：不是检查点，或已残缺",
                            "this file cannot be used: it is no checkpoint, or not a whole one"),
    "checkpointOrigin": ("是另一本账的检查点", "a checkpoint of another ledger"),
    "checkpointSignature": ("不是由所信任的密钥签名", "not signed by the trusted key"),
    "checkpointName": ("文件名与所载条数不符", "its file name says another size"),
    "checkpointBeyondEnd": ("所证条数多于现有记录", "vouches for more entries than there are"),
    "checkpointRoot": ("所证的与现有记录不符", "vouches for other entries than these"),
    "checkpointSize": ("所证条数与这份证明的检查点不同，两者无法比较",
                       "of another size than the checkpoint of this proof: they cannot be compared"),
    "proofLineEnds": (
        "这个文件无法使用：换行被改成了 CR LF（多为邮件程序或编辑器所为），请用原文件",
        "this file cannot be used: its line ends were changed to CR LF, as mail programs and "
        "editors do; use the original"),
    "proofMalformed": ("这个文件无法使用：不是证明，或已残缺",
                       "this file cannot be used: it is no proof, or not a whole one"),
    "proofIndex": ("编号超出其检查点所证的条数", "its number lies beyond what its checkpoint vouches for"),
    "proofPath": ("记录与路径得不出检查点的根：记录、编号或路径被改动",
                  "line and path do not lead to the root: the line, its number or the path was altered"),
}

# Of the checkpoints that do not fit the worst is told first: (codes, sentence).
VERDICTS = (
    (("checkpointRoot",), ("✗ 本账与检查点 %s 所证的不是同一段历史。",
                           "✗ This ledger has another history than the checkpoint %s vouches for.")),
    (("checkpointBeyondEnd",), (
        "✗ 检查点 %s 所证的末尾记录，本账没有。",
        "✗ The end is missing: the checkpoint %s vouches for entries that are not there.")),
    (("checkpointSignature",), ("✗ 检查点 %s 不是由所信任的密钥签名，不足为凭。",
                                "✗ The checkpoint %s is not signed by the trusted key and proves nothing.")),
    (("checkpointOrigin",), ("✗ 检查点 %s 是另一本账的，不能用来核对本账。",
                             "✗ The checkpoint %s is of another ledger and says nothing of this one.")),
    (("checkpointSize",), ("✗ 检查点 %s 与这份证明无法比较。",
                           "✗ The checkpoint %s cannot be compared with this proof.")),
    (("checkpointLineEnds", "checkpointMalformed", "checkpointName"), (
        "✗ 检查点文件 %s 无法使用。", "✗ The checkpoint file %s cannot be used.")),
)


def harmless(text):
    return "".join("‹U+%X›" % ord(c) if unicodedata.category(c)[0] == "C" or
                   unicodedata.category(c) in ("Zl", "Zp") else c for c in text)


def is_about_a_checkpoint(damage):
    return damage["kind"].startswith("checkpoint")


class Page:
    """The report as a person reads it."""

    def __init__(self, report, language):
        self.report, self.language, self.out = report, language, []

    def say(self, chinese, english):
        return chinese if self.language == "zh" else english

    def span(self, first, last):
        return str(first) if first == last else "%d–%d" % (first, last)

    def verdict(self):
        """The first sentence: what it is that is not as it should be."""
        damages = self.report["damages"]
        for codes, sentence in VERDICTS:
            for damage in damages:
                if damage["kind"] in codes:
                    return self.say(*sentence) % harmless(damage["place"])

    def describe(self, damage, entries_fit):
        reason, out = self.say(*REASONS[damage["kind"]]), self.out
        if "entry" in damage:
            where = self.span(damage["entry"], damage.get("through", damage["entry"]))
            out.append("  " + self.say("第 %s 号记录：%s", "entry %s: %s") % (where, reason))
            trails = damage["trails"]
            if trails:
                shown = " ".join(trails[:20]) + (" …" if trails[20:] else "")
                out.append("    " + self.say("涉及的轨迹：%s", "trails touched: %s") % shown)
            return
        out.append("  " + self.say("%s：%s", "%s: %s") % (harmless(damage["place"]), reason))
        if "origin" in damage:
            out.append("    " + self.say("它自称属于 %s（未经证实）", "it claims to be of %s (unproven)")
                       % harmless(damage["origin"]))
        if damage["kind"] == "checkpointBeyondEnd":
            missing = damage["size"] - self.report["entries"]
            if entries_fit and missing > 0:
                out.append("    " + self.say(
                    "它证明 %d 条，这里只有 %d 条：尾部至少缺 %d 条（被截掉，或换回了较早的备份）",
                    "it vouches for %d entries, here are %d: at least %d are missing at the end "
                    "(cut off, or an older copy was put back)")
                    % (damage["size"], self.report["entries"], missing))
        if entries_fit and damage["kind"] in ("checkpointRoot", "checkpointBeyondEnd"):
            out.append("    " + self.fork(damage))

    def fork(self, damage):
        agrees, last = damage.get("agreesThrough"), damage["size"] - 1
        if damage["kind"] == "checkpointBeyondEnd":
            if agrees is None:
                return self.say("没有更早的检查点能说明两者从哪里起不同",
                                "no earlier checkpoint says whether what is here is the same")
            return self.say("到第 %d 号记录为止，两者相同", "up to entry %d both are the same") % agrees
        if agrees is None:
            return self.say("两者在第 0–%d 号之间分开；没有更早的检查点能说得更准",
                            "they part between entries 0 and %d; no earlier checkpoint says it "
                            "more closely") % last
        if agrees + 1 == last:
            return self.say("到第 %d 号记录为止两者相同，从第 %d 号起分开",
                            "up to entry %d both are the same; they part at entry %d") % (
                                agrees, last)
        return self.say("到第 %d 号记录为止两者相同，在第 %d–%d 号之间分开",
                        "up to entry %d both are the same; they part between entries %d and %d") % (
                            agrees, agrees + 1, last)

    def bundle(self, places, has_kept):
        report, out, say = self.report, self.out, self.say
        entries, damages = report["entries"], report["damages"]
        entries_fit = not any("entry" in damage and damage["kind"] != "foreignKey"
                              for damage in damages)
        if report["sound"]:
            out.append(say("✓ 完好：%d 条记录逐字节重算一致。",
                           "✓ Sound: %d entries, every byte recomputed.") % entries)
        elif all(map(is_about_a_checkpoint, damages)):
            out.append(self.verdict())
        else:
            out.append(say("✗ 已损坏或伪造：%d 条记录中发现问题。",
                           "✗ Damaged or forged: %d entries, problems found.") % entries)
        bad = [d["entry"] for d in damages if "entry" in d and d["kind"] != "foreignKey"]
        if bad:
            out.append(say("第一条有问题的是第 %d 号记录。", "The first bad entry is %d.") % bad[0])
        for damage in damages:
            self.describe(damage, entries_fit)
        if report["unlisted"]:
            out.append("  " + say("另有 %d 处问题未列出。",
                                  "%d more problems are not listed.") % report["unlisted"])
        if not report["sound"]:
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
                           % (self.span(run["first"], run["last"]), at, harmless(place)))
        key = harmless(report["key"] or "")
        if report["keySource"] == "given":
            out.append(say("检查点按您给出的公钥核对：",
                           "Checkpoints are checked under the key you gave: ") + key)
        elif report["keySource"] == "entry0":
            out.append(say(
                "没有给出公钥，检查点按 0 号记录自带的公钥核对：%s；请从别处核实它，或用 --key 给出。",
                "No key was given; checkpoints are checked under the key in entry 0 itself: %s. "
                "Confirm it elsewhere, or give yours with --key.") % key)
        else:
            out.append(say(
                "没有可信的公钥：0 号记录读不出公钥，也没有给出 --key，检查点无法核对。",
                "No key to trust: entry 0 gives none and there is no --key, so checkpoints cannot "
                "be checked."))
        if not has_kept:
            out.append(say(
                "没有给出另行保存的检查点，无法排除尾部被截断或整本被重写；请加 --checkpoint 文件。",
                "No checkpoint kept elsewhere was given: a tail that was cut, or a ledger rewritten "
                "whole, cannot be ruled out; add --checkpoint FILE."))
        return "\n".join(out)

    def proof(self, path):
        report, out, say = self.report, self.out, self.say
        damages = report["damages"]
        if report["sound"]:
            out.append(say("✓ 第 %d 号记录确在账本 %s 的前 %d 条之中。",
                           "✓ Entry %d is in the ledger %s, among its first %d entries.")
                       % (report["entry"], harmless(report["origin"]), report["size"]))
            if report["at"]:
                out.append(say("检查点签于 %s。", "The checkpoint was signed at %s.") % report["at"])
            out.append("  " + harmless(report["line"]))
        elif all(damage["place"] != path for damage in damages):
            out.append(self.verdict())
        elif damages[0]["kind"] in ("proofLineEnds", "proofMalformed"):
            out.append(say("✗ 证明文件 %s 无法使用。", "✗ The proof file %s cannot be used.")
                       % harmless(path))
        else:
            out.append(say("✗ 这份证明不成立：%s。", "✗ The proof does not hold: %s.") % harmless(path))
        for damage in damages:
            self.describe(damage, False)
        if report["unlisted"]:
            out.append("  " + say("另有 %d 处问题未列出。",
                                  "%d more problems are not listed.") % report["unlisted"])
        out.append(say("检查点按您给出的公钥核对：", "Checkpoints are checked under the key you gave: ")
                   + harmless(report["key"]))
        return "\n".join(out)


# ---------------------------------------------------------------- the program

USAGE = ("用法：verify.py 导出目录 [--checkpoint 文件]… [--key 公钥或文件] [--json] [--lang zh|en]\n"
         "      verify.py proof 证明文件 --key 公钥或文件 [--checkpoint 文件]… [--json] [--lang zh|en]",
         "usage: verify.py BUNDLE [--checkpoint FILE]... [--key VKEY-OR-FILE] [--json] "
         "[--lang zh|en]\n"
         "       verify.py proof FILE --key VKEY-OR-FILE [--checkpoint FILE]... [--json] "
         "[--lang zh|en]")


def parse(words):
    """(bundle, proof, checkpoint files, key, json, help); Refused if they cannot be understood."""
    named, kept, key, as_json, help_, rest, names = [], [], None, False, False, list(words), False
    while rest:
        word = rest.pop(0)
        if not word.startswith("-") or word == "-" or names:
            named.append(word)
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
    # A bundle may be called `proof`; a proof is called by two words.
    bundle, proof = (named or [None])[0], None
    if len(named) == 2 and bundle == "proof":
        bundle, proof = None, named[1]
    elif len(named) != 1 and not help_:
        raise Refused
    if proof is not None and key is None and not help_:
        raise Refused
    return bundle, proof, kept, key, as_json, help_


def language_of(words):
    asked = os.environ.get("STELE_LANG")
    for index, word in enumerate(words):
        if word == "--lang" and words[index + 1:index + 2] in (["zh"], ["en"]):
            asked = words[index + 1]
        elif word in ("--lang=zh", "--lang=en"):
            asked = word[7:]
    return asked if asked in ("zh", "en") else "zh"


def trusted_key(text):
    """A key as text, or a file that holds one and nothing else; Refused if it is neither."""
    try:
        return Key(text)
    except Refused:
        try:
            content = read_file(text, LARGEST_DESCRIPTION)
        except OSError:
            # Spelt like a key and no file: a key that is none, such as one of small order.
            if text.count("+") >= 2:
                raise Refused
            raise
        return Key(content.decode("utf-8", "replace").strip())


def main(words):
    language = language_of(words)

    def say(chinese, english):
        print(chinese if language == "zh" else english, file=sys.stderr)

    try:
        bundle, proof, kept, key, as_json, help_ = parse(words)
    except Refused:
        say("命令写法有误。\n" + USAGE[0], "The command line cannot be understood.\n" + USAGE[1])
        return 64
    if help_:
        print(USAGE[0 if language == "zh" else 1])
        return 0
    try:
        for path in kept:
            open_file(path).close()
        try:
            given = trusted_key(key) if key is not None else None
        except Refused:
            say("%s 既不是可用的公钥，也不是装有一把公钥的文件。" % harmless(key),
                "%s is neither a usable public key nor a file with one." % harmless(key))
            return 64
        if proof is not None:
            report = prove(proof, kept, given)
        else:
            report, places = verify(bundle, kept, given)
    except NoFile as problem:
        path = harmless(os.fsdecode(problem.filename))
        say("%s 不是普通文件，没有读。" % path, "%s is no regular file and was not read." % path)
        return 74
    except OSError as problem:
        path = harmless(os.fsdecode(problem.filename))
        if problem.errno in (errno.ENOENT, errno.ENOTDIR):
            say("找不到 %s；请检查路径，导出目录由 stele export 写成。" % path,
                "%s is not there; check the path: a bundle is what stele export writes." % path)
            return 66
        say("读不了 %s：%s" % (path, problem.strerror), "Cannot read %s: %s" % (path, problem.strerror))
        return 74
    if as_json:
        print(json.dumps(report, ensure_ascii=False, separators=(",", ":"), sort_keys=True))
    elif proof is not None:
        print(Page(report, language).proof(proof))
    else:
        print(Page(report, language).bundle(places, bool(kept)))
    return 0 if report["sound"] else 1


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))
