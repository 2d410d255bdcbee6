"""Proofs of one entry, sound and forged."""

import base64

from case import vector
from ledger import ED, OTHER, SAME_NAME, SM, Ledger

FILE = "entry.tlog-proof"


def path(hash_, leaves, index):
    """The hashes beside the way from a leaf to the root, lowest first (RFC 9162, 2.1.3.1)."""
    def root(leaves):
        if len(leaves) == 1:
            return leaves[0]
        k = 1 << (len(leaves) - 1).bit_length() - 1
        return hash_(b"\x01" + root(leaves[:k]) + root(leaves[k:]))

    if len(leaves) == 1:
        return []
    k = 1 << (len(leaves) - 1).bit_length() - 1
    if index < k:
        return path(hash_, leaves[:k], index) + [root(leaves[k:])]
    return path(hash_, leaves[k:], index - k) + [root(leaves[:k])]


class Proof:
    """The proof of one entry, to be forged before it is written."""

    def __init__(self, case, entry=5, size=12, ledger=None):
        self.ledger = ledger or case.ledger
        self.line, self.index = self.ledger.lines[entry], b"%d" % entry
        leaves = [self.ledger.leaf(index) for index in range(size)]
        self.path = [base64.b64encode(one) for one in path(self.ledger.hash, leaves, entry)]
        self.note = self.ledger.note(size)

    def content(self):
        return (b"c2sp.org/tlog-proof@v1\nextra " + base64.b64encode(self.line) + b"\nindex " +
                self.index + b"\n" + b"".join(one + b"\n" for one in self.path) + b"\n" + self.note)


def proof(*damages, signer=ED, entry=5, size=12):
    """Registers a vector: the function changes the proof, or what is written, or the case."""
    def register(make):
        def whole(case):
            made = Proof(case, entry, size)
            case.files = {"trusted.txt": case.ledger.signer.vkey.encode() + b"\n"}
            case.proof, case.arguments = FILE, ["--key", "trusted.txt"]
            content = make(case, made)
            case.files[FILE] = made.content() if content is None else content
            case.damages = [dict({"kind": one[0], "place": FILE}, **(one[1] if one[1:] else {}))
                            for one in damages]
        whole.__name__, whole.__doc__ = "proof_" + make.__name__, make.__doc__
        vector(signer)(whole)
        return make
    return register


@proof()
def sound(case, made): pass


@proof(signer=SM)
def sound_sm3(case, made): pass


@proof(entry=0, size=1)
def of_the_only_entry(case, made): pass


@proof(entry=11)
def of_the_last_entry(case, made): pass


@proof()
def with_its_checkpoint_kept(case, made):
    case.keep(case.ledger.note(12))


@proof(("checkpointSize", {"place": "kept.note", "size": 9}))
def with_another_size_kept(case, made):
    """A checkpoint of another size says nothing of this proof: one of that size is to be asked for."""
    case.keep(case.ledger.note(9))


@proof(("checkpointRoot", {"place": "kept.note", "size": 12}))
def with_another_history_kept(case, made):
    """The holder of the key signed two histories of one length."""
    case.keep(Ledger(ED, lambda events: events[8]["data"].update(ground="9.9")).note(12))


@proof(("checkpointLineEnds", {"place": "kept.note"}))
def with_a_mangled_checkpoint_kept(case, made):
    case.keep(case.ledger.note(12).replace(b"\n", b"\r\n"))


@proof(("proofMalformed",))
def cut_in_the_path(case, made):
    return made.content()[:made.content().index(made.path[2]) + 20]


@proof(("checkpointMalformed",))
def cut_in_the_checkpoint(case, made):
    return made.content()[:-20]


@proof(("proofMalformed",))
def empty(case, made):
    return b""


@proof(("proofLineEnds",))
def with_carriage_returns(case, made):
    return made.content().replace(b"\n", b"\r\n")


@proof(("proofPath",))
def reordered(case, made):
    made.path[0], made.path[1] = made.path[1], made.path[0]


@proof(("proofPath",))
def with_a_hash_too_few(case, made):
    made.path.pop()


@proof(("proofPath",))
def with_a_hash_too_many(case, made):
    made.path.append(made.path[0])


@proof(("proofMalformed",))
def with_the_checkpoint_first(case, made):
    return made.note + b"\n" + made.content()[:-len(made.note)]


@proof(("proofMalformed",))
def with_index_and_line_exchanged(case, made):
    lines = made.content().split(b"\n")
    lines[1], lines[2] = lines[2], lines[1]
    return b"\n".join(lines)


@proof(("checkpointSignature",))
def of_another_key(case, made):
    made.note = case.ledger.note(12, signer=SAME_NAME)


@proof(("checkpointOrigin", {"origin": OTHER.name}))
def of_another_ledger(case, made):
    """Everything is right, but of a ledger whose key the auditor did not give."""
    return Proof(case, ledger=Ledger(OTHER)).content()


@proof(("sequence",), ("proofPath",))
def with_a_wrong_index(case, made):
    made.index = b"4"


@proof(("sequence",), ("proofIndex",))
def with_an_index_beyond_the_size(case, made):
    made.index = b"12"


@proof(("proofMalformed",))
def with_an_index_beyond_all_bounds(case, made):
    made.index = b"9223372036854775808"


@proof(("proofMalformed",))
def with_a_second_spelling_of_the_index(case, made):
    made.index = b"05"


@proof(("proofPath",))
def with_an_altered_line(case, made):
    made.line = made.line.replace(b"1250000", b"1250001")


@proof(("sequence",), ("proofPath",))
def with_the_line_of_another_entry(case, made):
    made.line = made.ledger.lines[6]


@proof(("notCanonical",), ("proofPath",))
def with_a_line_that_is_no_entry(case, made):
    made.line = made.line.replace(b'"seq":5', b'"seq": 5')


@proof(("proofMalformed",))
def with_a_second_spelling_of_a_hash(case, made):
    alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    first = made.path[0]
    made.path[0] = first[:-2] + bytes([alphabet[alphabet.index(first[-2]) + 1]]) + b"="


@proof(("checkpointSignature",))
def with_an_altered_checkpoint(case, made):
    made.note = made.note.replace(b"\n12\n", b"\n13\n")
