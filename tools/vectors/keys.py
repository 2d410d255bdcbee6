"""Public keys and signatures on the edges of the curves, computed; and those published by others."""

import base64
import hashlib

from ledger import ED, SM, Signer, v

NAME = "stele.example/edge"


# ---------------------------------------------------------------- edwards25519

def small_points():
    """The eight points of small order, by their order: L times any point is one of them."""
    y, found = 2, {}
    while len(found) < 8:
        point = v.ed_decode(y.to_bytes(32, "little"))
        y += 1
        if point is None:
            continue
        small = v.ed_multiply(v.ED_L, point)
        for times in range(8):
            multiple = v.ed_multiply(times, small)
            order = next(n for n in (1, 2, 4, 8) if v.ed_encode(v.ed_multiply(n, multiple)) ==
                         (1).to_bytes(32, "little"))
            found[v.ed_encode(multiple)] = order
    return sorted(found.items(), key=lambda one: (one[1], one[0]))


def mixed_point():
    """A point of the full order 8·L: neither of small order nor in the subgroup of the base."""
    order_8 = v.ed_decode(next(e for e, order in small_points() if order == 8))
    return v.ed_encode(v._ed_add(v.ed_decode(ED.key.public), order_8))


def edwards_keys():
    """(name, 32 bytes, whether it is a key)."""
    yield "sound", ED.key.public, True
    yield "sound of mixed order", mixed_point(), True
    counted = {}
    for encoded, order in small_points():
        counted[order] = counted.get(order, 0) + 1
        yield "of order %d number %d" % (order, counted[order]), encoded, False
    sign = 1 << 255
    for name, number in (
            ("second spelling of order 1 by sign", 1 | sign),
            ("second spelling of order 1 by p", v.ED_P + 1),
            ("second spelling of order 1 by p and sign", v.ED_P + 1 | sign),
            ("second spelling of order 2 by sign", v.ED_P - 1 | sign),
            ("second spelling of order 4 by p", v.ED_P),
            ("second spelling of order 4 by p and sign", v.ED_P | sign),
            ("second spelling of a full point", next(
                v.ED_P + y for y in range(2, 19)
                if v.ed_decode(y.to_bytes(32, "little")) is not None)),
            ("off the curve", 2)):
        yield name, number.to_bytes(32, "little"), False


# ---------------------------------------------------------------- SM2

def sm2_keys():
    """(name, bytes, whether it is a key)."""
    public = SM.key.public
    x, y = public[1:33], public[33:]
    odd = y[-1] & 1
    beyond = int.from_bytes(y, "big") + v.SM2_P
    yield "sound", public, True
    yield "hybrid", bytes([6 | odd]) + x + y, False
    yield "hybrid of the wrong sign", bytes([7 ^ odd]) + x + y, False
    yield "compressed", bytes([2 | odd]) + x, False
    yield "neutral", b"\0", False
    yield "neutral in length", b"\4" + bytes(64), False
    yield "off the curve", public[:-1] + bytes([public[-1] ^ 1]), False
    yield "x beyond p", b"\4" + v.SM2_P.to_bytes(32, "big") + sm2_root_of_b(), False
    if beyond < 2**256:
        yield "y beyond p", b"\4" + x + beyond.to_bytes(32, "big"), False


def sm2_root_of_b():
    """The y of x = 0."""
    y = pow(v.SM2_B, (v.SM2_P + 1) // 4, v.SM2_P)
    return y.to_bytes(32, "big")


# ---------------------------------------------------------------- whom nobody signs for

class Nobody:
    """Signs without a private key, where a key of small order lets anybody do so."""

    def __init__(self, public, kind):
        self.public, self.suite, self.prefix = public, kind.suite, kind.prefix

    def sign(self, message):
        if self.suite != "sha256":
            return SM.key.sign(message)
        for encoded, _ in small_points():
            signature = encoded + bytes(32)
            k = int.from_bytes(hashlib.sha512(encoded + self.public + message).digest(), "little")
            point = v.ed_decode(self.public)
            if point and v.ed_encode(v._ed_add(
                    v.ed_decode(encoded), v.ed_multiply(k, point))) == (1).to_bytes(32, "little"):
                return signature
        return (1).to_bytes(32, "little") + bytes(32)


class NeutralNonce:
    """The true key, with a nonce of zero: R is the neutral point."""

    def __init__(self, key):
        self.key, self.public, self.suite, self.prefix = key, key.public, key.suite, key.prefix

    def sign(self, message):
        first = (1).to_bytes(32, "little")
        k = int.from_bytes(hashlib.sha512(first + self.public + message).digest(), "little")
        return first + (k * self.key.scalar % v.ED_L).to_bytes(32, "little")


def nobody(public, kind, name):
    return Signer(lambda _: Nobody(public, kind), None, name)


NEUTRAL = Signer(lambda _: NeutralNonce(ED.key), None, ED.name)


# ---------------------------------------------------------------- signatures

PUBLISHED = """
    Chalkias, Garillot, Nikolaenko: Taming the many EdDSAs (2020), section 5: message, key,
    signature, whether it is right for keys in one spelling and not of small order, without cofactor.
"""
SMALL_KEY = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"
FULL_KEY = "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43"
MIXED_KEY = "cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d"
PRIME_KEY = "442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623"
TAMING = (
    ("small key and R, S is zero", "8c93255d71dcab10e8f379c26200f3c7bd5f09d9bc3068d3ef4edeb4853022b6",
     SMALL_KEY, "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a" + "00" * 32, False),
    ("small key", "9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79", SMALL_KEY,
     "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43"
     "a5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04", False),
    ("small R", "aebf3f2601a0c8c5d39cc7d8911642f740b78168218da8471772b35f9d35b9ab", FULL_KEY,
     "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"
     "8c4bd45aecaca5b24fb97bc10ac27ac8751a7dfe1baff8b953ec9f5833ca260e", True),
    ("mixed key and R", "9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79", MIXED_KEY,
     "9046a64750444938de19f227bb80485e92b83fdb4b6506c160484c016cc1852f"
     "87909e14428a7a1d62e9f22f3d3ad7802db02eb2e688b6c52fcd6648a98bd009", True),
    ("right only with cofactor, mixed R",
     "e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c", MIXED_KEY,
     "160a1cb0dc9c0258cd0a7d23e94d8fa878bcb1925f2c64246b2dee1796bed512"
     "5ec6bc982a269b723e0668e540911a9a6a58921d6925e434ab10aa7940551a09", False),
    ("right only with cofactor",
     "e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c", MIXED_KEY,
     "21122a84e0b5fca4052f5b1235c80a537878b38f3142356b2c2384ebad4668b7"
     "e40bc836dac0f71076f9abe3a53f9c03c1ceeeddb658d0030494ace586687405", False),
    ("S beyond the order", "85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40", PRIME_KEY,
     "e96f66be976d82e60150baecff9906684aebb1ef181f67a7189ac78ea23b6c0e"
     "547f7690a0e2ddcd04d87dbc3490dc19b3b3052f7ff0538cb68afb369ba3a514", False),
    ("S far beyond the order", "85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40",
     PRIME_KEY,
     "8ce5b96c8f26d0ab6c47958c9e68b937104cd36e13c33566acd2fe8d38aa1942"
     "7e71f98a473474f2f13f06f97c20d58cc3f54b8bd0d272f42b695dd7e89a8c22", False),
    ("second spelling of R", "fdaebc429f4a735932a160da1301080c13280eea8bc280d1b392c6b9e6ba3a5a",
     FULL_KEY, "ed" + "ff" * 30 + "7f"
     "454d370c8d9fc323a41450f8d513eafeb5b0697390c1e505a0d4ddc71f566607", False),
    ("second spelling of R, hashed as it is",
     "84b698d39be126ff55fe45079e6c8bf64a0d7db6994560b4e96b7021eb39c1a1", FULL_KEY, "ed" + "ff" * 30 +
     "7f084d5b99c2a9463d9c8bd5026916996984eeec87ddf1d3be329006ace1b37b09", False),
)


def computed_signatures():
    """(why, message, public key, signature, whether it is right)."""
    message = b"stele"
    right = ED.key.sign(message)
    s = int.from_bytes(right[32:], "little")
    yield "right", message, ED.key.public, right, True
    for times in (1, 2, 8):
        if s + times * v.ED_L < 2**256:
            yield ("S not reduced, by %d times the order" % times, message, ED.key.public,
                   right[:32] + (s + times * v.ED_L).to_bytes(32, "little"), False)
    yield "R neutral, by the key", message, ED.key.public, NEUTRAL.key.sign(message), True
    for encoded, order in small_points():
        yield ("R of order %d, S zero" % order, message, ED.key.public, encoded + bytes(32), False)
    for name, public, is_key in edwards_keys():
        if not is_key:
            yield ("key " + name, message, public,
                   Nobody(public, ED.key).sign(message), False)


def edges():
    """What keys.json holds."""
    def vkey(kind, public):
        encoded = kind.prefix + public
        hash_ = hashlib.sha256(NAME.encode() + b"\n" + encoded).hexdigest()[:8]
        return "%s+%s+%s" % (NAME, hash_, base64.b64encode(encoded).decode())

    keys = [{"isKey": is_key, "suite": kind.suite, "vkey": vkey(kind, public), "why": name}
            for kind, listed in ((ED.key, edwards_keys()), (SM.key, sm2_keys()))
            for name, public, is_key in listed]
    signatures = [
        {"message": message.hex(), "publicKey": public.hex(), "signature": signature.hex(),
         "verifies": is_right, "why": why}
        for why, message, public, signature, is_right in computed_signatures()]
    signatures += [
        {"message": message, "publicKey": public, "signature": signature, "source": "Taming the many EdDSAs",
         "verifies": is_right, "why": why} for why, message, public, signature, is_right in TAMING]
    return {"keys": keys, "signatures": signatures}
