"""Forgeries of checkpoints, and of what lies beside the entries."""

import base64

from case import vector
from keys import NEUTRAL, edwards_keys, nobody, sm2_keys
from ledger import ED, LARGE, OTHER, SAME_NAME, SM, SMALL, Ledger, v

# Checkpoints


@vector()
def checkpoint_with_wrong_root(case):
    case.files[LARGE] = case.ledger.note(12, root=case.ledger.root(11))
    case.finds(("checkpointRoot", LARGE, {"size": 12}), proven=[(0, 4, 5)])


@vector(SM)
def checkpoint_with_wrong_root_sm3(case):
    case.files[LARGE] = case.ledger.note(12, root=case.ledger.root(11))
    case.finds(("checkpointRoot", LARGE, {"size": 12}), proven=[(0, 4, 5)])


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
    case.finds(("checkpointMalformed", LARGE), proven=[(0, 4, 5)])


@vector()
def checkpoint_of_a_foreign_key(case):
    """Another key under the ledger's own name."""
    case.files[LARGE] = case.ledger.note(12, signer=SAME_NAME)
    case.finds(("checkpointSignature", LARGE), proven=[(0, 4, 5)])


@vector()
def checkpoint_of_another_ledger(case):
    case.keep(Ledger(OTHER).note(5))
    case.finds(("checkpointOrigin", "kept.note", {"origin": OTHER.name}))


@vector()
def checkpoint_with_wrong_origin(case):
    """The ledger's key signs for another ledger's name."""
    case.files[LARGE] = case.ledger.note(12, origin=OTHER.name)
    case.finds(("checkpointOrigin", LARGE, {"origin": OTHER.name}), proven=[(0, 4, 5)])


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
    case.finds(("checkpointBeyondEnd", "kept.note", {"size": 13, "agreesThrough": 11}))


@vector()
def checkpoint_without_signature(case):
    case.files[LARGE] = case.files[LARGE].rsplit(b"\n\n", 1)[0] + b"\n"
    case.finds(("checkpointMalformed", LARGE), proven=[(0, 4, 5)])


@vector()
def checkpoint_with_a_hyphen(case):
    """A mail program made a plain hyphen of the em dash that begins a signature line."""
    case.files[LARGE] = case.files[LARGE].replace("\u2014".encode(), b"-")
    case.finds(("checkpointMalformed", LARGE), proven=[(0, 4, 5)])


@vector()
def checkpoint_with_carriage_returns(case):
    case.files[LARGE] = case.files[LARGE].replace(b"\n", b"\r\n")
    case.finds(("checkpointLineEnds", LARGE), proven=[(0, 4, 5)])


@vector()
def checkpoint_kept_with_carriage_returns(case):
    """A mail program changed the line ends of the auditor's own file; the ledger is not touched."""
    case.keep(case.ledger.note(9).replace(b"\n", b"\r\n"))
    case.finds(("checkpointLineEnds", "kept.note"))


@vector()
def checkpoint_kept_is_empty(case):
    case.keep(b"")
    case.finds(("checkpointMalformed", "kept.note"))


@vector()
def checkpoint_kept_is_another_file(case):
    case.keep(case.files["entries.jsonl"])
    case.finds(("checkpointMalformed", "kept.note"))


@vector()
def checkpoint_signed_with_a_neutral_nonce(case):
    """R is the neutral point, of small order: careless, but signed by the key and spelt rightly."""
    case.files[LARGE] = case.ledger.note(12, signer=NEUTRAL)


# Histories that part: a copy was put back and work went on


def otherwise(entry):
    return Ledger(ED, lambda events: events[entry]["data"].update(reason="b"))


@vector()
def history_parts_between_two_checkpoints(case):
    case.keep(otherwise(8).note(10, at="2026-03-07T00:00:00.000Z"))
    case.finds(("checkpointRoot", "kept.note", {"size": 10, "agreesThrough": 4}))


@vector()
def history_parts_at_a_known_entry(case):
    case.keep(case.ledger.note(8, at="2026-03-06T00:00:00.000Z"), "first.note")
    case.keep(otherwise(8).note(9, at="2026-03-07T00:00:00.000Z"), "second.note")
    case.finds(("checkpointRoot", "second.note", {"size": 9, "agreesThrough": 7}),
               proven=[(0, 11, 12), (0, 7, 8), (0, 4, 5)])


@vector()
def history_parts_at_the_same_length(case):
    """A checkpoint that was signed later says nothing of the history that was left."""
    case.keep(otherwise(8).note(12, at="2026-03-05T00:00:00.000Z"))
    case.finds(("checkpointRoot", "kept.note", {"size": 12}))


@vector()
def end_is_missing_after_a_copy_was_put_back(case):
    kept = case.ledger.note(12, at="2026-03-09T00:00:00.000Z")
    case.ledger.lines = case.ledger.lines[:9]
    case.files = case.ledger.files()
    case.keep(kept)
    case.finds(("checkpointBeyondEnd", "kept.note", {"size": 12, "agreesThrough": 4}),
               proven=[(0, 4, 5)])


# Keys that are none: of small order, in a second spelling, off the curve


def no_key(name, public, kind=ED.key):
    """Whoever reads the key must refuse it; nothing in the bundle is then proven."""
    def make(case):
        case.ledger = Ledger(nobody(public, kind, case.ledger.signer.name))
        case.reseal()
        case.finds(("creation", 0), ("checkpointSignature", SMALL), ("checkpointSignature", LARGE),
                   proven=[])
    make.__name__, make.__doc__ = "key_" + name, no_key.__doc__
    vector(ED if kind is ED.key else SM)(make)


for name, public, _ in edwards_keys():
    if not name.startswith("sound"):
        no_key(name.replace(" ", "_"), public)
for name, public, _ in sm2_keys():
    if not name.startswith("sound"):
        no_key(name.replace(" ", "_") + "_sm3", public, SM.key)


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
