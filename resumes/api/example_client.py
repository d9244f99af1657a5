"""Send a resume, wait for the answer, print the range: python example_client.py http://localhost:8000 KEY resume.pdf"""

import json
import sys
import time
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

site, key, file = sys.argv[1:]


def call(path: str, data: bytes | None = None, kind: str = "") -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {key}", "Content-Type": kind}
    with urlopen(Request(site + path, data, headers)) as answer:  # noqa: S310  (the site that one named)
        return dict(json.load(answer))


field = b'--line\r\nContent-Disposition: form-data; name="file"; filename="resume"\r\n\r\n'
body = field + Path(file).read_bytes() + b"\r\n--line--\r\n"
resume = call("/api/v1/resumes", body, "multipart/form-data; boundary=line")
while resume["state"] in ("queued", "reading"):
    time.sleep(0.5)
    resume = call(resume["status_url"])
if resume["error"]:
    sys.exit(resume["error"]["message"])
result = call(resume["result_url"])
found = result["estimate"]
print("${low:,} to ${high:,} a year".format(**found["base"]) if found else result["question_words"])  # noqa: T201
