"""A backup holds the guide and nobody's resume; restored into an empty database it serves."""

import os
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import httpx

from tests.cluster.conftest import Cluster
from tests.cluster.machines import Web, copy_code
from tests.cluster.servers import PASSWORD
from tests.cluster.visitors import RESUME, Visitor

CANARY = "Thistledown-Brackwater"


def test_a_backup_restored_into_an_empty_database_serves_the_guide_and_revives_nobody(
    cluster: Cluster, visitor: Visitor, figure: Callable[[int, str], None], tmp_path: Path
) -> None:
    visitor.answer(visitor.upload(RESUME.replace("Ana", CANARY).encode(), f"{CANARY}.txt"))
    restore(cluster, tmp_path / "backup")
    hits = sum(CANARY in row for row in all_rows(cluster, "restored"))
    resumes = cluster.database.one("SELECT count(*) FROM resumes_resume")
    revived = cluster.database.rows("SELECT count(*) FROM resumes_resume", name="restored")[0][0]
    codes = served(cluster, tmp_path / "machine")
    figure(17, f"cluster: restored backup: {revived} of {resumes} resumes, {hits} hits of a canary; pages {codes}")
    assert (hits, revived, codes) == (0, 0, [200, 200, 200])


def restore(cluster: Cluster, file: Path) -> None:
    told = cluster.beat.manage("backup", str(file))
    tls = {"PGSSLMODE": "verify-full", "PGSSLROOTCERT": str(cluster.authority.certificate)}
    subprocess.run(shlex.split(told), env=os.environ | tls | {"PGPASSWORD": PASSWORD}, check=True)
    with cluster.database.connect("postgres") as connection:
        connection.execute("DROP DATABASE IF EXISTS restored")
        connection.execute("CREATE DATABASE restored")
    into = f"--dbname={cluster.database.url_of('restored')}"
    subprocess.run(["pg_restore", "--no-owner", "--exit-on-error", into, file], check=True)


def all_rows(cluster: Cluster, name: str) -> list[str]:
    tables = cluster.database.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", name=name)
    return [str(row) for (one,) in tables for row in cluster.database.rows(f'SELECT t::text FROM "{one}" t', name=name)]


def served(cluster: Cluster, directory: Path) -> list[int]:
    """Return how a new web machine on the restored database answers."""
    directory.mkdir()
    web = Web(copy_code(directory), {**cluster.webs[0].shared, "DATABASE_URL": cluster.database.url_of("restored")})
    web.manage("collectstatic", "--no-input", "--verbosity", "0")
    web.start()
    try:
        headers = {"Host": "localhost", "X-Forwarded-Proto": "https"}
        address = f"http://127.0.0.1:{web.port}"
        return [httpx.get(address + path, headers=headers).status_code for path in ("/", "/guide/", "/readyz")]
    finally:
        web.kill()
