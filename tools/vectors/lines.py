"""Sound bundles, and forgeries of the lines and of their order."""

import json

from case import BOTH, around, vector
from ledger import ED, LARGE, OTHER, SM, SMALL, Ledger, canonical, v


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
spelling("not_an_entry_no_link", b'"prev":"' + Ledger(ED).leaf(6).hex().encode() + b'"',
         b'"prev":null')
spelling("not_an_entry_imputed_from_nothing", b'"prev":', b'"onBasis":"yearOnly","prev":')
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
def wrong_seq_beyond_all_bounds(case):
    """Under a new link as well; the largest integer must not count as a gap."""
    lines = case.lines
    entry = json.loads(lines[6])
    entry.update(seq=2**53 - 1, prev="0" * 64)
    lines[6] = canonical(entry)
    case.lines = lines
    case.finds(("missingEntry", 6), ("bundleRoot", "bundle.json"), proven=around(6))


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
               ("bundleRoot", "bundle.json"), ("checkpointRoot", LARGE, {"size": 12}), proven=[(0, 4, 5)])
    case.damages[0]["through"] = 8


@vector()
def removed_middle_entry_resealed(case):
    """Links and numbers are made anew; only the checkpoint knows."""
    case.rewrite(lambda events: events.pop(6))
    case.finds(("reference", 7), ("reference", 8), ("checkpointBeyondEnd", LARGE, {"size": 12}),
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
               ("checkpointBeyondEnd", LARGE, {"size": 12}), proven=[(0, 4, 5)])


@vector()
def removed_tail_under_a_kept_checkpoint(case):
    """The bundle agrees with itself; the checkpoint that was kept elsewhere does not."""
    kept = case.files[LARGE]
    case.ledger.lines = case.ledger.lines[:9]
    case.files = case.ledger.files()
    case.keep(kept)
    case.finds(("checkpointBeyondEnd", "kept.note", {"size": 12}), proven=[(0, 4, 5)])


@vector()
def rewritten_tail_under_a_kept_checkpoint(case):
    """The keeper of the key rewrote entry 8 and signed again; one old checkpoint is left."""
    kept = case.ledger.note(10)
    case.ledger = Ledger(ED, lambda events: events[8]["data"].update(ground="9.9"))
    case.reseal()
    case.keep(kept)
    case.finds(("checkpointRoot", "kept.note", {"size": 10}), proven=BOTH)


@vector(SM)
def rewritten_tail_under_a_kept_checkpoint_sm3(case):
    kept = case.ledger.note(10)
    case.ledger = Ledger(SM, lambda events: events[8]["data"].update(ground="9.9"))
    case.reseal()
    case.keep(kept)
    case.finds(("checkpointRoot", "kept.note", {"size": 10}), proven=BOTH)


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
    case.finds(("bundleRoot", "bundle.json"), ("checkpointRoot", LARGE, {"size": 12}), proven=[(0, 4, 5)])


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
               ("checkpointRoot", SMALL, {"size": 5}), ("checkpointRoot", LARGE, {"size": 12}), proven=[])
