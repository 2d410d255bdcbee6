-- Every statement that the SQLite store runs. `-- name:` begins a block; the store prepares a
-- block the first time it needs it, and keeps it.

-- Connections ------------------------------------------------------------------------------

-- name: prepareWriter
-- A commit is one write and one sync of the write-ahead file. 5,000 pages are 80 MB between two
-- checkpoints.
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA synchronous = FULL;
PRAGMA cache_size = -49152;
PRAGMA wal_autocheckpoint = 5000;

-- name: preparePointReader
-- No cell_size_check: it looks at every cell of a page for the sake of one row; verify, which scans,
-- has it. No mapping: pages here and there make much of a large file resident (a list of sanctions
-- took 158 MB instead of 43), and one that the disk does not give would be a signal, not an error.
PRAGMA trusted_schema = OFF;
PRAGMA query_only = ON;
PRAGMA cache_size = -16384;
PRAGMA mmap_size = 0;

-- name: prepareScanReader
-- No mapping: a scan would make the whole file resident, and is not faster for it.
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA query_only = ON;
PRAGMA cache_size = -8192;

-- name: prepareScratch
-- Nothing of it is ever kept, so it needs no journal; what does not fit into the cache goes to disk.
PRAGMA trusted_schema = OFF;
PRAGMA synchronous = OFF;
PRAGMA journal_mode = OFF;
PRAGMA cache_size = -65536;

-- name: fileSchema
SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name;

-- name: applicationID
PRAGMA application_id;

-- name: formatVersion
PRAGMA user_version;

-- name: begin
BEGIN;

-- name: beginWrite
BEGIN IMMEDIATE;

-- name: commit
COMMIT;

-- name: rollback
ROLLBACK;

-- name: emptyWriteAheadFile
PRAGMA wal_checkpoint(TRUNCATE);

-- name: structureFaults
PRAGMA integrity_check(100);

-- Entries ----------------------------------------------------------------------------------

-- name: lastSeq
SELECT max(seq) FROM entry;

-- name: appendEntry
INSERT INTO entry (seq, line) VALUES (?1, ?2);

-- name: lineAt
SELECT line FROM entry WHERE seq = ?1;

-- name: linesFrom
SELECT seq, line FROM entry WHERE seq >= ?1 AND seq < ?2 ORDER BY seq;

-- name: entriesIn
SELECT count(*), max(seq) FROM entry WHERE seq >= ?1 AND seq < ?2;

-- name: entriesOutside
SELECT seq FROM entry WHERE seq < ?1 UNION ALL SELECT seq FROM entry WHERE seq >= ?2 LIMIT ?3;

-- Tags -------------------------------------------------------------------------------------

-- name: headOf
SELECT last, count FROM tag_head WHERE tag = ?1;

-- name: setHead
INSERT INTO tag_head (tag, last, count) VALUES (?1, ?2, ?3)
ON CONFLICT (tag) DO UPDATE SET last = excluded.last, count = excluded.count;

-- name: headsFrom
-- From ?1 (itself included when ?2 is 1), in byte order.
SELECT tag, last, count FROM tag_head
WHERE tag >= ?1 AND (?2 OR tag <> ?1) ORDER BY tag LIMIT ?3;

-- name: headsBetween
-- How many from ?1 (itself included when ?2 is 1) up to ?3.
SELECT count(*) FROM tag_head WHERE tag >= ?1 AND (?2 OR tag <> ?1) AND tag < ?3;

-- name: allHeads
SELECT tag, last, count FROM tag_head ORDER BY tag;

-- name: removeHeads
DELETE FROM tag_head;

-- Tree -------------------------------------------------------------------------------------

-- name: strips
SELECT key, hashes FROM tile WHERE key >= ?1 AND key < ?2 ORDER BY key;

-- name: allStrips
SELECT key, hashes FROM tile ORDER BY key;

-- name: addStrip
INSERT INTO tile (key, hashes) VALUES (?1, ?2);

-- name: removeTiles
DELETE FROM tile;

-- name: addCheckpoint
INSERT INTO checkpoint (size, note) VALUES (?1, ?2);

-- name: allCheckpoints
SELECT size, note FROM checkpoint ORDER BY number;

-- name: checkpointNumbers
SELECT count(*), min(number), max(number) FROM checkpoint;

-- Vault ------------------------------------------------------------------------------------

-- name: addSealed
INSERT INTO vault (seq, path, subject, salt, value) VALUES (?1, ?2, ?3, ?4, ?5);

-- name: removeSealed
DELETE FROM vault WHERE seq = ?1 AND path = ?2;

-- name: sealedAt
SELECT seq, path, subject, salt, value FROM vault WHERE seq = ?1 AND path = ?2;

-- name: sealedFrom
SELECT seq, path, subject, salt, value FROM vault WHERE seq >= ?1 AND seq < ?2 ORDER BY seq, path;

-- name: sealedOutside
SELECT seq, path, subject, salt, value FROM vault WHERE seq < ?1
UNION ALL SELECT seq, path, subject, salt, value FROM vault WHERE seq >= ?2 LIMIT ?3;

-- Delivered files --------------------------------------------------------------------------

-- name: addSpan
INSERT INTO source_span (delivery, file, key, position, count) VALUES (?1, ?2, ?3, ?4, ?5);

-- name: spansOf
SELECT delivery, file, key, position, count FROM source_span
WHERE delivery = ?1 AND file = ?2 AND key = ?3 ORDER BY position;

-- name: allSpans
SELECT delivery, file, key, position, count FROM source_span
ORDER BY delivery, file, key, position;

-- name: removeSpans
DELETE FROM source_span;

-- Views ------------------------------------------------------------------------------------

-- name: viewRow
SELECT key, position, body FROM view WHERE name = ?1 AND key = ?2;

-- name: viewRows
SELECT key, position, body FROM view WHERE name = ?1 ORDER BY key;

-- name: setViewRow
INSERT INTO view (name, key, position, body) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (name, key) DO UPDATE SET position = excluded.position, body = excluded.body;

-- name: removeViewRow
DELETE FROM view WHERE name = ?1 AND key = ?2;

-- name: removeViewRows
DELETE FROM view WHERE name = ?1;

-- name: viewPosition
SELECT position FROM view_position WHERE name = ?1;

-- name: viewKeysFrom
-- From ?2 (itself included when ?3 is 1), in byte order; the rows themselves are not read.
SELECT key FROM view WHERE name = ?1 AND key >= ?2 AND (?3 OR key <> ?2) ORDER BY key LIMIT ?4;

-- name: viewNames
-- Jumps from name to name, so that rows are not read.
WITH RECURSIVE found (name) AS (
    SELECT min(name) FROM view
    UNION ALL
    SELECT (SELECT min(view.name) FROM view WHERE view.name > found.name)
    FROM found WHERE found.name IS NOT NULL
)
SELECT name FROM view_position UNION SELECT name FROM found WHERE name IS NOT NULL ORDER BY name;

-- name: setViewPosition
INSERT INTO view_position (name, position) VALUES (?1, ?2)
ON CONFLICT (name) DO UPDATE SET position = excluded.position;

-- name: removeViewPosition
DELETE FROM view_position WHERE name = ?1;

-- Facts ------------------------------------------------------------------------------------

-- name: factNamed
SELECT value FROM meta WHERE name = ?1;

-- name: allFacts
SELECT name, value FROM meta ORDER BY name;

-- name: removeFacts
DELETE FROM meta;

-- name: setFact
INSERT INTO meta (name, value) VALUES (?1, ?2)
ON CONFLICT (name) DO UPDATE SET value = excluded.value;
