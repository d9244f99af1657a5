"""Time the guide's pages on a running site, sent whole and asked for again: `guide_pages.py URL [--count 60]`."""

import argparse
import statistics
import sys
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from salaries.parts import PARTS  # found from the root, wherever this is started

OTHERS = ("areas/", "areas/metro-14260/", "market/", "edition.json", "areas.csv", "picture.png")
"""What is under the guide's address beside its parts."""


def main() -> None:
    """Print the medians of every page, in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url")
    parser.add_argument("--count", type=int, default=60)
    options = parser.parse_args()
    for path in ("", *(f"{part}/" for part in PARTS), *OTHERS):
        address = f"{options.url.rstrip('/')}/guide/{path}"
        _, tag = answered(address)
        whole, again = median(address, options.count), median(address, options.count, tag)
        print(f"{path or 'overview':<18} {whole:6.1f} ms   again {again:6.1f} ms")


def median(address: str, count: int, tag: str = "") -> float:
    return statistics.median(answered(address, tag)[0] for _ in range(count))


def answered(address: str, tag: str = "") -> tuple[float, str]:
    """Return the milliseconds that an answer took, and its tag."""
    begun = time.perf_counter()
    try:
        with urlopen(Request(address, headers={"If-None-Match": tag} if tag else {})) as answer:
            answer.read()
            return (time.perf_counter() - begun) * 1000, answer.headers["ETag"] or ""
    except HTTPError as unchanged:
        if unchanged.code != 304:
            raise
        return (time.perf_counter() - begun) * 1000, tag


if __name__ == "__main__":
    main()
