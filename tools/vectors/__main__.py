"""Makes schema/vectors: bundles that are sound and bundles that are forged, one directory each.

`keys.json` holds public keys and signatures on the edges of the curves, taken and refused.

Always the same bytes: keys, salts, times and nonces are fixed. Each vector says in expect.json what
a verifier must find; what is written there is said here by hand, never taken from a verifier.

usage: python3 tools/vectors [DIRECTORY]     (default: schema/vectors of this checkout)
"""

import json
import os
import shutil
import sys

import lines  # noqa: F401  (these three register the vectors)
import beside  # noqa: F401
import proofs  # noqa: F401
import keys
from case import VECTORS, Case


def write(directory):
    for name in sorted(os.listdir(directory)) if os.path.isdir(directory) else []:
        if os.path.isdir(os.path.join(directory, name)):
            shutil.rmtree(os.path.join(directory, name))
    for name, (make, signer) in VECTORS.items():
        case = Case(signer)
        make(case)
        expected = {"arguments": case.arguments, "damages": case.damages,
                    "sound": not case.damages}
        if case.proof:
            expected["proof"] = case.proof
        else:
            expected["proven"] = [list(run) for run in case.proven]
        if make.__doc__:
            expected["why"] = make.__doc__.strip()
        content = json.dumps(expected, ensure_ascii=False, indent=1, sort_keys=True)
        case.files["expect.json"] = content.encode() + b"\n"
        for path, content in case.files.items():
            path = os.path.join(directory, name, path)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(content)
    with open(os.path.join(directory, "keys.json"), "w", encoding="utf-8") as file:
        json.dump(keys.edges(), file, ensure_ascii=False, indent=1, sort_keys=True)
        file.write("\n")
    print("%d vectors" % len(VECTORS))


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    write(sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "..", "..", "schema", "vectors"))
