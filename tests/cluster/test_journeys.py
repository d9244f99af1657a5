"""The visitor's ways through a deployment on many machines: any machine answers any request."""

import re
from collections.abc import Callable
from pathlib import Path

import httpx

from tests.cluster.conftest import Cluster
from tests.cluster.machines import copy_code
from tests.cluster.servers import within
from tests.cluster.visitors import RESUME, Visitor
from tests.processes import ROOT

Figure = Callable[[int, str], None]

SAMPLE = ROOT / "resumes/samples/sample-resume.pdf"
CANARY = "Quillwhistle"
DELETED = "Marrowfeather"


def test_an_upload_leads_to_an_estimate(cluster: Cluster, visitor: Visitor) -> None:
    page = visitor.answer(visitor.upload())
    assert page.status_code == 200
    assert re.search(r"\$\d{2,3},000", page.text)


def test_every_web_machine_shows_what_another_took_in(cluster: Cluster, visitor: Visitor) -> None:
    path = visitor.upload()
    visitor.answer(path)
    headers = {"Host": "localhost", "X-Forwarded-Proto": "https"}
    cookie = {"sessionid": visitor.client.cookies["sessionid"]}
    answers = [
        httpx.get(f"http://127.0.0.1:{web.port}{path}", headers=headers, cookies=cookie).status_code
        for web in cluster.webs
    ]
    assert answers == [200, 200]


def test_a_stranger_sees_nothing(cluster: Cluster, visitor: Visitor) -> None:
    path = visitor.upload()
    visitor.answer(path)
    assert cluster.visitor().get(path).status_code == 404


def test_pages_are_drawn_by_a_worker_and_shown_by_any_web_machine(cluster: Cluster, visitor: Visitor) -> None:
    path = visitor.upload(SAMPLE.read_bytes(), "sample.pdf")
    visitor.answer(path)
    visitor.get(f"{path}pages/")
    within(lambda: visitor.get(f"{path}pages/1.webp").status_code == 200, 30)
    pictures = [visitor.get(f"{path}pages/1.webp") for _ in range(4)]
    assert {(one.status_code, one.headers["content-type"], one.content[:4]) for one in pictures} == {
        (200, "image/webp", b"RIFF")
    }


def test_a_share_link_opens_for_a_stranger_until_it_ends(cluster: Cluster, visitor: Visitor) -> None:
    path = visitor.upload()
    visitor.answer(path)
    link = re.findall(r"https://localhost[^\"<\s]*/shared/[\w-]+/", visitor.post(f"{path}share/").text)[0]
    shared = link[link.index("/shared/") :]
    assert cluster.visitor().get(shared).status_code == 200
    visitor.post(f"{path}share/", {"do": "end"})
    assert cluster.visitor().get(shared).status_code == 404


def test_files_lie_in_the_bucket_privately_and_on_no_machine(cluster: Cluster, visitor: Visitor) -> None:
    visitor.answer(visitor.upload(RESUME.replace("Ana", CANARY).encode()))
    held = [name for name in cluster.bucket.names() if CANARY.encode() in cluster.bucket.bytes_of(name)]
    assert len(held) == 1
    grants = cluster.bucket.client.get_object_acl(Bucket="resumes", Key=held[0])["Grants"]
    assert {grant["Grantee"].get("URI") for grant in grants} == {None}
    assert files_with(CANARY.encode(), [machine.directory for machine in cluster.machines]) == []


def test_deletion_leaves_nothing_in_bucket_tables_broker_and_logs(
    cluster: Cluster, visitor: Visitor, figure: Figure
) -> None:
    before = set(cluster.bucket.names())
    path = visitor.upload(SAMPLE.read_bytes(), f"{DELETED}.pdf")
    visitor.answer(path)
    visitor.get(f"{path}pages/")
    within(lambda: visitor.get(f"{path}pages/1.webp").status_code == 200, 30)
    assert DELETED in dump(cluster)
    visitor.post(f"{path}delete/")
    assert visitor.get(path).status_code == 404
    assert set(cluster.bucket.names()) - before == set()
    hits = dump(cluster).count(DELETED) + redis_hits(cluster, DELETED.encode())
    hits += len(files_with(DELETED.encode(), [one.directory for one in (*cluster.machines, cluster.proxy)]))
    figure(17, f"cluster: name and file of a deleted resume in bucket, tables, broker, machines' disks, logs: {hits}")
    assert hits == 0


def test_files_without_a_row_go_from_the_bucket_after_an_hour(cluster: Cluster, tmp_path: Path) -> None:
    """Seen from a machine whose clock is two hours ahead: the bucket's own clock cannot be turned."""
    cluster.bucket.client.put_object(Bucket="resumes", Key="orphan", Body=b"left behind")
    machine = type(cluster.beat)(copy_code(tmp_path), cluster.beat.shared)
    machine.manage("shell", "--no-imports", "-c", "from resumes.sweep import remove_orphans; remove_orphans()")
    assert "orphan" in cluster.bucket.names()
    later = "from datetime import timedelta; from resumes import sweep; sweep.ORPHAN_AGE = timedelta(0)"
    machine.manage("shell", "--no-imports", "-c", f"{later}; sweep.remove_orphans()")
    assert "orphan" not in cluster.bucket.names()


def test_the_proxy_hands_out_neither_readiness_nor_metrics(visitor: Visitor) -> None:
    assert [visitor.get(path).status_code for path in ("/readyz", "/metrics", "/healthz")] == [404, 404, 200]


def dump(cluster: Cluster) -> str:
    """Return all rows of all tables as text."""
    tables = cluster.database.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    return "\n".join(
        str(row) for (table,) in tables for row in cluster.database.rows(f'SELECT t::text FROM "{table}" t')
    )


def redis_hits(cluster: Cluster, canary: bytes) -> int:
    with cluster.redis.client as client:
        return sum(canary in (client.dump(key) or b"") for key in client.scan_iter())


def files_with(canary: bytes, directories: list[Path]) -> list[str]:
    """Return the files that hold the canary; source code, which every machine has alike, is left out."""
    kept = [
        path for one in directories for path in one.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")
    ]
    return [str(path) for path in kept if canary in path.read_bytes()]
