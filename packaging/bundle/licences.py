"""Licences of what the bundle carries: Debian keeps them by package."""
import pathlib
import re
import shutil
import subprocess

_COMMON = pathlib.Path("/usr/share/common-licenses")


def _package_of(file):
    """Debian's package of a library, whichever of /lib and /usr/lib it was entered under."""
    names = [str(file), str(file).removeprefix("/usr"), "/usr" + str(file).removeprefix("/usr")]
    for name in names:
        found = subprocess.run(["dpkg", "-S", name], capture_output=True, text=True)
        if found.returncode == 0:
            return found.stdout.splitlines()[0].split(":")[0]
    raise SystemExit(f"{file} 不属于任何软件包，说不出它的许可")


def _version_of(package):
    return subprocess.run(["dpkg-query", "-W", "-f", "${Version}\t${source:Package}\t${source:Version}\n", package], capture_output=True, text=True,
                          check=True).stdout.splitlines()[0].split("\t")


def collect(files, folder):
    """Copies into `folder` the licence of each package that one of `files` (of this machine) belongs to, the common licences that they refer to, and a list."""
    by_package = {}
    for file in files:
        by_package.setdefault(_package_of(pathlib.Path(file).resolve()), set()).add(pathlib.Path(file).name)
    folder.mkdir(parents=True, exist_ok=True)
    lines, referred = [], set()
    for package in sorted(by_package):
        text = (pathlib.Path("/usr/share/doc") / package / "copyright").read_text(encoding="utf-8", errors="replace")
        (folder / f"{package}.txt").write_text(text, encoding="utf-8")
        referred.update(re.findall(r"/usr/share/common-licenses/([A-Za-z0-9.-]*[A-Za-z0-9])", text))
        version, source, source_version = _version_of(package)
        lines.append(f"{package} {version}（源码包 {source} {source_version}）：{'、'.join(sorted(by_package[package]))}\n")
    for name in sorted(referred):
        if (_COMMON / name).exists():
            shutil.copyfile(_COMMON / name, folder / f"common-{name}.txt")
    (folder / "清单.txt").write_text("随带的程序库取自 Debian 12 的这些软件包；同名的 .txt 是它的许可，源码见 Debian 12 同版本的源码包。\n\n" + "".join(lines),
                                    encoding="utf-8")
