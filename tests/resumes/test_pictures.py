"""The pages of a resume as pictures: drawn once, shown to their owner alone, gone with the resume."""

import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from resumes import deletion, pictures, queueing, sandbox, sweep
from resumes.drawings import Drawing, PagePicture
from resumes.extraction.facts import Facts, Skill
from resumes.models import Reading, Resume
from resumes.reading.document import Box
from resumes.reading.errors import ReadingError, Unreadable
from resumes.reading.picture import Picture
from tests.resumes.written import ML, at, expired, failed_resume, read_resume, waiting_resume

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
PAGES = (Picture(1, 10, 13, Box(0, 0, 612, 792), b"RIFF one"), Picture(2, 10, 13, Box(0, 0, 612, 792), b"RIFF two"))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tasks that workers are told of."""
    found: list[str] = []
    monkeypatch.setattr(queueing, "send", lambda task, key: found.append(task) or True)
    return found


@pytest.fixture
def drawing(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What is given to the sandbox to be drawn; two pages come back."""
    given: list[bytes] = []

    def draw(data: bytes, **_limits: object) -> tuple[Picture, ...]:
        given.append(data)
        return PAGES

    monkeypatch.setattr(sandbox, "draw", draw)
    return given


def fails(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def draw(data: bytes, **_limits: object) -> tuple[Picture, ...]:
        raise error

    monkeypatch.setattr(sandbox, "draw", draw)


def drawn_resume(client: Client) -> Resume:
    """Store a resume of this browser whose pages are drawn."""
    resume = read_resume(client)
    Drawing.objects.create(resume=resume)
    pictures.draw(resume.pk)
    return resume


def address(resume: Resume, page: int = 1) -> str:
    return reverse("resumes:picture", args=[resume.pk, page])


def content(row: PagePicture) -> bytes:
    with row.file.open("rb") as file:
        return bytes(file.read())


def stored() -> set[str]:
    return set(default_storage.listdir("")[1])


class TestAsking:
    """A page that is looked at asks for its pictures."""

    def test_the_first_look_tells_a_worker_and_the_second_does_not(
        self, owner: Client, told: list[str], django_capture_on_commit_callbacks: object
    ) -> None:
        resume = read_resume(owner)
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            assert pictures.ask(resume)
            assert pictures.ask(resume)
        assert told == [pictures.TASK]

    def test_a_message_that_was_lost_is_sent_again(
        self, owner: Client, told: list[str], django_capture_on_commit_callbacks: object
    ) -> None:
        resume = read_resume(owner)
        Drawing.objects.create(resume=resume, asked_at=timezone.now() - pictures.LOST - timedelta(seconds=1))
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            assert pictures.ask(resume)
            assert pictures.ask(resume)
        assert told == [pictures.TASK]

    def test_what_is_drawn_is_not_waited_for(self, owner: Client, drawing: list[bytes], told: list[str]) -> None:
        assert not pictures.ask(drawn_resume(owner))

    def test_after_the_last_attempt_nothing_is_waited_for(self, owner: Client, told: list[str]) -> None:
        resume = read_resume(owner)
        lapsed = timezone.now() - timedelta(seconds=1)
        Drawing.objects.create(resume=resume, attempts=pictures.ATTEMPTS, lease_until=lapsed)
        assert not pictures.ask(resume)

    def test_a_text_file_has_no_pages_to_draw(self, owner: Client, told: list[str]) -> None:
        resume = read_resume(owner)
        Reading.objects.update(format="txt")
        assert not pictures.ask(resume)
        assert not Drawing.objects.exists()


class TestDrawing:
    """A worker draws them."""

    def test_every_page_becomes_a_row_with_a_file(self, owner: Client, drawing: list[bytes]) -> None:
        resume = drawn_resume(owner)
        rows = list(resume.pictures.all())
        assert [(row.page, content(row)) for row in rows] == [(1, b"RIFF one"), (2, b"RIFF two")]
        assert {row.file.name for row in rows}.isdisjoint({str(resume.pk), "page"})

    def test_ten_deliveries_draw_once(self, owner: Client, drawing: list[bytes]) -> None:
        resume = drawn_resume(owner)
        for _ in range(9):
            pictures.draw(resume.pk)
        assert (len(drawing), PagePicture.objects.count()) == (1, 2)

    def test_what_another_worker_has_is_left_alone(self, owner: Client, drawing: list[bytes]) -> None:
        resume = read_resume(owner)
        Drawing.objects.create(resume=resume, attempts=1, lease_until=timezone.now() + timedelta(minutes=1))
        pictures.draw(resume.pk)
        assert drawing == []

    def test_a_lease_that_has_lapsed_is_taken_over(self, owner: Client, drawing: list[bytes]) -> None:
        resume = read_resume(owner)
        Drawing.objects.create(resume=resume, attempts=1, lease_until=timezone.now() - timedelta(seconds=1))
        pictures.draw(resume.pk)
        assert PagePicture.objects.count() == 2

    def test_an_expired_resume_is_not_drawn(self, owner: Client, drawing: list[bytes]) -> None:
        resume = expired(read_resume(owner))
        Drawing.objects.create(resume=resume)
        pictures.draw(resume.pk)
        assert drawing == []

    def test_what_cannot_be_drawn_is_not_tried_again(self, owner: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        fails(monkeypatch, Unreadable("child ended"))
        resume = drawn_resume(owner)
        assert not pictures.ask(resume)
        assert Drawing.objects.get().ended_at

    def test_a_child_that_was_stopped_from_outside_is_given_another_attempt(
        self, owner: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fails(monkeypatch, sandbox.Interrupted("held up"))
        resume = drawn_resume(owner)
        assert Drawing.objects.get().ended_at is None
        pictures.draw(resume.pk)
        assert Drawing.objects.get().ended_at

    def test_a_file_that_has_gone_ends_the_drawing(self, owner: Client, drawing: list[bytes]) -> None:
        resume = read_resume(owner)
        default_storage.delete(resume.file.name)
        Drawing.objects.create(resume=resume)
        pictures.draw(resume.pk)
        assert Drawing.objects.get().ended_at

    def test_a_resume_deleted_meanwhile_stays_gone_with_its_files(
        self, owner: Client, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: object
    ) -> None:
        resume = read_resume(owner)

        def draw(data: bytes, **_limits: object) -> tuple[Picture, ...]:
            with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
                deletion.delete(Resume.objects.get())
            return PAGES

        monkeypatch.setattr(sandbox, "draw", draw)
        Drawing.objects.create(resume=resume)
        pictures.draw(resume.pk)
        assert (Resume.objects.count(), PagePicture.objects.count(), stored()) == (0, 0, set())


class TestLeaving:
    """They go with the resume."""

    def test_deleting_the_resume_removes_rows_and_files(
        self, owner: Client, drawing: list[bytes], django_capture_on_commit_callbacks: object
    ) -> None:
        resume = drawn_resume(owner)
        assert len(stored()) == 3
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            owner.post(reverse("resumes:delete", args=[resume.pk]))
        assert (PagePicture.objects.count(), Drawing.objects.count(), stored()) == (0, 0, set())

    def test_so_does_the_end_of_its_day(
        self, owner: Client, drawing: list[bytes], django_capture_on_commit_callbacks: object
    ) -> None:
        expired(drawn_resume(owner))
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            sweep.remove_expired(timezone.now())
        assert stored() == set()

    def test_files_that_rows_name_are_no_orphans(
        self, owner: Client, drawing: list[bytes], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        drawn_resume(owner)
        monkeypatch.setattr(sweep, "ORPHAN_AGE", timedelta(seconds=-1))
        sweep.remove_orphans()
        assert len(stored()) == 3

    def test_files_that_no_row_names_are_orphans(
        self, owner: Client, drawing: list[bytes], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        drawn_resume(owner)
        PagePicture.objects.filter(page=2).delete()
        monkeypatch.setattr(sweep, "ORPHAN_AGE", timedelta(seconds=-1))
        sweep.remove_orphans()
        assert len(stored()) == 2


class TestShowing:
    """Their owner sees them, and nobody else."""

    @pytest.fixture
    def resume(self, owner: Client, drawing: list[bytes]) -> Resume:
        return drawn_resume(owner)

    def test_the_owner_gets_the_picture_that_nobody_may_keep(self, owner: Client, resume: Resume) -> None:
        answer = owner.get(address(resume, 2))
        assert b"".join(answer) == b"RIFF two"
        assert answer["Content-Type"] == "image/webp"
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["X-Robots-Tag"] == "noindex"

    @pytest.mark.parametrize("name", ["pages", "picture"])
    def test_a_stranger_finds_nothing(self, stranger: Client, resume: Resume, name: str) -> None:
        arguments = [resume.pk, 1] if name == "picture" else [resume.pk]
        for client in (stranger, Client()):
            answer = client.get(reverse(f"resumes:{name}", args=arguments), headers=HTMX)
            assert answer.status_code == 404
            assert b"RIFF" not in answer.content

    def test_nothing_is_there_once_the_day_is_over_or_it_was_deleted(self, owner: Client, resume: Resume) -> None:
        expired(resume)
        assert owner.get(address(resume)).status_code == 404
        deletion.delete(resume)
        assert owner.get(address(resume)).status_code == 404

    def test_a_page_that_was_not_drawn_is_not_there(self, owner: Client, resume: Resume) -> None:
        assert owner.get(address(resume, 3)).status_code == 404

    def test_a_picture_whose_file_has_gone_is_not_there(self, owner: Client, resume: Resume) -> None:
        default_storage.delete(resume.pictures.get(page=1).file.name)
        assert owner.get(address(resume)).status_code == 404

    @pytest.mark.parametrize("make", [waiting_resume, lambda client: failed_resume(client, "damaged")])
    def test_what_was_not_read_has_no_pages(self, owner: Client, make: object) -> None:
        assert owner.get(reverse("resumes:pages", args=[make(owner).pk])).status_code == 404  # type: ignore[operator]

    def test_it_cannot_be_posted_to(self, owner: Client, resume: Resume) -> None:
        assert owner.post(address(resume)).status_code == 405


def part(client: Client, resume: Resume, **query: str) -> str:
    answer = client.get(reverse("resumes:pages", args=[resume.pk]), query, headers=HTMX)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    return answer.content.decode()


@pytest.mark.usefixtures("told")
class TestPart:
    """The part of the page that holds the resume."""

    def test_until_they_are_drawn_it_is_the_text_that_asks_again(self, owner: Client) -> None:
        shown = part(owner, read_resume(owner))
        assert "The pages themselves appear here" in shown
        assert "asked=1" in shown
        assert "perception stack</a>" in shown

    def test_it_asks_at_growing_distances_and_then_no_more(self, owner: Client) -> None:
        resume = read_resume(owner)
        assert "delay:500ms" in part(owner, resume, asked="1")
        last = part(owner, resume, asked="7")
        assert "hx-get" not in last
        assert "Load the page again" in last

    @pytest.mark.parametrize("asked", ["", "x", "-1", "٣", "9" * 40])
    def test_an_odd_count_is_no_fault(self, owner: Client, asked: str) -> None:
        assert "perception stack" in part(owner, read_resume(owner), asked=asked)

    def test_when_they_are_drawn_it_is_the_pictures(self, owner: Client, drawing: list[bytes]) -> None:
        resume = drawn_resume(owner)
        shown = part(owner, resume)
        assert f'src="{address(resume, 2)}" width="10" height="13"' in shown
        assert "hx-get" not in shown

    def test_where_they_cannot_be_drawn_it_says_so_and_is_the_text(
        self, owner: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fails(monkeypatch, Unreadable("child ended"))
        shown = part(owner, drawn_resume(owner))
        assert "could not be drawn" in shown
        assert "hx-get" not in shown
        assert "perception stack</a>" in shown

    def test_without_htmx_it_leads_to_the_page(self, owner: Client) -> None:
        resume = read_resume(owner)
        answer = owner.get(reverse("resumes:pages", args=[resume.pk]))
        assert answer["Location"] == reverse("resumes:detail", args=[resume.pk]) + "#evidence"


@pytest.mark.usefixtures("edition")
class TestEstimate:
    """The estimate's page."""

    def test_quotes_lead_to_their_marks(self, owner: Client) -> None:
        page = owner.get(reverse("resumes:detail", args=[read_resume(owner).pk])).content.decode()
        assert '<a class="fact" href="#mark-12" data-evidence="12-23">Seattle, WA</a>' in page
        assert '<a class="spot" id="mark-12"' in page

    def test_what_a_resume_says_is_text_and_no_markup(self, owner: Client) -> None:
        text = '<script>"x"</script> & ML\nMachine Learning Engineer'
        skill = Skill("<b>", "method", (at("<script>", text),))
        facts = Facts(roles=(replace(ML, evidence=(at("Machine", text),)),), skills=(skill,))
        page = owner.get(reverse("resumes:detail", args=[read_resume(owner, facts, text).pk])).content.decode()
        assert "&lt;script&gt;</a>&quot;x&quot;&lt;/script&gt; &amp; ML" in page
        assert "<b>" not in page

    def test_each_id_stands_once(self, owner: Client) -> None:
        page = owner.get(reverse("resumes:detail", args=[read_resume(owner).pk])).content.decode()
        ids = [piece.split('"')[0] for piece in page.split(' id="')[1:]]
        assert sorted(ids) == sorted(set(ids))

    def test_a_text_file_shows_its_text_and_asks_for_nothing(self, owner: Client) -> None:
        resume = read_resume(owner)
        Reading.objects.update(format="txt")
        page = owner.get(reverse("resumes:detail", args=[resume.pk])).content.decode()
        assert "in your text, each marked where it was read" in page
        assert reverse("resumes:pages", args=[resume.pk]) not in page


def test_the_sandbox_draws_a_real_page() -> None:
    sample = Path(sandbox.__file__).parent / "samples" / "sample-resume.pdf"
    (picture,) = sandbox.draw(sample.read_bytes(), limits=pictures.limits.reading_limits(), bounds=BOUNDS)
    assert Image.open(io.BytesIO(picture.webp)).size == (picture.width, picture.height)
    assert len(picture.webp) < 60_000


BOUNDS = sandbox.Confinement(seconds=10, memory_mib=300)


def test_the_sandbox_outlives_what_cannot_be_drawn() -> None:
    with pytest.raises(ReadingError):
        sandbox.draw(b"%PDF-1.4", limits=pictures.limits.reading_limits(), bounds=BOUNDS)
