"""Forgeries of checkpoints, and of what lies beside the entries."""

import base64

from case import vector
from ledger import ED, LARGE, OTHER, SAME_NAME, SM, SMALL, Ledger, v

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
def checkpoint_with_a_hyphen(case):
    """A mail program made a plain hyphen of the em dash that begins a signature line."""
    case.files[LARGE] = case.files[LARGE].replace("\u2014".encode(), b"-")
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
