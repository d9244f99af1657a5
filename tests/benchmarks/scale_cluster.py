"""The same backlog read on PostgreSQL, Redis and an S3 server, each worker on a machine of its own.

    .venv-cluster/bin/python -m tests.benchmarks.scale_cluster FOLDER --out runs.json --count 600

The servers are those of the drills (`tests/cluster`), over TLS, on this machine; the S3 server is one in Python that
stands in for a real one, so that its own processor time is told apart and belongs to no machine of a deployment.
"""

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from tests.benchmarks.load_site import spent_by
from tests.benchmarks.scale_runs import FILL, Run, family, run
from tests.cluster.certificates import Authority
from tests.cluster.conftest import environment_of, folder
from tests.cluster.machines import Machine, WorkerMachine, copy_code
from tests.cluster.servers import Postgres, RedisServer, S3Server

ENDED = "SELECT extract(epoch FROM ended_at)::float FROM resumes_resume WHERE owner = %s AND ended_at IS NOT NULL"
CREATE = "from django.core.files.storage import default_storage; default_storage.create()"


@dataclass
class Large:
    """A deployment with a database, a broker and a bucket of its own, and as many machines as workers are wanted."""

    root: Path
    database: Postgres
    redis: RedisServer
    bucket: S3Server
    shared: dict[str, str]
    keeper: Machine
    """Where commands run."""
    workers: list[WorkerMachine] = field(default_factory=list)

    def fill(self, folder: Path, count: int, owner: str) -> None:
        """Put a backlog in."""
        self.manage(FILL.format(folder=str(folder), count=count, owner=owner))

    def manage(self, code: str) -> None:
        self.keeper.manage("shell", "--no-imports", "-c", code)

    def start(self, workers: int, at_once: int) -> None:
        """Start workers on machines of their own."""
        shared = self.shared | {"WORKER_CONCURRENCY": str(at_once)}
        places = [self.root / f"worker{number}" for number in range(workers)]
        self.workers = [WorkerMachine(place, shared) for place in map(machine, places)]
        for worker in self.workers:
            worker.launch()

    def stop(self) -> None:
        """Stop the workers."""
        for worker in self.workers:
            worker.stop()

    def ended(self, owner: str) -> list[float]:
        """Return when what has ended did."""
        return sorted(float(str(at)) for (at,) in self.database.rows(ENDED, owner))

    def processor(self) -> dict[str, float]:
        """Return the processor time of workers and servers."""
        every = [one for worker in self.workers if worker.process for one in family(worker.process.pid)]
        spent = spent_by(every)
        for name, server in (("database", self.database), ("broker", self.redis), ("bucket", self.bucket)):
            spent |= spent_by(family(server.process.pid) if server.process else [], name)
        return spent


def machine(place: Path) -> Path:
    """Return a machine's folder with the code in it."""
    if not place.exists():
        place.mkdir()
        copy_code(place)
    return place


@contextmanager
def deployed() -> Iterator[Large]:
    """Start the servers and make everything ready; stop them when the block ends."""
    with tempfile.TemporaryDirectory(prefix="scale-", dir="/tmp", ignore_cleanup_errors=True) as kept:
        root = Path(kept)
        root.chmod(0o755)
        large = assembled(root)
        servers = (large.database, large.redis, large.bucket)
        try:
            large.database.create()
            for server in servers:
                server.start()
            furnish(large)
            yield large
        finally:
            for server in servers:
                server.stop()


def assembled(root: Path) -> Large:
    authority = Authority(folder(root, "authority"))
    authority.create()
    database, redis, bucket = (
        kind(folder(root, name), authority)
        for kind, name in ((Postgres, "postgres"), (RedisServer, "redis"), (S3Server, "bucket"))
    )
    shared = environment_of(database, redis, bucket)
    return Large(root, database, redis, bucket, shared, Machine(copy_code(folder(root, "keeper")), shared))


def furnish(large: Large) -> None:
    """Make database, bucket and guide."""
    with large.database.connect("postgres") as connection:
        connection.execute("CREATE DATABASE bandwise")
    large.keeper.manage("migrate", "--verbosity", "0")
    large.keeper.manage("load_guide")
    large.manage(CREATE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 3])
    asked = parser.parse_args()
    with deployed() as large:
        runs: list[Run] = [run(large, asked.folder, asked.count, workers) for workers in asked.workers]
    asked.out.write_bytes(msgspec.json.encode(runs))


if __name__ == "__main__":
    main()
