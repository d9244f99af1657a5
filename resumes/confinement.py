"""What a child that handles untrusted bytes may use, and how it is held to that.

Limits hold everywhere; the filter of system calls needs libseccomp on the machine and the ban on reading files needs
Landlock in the kernel. `/readyz` says so where they are missing.
"""

import ctypes
import errno
import math
import os
import resource
import signal
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

from resumes import landlock

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_GET_SECCOMP = 21
PR_SET_NO_NEW_PRIVS = 38
"""From linux/prctl.h."""

OPEN_FILES = 64
MIB = 1024 * 1024

PROCESSES = ("fork", "vfork", "clone", "clone3", "execve", "execveat", "unshare", "setns")
NETWORK = ("socket", "socketpair", "connect", "bind", "listen", "io_uring_setup", "io_uring_enter")
FILES = (
    *("creat", "truncate", "ftruncate", "openat2", "open_by_handle_at", "memfd_create"),
    *("unlink", "unlinkat", "rename", "renameat", "renameat2", "mkdir", "mkdirat", "rmdir", "mknod", "mknodat"),
    *("link", "linkat", "symlink", "symlinkat", "chmod", "fchmod", "fchmodat", "fchmodat2"),
    *("chown", "fchown", "lchown", "fchownat", "utime", "utimes", "utimensat", "futimesat"),
    *("setxattr", "lsetxattr", "fsetxattr", "removexattr", "mount", "umount2", "chroot", "pivot_root"),
)
OTHERS = (
    *("tkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_open", "pidfd_send_signal", "pidfd_getfd"),
    *("ptrace", "process_vm_readv", "process_vm_writev", "setrlimit", "bpf", "perf_event_open", "userfaultfd"),
    *("shmget", "msgget", "semget", "mq_open", "add_key", "request_key", "keyctl", "init_module", "finit_module"),
)


@dataclass(frozen=True, slots=True)
class Confinement:
    """Bounds of one child: seconds on the clock and of processor time, memory beyond what it starts with (MiB)."""

    seconds: float = 20
    memory_mib: int = 832
    max_output: int = 16_000_000
    """Bytes of the message it may answer with."""


def confine(bounds: Confinement) -> bool:
    """Hold this process to the bounds, for good; return whether the filter of system calls is in force too.

    From here on it dies with its parent, dumps no core, writes no file, starts no process, opens no socket, and reads
    no file but its own code where the kernel has Landlock.
    """
    die_with_parent()
    set_limits(bounds)
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    prctl(PR_SET_DUMPABLE, 0)
    landlock.read_code_only()
    return set_filter()


def die_with_parent() -> None:
    """Be killed when the parent ends, also where it has ended already."""
    parent = os.getppid()
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent or parent == 1:
        os._exit(1)


def set_limits(bounds: Confinement) -> None:
    """Set the kernel's limits, the hard ones too, so that they cannot be raised again."""
    seconds = math.ceil(bounds.seconds) + 1
    signal.alarm(seconds)  # should whoever holds the clock be gone
    die_first()
    hold(resource.RLIMIT_AS, address_space() + bounds.memory_mib * MIB)
    hold(resource.RLIMIT_CPU, seconds, seconds + 1)  # at the first SIGXCPU, which tells why; at the second SIGKILL
    hold(resource.RLIMIT_FSIZE, 0)
    hold(resource.RLIMIT_CORE, 0)
    hold(resource.RLIMIT_NOFILE, OPEN_FILES)
    hold(resource.RLIMIT_NPROC, 0)


def die_first() -> None:
    """Be what the kernel ends first when the machine runs out of memory: not the worker, the database or the site."""
    with suppress(OSError):  # a machine that hides this file decides by itself
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")


def hold(limit: int, soft: int, hard: int | None = None) -> None:
    """Set a limit, the hard one like the soft one unless given, or leave it lower where it is lower already."""
    _, known = resource.getrlimit(limit)
    most = known if known != resource.RLIM_INFINITY else 1 << 62
    resource.setrlimit(limit, (min(soft, most), min(soft if hard is None else hard, most)))


def address_space() -> int:
    """Return how many bytes this process has mapped: what the preloaded code takes by itself."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()


def prctl(option: int, value: int) -> int:
    """Call prctl(2). Raises `OSError`."""
    result = ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0)
    if result < 0:
        raise OSError(ctypes.get_errno(), f"prctl({option}) refused")
    return int(result)


@cache
def seccomp() -> ModuleType | None:
    """Return the binding to libseccomp, None where the library is not on this machine.

    Called before the fork: finding the library starts a process, which a child may not.
    """
    try:
        import pyseccomp
    except (ImportError, RuntimeError):
        return None
    module: ModuleType = pyseccomp
    return module


@cache
def can_filter() -> bool:
    """Return whether this machine has the library and a kernel for the filter of system calls."""
    try:
        prctl(PR_GET_SECCOMP, 0)
    except OSError:
        return False
    return seccomp() is not None


def set_filter() -> bool:
    """Refuse (EPERM) processes, sockets, changes to files, signals to others; return whether that is in force."""
    binding = seccomp()
    if binding is None:
        return False
    rules = binding.SyscallFilter(binding.ALLOW)
    for name in (*PROCESSES, *NETWORK, *FILES, *OTHERS):
        refuse(binding, rules, name)
    refuse_opening_for_writing(binding, rules)
    for name in ("kill", "tgkill"):
        refuse(binding, rules, name, binding.Arg(0, binding.NE, os.getpid()))
    refuse(binding, rules, "prlimit64", binding.Arg(2, binding.NE, 0))
    rules.load()
    return True


def refuse_opening_for_writing(binding: ModuleType, rules: object) -> None:
    """Refuse open(2) and openat(2) with any flag that writes or creates."""
    for name, position in (("open", 1), ("openat", 2)):
        for mask, value in ((os.O_ACCMODE, os.O_WRONLY), (os.O_ACCMODE, os.O_RDWR), (os.O_CREAT, os.O_CREAT)):
            refuse(binding, rules, name, binding.Arg(position, binding.MASKED_EQ, mask, value))


def refuse(binding: ModuleType, rules: object, name: str, *arguments: object) -> None:
    """Add one rule; names that this architecture does not have need none."""
    number = binding.resolve_syscall(binding.Arch.NATIVE, name)
    # ENOSYS tells glibc to fall back to the older call, which is refused by its own rule.
    answer = errno.ENOSYS if name in ("clone3", "openat2") else errno.EPERM
    if number >= 0:
        rules.add_rule(binding.ERRNO(answer), number, *arguments)  # type: ignore[attr-defined]
