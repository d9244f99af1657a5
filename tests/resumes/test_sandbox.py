import os
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import psutil
import pytest
from structlog.testing import capture_logs

from resumes import landlock, sandbox
from resumes.child import Analysed, Broke, Refused
from resumes.confinement import Confinement, can_filter
from resumes.reading.errors import Empty, TooSlow, Unreadable
from resumes.reading.limits import Limits
from tests.conftest import RESUME
from tests.faults import stand_ins
from tests.processes import wait_until

BOUNDS = Confinement(seconds=5, memory_mib=300)
SHORT = Confinement(seconds=1)
FILTERED = pytest.mark.skipif(not can_filter(), reason="libseccomp is not on this machine")

HIDDEN = pytest.mark.skipif(not landlock.version(), reason="this kernel has no Landlock")


def analyse(data: bytes = RESUME) -> Analysed:
    return sandbox.analyse(data, as_of=date(2026, 11, 1), limits=Limits(), bounds=BOUNDS)


def said(work: object, *arguments: object) -> str:
    """Return what a stand-in answers."""
    answer = sandbox.run(work, *arguments, bounds=BOUNDS)  # type: ignore[arg-type]
    assert isinstance(answer, Broke)
    return answer.error


def test_a_resume_comes_back_as_document_and_facts() -> None:
    analysed = analyse()
    assert analysed.document.text.startswith("Ana Example")
    assert analysed.version.count("+") == 1


def test_a_warm_child_answers_within_a_third_of_a_second() -> None:
    analyse()
    begun = time.perf_counter()
    analysed = analyse()
    assert time.perf_counter() - begun < 0.3
    assert analysed.warm


def test_a_child_tells_its_memory_and_whether_it_was_filtered() -> None:
    analysed = analyse()
    assert 20 < analysed.peak_mib < 400
    assert analysed.filtered == can_filter()


ASK = f"""
import sys
sys.path.insert(0, {str(sandbox.PROJECT)!r})
from datetime import date
from resumes import sandbox
from resumes.confinement import Confinement
from resumes.reading.limits import Limits
answer = sandbox.analyse({RESUME!r}, as_of=date(2026, 1, 1), limits=Limits(), bounds=Confinement())
print(answer.warm, "spacy" in sys.modules)
"""


def test_a_child_is_warm_whatever_program_asks_and_that_imports_no_spacy(tmp_path: Path) -> None:
    program = tmp_path / "ask.py"
    program.write_text(ASK)
    asked = subprocess.run([sys.executable, program], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert asked.stdout.strip() == "True False"


def test_what_children_run_on_knows_neither_django_nor_celery() -> None:
    code = "import sys; sys.modules.update(django=None, celery=None); import resumes.preloaded, resumes.sandbox"
    assert subprocess.run([sys.executable, "-c", code], cwd=sandbox.PROJECT, check=True).returncode == 0


def test_a_refusal_comes_back_as_its_error() -> None:
    with pytest.raises(Empty):
        analyse(b"\n\n")


@pytest.mark.parametrize("code", ["", "no_such_code", "unreadable"])
def test_an_unknown_code_means_unreadable(code: str) -> None:
    assert isinstance(sandbox.error_of(Refused(code)), Unreadable)


@pytest.mark.parametrize(
    ("work", "arguments"),
    [
        (stand_ins.abort, ()),
        (stand_ins.crash, ()),
        (stand_ins.leave, (0,)),
        (stand_ins.leave, (1,)),
        (stand_ins.exit_by_exception, ()),
        (stand_ins.half_an_answer, ()),
        (stand_ins.talk_too_much, ()),
    ],
)
def test_a_child_without_a_whole_answer_is_an_unreadable_document(work: object, arguments: tuple[object, ...]) -> None:
    with pytest.raises(Unreadable):
        said(work, *arguments)


def test_a_child_that_loops_is_too_slow() -> None:
    begun = time.monotonic()
    with pytest.raises(TooSlow):
        sandbox.run(stand_ins.loop, bounds=SHORT)
    assert time.monotonic() - begun < 3


def test_a_child_that_was_held_up_is_worth_another_attempt() -> None:
    with pytest.raises(sandbox.Interrupted):
        sandbox.run(stand_ins.hang, bounds=SHORT)


def test_a_child_whose_server_dies_is_worth_another_attempt() -> None:
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(sandbox.run, stand_ins.hang, bounds=BOUNDS)
        time.sleep(0.5)
        server().kill()
        with pytest.raises(sandbox.Interrupted):
            running.result()
    assert analyse().warm


def test_a_child_that_cannot_be_started_is_worth_another_attempt(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_process: object) -> None:
        raise BlockingIOError

    before = psutil.Process().num_fds()
    monkeypatch.setattr(ForkServerProcess, "start", refused)
    with pytest.raises(sandbox.Interrupted):
        analyse()
    assert psutil.Process().num_fds() == before


def server() -> psutil.Process:
    """Return the server of children."""
    return next(filter(sandbox.lives, psutil.Process().children()))


def test_memory_beyond_the_limit_is_not_given() -> None:
    assert said(stand_ins.swell, 400) == "MemoryError"


def test_memory_within_the_limit_is_given() -> None:
    assert said(stand_ins.swell, 100).startswith("held")


def test_an_error_tells_its_type_and_none_of_its_words() -> None:
    assert said(stand_ins.raise_with_words) == "ValueError"


def test_an_error_is_logged_with_its_type_and_its_place_in_the_code() -> None:
    answer = sandbox.run(stand_ins.raise_with_words, bounds=BOUNDS)
    assert isinstance(answer, Broke)
    with capture_logs() as logs:
        reason = sandbox.error_of(answer).args[0]
    assert [(line["event"], line["log_level"], line["error"]) for line in logs] == [
        ("reading_broke", "error", "ValueError")
    ]
    assert logs[0]["place"].startswith("resumes/child.py:")
    assert re.search(r" < faults/stand_ins\.py:\d+ raise_with_words$", reason)


@pytest.mark.parametrize("words", ["a line of the resume", "Ana", "x.py:1 two words", "a.py:1 b < c.py:2 d < e.py:3 f"])
def test_a_child_that_was_taken_over_gets_no_words_into_the_log(words: str) -> None:
    assert "line" not in str(sandbox.error_of(Broke("a line of the resume", words)))
    assert words not in str(sandbox.error_of(Broke("ValueError", words)))


def test_running_out_of_memory_is_no_defect() -> None:
    with capture_logs() as logs:
        sandbox.error_of(Broke("MemoryError"))
    assert logs[0]["log_level"] == "info"


def test_a_child_that_is_killed_from_outside_is_worth_another_attempt() -> None:
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(sandbox.run, stand_ins.hang, bounds=BOUNDS)
        wait_until(lambda: server().children())
        time.sleep(0.3)
        server().children()[0].kill()
        with pytest.raises(sandbox.Interrupted):
            running.result()


def test_a_child_that_uses_up_its_processor_time_is_too_slow() -> None:
    """As one with several threads at work can before the clock has run out."""
    with pytest.raises(TooSlow):
        sandbox.run(stand_ins.end_by_signal, signal.SIGXCPU, bounds=BOUNDS)


def test_the_limit_of_processor_time_tells_itself_before_it_kills() -> None:
    assert said(stand_ins.processor_limit) == "(6, 7)"


@pytest.mark.skipif(not Path("/proc/self/oom_score_adj").exists(), reason="Linux alone has it")
def test_a_child_dies_first_where_memory_runs_out() -> None:
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(sandbox.run, stand_ins.hang, bounds=SHORT)
        wait_until(lambda: server().children())
        child = server().children()[0]
        wait_until(lambda: Path(f"/proc/{child.pid}/oom_score_adj").read_text() == "1000\n", 0.9)
        assert isinstance(running.exception(), sandbox.Interrupted)


def test_what_parsers_print_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    assert said(stand_ins.print_words) == "printed"
    assert capfd.readouterr() == ("", "")


@FILTERED
@pytest.mark.parametrize(
    "work",
    [
        stand_ins.fork,
        stand_ins.start_a_program,
        stand_ins.replace_itself,
        stand_ins.open_a_socket,
    ],
)
def test_a_child_starts_nothing_and_calls_nobody(work: object) -> None:
    assert said(work) == "PermissionError"


@FILTERED
def test_a_child_signals_nobody() -> None:
    assert said(stand_ins.kill, os.getpid()) == "PermissionError"


@FILTERED
def test_a_child_cannot_raise_its_limits() -> None:
    assert said(stand_ins.raise_its_limits) in {"PermissionError", "ValueError"}


@FILTERED
@pytest.mark.parametrize("work", [stand_ins.write_a_file, stand_ins.append_to_a_file, stand_ins.remove_a_file])
def test_a_child_changes_no_file(work: object, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("as it was")
    assert said(work, str(file)) == "PermissionError"
    assert file.read_text() == "as it was"


@HIDDEN
@pytest.mark.parametrize("path", [sandbox.PROJECT / ".env", "/etc/hostname", "/proc/self/environ", __file__])
def test_a_child_reads_no_file_beside_its_code(path: str | Path) -> None:
    assert said(stand_ins.read_a_file, str(path)) == "PermissionError"


@HIDDEN
def test_a_child_lists_no_folder_beside_its_code(tmp_path: Path) -> None:
    assert said(stand_ins.list_a_folder, str(tmp_path)) == "PermissionError"


def test_a_child_knows_no_secret_of_the_environment() -> None:
    assert "SECRET_KEY" in os.environ
    known = set(said(stand_ins.tell_variables).split())
    assert "PATH" in known
    assert not known & {"SECRET_KEY", "DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE"}


def test_a_child_still_reads_its_code() -> None:
    assert said(stand_ins.read_a_file, sandbox.__file__) == "done"


def test_without_filter_and_landlock_a_child_still_writes_no_file(tmp_path: Path) -> None:
    code = (
        "import sys; from resumes import confinement, landlock\n"
        "confinement.seccomp = lambda: None; landlock.version = lambda: 0\n"
        "confined = confinement.confine(confinement.Confinement(memory_mib=300))\n"
        "try:\n    with open(sys.argv[1], 'w') as file: file.write('here')\n"
        "except OSError as error: print(confined, type(error).__name__)"
    )
    file = tmp_path / "file"
    tried = subprocess.run([sys.executable, "-c", code, file], capture_output=True, text=True, check=False)
    assert tried.stdout.strip() == "False OSError"
    assert file.read_text() == ""


def test_a_child_holds_one_descriptor_the_pipe_of_its_answer() -> None:
    assert said(stand_ins.descriptors) == "1"


def test_no_core_is_dumped_and_no_file_written() -> None:
    assert said(stand_ins.limits) == "(0, 0) (0, 0)"


def test_fifty_children_leave_neither_processes_nor_descriptors() -> None:
    analyse()
    me = psutil.Process()
    before = me.num_fds(), len(me.children(recursive=True))
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: analyse().warm, range(50)))
    assert all(results)
    assert (me.num_fds(), len(me.children(recursive=True))) == before


def test_crashed_children_leave_neither_processes_nor_descriptors() -> None:
    analyse()
    me = psutil.Process()
    before = me.num_fds(), len(me.children(recursive=True))
    for _ in range(10):
        with pytest.raises(Unreadable):
            sandbox.run(stand_ins.abort, bounds=BOUNDS)
    assert (me.num_fds(), len(me.children(recursive=True))) == before


def test_two_children_at_once_do_not_wait_for_each_other() -> None:
    analyse()
    with ThreadPoolExecutor(2) as pool:
        slow = pool.submit(sandbox.run, stand_ins.hang, bounds=SHORT)
        begun = time.monotonic()
        pool.submit(analyse).result()
        assert time.monotonic() - begun < 0.8
        assert isinstance(slow.exception(), sandbox.Interrupted)
