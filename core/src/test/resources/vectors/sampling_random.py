# SPDX-License-Identifier: Apache-2.0
"""Draws of CPython 3.11 at the edges: python3 sampling_random.py > sampling_random.jsonl"""
import json
import random
import sys

sys.set_int_max_str_digits(0)

SEEDS = [0, 1, -1, -7, 2**31, 2**32 - 1, 2**32, -(2**32), 2**64 - 1, 10**30, 2**19968 + 5, -(10**40)]
SIZES = [1, 3, 20, 21, 22, 23, 36, 37, 38, 84, 85, 86, 276, 277, 278, 4096, 70000]
RATES = [0.0, 0.1, 0.15, 0.35, 0.025, 0.001, 1 / 3, 0.999, 1.0, 1e-9]

for seed in SEEDS:
    for n in SIZES:
        for rate in RATES:
            k = min(n, round(n * rate))
            if k > 2000 or abs(seed) > 10**1000 and n != 85:
                continue
            drawn = random.Random(seed).sample(range(n), k)
            line = {"n": n, "seed": seed, "rate": rate, "k": k}
            if k <= 12:
                line["sample"] = drawn
            else:
                line["ends"] = drawn[:3] + drawn[-3:]
                line["sum"] = sum(i * j for i, j in enumerate(drawn, 1))
            if k in (1, 5, 6, 12) or n in (22, 85, 277):
                print(json.dumps(line))
