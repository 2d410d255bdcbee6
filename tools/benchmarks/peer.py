"""The eventsourcing library on SQLite: its recorder alone, without aggregates and without a chain.

usage: peer.py DATABASE LEDGER ENTRIES EACH
"""

import json
import sqlite3
import sys
import time
import uuid

from eventsourcing.persistence import StoredEvent
from eventsourcing.sqlite import SQLiteApplicationRecorder, SQLiteDatastore


def main(database, ledger, entries, each):
    entries, each = int(entries), int(each)
    lines = sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)
    recorder = SQLiteApplicationRecorder(SQLiteDatastore(database))
    recorder.create_table()
    with sqlite3.connect(database) as settings:
        settings.execute("PRAGMA journal_mode=WAL")
    spent, versions, batch, done = 0.0, {}, [], 0
    for (line,) in lines.execute("SELECT line FROM entry WHERE seq > 0 LIMIT ?", (entries,)):
        entry = json.loads(line)
        stream = uuid.uuid5(uuid.NAMESPACE_OID, next(iter(entry["tags"])))
        versions[stream] = versions.get(stream, 0) + 1
        batch.append(StoredEvent(stream, versions[stream], entry["type"], line))
        if len(batch) == each:
            start = time.monotonic()
            recorder.insert_events(batch)
            spent += time.monotonic() - start
            done += len(batch)
            batch = []
    print(json.dumps({"perSecond": round(done / spent)}))


main(*sys.argv[1:])
