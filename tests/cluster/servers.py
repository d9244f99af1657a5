"""Real servers of a deployment on many machines: PostgreSQL, Redis, S3, a proxy. Each can go and come back."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import boto3
import psycopg
from redis import Redis

from tests.cluster.certificates import Authority
from tests.processes import ROOT, wait_until

PASSWORD = "drilled-not-deployed"
BUCKET = "resumes"
NGINX_CONF = ROOT / "config/deployment/nginx.conf"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def accepts(port: int) -> bool:
    with socket.socket() as one:
        one.settimeout(1)
        return one.connect_ex(("127.0.0.1", port)) == 0


def program(name: str) -> str:
    """Return where a server's program is: Debian keeps PostgreSQL's off the path."""
    found = shutil.which(name) or next(map(str, sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))[::-1]), None)
    assert found, f"{name} is not installed"
    return found


@dataclass
class Server:
    """A server's process on a free port, in a directory of its own."""

    directory: Path
    authority: Authority
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    def command(self) -> list[str]:
        raise NotImplementedError

    def start(self) -> None:
        with (self.directory / "log").open("ab") as log:
            self.process = subprocess.Popen(
                self.command(), stdout=log, stderr=log, start_new_session=True, cwd=self.directory
            )
        wait_until(lambda: accepts(self.port))

    def stop(self, how: int = signal.SIGTERM) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(20)

    def freeze(self) -> None:
        """Make a black hole of it: connections are accepted, nothing is answered."""
        assert self.process
        os.killpg(self.process.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        assert self.process
        os.killpg(self.process.pid, signal.SIGCONT)


class RedisServer(Server):
    """Redis with a password, over TLS only, keeping nothing on disk."""

    @property
    def url(self) -> str:
        return f"rediss://:{PASSWORD}@localhost:{self.port}/0"

    def command(self) -> list[str]:
        key, certificate = self.authority.sign(self.directory, "redis")
        tls = ["--port", "0", "--tls-port", str(self.port), "--tls-auth-clients", "no"]
        files = [
            "--tls-cert-file",
            certificate,
            "--tls-key-file",
            key,
            "--tls-ca-cert-file",
            self.authority.certificate,
        ]
        memory = ["--save", "", "--appendonly", "no", "--maxmemory-policy", "noeviction", "--bind", "127.0.0.1"]
        return [program("redis-server"), *tls, *map(str, files), *memory, "--requirepass", PASSWORD]

    @property
    def client(self) -> Redis:
        return Redis.from_url(self.url, ssl_ca_certs=str(self.authority.certificate))


class S3Server(Server):
    """An S3 server that runs from a package (moto) and keeps its buckets in memory."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def command(self) -> list[str]:
        return [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(self.port)]

    @property
    def client(self):  # type: ignore[no-untyped-def]
        keys = {"aws_access_key_id": "key", "aws_secret_access_key": PASSWORD, "region_name": "us-east-1"}
        return boto3.client("s3", endpoint_url=self.url, **keys)

    def names(self) -> list[str]:
        return [one["Key"] for one in self.client.list_objects_v2(Bucket=BUCKET).get("Contents", [])]

    def bytes_of(self, name: str) -> bytes:
        return self.client.get_object(Bucket=BUCKET, Key=name)["Body"].read()


class Postgres(Server):
    """PostgreSQL with a password and TLS. It refuses to run as root, so it runs as its own user there."""

    def as_user(self, *command: str) -> list[str]:
        return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else list(command)

    def command(self) -> list[str]:
        key, certificate = self.authority.sign(self.directory, "postgres")
        self.own()
        where = ["-D", str(self.directory / "data"), "-k", str(self.directory), "-p", str(self.port)]
        tls = ["-c", "ssl=on", "-c", f"ssl_cert_file={certificate}", "-c", f"ssl_key_file={key}"]
        return [program("postgres"), *where, "-h", "127.0.0.1", *tls, "-c", "max_connections=100"]

    def own(self) -> None:
        if os.geteuid() == 0:
            for path in (self.directory, *self.directory.glob("*")):
                shutil.chown(path, "postgres")

    def create(self) -> None:
        secret = self.directory / "password"
        secret.write_text(PASSWORD)
        self.own()
        options = ["-U", "bandwise", "--auth=scram-sha-256", f"--pwfile={secret}", "-E", "UTF8", "--locale=C.UTF-8"]
        command = self.as_user(program("initdb"), "-D", str(self.directory / "data"), *options)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=self.directory)

    def start(self) -> None:
        with (self.directory / "log").open("ab") as log:
            command = self.as_user(*self.command())
            self.process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True, cwd=self.directory)
        wait_until(self.answers)

    def stop(self, how: int = signal.SIGTERM) -> None:
        """Stop it at once, with all its connections: as a crash would."""
        data = str(self.directory / "data")
        command = self.as_user(program("pg_ctl"), "stop", "-D", data, "-m", "immediate", "-w")
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=self.directory)
        if self.process:
            self.process.wait(20)

    def url_of(self, name: str) -> str:
        address = f"postgres://bandwise:{PASSWORD}@localhost:{self.port}/{name}"
        return f"{address}?sslmode=verify-full&sslrootcert={self.authority.certificate}"

    def answers(self) -> bool:
        try:
            with self.connect("postgres"):
                return True
        except psycopg.OperationalError:
            return False

    def connect(self, name: str = "bandwise") -> "psycopg.Connection[tuple[object, ...]]":
        return psycopg.connect(self.url_of(name), autocommit=True, connect_timeout=3)

    def rows(self, query: str, *values: object, name: str = "bandwise") -> list[tuple[object, ...]]:
        with self.connect(name) as connection:
            return connection.execute(query, values).fetchall()

    def one(self, query: str, *values: object) -> object:
        return self.rows(query, *values)[0][0]


@dataclass
class Proxy(Server):
    """Nginx with the deployment's own configuration, its addresses and folders put in place of the deployed ones."""

    webs: tuple[int, ...] = ()

    @property
    def url(self) -> str:
        return f"https://localhost:{self.port}"

    def command(self) -> list[str]:
        key, certificate = self.authority.sign(self.directory, "site")
        servers = "\n        ".join(f"server 127.0.0.1:{port} max_fails=1 fail_timeout=2s;" for port in self.webs)
        text = NGINX_CONF.read_text()
        for deployed, here in (
            ("/tmp/", f"{self.directory}/"),
            ("server web:8000 resolve max_fails=1 fail_timeout=2s;", servers),
            ("resolver 127.0.0.11 valid=5s;", ""),
            ("/etc/nginx/certificates/site.pem", str(certificate)),
            ("/etc/nginx/certificates/site.key", str(key)),
            ("listen 8443", f"listen 127.0.0.1:{self.port}"),
            ("listen 8080", f"listen 127.0.0.1:{free_port()}"),
            ("/dev/stdout", str(self.directory / "access.log")),
        ):
            assert deployed in text
            text = text.replace(deployed, here)
        (self.directory / "nginx.conf").write_text(text)
        return [program("nginx"), "-c", str(self.directory / "nginx.conf"), "-g", "daemon off;"]


def within(condition: Callable[[], object], seconds: float) -> float:
    """Wait until the condition holds and return how long that took; fail the test where it takes longer."""
    begun = time.monotonic()
    wait_until(condition, seconds)
    return time.monotonic() - begun
