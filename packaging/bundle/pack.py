"""The bundle as one .tar.xz, the same bytes for the same files."""
import os
import subprocess
import tarfile
import tempfile

import elf

_EPOCH = int(os.environ.get("SOURCE_DATE_EPOCH", 1609459200))  # 2021-01-01
# Two streams, one behind the other, which every xz reads as one file: what suits machine code does not suit outlines of glyphs.
_FOR_CODE = ["--x86", "--lzma2=preset=9e,dict=64MiB"]
_FOR_DATA = ["--lzma2=preset=9e,dict=64MiB,lc=4,lp=0,pb=0"]


def _plain(entry):
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = _EPOCH
    entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    return entry


def write(tree, file):
    every = sorted(tree.rglob("*"))
    code = [path for path in every if path.is_file() and elf.is_elf(path)]
    folders = [path for path in every if path.is_dir()]
    data = sorted((path for path in every if path.is_file() and not elf.is_elf(path)), key=lambda path: (path.suffix, path))
    with tempfile.NamedTemporaryFile(dir=file.parent) as tar_file:
        with tarfile.open(fileobj=tar_file, mode="w", format=tarfile.PAX_FORMAT) as tar:
            for path in [tree, *folders, *code]:
                tar.add(path, arcname=path.relative_to(tree.parent), recursive=False, filter=_plain)
            border = tar.offset
            for path in data:
                tar.add(path, arcname=path.relative_to(tree.parent), recursive=False, filter=_plain)
        tar_file.flush()
        # The two at once: each takes one core.
        whole = tar_file.name
        commands = [(f"head -c {border} {whole}", _FOR_CODE), (f"tail -c +{border + 1} {whole}", _FOR_DATA)]
        parts = [tempfile.NamedTemporaryFile(dir=file.parent) for _ in commands]
        running = [subprocess.Popen(f"{source} | xz --format=xz --check=crc64 --threads=1 {' '.join(filters)} -c", shell=True, stdout=part)
                   for (source, filters), part in zip(commands, parts)]
        if any(process.wait() != 0 for process in running):
            raise SystemExit("压缩失败")
        with open(file, "wb") as out:
            for part in parts:
                part.seek(0)
                out.write(part.read())
                part.close()
