#!/usr/bin/env python3
"""templates/fleet/slurm.sbatch on a real Slurm of this one machine: four elements, one of them lost, then started again; and parallel.sh.

    slurm_whole.py LVCE SOURCE_TREE

slurmctld and slurmd run in a folder of their own, without systemd, munge and control groups, and are ended at the end whatever happens.
"""
import contextlib
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

from units import make_unit, tree

UNITS = 6
SHARDS = 4
SLURM_BIN = ("/usr/sbin", "/usr/bin")


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def configuration(folder):
    host = socket.gethostname().split(".")[0]
    user = "root" if os.geteuid() == 0 else subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()
    return f"""ClusterName=lvce
SlurmctldHost={host}(127.0.0.1)
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/none
CredType=cred/none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
MpiDefault=none
ReturnToService=2
SlurmctldPort={free_port()}
SlurmdPort={free_port()}
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
SchedulerParameters=sched_interval=2
NodeName={host} NodeAddr=127.0.0.1 CPUs={os.cpu_count()} RealMemory=4000 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


class Slurm:
    """A cluster of this machine alone."""

    def __init__(self, folder):
        self.folder, self.daemons = folder, []
        for name in ("state", "spool"):
            (folder / name).mkdir(parents=True)
        (folder / "slurm.conf").write_text(configuration(folder), encoding="ascii")
        self.env = {**os.environ, "SLURM_CONF": str(folder / "slurm.conf"), "PATH": ":".join((*SLURM_BIN, os.environ["PATH"]))}

    def __enter__(self):
        for daemon in ("slurmctld", "slurmd"):
            log = open(self.folder / f"{daemon}.out", "wb")
            self.daemons.append(subprocess.Popen([daemon, "-D"], env=self.env, stdout=log, stderr=log, start_new_session=True))
        self.wait_for(lambda: "idle" in self.ask("sinfo", "-h", "-o", "%T"), 120, "the node to be idle")
        return self

    def __exit__(self, *_):
        for daemon in reversed(self.daemons):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(daemon.pid, signal.SIGTERM)
        for daemon in self.daemons:
            try:
                daemon.wait(timeout=20)
            except subprocess.TimeoutExpired:
                os.killpg(daemon.pid, signal.SIGKILL)
                daemon.wait()

    def ask(self, *command, **more):
        return subprocess.run(command, env={**self.env, **more}, capture_output=True, text=True, timeout=60, check=False).stdout

    def wait_for(self, holds, seconds, what):
        until = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > until or any(daemon.poll() is not None for daemon in self.daemons):
                logs = "\n".join(path.read_text(errors="replace")[-3000:] for path in self.folder.glob("slurm*.[lo]*"))
                raise SystemExit(f"waited for {what}:\n{self.ask('squeue')}\n{logs}")
            time.sleep(0.5)

    def submit(self, script, array, **variables):
        """Submits, waits for its end."""
        submitted = subprocess.run(["sbatch", "--parsable", f"--array={array}", "--cpus-per-task=1", "--mem-per-cpu=500M", f"--output={self.folder}/job-%A-%a.log", script],
                                   env={**self.env, **variables}, capture_output=True, text=True, timeout=60, check=False)
        job = submitted.stdout.strip()
        if submitted.returncode != 0 or not job:
            raise SystemExit(f"sbatch: {submitted.stderr}")
        self.wait_for(lambda: not self.ask("squeue", "-h", "-j", job).strip(), 600, f"job {job}")
        return "".join(path.read_text(encoding="utf-8", errors="replace") for path in sorted(self.folder.glob(f"job-{job}-*.log")))


def gather(lvce, out, roster, code):
    ran = subprocess.run([lvce, "batch", "gather", out, "--roster", roster, "--json"], capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == code, (ran.returncode, ran.stdout, ran.stderr)
    return json.loads(ran.stdout)["missing"]


def packages(out):
    return {name: digest for name, digest in tree(out).items() if "/" in name}


def main(lvce, source_tree):
    with tempfile.TemporaryDirectory(prefix="lvce-slurm-test-") as name:
        folder = pathlib.Path(name)
        names = [f"第{number}局" for number in range(UNITS)]
        for unit in names:
            make_unit(folder / "units" / unit, unit, source_tree / "samples/shanxi-complete")
        roster = folder / "units/名单.csv"
        roster.write_text("单位名称\n" + "\n".join(names) + "\n", encoding="utf-8")
        subprocess.run([lvce, "batch", roster, "-o", folder / "whole", "--quiet"], check=False, timeout=600)
        script = source_tree / "templates/fleet/slurm.sbatch"
        job = {"SOURCE": str(roster), "OUT": str(folder / "out"), "LVCE": str(lvce)}
        with Slurm(folder / "slurm") as slurm:
            said = slurm.submit(script, f"1-{SHARDS}", **job)
            assert gather(lvce, folder / "out", roster, 1) == [], said
            assert packages(folder / "out") == packages(folder / "whole")
            lost = folder / "lost"
            said = slurm.submit(script, f"1-{SHARDS}", **{**job, "OUT": str(lost)})
            # an element whose machine was lost: its record and a package of its are not there
            record = next(path for path in sorted((lost / ".批次").glob(f"*-{SHARDS}.jsonl")) if path.stat().st_size)
            shard = record.name.split(".")[0].replace("-", "/")
            told = [json.loads(line)["name"] for line in record.read_text(encoding="utf-8").splitlines() if line.startswith('{"row"')]
            record.unlink()
            shutil.rmtree(lost / told[0])
            assert sorted(gather(lvce, lost, roster, 3)) == sorted(told)
            # its number alone does not say how many shards there are: refused; with SHARD it is done again
            said = slurm.submit(script, "2", **{**job, "OUT": str(lost)})
            assert "--shard" in said, said
            slurm.submit(script, "1", **{**job, "OUT": str(lost), "SHARD": shard})
            assert gather(lvce, lost, roster, 1) == []
            assert packages(lost) == packages(folder / "whole")
        print("slurm: as one run")
        by_parallel = subprocess.run([source_tree / "templates/fleet/parallel.sh", roster, folder / "parallel", str(SHARDS), ":"], env={**os.environ, "LVCE": str(lvce)},
                                     capture_output=True, text=True, timeout=600, check=False)
        assert by_parallel.returncode == 1, by_parallel
        assert packages(folder / "parallel") == packages(folder / "whole")
        print("parallel: as one run")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve())
