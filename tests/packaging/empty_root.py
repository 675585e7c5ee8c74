"""A root with nothing in it but what is put there: no shell, no libraries, no /proc; /dev/null and /tmp alone."""
import os
import pathlib
import shutil
import subprocess
import tempfile


class EmptyRoot:
    def __init__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="lvce-root-"))
        for name in ("dev", "tmp"):
            (self.path / name).mkdir()
        (self.path / "dev/null").touch()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def run(self, *command):
        """In a mount namespace of its own, where /dev/null is the machine's; as root of a user namespace where we are none."""
        own = ["unshare", "--mount"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
        script = 'root=$1; shift; mount --bind /dev/null "$root/dev/null" && cd "$root" && exec chroot "$root" "$@"'
        return subprocess.run([*own, "sh", "-c", script, "sh", self.path, *command], capture_output=True, text=True, timeout=300,
                              env={"PATH": os.environ["PATH"], "LD_PRELOAD": "", "HOME": "/nowhere"})

    def can_run(self):
        """Whether this machine lets us: containers may not."""
        probe = subprocess.run(["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"]), "mount", "--bind", "/dev/null",
                                self.path / "dev/null"], capture_output=True)
        return probe.returncode == 0
