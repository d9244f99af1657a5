"""No process of ours writes its memory to disk when it crashes: resumes pass through it."""

import resource


def forbid() -> None:
    """Have this process and all that it starts leave no core, for good.

    A handler that the machine pipes cores to is told the limit and has to obey it itself, as systemd's does.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
