"""Runs commands and says what they took: wall seconds (median of several runs) and peak resident memory of the largest process."""
import os
import statistics
import subprocess
import threading
import time
from dataclasses import dataclass


@dataclass
class Cost:
    seconds: float
    megabytes: float  # of the largest process: a command's own children, waited for, count each alone
    together: float = 0  # of all processes of the command at one moment, shared pages counted once; only where asked for


def tree_of(pid):
    """The process and all below it."""
    found, waiting = [], [pid]
    while waiting:
        one = waiting.pop()
        found.append(one)
        try:
            with open(f"/proc/{one}/task/{one}/children", encoding="ascii") as children:
                waiting += [int(child) for child in children.read().split()]
        except OSError:
            pass
    return found


def proportional_kilobytes(pid):
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as rollup:
            return next((int(line.split()[1]) for line in rollup if line.startswith("Pss:")), 0)
    except (OSError, ValueError):
        return 0


class Watch(threading.Thread):
    """Looks at a command's processes ten times a second."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.peak, self.ended = pid, 0, threading.Event()

    def run(self):
        while not self.ended.wait(0.1):
            self.peak = max(self.peak, sum(proportional_kilobytes(pid) for pid in tree_of(self.pid)))


def run_once(command, accepted=(0,), env=None, watched=False):
    command = [str(part) for part in command]
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **(env or {})})
    watch = Watch(process.pid) if watched else None
    if watch:
        watch.start()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    if watch:
        watch.ended.set()
        watch.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in accepted:
        raise SystemExit(f"{command[0]} ended with {process.returncode}: {' '.join(command)[:300]}")
    return Cost(seconds, usage.ru_maxrss / 1024, watch.peak / 1024 if watch else 0)


def measure(command, runs=3, **how):
    costs = [run_once(command, **how) for _ in range(runs)]
    return Cost(statistics.median(cost.seconds for cost in costs), max(cost.megabytes for cost in costs), max(cost.together for cost in costs))


def measure_in_turn(*commands, runs=3):
    """Several commands, one after the other and again: what disturbs the machine disturbs all alike. Each is (command, how)."""
    costs = [[] for _ in commands]
    for _ in range(runs):
        for own, (command, how) in zip(costs, commands):
            own.append(run_once(command, **how))
    return [Cost(statistics.median(c.seconds for c in own), max(c.megabytes for c in own), max(c.together for c in own)) for own in costs]
