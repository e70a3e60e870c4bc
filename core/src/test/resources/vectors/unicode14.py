# SPDX-License-Identifier: Apache-2.0
# What CPython 3.11 (Unicode 14) says of every code point; run by hand, its output is committed.
#   python3 unicode14.py > unicode14.txt
import re
import sys
import unicodedata

assert unicodedata.unidata_version == "14.0.0"
SIGMA = "\u03a3"


def final(before):
    return (before + SIGMA).lower()[-1] == "\u03c2"


def ranges(test):
    start = None
    for cp in range(0x110001):
        yes = cp < 0x110000 and test(chr(cp))
        if yes and start is None:
            start = cp
        if not yes and start is not None:
            yield start, cp
            start = None


# The sigma rule skips what is case-ignorable and then asks for what is cased: two sets are enough.
SETS = {
    "space": lambda c: re.match(r"\s", c) is not None,
    "unprintable": lambda c: not c.isprintable(),
    "cased": lambda c: final("1" + c),
    "ignorable": lambda c: final("A" + c) and not final("1" + c),
}
if __name__ == "__main__":
    for name, test in SETS.items():
        print(name, " ".join(f"{a:x}-{b:x}" for a, b in ranges(test)))
    print(
        "lower",
        " ".join(
            f"{cp:x}={','.join(f'{ord(l):x}' for l in chr(cp).lower())}"
            for cp in range(0x110000)
            if cp != 0x3A3 and chr(cp).lower() != chr(cp)
        ),
    )
