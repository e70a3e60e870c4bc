# SPDX-License-Identifier: Apache-2.0
"""Verifies a log line by line, as quickly as CPython's own modules allow.

usage: streaming_verify.py A|B FILE
"""

import json
import sys
from hashlib import sha256

COVERED_B = (
    "event_id timestamp actor_id actor_type action resource_type resource_id outcome details previous_hash"
).split()


def verify_a(lines):
    encode = json.JSONEncoder(sort_keys=True, check_circular=False).encode
    decode = json.JSONDecoder().decode
    previous = "genesis"
    for line in lines:
        record = decode(line)
        stored = record.pop("hash")
        if record["prev"] != previous or sha256(encode(record).encode("ascii")).hexdigest() != stored:
            return False
        previous = stored
    return True


def verify_b(lines):
    encode = json.JSONEncoder(sort_keys=True, check_circular=False, separators=(",", ":")).encode
    decode = json.JSONDecoder().decode
    previous = ""
    for line in lines:
        record = decode(line)
        text = encode({key: record[key] for key in COVERED_B})
        if record["previous_hash"] != previous or sha256(text.encode("ascii")).hexdigest() != record["event_hash"]:
            return False
        previous = record["event_hash"]
    return True


if __name__ == "__main__":
    verify = {"A": verify_a, "B": verify_b}[sys.argv[1]]
    with open(sys.argv[2], encoding="utf-8") as log:
        sys.exit(0 if verify(log) else 1)
