"""Runs the suites of the copy: all of them with no slip on, then those that come past one with it on."""

import concurrent.futures
import hashlib
import json
import os
import re
import resource
import subprocess
import tempfile
import time

from mutation.planting import COPY, PLACE, ROOT

# They look at the checkout, or at what no slip can change.
LEFT_OUT = {"Tidy"}
# Short suites are asked together: most of their time is the start of a process.
SHORT_SECONDS, TOGETHER_SECONDS = 4.0, 20.0
QUICK_SECONDS = 5.0
# These run programs beside each other; what they see is seen twice before it is believed.
ASKED_TWICE = {"Faults", "Scenarios", "StoreSQLiteTests", "VerifierTests"}
MEMORY_BYTES = 16 << 30


class Suite:
    """One suite of tests, how long it takes, and the slips that it comes past."""

    def __init__(self, name, of=None):
        self.name = name
        self.stamp = of["stamp"] if of else ""
        self.seconds = of["seconds"] if of else 0.0
        self.met = set(of["met"]) if of else set()

    @property
    def module(self):
        return self.name.split(".")[0]


class End:
    """How a run of some suites ended."""

    def __init__(self, kind, seconds, said, seen=""):
        self.kind, self.seconds, self.said, self.seen = kind, seconds, said, seen


def environment():
    words = dict(os.environ, STELE_FAST="1", SWIFT_BACKTRACE="enable=no")
    beside = os.path.join(os.path.dirname(ROOT), "shared")
    if os.path.isdir(beside):
        words.setdefault("STELE_SHARED", beside)
        words.setdefault("STELE_SAMPLE", os.path.join(beside, "data", "discipline-sample"))
    return words


def bundle():
    found = os.path.join(COPY, ".build", "debug", "stelePackageTests.xctest")
    return [found, "--testing-library", "swift-testing"]


def listed():
    """The names of all suites, `Module.Suite`; a test that stands alone is one of its own."""
    out = subprocess.run(
        bundle() + ["--list-tests"], cwd=COPY, env=environment(), check=True, capture_output=True,
        text=True).stdout
    names = []
    for line in out.splitlines():
        if "(" not in line:
            continue
        test = line.split("(")[0].strip()
        name = test.rsplit("/", 1)[0] if "/" in test else test
        name = name.split("/")[0]
        if name.split(".")[0] not in LEFT_OUT and name not in names:
            names.append(name)
    return names


def limited():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    os.setpgid(0, 0)


def run(suites, seconds, **switch):
    """Runs suites in one process; `switch` is what the slips are told."""
    words = environment()
    words.update({name: str(value) for name, value in switch.items()})
    filters = []
    for suite in suites:
        filters += ["--filter", "^" + re.escape(suite.name) + r"(/|\()"]
    begun = time.monotonic()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(
            bundle() + filters, cwd=COPY, env=words, stdout=out, stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL, preexec_fn=limited)
        try:
            status = process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            status = None
        try:
            os.killpg(process.pid, 9)  # What it started and left behind, too.
        except OSError:
            pass
        process.wait()
        out.seek(0)
        said = re.sub(r"\x1b\[[0-9;]*m", "", out.read().decode(errors="replace"))
    took = time.monotonic() - begun
    if status is None:
        return End("timeout", took, said)
    if status < 0 or not re.search(r"Test run with [1-9]\d* test", said):
        return End("crash", took, said)
    if status == 0:
        return End("green", took, said)
    seen = re.search(r"✘ Test (.+?) recorded an issue.*? at (\w+)\.swift:(\d+)", said)
    return End("red", took, said, f"{seen[2]}:{seen[3]} {seen[1]}" if seen else "")


def stamp(module):
    """What the answers of a module's suites rest on: its own files, and all planted sources."""
    digest = hashlib.sha256()
    for folder in ("Sources", "schema", "Tests/Support", "Tests/LawSupport", "Tests/StoreContract",
                   "Tests/Stranger", f"Tests/{module}"):
        for path, folders, files in sorted(os.walk(os.path.join(COPY, folder))):
            folders.sort()
            for name in sorted(files):
                with open(os.path.join(path, name), "rb") as file:
                    digest.update(name.encode() + b"\0" + file.read())
    return digest.hexdigest()


def baseline(say, jobs, quick, numbers, seconds_limit=900):
    """Every suite with no slip on: those that are green, with what each comes past, and the others.

    What was found before is kept for suites whose tests and code are the same. Those that are known
    to come past none of the slips in question are not run again.
    """
    place = os.path.join(PLACE, "baseline.json")
    try:
        with open(place, encoding="utf-8") as file:
            known = json.load(file)
    except (OSError, ValueError):
        known = {}
    names = [name for name in listed()
             if not (quick and Suite(name, known.get(name)).seconds > QUICK_SECONDS)
             and (name not in known or numbers & set(known[name]["met"]))]
    stamps = {module: stamp(module) for module in {name.split(".")[0] for name in names}}

    def asked(name):
        suite = Suite(name, known.get(name))
        wanted = stamps[suite.module]
        if suite.stamp == wanted:
            return suite, None
        with tempfile.NamedTemporaryFile() as met:
            end = run([suite], seconds_limit, STELE_SLIP="0", STELE_SLIP_MET=met.name)
            suite.met = {int(line) for line in met.read().split()}
        suite.seconds, suite.stamp = end.seconds, wanted
        return suite, end

    suites, red = [], []
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        # The longest first, so that none is left over at the end.
        names.sort(key=lambda name: -Suite(name, known.get(name)).seconds)
        for suite, end in pool.map(asked, names):
            if end is None or end.kind == "green":
                suites.append(suite)
                known[suite.name] = {"stamp": suite.stamp, "seconds": round(suite.seconds, 2),
                                     "met": sorted(suite.met)}
            else:
                red.append((suite.name, end))
                say(f"  {suite.name}: {end.kind} with no slip on\n{end.said[-3000:]}")
            if end is not None:
                with open(place, "w", encoding="utf-8") as file:
                    json.dump(known, file)
    return suites, red


def groups(slip, suites):
    """Who is asked about a slip, in order: those named for it, the room's own suites, the others;
    short ones first, several together."""
    met = [suite for suite in suites if slip.number in suite.met]

    def rank(suite):
        named = not any(suite.name.endswith(name) for name in slip.first)
        return named, suite.module != slip.room + "Tests", suite.seconds
    together = []
    for suite in sorted(met, key=rank):
        last = together[-1] if together else []
        fits = last and rank(last[0])[:2] == rank(suite)[:2] and suite.seconds < SHORT_SECONDS \
            and sum(one.seconds for one in last) < TOGETHER_SECONDS
        if fits:
            last.append(suite)
        else:
            together.append([suite])
    return together


def ask(slip, suites):
    """Who notices the slip: its kind, by whom, and how long it took."""
    begun = time.monotonic()
    asked = groups(slip, suites)
    for group in asked:
        limit = 60 + 4 * sum(suite.seconds for suite in group)
        end = run(group, limit, STELE_SLIP=slip.number)
        if end.kind != "green" and any(suite.module in ASKED_TWICE for suite in group):
            end = run(group, limit, STELE_SLIP=slip.number)
        if end.kind != "green":
            names = group[0].name if len(group) == 1 else f"{group[0].name} or {len(group) - 1} more"
            return {"number": slip.number, "noticed": True, "how": end.kind,
                    "by": end.seen or names, "seconds": round(time.monotonic() - begun, 1)}
    return {"number": slip.number, "noticed": False,
            "how": "unnoticed" if asked else "never met", "by": "",
            "seconds": round(time.monotonic() - begun, 1)}
