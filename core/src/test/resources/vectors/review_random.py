# SPDX-License-Identifier: Apache-2.0
# CPython's answers to random texts and values; run by hand, its output is committed.
#   python3 review_random.py   writes the other *_random.jsonl and python_*.jsonl here
import json
import random
import re
import sys

R = random.Random(20260310)
PIECES = (
    ["a", "B", "Change", "approved by", "2026-03-04", "\u03a3", "\u03c3", "\u03c2", "\u0391", "\u0130"]
    + ["i\u0307", "\u0307", "I", "\u00df", "\u1e9e", "\ufb01", "\u01c5", "\u01c4", "\U0001f600", "\U00010400"]
    + ["'", "\u2019", "\u00b7", ":", ".", "\u00ad", "\u200d", "\u02b0", "\u2126", "\u212a", "\ud800", "\udc00"]
    + list(" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff\x00\x7f\x9f")
    + ["\u0345", "\u2160", "\u24b6", "\u13a0", "\uab70", "\U00010d50", "\ua7cb", "\u0378", "\ue000", "\uffff", '"', "\\", "\u00e9"]
)


def text(n):
    while True:
        s = "".join(R.choice(PIECES) for _ in range(R.randint(0, n)))
        # two halves that Python keeps apart and UTF-16 joins are no case for Java
        if not re.search("[\ud800-\udbff][\udc00-\udfff]", s):
            return s


def normalise(s):
    return re.sub(r"\s+", " ", s).strip().lower()


def grounded(citation, source):
    c = normalise(citation)
    return len(c) >= 12 and c in normalise(source)


def number():
    return R.choice([0, -1, 10**20, -0.0, 0.1, 1e16, 1e-5, 5e-324, 1.5e300, float("nan"), float("inf"), float("-inf"), 123456.789])


def value(depth):
    k = R.randint(0, 9)
    if k < 4 or depth == 0:
        return R.choice([text(8), number(), None, True, False, "", [], {}])
    if k < 7:
        return [value(depth - 1) for _ in range(R.randint(0, 4))]
    return {text(4): value(depth - 1) for _ in range(R.randint(0, 4))}


def write(name, rows):
    with open(name, "w", encoding="ascii", newline="\n") as f:
        for row in rows:
            f.write(json.dumps(row) + "\n")


def groundings():
    for _ in range(400):
        source = text(60)
        a = R.randint(0, len(source))
        b = R.randint(a, len(source))
        citation = R.choice([source[a:b], source[a:b].upper(), source[a:b].lower(), source[a:b].swapcase(), " ".join(source[a:b].split()), text(20)])
        if not re.search("[\ud800-\udbff][\udc00-\udfff]", citation):
            yield {"citation": citation, "source": source, "grounded": grounded(citation, source)}


def texts():
    for _ in range(300):
        s = text(40)
        yield {"text": s, "strip": s.strip(), "lower": s.lower(), "normalise": normalise(s), "repr": repr(s)}


def values():
    for _ in range(300):
        v = value(4)
        yield {"value": v, "str": str(v), "repr": repr(v), "truthy": bool(v)}


# FORMATS 5 in Python, as its reader understands it; agrees with claims.jsonl, which the producer wrote.
def parse(response, dialect):
    key = "control" if dialect == "change_approval" else "rule"
    try:
        t = response.strip().strip("`").strip()
        if t[:4].lower() == "json":
            t = t[4:].strip()
        if t.startswith("{"):
            o = json.loads(t[t.index("{") : t.rindex("}") + 1])
            claims, abstentions = o.get("claims", []), o.get("abstentions", [])
        else:
            claims, abstentions = json.loads(t[t.index("[") : t.rindex("]") + 1]), []
        fields = [key, "text", "citation"] + (["approval_date"] if key == "rule" else [])
        return {
            "claims": [{f: str(c.get(f, "")) for f in fields} for c in claims if isinstance(c, dict) and c.get("citation")],
            "abstentions": [{f: str(a.get(f, "")) for f in (key, "reason")} for a in abstentions if isinstance(a, dict)],
        }
    except Exception:
        return {"claims": [], "abstentions": []}


def responses():
    def entry():
        keys = R.sample(["control", "rule", "text", "citation", "citation", "approval_date", "reason", "x"], R.randint(0, 6))
        return {k: value(2) for k in keys}

    for _ in range(300):
        entries = [[R.choice([entry(), entry(), entry(), value(1)]) for _ in range(R.randint(0, 3))] for _ in range(2)]
        body = {}
        if R.random() < 0.9:
            body["claims"] = entries[0]
        if R.random() < 0.8:
            body["abstentions"] = entries[1]
        s = json.dumps(R.choice([body, body, entries[0]]), ensure_ascii=R.random() < 0.5, indent=R.choice([None, 1]))
        s = R.choice(["", "", "```json\n", "``` JSON ", "json", "\u00a0`\x1c", "Here: ", "x]"]) + s + R.choice(["", "", "\n```", " ok", "}", "]", "\u3000`` "])
        if R.random() < 0.2 and s:
            i = R.randrange(len(s))
            s = s[:i] + R.choice(["", '"', "}", "]", "\\", ","]) + s[i + 1 :]
        joined = re.search("[\ud800-\udbff](?:[\udc00-\udfff]|\\\\ud[c-f])|\\\\ud[89ab]..(?:[\udc00-\udfff]|\\\\ud[c-f])", s)
        if not joined or re.search("\\\\ud83d\\\\ude00|\\\\ud801\\\\udc00", s) and not re.search("[\ud800-\udfff]|\\\\ud800\\\\udc00", s):
            yield {"response": s, "change_approval": parse(s, "change_approval"), "personal_trade": parse(s, "personal_trade")}


if __name__ == "__main__":
    assert sys.version_info[:2] == (3, 11)
    for line in open("claims.jsonl", encoding="utf-8"):
        v = json.loads(line)
        assert all(parse(v["response"], d) == v[d] for d in ("change_approval", "personal_trade")), line
    write("grounding_random.jsonl", groundings())
    write("python_text.jsonl", texts())
    write("python_value.jsonl", values())
    write("claims_random.jsonl", responses())
