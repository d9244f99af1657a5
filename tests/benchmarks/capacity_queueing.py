"""How long one waits for one of several servers: the textbook's formulas.

Arrivals are Poisson. For exponential service (M/M/c) Erlang's C formula is exact. For any other (M/G/c) the mean wait
is that of M/M/c times half of one more than the square of the coefficient of variation (Lee and Longton 1959; exact
for one server, where it is the formula of Pollaczek and Khinchine).
"""

import math

NINETY_FIFTH = 1.6448536269514722
"""The 95th percentile of the standard normal distribution."""


def erlang_b(servers: int, offered: float) -> float:
    """Return the share of arrivals that find all servers busy where nobody waits; `offered` load in servers."""
    blocked = 1.0
    for count in range(1, servers + 1):
        blocked = offered * blocked / (count + offered * blocked)
    return blocked


def erlang_c(servers: int, offered: float) -> float:
    """Return the share of arrivals that wait; 1 where more is offered than the servers can do."""
    if offered >= servers:
        return 1.0
    blocked = erlang_b(servers, offered)
    return blocked / (1 - offered / servers * (1 - blocked))


def mean_wait(servers: int, rate: float, service: float, variation: float = 1.0) -> float:
    """Return the mean seconds that arrivals wait, infinite where the servers cannot keep up.

    `rate` of arrivals a second, mean `service` in seconds and its coefficient of `variation`, 1 for exponential.
    """
    offered = rate * service
    if offered >= servers:
        return math.inf
    return erlang_c(servers, offered) * service / (servers - offered) * (1 + variation**2) / 2


def spread(late: float) -> float:
    """Return sigma of the lognormal distribution whose 95th percentile is so many times its median."""
    return math.log(late) / NINETY_FIFTH


def variation(sigma: float) -> float:
    """Return the coefficient of variation of a lognormal distribution."""
    return math.sqrt(math.exp(sigma**2) - 1)
