"""Makes schema/vectors: bundles that are sound and bundles that are forged, one directory each.

Always the same bytes: keys, salts, times and nonces are fixed. Each vector says in expect.json what
a verifier must find; what is written there is said here by hand, never taken from a verifier.

usage: python3 tools/vectors [DIRECTORY]     (default: schema/vectors of this checkout)
"""

import json
import os
import shutil
import sys

import lines  # noqa: F401  (these two register the vectors)
import beside  # noqa: F401
from case import VECTORS, Case


def write(directory):
    for name in sorted(os.listdir(directory)) if os.path.isdir(directory) else []:
        if os.path.isdir(os.path.join(directory, name)):
            shutil.rmtree(os.path.join(directory, name))
    for name, (make, signer) in VECTORS.items():
        case = Case(signer)
        make(case)
        expected = {"arguments": case.arguments, "damages": case.damages,
                    "proven": [list(run) for run in case.proven], "sound": not case.damages}
        if make.__doc__:
            expected["why"] = make.__doc__.strip()
        content = json.dumps(expected, ensure_ascii=False, indent=1, sort_keys=True)
        case.files["expect.json"] = content.encode() + b"\n"
        for path, content in case.files.items():
            path = os.path.join(directory, name, path)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(content)
    print("%d vectors" % len(VECTORS))


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    write(sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "..", "..", "schema", "vectors"))
