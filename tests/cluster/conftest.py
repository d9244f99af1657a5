"""A deployment on many machines, real and whole, for `make test-cluster`; `make test` leaves this folder out."""

import os
import secrets
import signal
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.cluster.certificates import Authority
from tests.cluster.machines import Beat, Machine, Web, WorkerMachine, copy_code
from tests.cluster.servers import BUCKET, PASSWORD, Postgres, Proxy, RedisServer, S3Server, within
from tests.cluster.visitors import Visitor
from tests.faults.conftest import figure, pytest_terminal_summary

__all__ = ["figure", "pytest_terminal_summary"]


@dataclass
class Cluster:
    """Two web machines behind a proxy, three workers, one beat; database, broker and bucket."""

    authority: Authority
    database: Postgres
    redis: RedisServer
    bucket: S3Server
    proxy: Proxy
    webs: list[Web]
    workers: list[WorkerMachine]
    beat: Beat

    visitors: list[Visitor] = field(default_factory=list)

    def visitor(self) -> Visitor:
        """Return a browser of its own, through the proxy; it is closed after the test."""
        self.visitors.append(Visitor.to(self.proxy.url, self.authority.certificate))
        return self.visitors[-1]

    @property
    def machines(self) -> list[Machine]:
        return [*self.webs, *self.workers, self.beat]

    def unended(self) -> int:
        query = "SELECT count(*) FROM resumes_resume WHERE state IN ('queued', 'reading')"
        return int(str(self.database.one(query)))


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """Start everything once, in a directory that other users may enter; stop everything, however the tests end."""
    signal.signal(signal.SIGTERM, lambda *_: pytest.exit("asked to stop"))
    with tempfile.TemporaryDirectory(prefix="cluster-", dir="/tmp", ignore_cleanup_errors=True) as kept:
        root = Path(kept)
        root.chmod(0o755)
        made = assembled(root)
        try:
            begun(made)
            yield made
        finally:
            ended(made)


def folder(root: Path, name: str) -> Path:
    made = root / name
    made.mkdir()
    return made


def assembled(root: Path) -> Cluster:
    authority = Authority(folder(root, "authority"))
    authority.create()
    database = Postgres(folder(root, "postgres"), authority)
    redis = RedisServer(folder(root, "redis"), authority)
    bucket = S3Server(folder(root, "bucket"), authority)
    shared = environment_of(database, redis, bucket)
    webs = [Web(copy_code(folder(root, f"web{n}")), shared) for n in (1, 2)]
    workers = [WorkerMachine(copy_code(folder(root, f"worker{n}")), shared) for n in (1, 2, 3)]
    proxy = Proxy(folder(root, "proxy"), authority, webs=tuple(web.port for web in webs))
    beat = Beat(copy_code(folder(root, "beat")), shared)
    return Cluster(authority, database, redis, bucket, proxy, webs, workers, beat)


def environment_of(database: Postgres, redis: RedisServer, bucket: S3Server) -> dict[str, str]:
    """Return what every machine is told, as `.env.example` lists it; limits that drills would run into are off."""
    return {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "DATABASE_URL": database.url_of("bandwise"),
        "REDIS_URL": redis.url,
        "REDIS_CA_FILE": str(redis.authority.certificate),
        "S3_BUCKET": BUCKET,
        "S3_ENDPOINT_URL": bucket.url,
        "S3_REGION": "us-east-1",
        "S3_ACCESS_KEY": "key",
        "S3_SECRET_KEY": PASSWORD,
        "SERVED_OVER_HTTPS": "true",
        "HTTPS_PROXY_HEADER": "X-Forwarded-Proto",
        "TRUSTED_PROXIES": "1",
        "ALLOWED_HOSTS": "localhost",
        "UPLOADS_PER_HOUR": "100000",
        "CHANGES_PER_MINUTE": "100000",
        "UPLOADS_PER_HOUR_FROM_ADDRESS": "100000",
        "WORKER_CONCURRENCY": "1",
    }


def begun(cluster: Cluster) -> None:
    cluster.database.create()
    for server in (cluster.database, cluster.redis, cluster.bucket):
        server.start()
    with cluster.database.connect("postgres") as connection:
        connection.execute("CREATE DATABASE bandwise")
    cluster.webs[0].manage("migrate", "--verbosity", "0")
    cluster.webs[0].manage("load_guide")
    create = "from django.core.files.storage import default_storage; default_storage.create()"
    cluster.webs[0].manage("shell", "--no-imports", "-c", create)
    for web in cluster.webs:
        web.manage("collectstatic", "--no-input", "--verbosity", "0")
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda machine: machine.start(), [*cluster.webs, *cluster.workers]))
    cluster.beat.start()
    cluster.proxy.start()


def ended(cluster: Cluster) -> None:
    for machine in cluster.machines:
        machine.kill()
    cluster.proxy.stop()
    for server in (cluster.bucket, cluster.redis):
        if server.process and server.process.poll() is None:
            server.thaw()
            server.stop()
    cluster.database.stop()
    if folder := os.environ.get("CLUSTER_LOGS"):
        keep_logs(cluster, Path(folder))


def keep_logs(cluster: Cluster, to: Path) -> None:
    """Leave the logs where `CLUSTER_LOGS` says, for a look at what went wrong."""
    to.mkdir(parents=True, exist_ok=True)
    for one in (*cluster.machines, cluster.database, cluster.redis, cluster.bucket, cluster.proxy):
        for log in one.directory.glob("*log"):
            (to / f"{one.directory.name}.{log.name}").write_bytes(log.read_bytes())


@pytest.fixture
def visitor(cluster: Cluster) -> Visitor:
    return cluster.visitor()


@pytest.fixture(autouse=True)
def calm(cluster: Cluster) -> Iterator[None]:
    """Begin and end each test with nothing under way, so that none measures another's work."""
    yield
    while cluster.visitors:
        cluster.visitors.pop().close()
    within(lambda: cluster.unended() == 0, 180)
