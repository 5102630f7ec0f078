# What readers can work out about hidden counts, and the cheapest choice of
# what to hide, by trying everything. Pure Python 3, no libraries:
#
#     python3 disclosure.py
#
# A table is counts of rows by columns, printed with row and column sums and
# the total. Readers know that a hidden count is at least 1. A count from 1 to 2
# must be hidden so that it may be 3 or more for all that readers know; others
# are hidden with it at a cost of the count and one each, inner cells only.
#
#   disclosure-tables.csv     case, row, column, count, hidden (1 in the cheapest pattern)
#   disclosure-cost.csv       case, cells hidden beside the small ones, their least cost
#   disclosure-intervals.csv  case, row, column, low, high in that pattern
#   disclosure-linked.csv     case, table, row, column, count, hidden, low, high of three
#                             tables: of a group, of the rest, and of all
import csv, itertools, random

MINIMUM = 3


def solutions(rows, columns, hidden, row_left, column_left):
    """All counts of hidden cells that agree with what is left of the sums."""
    cells = sorted(hidden)

    def go(i, rl, cl):
        if i == len(cells):
            if not any(rl) and not any(cl):
                yield {}
            return
        r, c = cells[i]
        for v in range(1, min(rl[r], cl[c]) + 1):
            rl[r] -= v
            cl[c] -= v
            last_in_row = all(x[0] != r for x in cells[i + 1:])
            if not (last_in_row and rl[r]):
                for rest in go(i + 1, rl, cl):
                    rest[(r, c)] = v
                    yield rest
            rl[r] += v
            cl[c] += v

    yield from go(0, list(row_left), list(column_left))


def ends(table, hidden):
    rows, columns = len(table), len(table[0])
    row_left = [sum(table[r][c] for c in range(columns) if (r, c) in hidden) for r in range(rows)]
    column_left = [sum(table[r][c] for r in range(rows) if (r, c) in hidden) for c in range(columns)]
    low, high = {}, {}
    for s in solutions(rows, columns, hidden, row_left, column_left):
        for cell, v in s.items():
            low[cell] = min(low.get(cell, v), v)
            high[cell] = max(high.get(cell, v), v)
    return low, high


def cheapest(table):
    cells = [(r, c) for r in range(len(table)) for c in range(len(table[0]))]
    small = {x for x in cells if 0 < table[x[0]][x[1]] < MINIMUM}
    others = [x for x in cells if table[x[0]][x[1]] >= MINIMUM]
    patterns = []
    for k in range(len(others) + 1):
        for more in itertools.combinations(others, k):
            patterns.append((sum(table[r][c] + 1 for r, c in more), more))
    for cost, more in sorted(patterns):
        hidden = small | set(more)
        low, high = ends(table, hidden)
        if all(high[x] >= MINIMUM for x in small) and all(high[x] > low[x] for x in hidden):
            return small, more, cost, low, high
    return None


def linked(rng):
    """Two tables of two by two and their sum, and a pattern of hidden cells."""
    parts = [[[rng.randint(1, 6) for _ in range(2)] for _ in range(2)] for _ in range(2)]
    whole = [[parts[0][r][c] + parts[1][r][c] for c in range(2)] for r in range(2)]
    hide_whole = rng.random() < 0.5
    # every inner cell of both parts is hidden, and one row of the whole or none
    tables = parts + [whole]
    hidden = {(t, r, c) for t in range(2) for r in range(2) for c in range(2)}
    if hide_whole:
        hidden |= {(2, r, c) for r in range(2) for c in range(2)}
    low, high = {}, {}
    rows = [[sum(t[r]) for r in range(2)] for t in parts]
    columns = [[t[0][c] + t[1][c] for c in range(2)] for t in parts]
    one = [range(1, rows[t][0]) for t in range(2)]
    for a in one[0]:
        for b in one[1]:
            now = []
            for t, v in ((0, a), (1, b)):
                now.append([[v, rows[t][0] - v], [columns[t][0] - v, rows[t][1] - columns[t][0] + v]])
            if any(v < 1 for t in now for row in t for v in row):
                continue
            now.append([[now[0][r][c] + now[1][r][c] for c in range(2)] for r in range(2)])
            if any((2, r, c) not in hidden and now[2][r][c] != whole[r][c] for r in range(2) for c in range(2)):
                continue
            for t, r, c in hidden:
                v = now[t][r][c]
                low[t, r, c] = min(low.get((t, r, c), v), v)
                high[t, r, c] = max(high.get((t, r, c), v), v)
    return tables, hidden, low, high


def main():
    rng = random.Random(56)
    tables = csv.writer(open("disclosure-tables.csv", "w"), lineterminator="\n")
    costs = csv.writer(open("disclosure-cost.csv", "w"), lineterminator="\n")
    intervals = csv.writer(open("disclosure-intervals.csv", "w"), lineterminator="\n")
    links = csv.writer(open("disclosure-linked.csv", "w"), lineterminator="\n")
    tables.writerow(["case", "row", "column", "count", "hidden"])
    costs.writerow(["case", "cells", "cost"])
    intervals.writerow(["case", "row", "column", "low", "high"])
    links.writerow(["case", "table", "row", "column", "count", "hidden", "low", "high"])
    case = 0
    while case < 30:
        rows, columns = rng.choice([(3, 3), (3, 4), (4, 3)])
        table = [[rng.choice([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12]) for _ in range(columns)] for _ in range(rows)]
        sums = [sum(r) for r in table] + [sum(r[c] for r in table) for c in range(columns)]
        if min(sums) < 8 or not any(0 < v < MINIMUM for r in table for v in r):
            continue
        found = cheapest(table)
        if found is None:
            continue
        small, more, cost, low, high = found
        case += 1
        for r in range(rows):
            for c in range(columns):
                tables.writerow([case, r, c, table[r][c], int((r, c) in small or (r, c) in more)])
        costs.writerow([case, len(more), cost])
        for r, c in sorted(low):
            intervals.writerow([case, r, c, low[r, c], high[r, c]])
    for case in range(1, 21):
        of, hidden, low, high = linked(rng)
        for t in range(3):
            for r in range(2):
                for c in range(2):
                    at = (t, r, c)
                    links.writerow([case, t, r, c, of[t][r][c], int(at in hidden), low.get(at, ""), high.get(at, "")])


main()
