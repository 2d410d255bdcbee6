"""The parts of tools/verify.py against published vectors. Run by PythonPartsTests."""

import json
import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "tools"))
sys.dont_write_bytecode = True
import verify  # noqa: E402


class Ed25519(unittest.TestCase):
    """RFC 8032, section 7.1: tests 1 to 3."""

    VECTORS = (
        ("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
         "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701c"
         "f9b46bd25bf5f0595bbe24655141438e7a100b"),
        ("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
         "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0"
         "f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
        ("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
         "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f76098"
         "4dc6594a7c15e9716ed28dc027beceea1ec40a"),
    )

    def test_published_signatures(self):
        for public, message, signature in self.VECTORS:
            public, message, signature = map(bytes.fromhex, (public, message, signature))
            self.assertTrue(verify.ed25519_verifies(public, message, signature))
            self.assertFalse(verify.ed25519_verifies(public, message + b"x", signature))
            for at in range(64):
                wrong = bytearray(signature)
                wrong[at] ^= 1 << at % 8
                self.assertFalse(verify.ed25519_verifies(public, message, bytes(wrong)))

    def test_a_second_spelling_of_s_is_refused(self):
        public, message, signature = map(bytes.fromhex, self.VECTORS[1])
        s = int.from_bytes(signature[32:], "little") + verify.ED_L
        self.assertFalse(verify.ed25519_verifies(
            public, message, signature[:32] + s.to_bytes(32, "little")))

    def test_no_point_no_signature(self):
        self.assertIsNone(verify.ed_decode(b"\xff" * 32))
        self.assertIsNone(verify.ed_decode((2).to_bytes(32, "little")))


class Edges(unittest.TestCase):
    """Keys and signatures on the edges of the curves, computed and published."""

    def setUp(self):
        vectors = os.path.join(HERE, "..", "..", "schema", "vectors", "keys.json")
        with open(vectors, encoding="utf-8") as file:
            self.edges = json.load(file)

    def test_keys(self):
        for one in self.edges["keys"]:
            if one["isKey"]:
                verify.Key(one["vkey"])
            else:
                with self.assertRaises(verify.Refused, msg=one["why"]):
                    verify.Key(one["vkey"])

    def test_signatures(self):
        for one in self.edges["signatures"]:
            public, message, signature = (
                bytes.fromhex(one[name]) for name in ("publicKey", "message", "signature"))
            self.assertEqual(verify.ed25519_verifies(public, message, signature),
                             one["verifies"], one["why"])


class Bookkeeping(unittest.TestCase):
    """What bounds the memory, against the plain way."""

    def test_runs(self):
        positions = [0, 1, 4, 5, 6, 9]
        runs = verify.Runs()
        for position in positions:
            runs.add(position, position)
        for size in range(13):
            between = list(runs.between(size))
            self.assertEqual(len(between), runs.count_between(size), size)
            inside = [p for first, last in between for p in range(first, last + 1)]
            self.assertEqual(inside, [p for p in range(size) if p not in positions])
            self.assertEqual(size in runs, size in positions)

    def test_carriers(self):
        carriers, plain = verify.Carriers(), {}
        for position in range(5000):
            tag = "subject:P-%d" % (position * position % 3001)
            self.assertEqual(carriers.move(tag, position), plain.get(tag))
            plain[tag] = position


class National(unittest.TestCase):
    """SM3 and SM2: the examples of the standards, as kept for the Swift tests."""

    def setUp(self):
        with open(os.path.join(HERE, "..", "ChainTests", "Vectors", "sm.json")) as file:
            self.vectors = json.load(file)

    def test_sm3_by_hand_and_by_library(self):
        for one in self.vectors["sm3"]:
            message = bytes.fromhex(one["message"])
            self.assertEqual(verify.sm3_by_hand(message).hex(), one["digest"])
            self.assertEqual(verify.sm3(message).hex(), one["digest"])

    def test_sm3_at_every_length_around_a_block(self):
        for length in range(130):
            message = bytes(range(length))
            self.assertEqual(verify.sm3_by_hand(message), verify.sm3(message))

    def test_sm2(self):
        for one in self.vectors["sm2"]:
            x, y = verify.sm2_multiply(int(one["private"], 16), verify.SM2_G)
            public = b"\x04" + x.to_bytes(32, "big") + y.to_bytes(32, "big")
            message = one["message_utf8"].encode()
            signature = bytes.fromhex(one["r"] + one["s"])
            self.assertTrue(verify.sm2_verifies(public, message, signature))
            self.assertFalse(verify.sm2_verifies(public, message + b"x", signature))
            for at in range(0, 64, 7):
                wrong = bytearray(signature)
                wrong[at] ^= 1
                self.assertFalse(verify.sm2_verifies(public, message, bytes(wrong)))
            wrong = bytearray(public)
            wrong[40] ^= 1
            self.assertIsNone(verify.sm2_point(bytes(wrong)))


class Notes(unittest.TestCase):
    """C2SP signed-note: its own example."""

    VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    NOTE = ("If you think cryptography is the answer to your problem,\n"
            "then you don't know what your problem is.\n\n"
            "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfq"
            "dngotpRZb6KE6RyyBwJnAM=\n")

    def test_the_published_note(self):
        note, key = verify.Note(self.NOTE.encode()), verify.Key(self.VKEY)
        self.assertTrue(note.is_signed_by(key))
        self.assertFalse(verify.Note(self.NOTE.encode().replace(b"If", b"if")).is_signed_by(key))

    def test_no_second_spelling_of_a_key(self):
        for wrong in (self.VKEY + "\n", self.VKEY.replace("c7", "C7"), self.VKEY.replace("+A", "+B"),
                      self.VKEY.replace("Peter", "Peter "), self.VKEY[:-1] + "X"):
            with self.assertRaises(verify.Refused, msg=wrong):
                verify.Key(wrong)


class Canonical(unittest.TestCase):
    def test_what_is_canonical(self):
        for text in ('{}', '{"":0}', '[1,-1,9007199254740991]', '{"a":{"b":[true,null]}}',
                     '"\\u001f\\n\\"\\\\/\u007f\u2028"', '{"\U0001f600":1,"\ue000":2}'):
            verify.read_canonical(text.encode())

    def test_what_is_not(self):
        for text in ('{ }', '{"b":1,"a":2}', '{"a":1,"a":1}', '[1.0]', '[1e2]', '[-0]', '[01]',
                     '[9007199254740992]', '"\\u0041"', '"\\u001F"', '"\\/"', '"\\ud83d"', '"\t"',
                     '[NaN]', '[Infinity]', '\ufeff{}', '{}\n', '{"\ue000":1,"\U0001f600":2}', '',
                     "[" * 33 + "]" * 33, "[" * 100000, "1" * 5000):
            with self.assertRaises(verify.Refused, msg=text[:40]):
                verify.read_canonical(text.encode())


class TreeOracle(unittest.TestCase):
    def test_it_is_the_recursion_of_the_rfc(self):
        def root(leaves):
            if len(leaves) == 1:
                return leaves[0]
            k = 1 << (len(leaves) - 1).bit_length() - 1
            return verify.sha256(b"\x01" + root(leaves[:k]) + root(leaves[k:]))
        tree, leaves = verify.Tree(verify.sha256), []
        self.assertEqual(tree.root(), verify.sha256(b""))
        for number in range(130):
            leaves.append(verify.sha256(b"%d" % number))
            tree.append(leaves[-1])
            self.assertEqual(tree.root(), root(leaves))


if __name__ == "__main__":
    unittest.main()
