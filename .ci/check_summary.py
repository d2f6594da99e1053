"""Fails when a summary of ./stratum is not what it must be. The same facts always give the same numbers."""

import json
import sys

EXPECTED = {
    "demo": {
        "facts.published": 16920,
        "customers": 300,
        "asOf": "2025-12-31",
        "tiers": {
            "MASS": 218,
            "CORE": 48,
            "VIP": 19,
            "PRIVATE": 4
        },
        "stages": {
            "PROSPECT": 11,
            "ACQUISITION": 7,
            "GROWTH": 258,
            "MATURITY": 0,
            "AT_RISK": 20,
            "CHURNED": 4
        },
        "signals": {
            "ASSIGNED": 289,
            "UPGRADED": 69,
            "DOWNGRADED": 1,
            "WATCH_STARTED": 11,
            "WATCH_ENDED": 3,
            "NEAR_UPGRADE": 49,
            "OVERRIDDEN": 0,
            "OVERRIDE_ENDED": 0
        },
        "offers": {
            "birthday-anniversary": 65,
            "cross-sell-by-need": 130,
            "idle-money": 19,
            "large-inflow": 4,
            "near-upgrade": 37,
            "new-tier-benefits": 51,
            "prospect-invitation": 27,
            "retention": 13,
            "salary-customer": 137,
            "tier-at-risk": 10,
            "welcome": 241,
            "win-back": 2
        },
        "withheld": {
            "COMPLAINT": 11,
            "CONDITION": 2098,
            "CONSENT": 174,
            "CONTROL": 134,
            "COOL_DOWN": 320,
            "FREQUENCY": 15,
            "QUIET_HOURS": 873,
            "SUITABILITY": 13,
            "VANISHED": 251
        }
    },
    "berka": {
        "facts.published": 30504,
        "customers": 1139,
        "asOf": "1993-12-31",
        "tiers": {
            "MASS": 344,
            "CORE": 794,
            "VIP": 1,
            "PRIVATE": 0
        },
        "stages": {
            "PROSPECT": 0,
            "ACQUISITION": 112,
            "GROWTH": 1027,
            "MATURITY": 0,
            "AT_RISK": 0,
            "CHURNED": 0
        },
        "signals": {
            "ASSIGNED": 1139,
            "UPGRADED": 801,
            "DOWNGRADED": 5,
            "WATCH_STARTED": 13,
            "WATCH_ENDED": 3,
            "NEAR_UPGRADE": 814,
            "OVERRIDDEN": 0,
            "OVERRIDE_ENDED": 0
        },
        "offers": {},
        "withheld": {
            "CONDITION": 11920,
            "CONSENT": 8086,
            "SUITABILITY": 1
        }
    }
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
