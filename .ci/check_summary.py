"""Fails when a summary of ./stratum is not what it must be. The same facts always give the same numbers."""

import json
import sys

EXPECTED = {
    "demo": {},
    "berka": {},
}

kind, file = sys.argv[1:]
summary = json.load(open(file, encoding="utf-8"))
wrong = []


def must(what, actual, expected):
    if actual != expected:
        wrong.append(f"{what} is {actual} and must be {expected}")


must("facts.processed", summary["facts"]["processed"], summary["facts"]["published"])
must("facts.deadLettered", summary["facts"]["deadLettered"], 0)
for path, expected in EXPECTED[kind].items():
    actual = summary
    for name in path.split("."):
        actual = actual.get(name) if isinstance(actual, dict) else None
    must(path, actual, expected)

print(f"{kind}: {summary['facts']['published']} facts, tiers {summary['tiers']}, {len(wrong)} numbers wrong")
for sentence in wrong:
    print(sentence)
sys.exit(1 if wrong else 0)
