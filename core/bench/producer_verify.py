# SPDX-License-Identifier: Apache-2.0
"""Verifies a log the way a typical producer does it itself: whole file in memory, one json.loads a line.

usage: producer_verify.py A|B FILE
"""

import hashlib
import json
import pathlib
import sys

COVERED_B = (
    "event_id timestamp actor_id actor_type action resource_type resource_id outcome details previous_hash"
).split()


def verify_a(path):
    previous = "genesis"
    for line in path.read_text().splitlines():
        if not line.strip():
            continue
        record = json.loads(line)
        stored = record.pop("hash")
        text = json.dumps(record, sort_keys=True)
        if record["prev"] != previous or hashlib.sha256(text.encode()).hexdigest() != stored:
            return False
        previous = stored
    return True


def verify_b(path):
    previous = ""
    for line in path.read_text().splitlines():
        if not line.strip():
            continue
        record = json.loads(line)
        covered = {key: record[key] for key in COVERED_B}
        text = json.dumps(covered, sort_keys=True, separators=(",", ":"))
        digest = hashlib.sha256(text.encode()).hexdigest()
        if record["previous_hash"] != previous or digest != record["event_hash"]:
            return False
        previous = digest
    return True


if __name__ == "__main__":
    verify = {"A": verify_a, "B": verify_b}[sys.argv[1]]
    sys.exit(0 if verify(pathlib.Path(sys.argv[2])) else 1)
