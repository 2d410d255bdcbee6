-- Stele's ledger as one SQLite file: format 1.
--
-- What is written here is the format. A file whose own description of its tables and triggers
-- differs from this text in one byte is refused, so a change here is a new format: raise
-- user_version, keep reading the old one, and write the reason into format.md.
--
-- Three kinds of rows. The log (entry, checkpoint) only grows, and triggers refuse anything else.
-- The vault holds what the log commits to. All other tables are derived: they can be built again
-- from the entries, and verify compares them.

PRAGMA page_size = 16384;         -- 27 lines of 600 bytes to a page; the fastest size measured
PRAGMA application_id = 1398031692; -- 'STEL'
PRAGMA user_version = 1;          -- the format
PRAGMA journal_mode = WAL;

-- The log: one canonical line per entry.
CREATE TABLE entry (
    seq INTEGER PRIMARY KEY, -- position, contiguous from 0
    line BLOB NOT NULL       -- canonical JSON in UTF-8 without newline: the bytes that were hashed
) STRICT;

CREATE TRIGGER entry_never_changes BEFORE UPDATE ON entry
BEGIN
    SELECT raise(ABORT, 'an entry is never changed');
END;

CREATE TRIGGER entry_never_goes BEFORE DELETE ON entry
BEGIN
    SELECT raise(ABORT, 'an entry is never removed');
END;

-- Signed checkpoints, as they were issued. A copy belongs outside this machine.
CREATE TABLE checkpoint (
    number INTEGER PRIMARY KEY, -- order of issue, from 1
    size INTEGER NOT NULL,      -- how many entries it covers
    note BLOB NOT NULL          -- the signed note, byte for byte
) STRICT;

CREATE TRIGGER checkpoint_never_changes BEFORE UPDATE ON checkpoint
BEGIN
    SELECT raise(ABORT, 'a checkpoint is never changed');
END;

CREATE TRIGGER checkpoint_never_goes BEFORE DELETE ON checkpoint
BEGIN
    SELECT raise(ABORT, 'a checkpoint is never removed');
END;

-- The clear values behind the commitments in the entries.
CREATE TABLE vault (
    seq INTEGER NOT NULL, -- position of the entry that holds the commitment
    path TEXT NOT NULL,   -- dotted member path inside its data, such as source.row
    subject TEXT,         -- whose value it is; NULL when it is nobody's in particular
    salt BLOB NOT NULL,   -- at least 16 random bytes
    value BLOB NOT NULL,  -- UTF-8; the commitment is H(salt ‖ value)
    PRIMARY KEY (seq, path)
) STRICT, WITHOUT ROWID;

-- Derived: where the chain of each tag ends. The only index there is.
CREATE TABLE tag_head (
    tag TEXT NOT NULL PRIMARY KEY, -- kind:identifier
    last INTEGER NOT NULL,         -- position of the last entry that carries it
    count INTEGER NOT NULL         -- how many entries carry it
) STRICT, WITHOUT ROWID;

-- Derived: the full hash tiles, 256 hashes each, in eight strips of 32. A whole tile of 8,192
-- bytes would leave half of its page empty, twice the room.
CREATE TABLE tile (
    key INTEGER PRIMARY KEY, -- level << 48 | index << 3 | strip
    hashes BLOB NOT NULL     -- 32 hashes of 32 bytes
) STRICT;

-- Derived: which entries a row of a delivered file became, so that importing it again adds nothing.
CREATE TABLE source_span (
    delivery TEXT NOT NULL,    -- the delivery, as the entries name it
    file TEXT NOT NULL,        -- the file in the delivery
    key TEXT NOT NULL,         -- the row's key in the file
    position INTEGER NOT NULL, -- the first of its entries
    count INTEGER NOT NULL,    -- how many, contiguous
    PRIMARY KEY (delivery, file, key, position)
) STRICT, WITHOUT ROWID;

-- Derived: what the projections keep.
CREATE TABLE view (
    name TEXT NOT NULL,        -- the projection
    key TEXT NOT NULL,         -- whose row
    position INTEGER NOT NULL, -- the last entry that changed the row
    body BLOB NOT NULL,        -- the projection's own bytes
    PRIMARY KEY (name, key)    -- an index of its own: to compare keys in a table without rowids,
) STRICT;                      -- the engine reads a long row whole, body and all

-- Derived: how far each projection has followed the log.
CREATE TABLE view_position (
    name TEXT NOT NULL PRIMARY KEY, -- the projection
    position INTEGER NOT NULL       -- the first entry it has not seen
) STRICT, WITHOUT ROWID;

-- Derived: facts of the ledger that entry 0 tells, such as its origin.
CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY, -- which fact
    value TEXT NOT NULL             -- what it is
) STRICT, WITHOUT ROWID;
