"""Draws again what stikprove draw drew, from nothing but Python's library.

    python3 draw-repeat.py                     writes draw-repeat.csv
    python3 draw-repeat.py draw.json FRAME.csv compares with a log

The first draws the cases below from draw-frame.csv and is kept as a reference.
The second reads the log of a draw from a CSV file and draws again from the
frame what the log says was drawn; it prints the units that differ and ends with
1 where there are any. It knows simple, stratified, systematic and PPS
systematic draws.
"""

import csv
import hashlib
import io
import json
import math
import sys


def digest(seed, purpose, *key):
    text = "\n".join(["stikprove-draw-1", str(seed), purpose, *key])
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def uniform(hexadecimal):
    return (int(hexadecimal[:13], 16) + 0.5) / 2**52


def simple(seed, keys, n):
    """The n ids with the smallest digests."""
    order = sorted(keys, key=lambda key: digest(seed, "unit", key))
    return order[:n], [n / len(keys)] * n, order[n:]


def systematic(seed, stratum, keys, n):
    u = uniform(digest(seed, "start", stratum))
    drawn = [keys[math.floor((u + k) * len(keys) / n)] for k in range(n)]
    return drawn, [n / len(keys)] * n


def probabilities(sizes, n):
    certain = set()
    while True:
        rest = sum(x for i, x in enumerate(sizes) if i not in certain)
        p = [1.0 if i in certain else (n - len(certain)) * (x / rest) for i, x in enumerate(sizes)]
        more = {i for i, v in enumerate(p) if v >= 1 - 1e-12}
        if more == certain:
            return p
        certain = more


def pps(seed, stratum, keys, sizes, n):
    if n == len(keys):
        return keys, [1.0] * n
    p = probabilities(sizes, n)
    drawn = {i for i, v in enumerate(p) if v >= 1 - 1e-12}
    free = [i for i in range(len(keys)) if i not in drawn]
    n -= len(drawn)
    total = sum(sizes[i] for i in free)
    u = uniform(digest(seed, "start", stratum))
    points = [(u + k) * total / n for k in range(n)]
    reached = 0.0
    for i in free:
        before, reached = reached, reached + sizes[i]
        if any(before <= point < reached for point in points):
            drawn.add(i)
    order = sorted(drawn)
    return [keys[i] for i in order], [min(p[i], 1.0) for i in order]


def draw(method, seed, units, n):
    """units: (id, stratum, size) in frame order; n: by stratum."""
    out = []
    for stratum in sorted({u[1] for u in units}, key=lambda s: s.encode("utf-8")):
        members = [u for u in units if u[1] == stratum]
        keys = [u[0] for u in members]
        count = n[stratum]
        if count == 0:
            continue
        if count == len(keys):
            drawn, p = keys, [1.0] * count
        elif method == "srs":
            drawn, p, _ = simple(seed, keys, count)
        elif method == "systematic":
            drawn, p = systematic(seed, stratum, keys, count)
        else:
            drawn, p = pps(seed, stratum, keys, [u[2] for u in members], count)
        out += [(key, stratum, v) for key, v in zip(drawn, p)]
    return out


def rows(path):
    """The rows of a CSV file with one heading row, in UTF-8."""
    with open(path, encoding="utf-8-sig", newline="") as f:
        text = f.read()
    delimiter = max(",;\t", key=text.split("\n", 1)[0].count)
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))


def joined(value):
    return " ".join(value.split())


def reference():
    frame = rows("draw-frame.csv")
    with open("draw-repeat.csv", "w", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(["case", "method", "seed", "strata", "n", "order", "id", "stratum", "p"])
        provinces = {str(k): 0 for k in range(1, 10)}
        sizes = dict(provinces)
        for row in frame:
            sizes[row["province"]] += 1
        each = {k: 5 for k in provinces}
        cases = [
            ("srs-7", "srs", 7, "", {"": 60}),
            ("srs-56", "srs", 56, "", {"": 1}),
            ("strata", "srs", 2015, "province", each),
            ("systematic", "systematic", 7, "", {"": 58}),
            ("systematic-strata", "systematic", 8, "province", each),
            ("pps", "pps", 7, "", {"": 58}),
            ("pps-strata", "pps", 2015, "province", each),
            ("pps-many", "pps", 9, "", {"": 300}),
        ]
        for name, method, seed, by, n in cases:
            units = [(r["ins"], r[by] if by else "", float(r["inhabitants"])) for r in frame]
            for k, (key, stratum, p) in enumerate(draw(method, seed, units, n)):
                out.writerow([name, method, seed, by, sum(n.values()), k + 1, key, stratum, repr(p)])


def compare(log, frame):
    with open(log, encoding="utf-8") as f:
        log = json.load(f)
    with open(frame, "rb") as f:
        if hashlib.sha256(f.read()).hexdigest() != log["frame"]["sha256"]:
            sys.exit("the frame is another file than the log's")
    if log["generator"]["name"] != "stikprove-draw-1":
        sys.exit("the log is of another generator")
    columns = log["frame"]["columns"]
    if columns.get("psu") or columns.get("count") or log["frame"].get("where") or columns.get("order"):
        sys.exit("this draw has parts that are not repeated here")
    units = []
    for number, row in enumerate(rows(frame)):
        key = joined(row[columns["id"]]) if columns.get("id") else str(number + 2)  # the row, below the heading
        stratum = " / ".join(joined(row[name]) for name in columns.get("strata", []))
        size = float(row[columns["size"]]) if columns.get("size") else 1.0
        units.append((key, stratum, size))
    n = {s["stratum"]: s["n"] for s in log["strata"]}
    again = draw(log["method"], int(log["seed"]), units, n)
    different = [(a, b["id"]) for a, b in zip(again, log["drawn"]) if a[0] != b["id"] or abs(a[2] - b["probability"]) > 1e-12]
    for a, b in different:
        print("drawn again:", a[0], "in the log:", b)
    if different or len(again) != len(log["drawn"]):
        sys.exit(1)
    print(len(again), "units drawn again, the same")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        compare(sys.argv[1], sys.argv[2])
    else:
        reference()
