"""Runs the phases in turn, floor and Stele interleaved, and prints ratios and a table.

Every phase is a process of its own, so that its peak memory is its own.
"""

import argparse
import importlib.util
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile

import delivery

HERE = os.path.dirname(os.path.abspath(__file__))


def arguments():
    parser = argparse.ArgumentParser(prog="tools/bench", description=__doc__)
    parser.add_argument("--entries", type=int, default=1_000_000, help="entries in the ledger (default 1000000; 50000 is a quick look)")
    parser.add_argument("--repetitions", type=int, default=3, help="of every measurement; the median counts (default 3)")
    parser.add_argument("--people", type=int, default=15_000, help="people in the imported delivery, about 20 events each")
    parser.add_argument("--only", default="", help="phases, by comma: append writers import verify trail rebuild deadlines prove size sm3 peers")
    parser.add_argument("--directory", help="where the ledgers are made (default: a temporary directory, removed at the end)")
    parser.add_argument("--json", metavar="FILE", help="also write every number there")
    parser.add_argument("--strace", action="store_true", help="count the fdatasyncs of a commit, when strace is installed")
    parser.add_argument("--install-peers", action="store_true", help="install eventsourcing from PyPI first")
    parser.add_argument("--floors", metavar="DIR", help="a directory with verify-floor.cc and append-floor.c, floors that do on a ledger file what Stele does; they are measured, too")
    parser.add_argument("--programs", help=argparse.SUPPRESS)
    return parser.parse_args()


class Bench:
    def __init__(self, options):
        self.options = options
        self.rows = []
        self.raw = {}
        self.compiled = set()
        self.subjects = max(20_000, options.entries // 50)
        self.only = set(filter(None, options.only.split(",")))

    # Running

    def run(self, *command):
        done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, text=True)
        if done.returncode != 0:
            sys.exit(f"tools/bench: {' '.join(map(str, command))} ended with {done.returncode}.")
        return json.loads(done.stdout)

    def floor(self, phase, *values):
        return self.run(os.path.join(self.options.programs, "floor"), phase, *values)

    def stele(self, phase, **values):
        return self.run(os.path.join(self.options.programs, "benchmark"), phase, *(f"{name}={value}" for name, value in values.items()))

    def fair(self, name, *values):
        """A floor that does the same work, on a ledger file itself; compiled when it is first asked for."""
        program = os.path.join(self.options.programs, name)
        if name not in self.compiled:
            source, compiler, libraries = {
                "verify-floor": ("verify-floor.cc", ["g++", "-O2", "-std=c++17"], ["-lsimdjson", "-lsqlite3", "-lcrypto"]),
                "append-floor": ("append-floor.c", ["gcc", "-O2"], ["-lsqlite3", "-lcrypto", "-lpthread"]),
            }[name]
            subprocess.run([*compiler, "-w", "-o", program, os.path.join(self.options.floors, source), *libraries], check=True)
            self.compiled.add(name)
        return self.run(program, *values)

    def fair_append(self, what, least, entries, each, threads, stele):
        """Both write into copies of the same ledger, made anew each time."""
        def copied(call):
            with tempfile.TemporaryDirectory(prefix="stele-copy-") as place:
                copy = os.path.join(place, "ledger")
                shutil.copy(self.ledger, copy)
                return call(copy)
        found = self.interleave(what,
            floor=lambda _: copied(lambda copy: self.fair("append-floor", copy, self.ledger, entries, each, *threads)),
            stele=lambda seed: copied(lambda copy: stele(copy, seed)))
        self.rates(what, found, least)

    def wants(self, phase):
        return not self.only or phase in self.only

    def interleave(self, name, **sides):
        """Runs each side once a repetition, in turn; returns the findings of each side."""
        found = {side: [] for side in sides}
        for repetition in range(self.options.repetitions):
            for side, call in sides.items():
                found[side].append(call(repetition))
        self.raw[name] = found
        print(f"tools/bench: {name}", {side: [one.get("perSecond", one) for one in ones] for side, ones in found.items()}, file=sys.stderr)
        return found

    # Telling

    def row(self, what, floor, stele, ratio, target, met):
        self.rows.append((what, floor, stele, ratio, target, "yes" if met else "**no**"))

    def rates(self, what, found, least):
        floor, stele = (medians(found[side], "perSecond") for side in ("floor", "stele"))
        ratio = stele[0] / floor[0]
        self.row(what, rate(floor), rate(stele), f"{ratio:.2f}", f"≥ {least}", ratio >= least)

    # Phases

    def measure(self, place):
        self.ledger = os.path.join(place, "ledger")
        self.database = os.path.join(place, "floor.db")
        entries = self.options.entries
        built = self.stele("build", ledger=self.ledger, entries=entries, subjects=self.subjects, suite="sha256")
        self.raw["build"] = built
        self.floor("build", self.database, self.ledger, entries, "sha256")
        if self.wants("size"):
            self.sizes()
        if self.wants("verify"):
            self.verify(self.ledger, self.database, "sha256")
        if self.wants("trail"):
            self.trail()
        if self.wants("prove"):
            self.prove()
        if self.wants("rebuild"):
            self.rebuild()
        if self.wants("deadlines"):
            self.deadlines(place)
        if self.wants("append"):
            self.append(built)
        if self.wants("writers"):
            self.writers()
        if self.wants("import"):
            self.imports(place)
        if self.wants("peers"):
            self.peers(place)
        if self.wants("sm3"):
            self.sm3(place)

    def deadlines(self, place):
        """The board over 10,000 running clocks, and a page of 300 entries; each beside what reading its bytes alone costs."""
        ledger = os.path.join(place, "deadlines")
        self.stele("deadlines", ledger=ledger, clocks=10_000, trail=300)
        board = self.stele("board", ledger=ledger, rounds=20 * self.options.repetitions)
        page = self.stele("longtrail", ledger=ledger, rounds=20 * self.options.repetitions)
        self.raw["deadlines"] = dict(board=board, page=page)
        for what, found, name, floor, target in (
            (f"deadline board over {board['clocks']:,} clocks", board, "board", "rows", 100),
            ("the same as JSON, with explanations", board, "json", "rows", 100),
            (f"page of a trail of {page['entries']} entries", page, "page", "lines", 20),
        ):
            mine, least = found[f"{name}P50ns"] / 1e6, found[f"{floor}P50ns"] / 1e6
            self.row(what, f"{least:.2f} ms to read its {floor}", f"{mine:.1f} ms", f"{mine / least:.1f}", f"< {target} ms", mine < target)
        first = board["firstNs"] / 1e6
        self.row("the first board of a process, opening and law included", "", f"{first:.1f} ms", "", "< 100 ms", first < 100)

    def sizes(self):
        found = self.stele("size", ledger=self.ledger)
        file, other = os.path.getsize(self.ledger), os.path.getsize(self.database)
        self.raw["size"] = dict(found, fileBytes=file, floorBytes=other)
        count, lines = found["entries"], found["lineBytes"]
        self.row("file, bytes an entry (a line has %.0f)" % (lines / count), f"{other / count:.0f}", f"{file / count:.0f}", f"{file / lines:.3f} × lines", "≤ 1.12 × lines", file / lines <= 1.12)

    def verify(self, ledger, database, suite):
        cores = os.cpu_count() or 1
        least = {1: 0.9 if suite == "sm3" else 0.8, cores: 0.9 if suite == "sm3" else 0.75}
        for threads in sorted({1, cores}):
            found = self.interleave(f"verify {suite} {threads}",
                floor=lambda _: self.floor("verify", database, threads, suite),
                stele=lambda _: self.stele("verify", ledger=ledger, cores=threads))
            name = "one core" if threads == 1 else f"all {threads} cores"
            self.rates(f"full verify, {suite.upper()}, {name}, events/s", found, least[threads])
            if self.options.floors and threads == 1:
                found = self.interleave(f"fair verify {suite}",
                    floor=lambda _: self.same_work(ledger, suite),
                    stele=lambda _: self.stele("verify", ledger=ledger, cores=1))
                self.rates(f"the same beside a floor that does the same work, {suite.upper()}", found, 0.6)
            if suite == "sha256":
                self.memory(f"memory of verify, {name}", found["stele"], 64)
        spent = self.stele("spent", ledger=ledger)
        self.raw[f"spent {suite}"] = spent

    def same_work(self, ledger, suite):
        found = self.fair("verify-floor", ledger, *(["sm3"] if suite == "sm3" else []))
        return dict(found, perSecond=1e9 / found["wallNs"])

    def memory(self, what, findings, most):
        peak = max(one["peakKiB"] for one in findings) / 1024
        self.row(what, "–", f"{peak:.0f} MB", "–", f"≤ {most} MB", peak <= most)

    def trail(self):
        found = self.interleave("trail",
            floor=lambda _: self.floor("trail", self.database),
            stele=lambda _: self.stele("trail", ledger=self.ledger))
        for percentile in ("P50", "P99"):
            floor, stele = (medians(found[side], f"trail{percentile}ns") for side in ("floor", "stele"))
            ratio = stele[0] / floor[0]
            self.row(f"trail of 50 events, warm, {percentile.lower()}", micro(floor), micro(stele), f"{ratio:.2f}", "≤ 1.5", ratio <= 1.5)

    def prove(self):
        found = self.interleave("prove", stele=lambda _: self.stele("prove", ledger=self.ledger))["stele"]
        p50 = medians(found, "proofP50ns")
        self.row(f"inclusion proof, made and checked, {found[0]['bytes']} bytes, p50", "–", micro(p50), "–", "≤ 100 µs", p50[0] <= 100_000)

    def rebuild(self):
        cores = os.cpu_count() or 1
        found = self.interleave("rebuild",
            floor=lambda _: self.floor("rebuild", self.database),
            stele=lambda _: self.stele("rebuild", ledger=self.ledger, cores=cores))
        floor, stele = (medians(found[side], "perSecond") for side in ("floor", "stele"))
        self.row(f"rebuild of every view, {cores} cores, events/s", rate(floor), rate(stele), f"{stele[0] / floor[0]:.2f}", "≥ 400,000/s", stele[0] >= 400_000)
        self.memory("memory of rebuild", found["stele"], 150)

    def append(self, built):
        scale = min(1.0, self.options.entries / 1_000_000)
        for each, entries, least in ((1, 10_000, 0.9), (100, 100_000, 0.8), (1_000, 200_000, 0.8)):
            entries = max(each * 10, int(entries * scale) // each * each)
            found = self.interleave(f"append {each}",
                floor=lambda _: self.floor("append", self.database, self.ledger, entries, each, "sha256"),
                stele=lambda seed: self.stele("append", ledger=self.ledger, entries=entries, each=each, seed=100 + seed, subjects=self.subjects))
            self.rates(f"raw append, {each:,} a commit, events/s", found, least)
            if self.options.floors:
                self.fair_append(f"raw append, {each:,} a commit, beside a floor that does the same work", least, entries, each, [],
                    lambda copy, seed: self.stele("append", ledger=copy, entries=entries, each=each, seed=100 + seed, subjects=self.subjects))
        self.memory("memory of append", found["stele"] + [built], 150)
        if self.options.strace:
            self.count_syncs()

    def count_syncs(self):
        if not shutil.which("strace"):
            print("tools/bench: strace is not installed, so nothing was counted.", file=sys.stderr)
            return
        commits = 200
        with tempfile.NamedTemporaryFile("r") as trace:
            self.run("strace", "-f", "-e", "trace=fdatasync,fsync", "-o", trace.name, os.path.join(self.options.programs, "benchmark"), "append", f"ledger={self.ledger}", f"entries={commits}", "each=1", "seed=999", f"subjects={self.subjects}")
            syncs = sum("sync(" in line for line in trace)
        # Opening and closing (a checkpoint of the write-ahead file) cost a few more.
        self.raw["syncs"] = {"commits": commits, "syncs": syncs}
        self.row(f"fdatasync in {commits} commits of 1, opening and closing included", "–", str(syncs), "–", f"{commits} + a few", commits <= syncs <= commits + 8)

    def writers(self):
        entries = max(6_400, min(192_000, self.options.entries // 5))
        entries -= entries % 64
        found = self.interleave("writers",
            floor=lambda _: self.floor("append", self.database, self.ledger, entries, 64, "sha256"),
            stele=lambda seed: self.stele("writers", ledger=self.ledger, entries=entries, writers=64, seed=200 + seed, subjects=self.subjects))
        self.rates("64 writers at once, commits shared (floor: 64 a commit), events/s", found, 0.7)
        if self.options.floors:
            self.fair_append("64 writers at once, beside 64 threads that do the same work", 0.7, entries, 64, [64],
                lambda copy, seed: self.stele("writers", ledger=copy, entries=entries, writers=64, seed=200 + seed, subjects=self.subjects))

    def imports(self, place):
        directory = os.path.join(place, "delivery")
        people = min(self.options.people, max(500, self.options.entries // 50))
        delivery.write(directory, people)
        mapping = os.path.join(HERE, "..", "..", "schema", "mappings", "discipline-sample.json")
        found = self.interleave("import", stele=lambda n: self.stele("import", ledger=os.path.join(place, f"import-{n}"), directory=directory, mapping=mapping, suite="sha256"))["stele"]
        speed = medians(found, "perSecond")
        self.row(f"import through deciders ({found[0]['events']:,} events of {found[0]['rows']:,} rows), events/s", "–", rate(speed), "–", "≥ 20,000/s", speed[0] >= 20_000)
        self.memory("memory of import", found, 150)

    def peers(self, place):
        if not importlib.util.find_spec("eventsourcing"):
            print("tools/bench: eventsourcing is not installed (--install-peers), so it was left out.", file=sys.stderr)
            return
        for each, entries in ((100, 50_000), (1_000, 200_000)):
            entries = min(entries, self.options.entries // each * each)
            found = self.interleave(f"eventsourcing {each}", peer=lambda n: self.run(sys.executable, os.path.join(HERE, "peer.py"), os.path.join(place, f"peer-{each}-{n}"), self.ledger, entries, each))["peer"]
            self.row(f"eventsourcing (Python) recorder, no chain, {each:,} a commit from empty, events/s", rate(medians(found, "perSecond")), "–", "–", "–", True)

    def sm3(self, place):
        entries = min(self.options.entries, 1_000_000)
        ledger, database = os.path.join(place, "ledger-sm3"), os.path.join(place, "floor-sm3.db")
        self.stele("build", ledger=ledger, entries=entries, subjects=self.subjects, suite="sm3")
        self.floor("build", database, ledger, entries, "sm3")
        self.verify(ledger, database, "sm3")
        self.raw["digests"] = self.stele("digests")

    # The report

    def report(self):
        print(f"Machine: {machine()}. {self.options.entries:,} entries, {self.subjects:,} subjects; medians of {self.options.repetitions} interleaved repetitions [least–most].\n")
        print("| | C floor | Stele | ratio | target | met |\n|---|---|---|---|---|---|")
        for row in self.rows:
            print("| " + " | ".join(row) + " |")
        for suite in ("sha256", "sm3"):
            if spent := self.raw.get(f"spent {suite}"):
                print(f"\nOne core of a full verify, {suite.upper()}, nanoseconds an entry: " + ", ".join(f"{name} {spent[key]}" for name, key in (("scan", "scanNs"), ("hash of the line", "hashNs"), ("reading its JSON", "parseNs"), ("tree", "treeNs"), ("SQLite's own check of its pages", "structureNs"))) + ".")
        if self.options.json:
            with open(self.options.json, "w", encoding="utf-8") as file:
                json.dump({"machine": machine(), "entries": self.options.entries, "rows": self.rows, "raw": self.raw}, file, ensure_ascii=False, indent=1)


def medians(findings, name):
    values = [one[name] for one in findings]
    return statistics.median(values), min(values), max(values)


def rate(values):
    median, least, most = values
    return f"{median:,.0f} [{least / 1000:,.1f}k–{most / 1000:,.1f}k]"


def micro(values):
    median, least, most = (value / 1000 for value in values)
    return f"{median:,.0f} µs [{least:,.0f}–{most:,.0f}]"


def machine():
    model = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    return f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.release()}"


def main():
    options = arguments()
    bench = Bench(options)
    if options.directory:
        bench.measure(options.directory)
    else:
        with tempfile.TemporaryDirectory(prefix="stele-bench-") as place:
            bench.measure(place)
    bench.report()


main()
