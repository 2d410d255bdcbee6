"""Lists of questions, and what a program answers to them."""

import concurrent.futures
import os
import shutil
import subprocess
import tempfile

# Each list of questions of a frozen ledger, and the folder with its answers.
LISTS = {"questions": "answers", "recordings": "recorded"}


def questions_of(path):
    """The command lines of a list: one a line; blank lines and those that begin with # are none."""
    with open(path, encoding="utf-8") as lines:
        found = [line.strip() for line in lines]
    return [line for line in found if line and not line.startswith("#")]


def words_of(command, place):
    """`@/` is the folder asked in; U+2420 a blank inside a word."""
    return [
        (place + word[1:] if word == "@" or word.startswith("@/") else word).replace("␠", " ")
        for word in command.split()
    ]


def ask(program, question, place, ledger="ledger.stele", timeout=600):
    """Runs the commands of a question, which ` ; ` separates, one after the other: each as
    (command, status, out, error)."""
    environment = {
        "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no", "STELE_LANG": "en",
        "STELE_LEDGER": os.path.join(place, ledger), "STELE_ACTOR": "stele",
    }
    ends = []
    for command in question.split(" ; "):
        end = subprocess.run(
            [program, *words_of(command, place)], env=environment, stdin=subprocess.DEVNULL,
            capture_output=True, timeout=timeout)
        out, error = (
            each.decode("utf-8", "backslashreplace").replace(place, "@")
            for each in (end.stdout, end.stderr))
        ends.append((command, end.returncode, out, error))
    return ends


def written(ends):
    """An answer as it stands in a file."""
    parts = []
    for command, status, out, error in ends:
        parts.append(f"$ {command}\n── exit {status}\n")
        for name, text in (("stdout", out), ("stderr", error)):
            parts.append(f"── {name}\n{text}")
            if text and not text.endswith("\n"):
                parts.append("\n── no newline at the end\n")
    return "".join(parts)


def asked_of_copy(program, question, frozen):
    """Asks in a copy of a frozen folder, so that no question sees what another did."""
    with tempfile.TemporaryDirectory(prefix="stele-") as place:
        for name in os.listdir(frozen):
            whole = os.path.join(frozen, name)
            if name in LISTS or name in LISTS.values() or name == "make":
                continue
            copy = shutil.copytree if os.path.isdir(whole) else shutil.copy
            copy(whole, os.path.join(place, name))
        return ask(program, question, os.path.realpath(place))


def together(work, things):
    """In parallel, in order."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(work, things))
