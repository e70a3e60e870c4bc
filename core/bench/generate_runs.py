# SPDX-License-Identifier: Apache-2.0
"""Writes run directories for the benchmark of the index: variants of real ones, each with a payload, an id, a chain and
artifacts of its own that hold.

usage: generate_runs.py SAMPLES DIR COUNT [NEWEST]
SAMPLES holds run directories; NEWEST is an ISO 8601 time for the newest run (now), the others lie three minutes apart.
"""

import datetime
import hashlib
import json
import pathlib
import sys

APART = datetime.timedelta(minutes=3)
FEWEST_RECORDS = 14


def digest(value):
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


class Template:
    """A sample run, read once."""

    def __init__(self, folder):
        self.run_id = folder.name
        self.state = (folder / "state.json").read_text()
        self.payload = json.loads(self.state)["payload"]
        self.records = [json.loads(line) for line in (folder / "audit.jsonl").read_text().splitlines()]
        self.artifacts = {p.name: p.read_text() for p in sorted((folder / "artifacts").glob("*")) if p.is_file()}
        self.name = self.records[0]["name"]
        self.started = datetime.datetime.fromisoformat(self.records[0]["ts"])

    def holds(self):
        """Variants are made of runs that are right: the id follows from the payload, each file from its record."""
        written = {r["name"]: r["sha256_12"] for r in self.records if r["event"] == "artifact_written"}
        return (
            self.run_id == "%s-%s" % (self.name, digest({"name": self.name, "payload": self.payload})[:12])
            and len(self.records) >= FEWEST_RECORDS
            and written.keys() == self.artifacts.keys()
            and all(hashlib.sha256(self.artifacts[n].encode()).hexdigest()[:16] == h for n, h in written.items())
        )

    def write(self, folder, number, start):
        ticket = "%s-%06d" % (self.payload["id"], number)
        payload = json.loads(json.dumps(self.payload).replace(json.dumps(self.payload["id"]), json.dumps(ticket)))
        run_id = "%s-%s" % (self.name, digest({"name": self.name, "payload": payload})[:12])
        changes = {json.dumps(self.payload["id"]): json.dumps(ticket), self.run_id: run_id}
        run = folder / run_id
        (run / "artifacts").mkdir(parents=True)
        lines, previous = [], "genesis"
        for old in self.records:
            record = json.loads(self.changed(json.dumps(old), changes))
            record["ts"] = (datetime.datetime.fromisoformat(old["ts"]) - self.started + start).isoformat()
            if record["event"] == "artifact_written":
                text = self.changed(self.artifacts[old["name"]], changes)
                (run / "artifacts" / old["name"]).write_text(text)
                record["sha256_12"] = hashlib.sha256(text.encode()).hexdigest()[:16]
                changes[old["sha256_12"]] = record["sha256_12"]
            record["prev"] = previous
            del record["hash"]
            previous = record["hash"] = digest(record)
            changes[old["hash"]] = previous
            lines.append(json.dumps(record) + "\n")
        (run / "audit.jsonl").write_text("".join(lines))
        (run / "state.json").write_text(self.changed(self.state, changes))

    @staticmethod
    def changed(text, changes):
        for old, new in changes.items():
            text = text.replace(old, new)
        return text


def main():
    samples, folder, count = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
    newest = (
        datetime.datetime.fromisoformat(sys.argv[4]) if len(sys.argv) > 4 else datetime.datetime.now(datetime.timezone.utc)
    )
    full = [p for p in sorted(samples.iterdir()) if (p / "state.json").exists() and (p / "artifacts").is_dir()]
    templates = [t for t in map(Template, full) if t.holds()]
    if not templates:
        sys.exit("no sample in %s is complete and right" % samples)
    records = 0
    for number in range(count):
        template = templates[number % len(templates)]
        template.write(folder, number, newest - number * APART)
        records += len(template.records)
    print("%d runs of %d kinds, %.1f records each" % (count, len(templates), records / max(1, count)))


if __name__ == "__main__":
    main()
