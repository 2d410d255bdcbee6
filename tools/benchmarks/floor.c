/* The floor: what C over libsqlite3 and libcrypto alone reaches on the same entries.
 *
 * One row an entry: position, stream, back pointer to the stream's entry before, the hash before,
 * the line, its hash; a table of the streams' heads; no other index. 16 KiB pages, write-ahead
 * log, synchronous=FULL: one fdatasync a commit. hash = H(previous hash | position | line).
 *
 * The lines are those of a Stele ledger, so both store the same bytes. No JSON is read or written
 * here, no tree is built and nothing is checked beyond the chain.
 *
 *   floor build   DB LEDGER ENTRIES SUITE
 *   floor append  DB LEDGER ENTRIES EACH SUITE
 *   floor verify  DB THREADS SUITE
 *   floor trail   DB
 *   floor rebuild DB
 *
 * Prints one JSON object. Units are in the names.
 */
#include <openssl/evp.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define HASH 32

static void fail(const char *why) {
    fprintf(stderr, "floor: %s\n", why);
    exit(1);
}

static void check(int code, sqlite3 *db) {
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) fail(sqlite3_errmsg(db));
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void run(sqlite3 *db, const char *sql) { check(sqlite3_exec(db, sql, NULL, NULL, NULL), db); }

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = NULL;
    check(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL), db);
    return statement;
}

static sqlite3 *open_db(const char *path, const char *pragmas) {
    sqlite3 *db = NULL;
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                        NULL) != SQLITE_OK)
        fail("cannot open");
    run(db, pragmas);
    return db;
}

static const char *WRITER =
    "PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=5000;";

static long peak_kib(void) {
    char line[256];
    long peak = 0;
    FILE *file = fopen("/proc/self/status", "r");
    while (file && fgets(line, sizeof line, file))
        if (sscanf(line, "VmHWM: %ld", &peak) == 1) break;
    if (file) fclose(file);
    return peak;
}

/* Hashing: one context, fetched once, re-initialised. */

static const EVP_MD *algorithm(const char *suite) {
    return EVP_MD_fetch(NULL, strcmp(suite, "sm3") == 0 ? "SM3" : "SHA256", NULL);
}

static EVP_MD_CTX *context(const EVP_MD *algorithm) {
    EVP_MD_CTX *c = EVP_MD_CTX_new();
    if (!c || EVP_DigestInit_ex(c, algorithm, NULL) != 1) fail("no such hash");
    return c;
}

static void hash(EVP_MD_CTX *c, const unsigned char *previous, uint64_t position, const void *line,
                 int count, unsigned char *out) {
    uint64_t big = __builtin_bswap64(position);
    EVP_DigestInit_ex(c, NULL, NULL);
    EVP_DigestUpdate(c, previous, HASH);
    EVP_DigestUpdate(c, &big, 8);
    EVP_DigestUpdate(c, line, count);
    EVP_DigestFinal_ex(c, out, NULL);
}

/* The stream is the number in the line's subject tag; entry 0 has none and is stream 0. */
static int64_t stream_of(const char *line, int count) {
    const char *tag = memmem(line, count, "\"subject:P-", 11);
    return tag ? 1 + strtoll(tag + 11, NULL, 10) : 0;
}

/* Appending. */

struct appender {
    sqlite3 *db;
    sqlite3_stmt *insert, *head, *set_head;
    EVP_MD_CTX *context;
    unsigned char last[HASH];
    int64_t next;
};

static void start(struct appender *a, sqlite3 *db, const char *suite) {
    memset(a, 0, sizeof *a);
    a->db = db;
    a->insert = prepare(db, "INSERT INTO entry VALUES(?1,?2,?3,?4,?5,?6)");
    a->head = prepare(db, "SELECT last, count FROM head WHERE stream=?1");
    a->set_head = prepare(db, "INSERT INTO head VALUES(?1,?2,?3) ON CONFLICT(stream) DO UPDATE "
                              "SET last=excluded.last, count=excluded.count");
    a->context = context(algorithm(suite));
    sqlite3_stmt *tip = prepare(db, "SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1");
    if (sqlite3_step(tip) == SQLITE_ROW) {
        a->next = sqlite3_column_int64(tip, 0) + 1;
        memcpy(a->last, sqlite3_column_blob(tip, 1), HASH);
    }
    sqlite3_finalize(tip);
}

static void append(struct appender *a, const void *line, int count) {
    int64_t stream = stream_of(line, count);
    int64_t before = -1, version = 0;
    sqlite3_bind_int64(a->head, 1, stream);
    if (sqlite3_step(a->head) == SQLITE_ROW) {
        before = sqlite3_column_int64(a->head, 0);
        version = sqlite3_column_int64(a->head, 1);
    }
    sqlite3_reset(a->head);
    unsigned char digest[HASH];
    hash(a->context, a->last, a->next, line, count, digest);
    sqlite3_bind_int64(a->insert, 1, a->next);
    sqlite3_bind_int64(a->insert, 2, stream);
    sqlite3_bind_int64(a->insert, 3, before);
    sqlite3_bind_blob(a->insert, 4, a->last, HASH, SQLITE_STATIC);
    sqlite3_bind_blob(a->insert, 5, line, count, SQLITE_STATIC);
    sqlite3_bind_blob(a->insert, 6, digest, HASH, SQLITE_STATIC);
    check(sqlite3_step(a->insert), a->db);
    sqlite3_reset(a->insert);
    sqlite3_bind_int64(a->set_head, 1, stream);
    sqlite3_bind_int64(a->set_head, 2, a->next);
    sqlite3_bind_int64(a->set_head, 3, version + 1);
    check(sqlite3_step(a->set_head), a->db);
    sqlite3_reset(a->set_head);
    memcpy(a->last, digest, HASH);
    a->next++;
}

static void build(const char *path, const char *ledger, long entries, const char *suite) {
    sqlite3 *db = open_db(
        path, "PRAGMA page_size=16384; PRAGMA journal_mode=WAL;"
              "CREATE TABLE entry(seq INTEGER PRIMARY KEY, stream INTEGER NOT NULL,"
              " before INTEGER NOT NULL, prev BLOB NOT NULL, line BLOB NOT NULL,"
              " hash BLOB NOT NULL);"
              "CREATE TABLE head(stream INTEGER PRIMARY KEY, last INTEGER NOT NULL,"
              " count INTEGER NOT NULL);");
    run(db, WRITER);
    sqlite3 *source = open_db(ledger, "PRAGMA query_only=ON");
    sqlite3_stmt *lines = prepare(source, "SELECT line FROM entry ORDER BY seq LIMIT ?1");
    sqlite3_bind_int64(lines, 1, entries);
    struct appender a;
    start(&a, db, suite);
    run(db, "BEGIN IMMEDIATE");
    while (sqlite3_step(lines) == SQLITE_ROW) {
        append(&a, sqlite3_column_blob(lines, 0), sqlite3_column_bytes(lines, 0));
        if (a.next % 1000 == 0) run(db, "COMMIT; BEGIN IMMEDIATE");
    }
    run(db, "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
    sqlite3_finalize(lines);
    printf("{\"entries\":%lld,\"peakKiB\":%ld}\n", (long long)a.next, peak_kib());
    sqlite3_close_v2(source);
    sqlite3_close_v2(db);
}

static void append_phase(const char *path, const char *ledger, long entries, long each,
                         const char *suite) {
    sqlite3 *source = open_db(ledger, "PRAGMA query_only=ON");
    sqlite3_stmt *lines = prepare(source, "SELECT line FROM entry WHERE seq > 0 LIMIT ?1");
    sqlite3_bind_int64(lines, 1, entries);
    unsigned char **line = malloc(sizeof *line * entries);
    int *count = malloc(sizeof *count * entries);
    long read = 0;
    while (read < entries && sqlite3_step(lines) == SQLITE_ROW) {
        count[read] = sqlite3_column_bytes(lines, 0);
        line[read] = malloc(count[read]);
        memcpy(line[read], sqlite3_column_blob(lines, 0), count[read]);
        read++;
    }
    sqlite3_finalize(lines);
    sqlite3_close_v2(source);
    sqlite3 *db = open_db(path, WRITER);
    struct appender a;
    start(&a, db, suite);
    sqlite3_stmt *begin = prepare(db, "BEGIN IMMEDIATE"), *commit = prepare(db, "COMMIT");
    double from = now();
    long commits = read / each;
    for (long i = 0; i < commits; i++) {
        check(sqlite3_step(begin), db);
        sqlite3_reset(begin);
        for (long j = 0; j < each; j++) append(&a, line[i * each + j], count[i * each + j]);
        check(sqlite3_step(commit), db);
        sqlite3_reset(commit);
    }
    double time = now() - from;
    printf("{\"commits\":%ld,\"peakKiB\":%ld,\"perSecond\":%.0f}\n", commits, peak_kib(),
           commits * each / time);
    sqlite3_close_v2(db);
}

/* Verifying: each range by itself, since every row holds the hash before it. */

struct range {
    const char *path;
    const EVP_MD *algorithm;
    int64_t from, to;
    unsigned char first[HASH], last[HASH];
};

static void *verify_range(void *argument) {
    struct range *r = argument;
    sqlite3 *db = open_db(r->path, "PRAGMA query_only=ON; PRAGMA cache_size=-8192");
    sqlite3_stmt *rows = prepare(
        db, "SELECT seq, prev, line, hash FROM entry WHERE seq>=?1 AND seq<?2 ORDER BY seq");
    sqlite3_bind_int64(rows, 1, r->from);
    sqlite3_bind_int64(rows, 2, r->to);
    EVP_MD_CTX *c = context(r->algorithm);
    unsigned char previous[HASH], digest[HASH];
    int64_t expected = r->from;
    while (sqlite3_step(rows) == SQLITE_ROW) {
        const unsigned char *stored = sqlite3_column_blob(rows, 1);
        if (expected == r->from) memcpy(r->first, stored, HASH);
        else if (memcmp(stored, previous, HASH) != 0) fail("a broken link");
        if (sqlite3_column_int64(rows, 0) != expected++) fail("a gap");
        hash(c, stored, expected - 1, sqlite3_column_blob(rows, 2), sqlite3_column_bytes(rows, 2),
             digest);
        if (memcmp(digest, sqlite3_column_blob(rows, 3), HASH) != 0) fail("a changed row");
        memcpy(previous, digest, HASH);
    }
    if (expected != r->to) fail("rows are missing");
    memcpy(r->last, previous, HASH);
    sqlite3_finalize(rows);
    sqlite3_close_v2(db);
    return NULL;
}

static void verify(const char *path, int threads, const char *suite) {
    sqlite3 *db = open_db(path, "PRAGMA query_only=ON");
    sqlite3_stmt *size = prepare(db, "SELECT max(seq)+1 FROM entry");
    sqlite3_step(size);
    int64_t count = sqlite3_column_int64(size, 0);
    sqlite3_finalize(size);
    double from = now();
    struct range range[64];
    pthread_t thread[64];
    for (int i = 0; i < threads; i++) {
        range[i] = (struct range){path, algorithm(suite), count * i / threads,
                                  count * (i + 1) / threads, {0}, {0}};
        pthread_create(&thread[i], NULL, verify_range, &range[i]);
    }
    for (int i = 0; i < threads; i++) {
        pthread_join(thread[i], NULL);
        if (i > 0 && memcmp(range[i].first, range[i - 1].last, HASH) != 0) fail("a broken seam");
    }
    double time = now() - from;
    printf("{\"entries\":%lld,\"peakKiB\":%ld,\"perSecond\":%.0f}\n", (long long)count, peak_kib(),
           count / time);
    sqlite3_close_v2(db);
}

/* Trails of the streams with 40 to 60 entries, walked back from their heads. */

static int compare(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void trail(const char *path) {
    sqlite3 *db = open_db(path, "PRAGMA query_only=ON; PRAGMA mmap_size=2147418112");
    sqlite3_stmt *sample =
        prepare(db, "SELECT stream FROM head WHERE count BETWEEN 40 AND 60 AND stream > 0");
    sqlite3_stmt *head = prepare(db, "SELECT last FROM head WHERE stream=?1");
    sqlite3_stmt *row = prepare(db, "SELECT before, line FROM entry WHERE seq=?1");
    int64_t *streams = malloc(sizeof *streams * 4000000);
    double *times = malloc(sizeof *times * 4000000);
    long count = 0, sum = 0;
    while (sqlite3_step(sample) == SQLITE_ROW) streams[count++] = sqlite3_column_int64(sample, 0);
    sqlite3_finalize(sample);
    unsigned char *copy = malloc(1 << 20);
    for (int round = 0; round < 2; round++) {
        for (long i = 0; i < count; i++) {
            double from = now();
            sqlite3_bind_int64(head, 1, streams[i]);
            sqlite3_step(head);
            int64_t at = sqlite3_column_int64(head, 0);
            sqlite3_reset(head);
            while (at >= 0) {
                sqlite3_bind_int64(row, 1, at);
                if (sqlite3_step(row) != SQLITE_ROW) fail("a trail with a hole");
                int bytes = sqlite3_column_bytes(row, 1);
                memcpy(copy, sqlite3_column_blob(row, 1), bytes);
                sum += copy[bytes - 1];
                at = sqlite3_column_int64(row, 0);
                sqlite3_reset(row);
            }
            times[i] = now() - from;
        }
    }
    if (count == 0) fail("no stream of 40 to 60 entries");
    qsort(times, count, sizeof *times, compare);
    printf("{\"peakKiB\":%ld,\"sum\":%ld,\"trailP50ns\":%.0f,\"trailP99ns\":%.0f,\"trails\":%ld}\n",
           peak_kib(), sum, times[count / 2] * 1e9, times[count * 99 / 100] * 1e9, count);
    sqlite3_finalize(head);
    sqlite3_finalize(row);
    sqlite3_close_v2(db);
}

/* A projection as lean as can be: three members found by searching for their names, a count and
 * the last day for each stream. */

static const char *member(const char *line, int count, const char *name, int length) {
    const char *at = memmem(line, count, name, length);
    return at ? at + length : NULL;
}

static void rebuild(const char *path) {
    sqlite3 *db = open_db(path, "PRAGMA query_only=ON; PRAGMA cache_size=-8192");
    sqlite3_stmt *rows = prepare(db, "SELECT stream, line FROM entry ORDER BY seq");
    struct state {
        long count;
        char on[10], rank[8];
    } *states = calloc(4000000, sizeof *states);
    double from = now();
    long count = 0;
    while (sqlite3_step(rows) == SQLITE_ROW) {
        struct state *s = &states[sqlite3_column_int64(rows, 0) % 4000000];
        const char *line = sqlite3_column_blob(rows, 1);
        int bytes = sqlite3_column_bytes(rows, 1);
        const char *on = member(line, bytes, "\"on\":\"", 6);
        const char *rank = member(line, bytes, "\"rank\":\"", 8);
        const char *type = member(line, bytes, "\"type\":\"", 8);
        if (on) memcpy(s->on, on, 10);
        if (rank) memcpy(s->rank, rank, 8);
        if (type) s->count++;
        count++;
    }
    double time = now() - from;
    printf("{\"entries\":%ld,\"peakKiB\":%ld,\"perSecond\":%.0f}\n", count, peak_kib(),
           count / time);
    sqlite3_finalize(rows);
    sqlite3_close_v2(db);
}

int main(int count, char **argument) {
    const char *phase = count > 2 ? argument[1] : "";
    if (!strcmp(phase, "build") && count == 6)
        build(argument[2], argument[3], atol(argument[4]), argument[5]);
    else if (!strcmp(phase, "append") && count == 7)
        append_phase(argument[2], argument[3], atol(argument[4]), atol(argument[5]), argument[6]);
    else if (!strcmp(phase, "verify") && count == 5)
        verify(argument[2], atoi(argument[3]), argument[4]);
    else if (!strcmp(phase, "trail")) trail(argument[2]);
    else if (!strcmp(phase, "rebuild")) rebuild(argument[2]);
    else fail("see the top of floor.c for how to call it");
    return 0;
}
