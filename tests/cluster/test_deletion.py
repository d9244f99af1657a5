"""Resumes that go while something is done with them, on a database that holds rows to each other."""

import random
import time
from collections.abc import Callable

from tests.cluster.conftest import Cluster
from tests.cluster.test_drills import PDF, id_of
from tests.cluster.visitors import Visitor

Figure = Callable[[int, str], None]

COUNT = 60
LONGEST = 0.6
"""Seconds, about what it takes to read the sample and to draw its page."""


def test_what_is_deleted_at_any_moment_goes_without_an_error(
    cluster: Cluster, visitor: Visitor, figure: Figure
) -> None:
    dice, paths, codes = random.Random(13), [], []
    for _ in range(COUNT):
        paths.append(visitor.upload(PDF, "resume.pdf"))
        time.sleep(dice.uniform(0, LONGEST))
        visitor.get(f"{paths[-1]}pages/")
        codes.append(visitor.post(f"{paths[-1]}delete/").status_code)
    ids = [id_of(path) for path in paths]
    left = cluster.database.one("SELECT count(*) FROM resumes_resume WHERE id = ANY(%s::uuid[])", ids)
    logs = "".join(machine.log.read_text(errors="replace") for machine in cluster.machines)
    errors = logs.count("IntegrityError") + logs.count("DeadlockDetected")
    words = f"{COUNT} resumes deleted at any moment: answers {set(codes)}, rows left {left}, errors {errors}"
    figure(13, f"cluster: {words}")
    assert (set(codes), left, errors) == ({302}, 0, 0)
