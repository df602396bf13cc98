#!/usr/bin/env python3
"""Writes referenz.txt.gz: 120,000 random Fristen computed with the standard library only.

Independent of the TypeScript: datetime, calendar and zoneinfo do the arithmetic, the holidays are written
down a second time, by Land. Same seed, same lines:  python3 erzeuge.py

A line: event, rule letter (F Z R, K = R with KLARE_MONATE), unit letter and number, occurrence, Land,
raw end, due day, its ISO weekday, UTC hour at which the next day begins in Berlin, days from event to due day.
"""
import gzip
import random
from calendar import monthrange
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
BERLIN = ZoneInfo("Europe/Berlin")
FIRST, LAST = date(1995, 1, 1), date(2100, 12, 31)
LAENDER = "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH".split()
LIMITS = {"t": 800, "a": 300, "w": 120, "m": 130, "j": 12}


def add_months(d, n):
    y, m = divmod(d.year * 12 + d.month - 1 + n, 12)
    return date(y, m + 1, min(d.day, monthrange(y, m + 1)[1]))


def easter(y):  # Gauss, as corrected by Lichtenberg
    k = y // 100
    m = 15 + (3 * k + 3) // 4 - (8 * k + 13) // 25
    s = 2 - (3 * k + 3) // 4
    a = y % 19
    d = (19 * a + m) % 30
    r = (d + a // 11) // 29
    og = 21 + d - r
    sz = 7 - (y + y // 4 + s) % 7
    return date(y, 3, 1) + (og + 7 - (og - sz) % 7 - 1) * DAY


@lru_cache(maxsize=None)
def holidays(land, y):
    e = easter(y)
    h = {date(y, 1, 1), e - 2 * DAY, e + DAY, date(y, 5, 1), e + 39 * DAY, e + 50 * DAY}
    h |= {date(y, 10, 3), date(y, 12, 25), date(y, 12, 26)}
    if land in ("BW", "BY", "ST"):
        h.add(date(y, 1, 6))
    if land in ("BW", "BY", "HE", "NW", "RP", "SL"):
        h.add(e + 60 * DAY)
    if land in ("BW", "BY", "NW", "RP", "SL"):
        h.add(date(y, 11, 1))
    if land == "SL":
        h.add(date(y, 8, 15))
    if land in ("BB", "MV", "SN", "ST", "TH") or y == 2017 or (land in ("HB", "HH", "NI", "SH") and y >= 2018):
        h.add(date(y, 10, 31))
    if land == "SN":
        advent4 = date(y, 12, 24) - (date(y, 12, 24).isoweekday() % 7) * DAY
        h.add(advent4 - 32 * DAY)  # Wednesday before the last Sunday of the church year
    if (land == "BE" and y >= 2019) or (land == "MV" and y >= 2023):
        h.add(date(y, 3, 8))
    if land == "TH" and y >= 2019:
        h.add(date(y, 9, 20))
    if land == "BE":
        h |= {d for d in (date(2020, 5, 8), date(2025, 5, 8), date(2028, 6, 17)) if d.year == y}
    return h


def off(d, land):
    return d.isoweekday() > 5 or d in holidays(land, d.year)


def roll(d, land, step):
    while off(d, land):
        d += step
    return d


def add(d, unit, n, land):
    if unit == "t":
        return d + n * DAY
    if unit == "w":
        return d + timedelta(weeks=n)
    if unit in "mj":
        return add_months(d, n * (12 if unit == "j" else 1))
    step = DAY if n >= 0 else -DAY
    for _ in range(abs(n)):
        d = roll(d + step, land, step)
    return d


def case(rng):
    d = FIRST + rng.randrange((LAST - FIRST).days + 1) * DAY
    rule, unit, land = rng.choice("FFFZZRRK"), rng.choice("ttawmmmmj"), rng.choice(LAENDER)
    k = rng.choice((1, 1, 1, 2, 3, 5)) if unit != "a" else 1
    n = rng.randrange(LIMITS[unit] + 1) // k
    raw = add(d, unit, (n if rule in "FZ" else -n) * k, land)
    if rule == "K":
        raw -= DAY
    due = raw if rule == "Z" else roll(raw, land, DAY if rule == "F" else -DAY)
    if not (FIRST <= raw <= LAST and FIRST <= due <= LAST):
        return None
    fires = datetime.combine(due + DAY, datetime.min.time(), BERLIN).astimezone(timezone.utc)
    assert fires.date() == due
    return f"{d} {rule} {unit}{n} {k} {land} {raw} {due} {due.isoweekday()} {fires.hour} {(due - d).days}"


def main():
    rng, lines = random.Random(18700), []
    while len(lines) < 120_000:
        line = case(rng)
        if line is not None:
            lines.append(line)
    target = Path(__file__).with_name("referenz.txt.gz")
    target.write_bytes(gzip.compress("\n".join(sorted(lines)).encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
