#!/usr/bin/env python3
"""lvce batch through the real binary: as `lvce build`, resumed, killed, with planted faults, on a full disk.

    batch_whole.py LVCE SAMPLES [--units N] [--kills N] [name of a test …]
"""
import argparse
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import tempfile
import time

from units import children_of, make_unit, tree


class Place:
    """A folder for one test, and the program in it."""

    def __init__(self, arguments, folder):
        self.lvce, self.samples, self.folder, self.kills = arguments.lvce, arguments.samples, folder, arguments.kills
        self.count = arguments.units

    def unit(self, name, where="units", sample="shanxi-complete", **how):
        return make_unit(self.folder / where / name, how.pop("called", name), self.samples / sample, **how)

    def start(self, *command):
        return subprocess.Popen([self.lvce, *map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run(self, *command, code=None):
        process = self.start(*command)
        out, err = process.communicate(timeout=900)
        if code is not None:
            assert process.returncode == code, f"{process.returncode} instead of {code}: {command}\n{out}{err}"
        return out, err

    def batch(self, source="units", out="out", code=None, options=()):
        text, err = self.run("batch", self.folder / source, "-o", self.folder / out, "--json", *options, code=code)
        return (json.loads(text) if text else None), err


def states(batch):
    return {unit["name"]: unit["state"] for unit in batch["units"]}


def as_single_builds(place):
    """The same bytes as lvce build, whatever the number of workers."""
    for number, sample in enumerate(("shanxi-complete", "yiyang", "shanxi-complete", "xinjiang")):
        place.unit(f"第{number}局", sample=sample)
    batch, _ = place.batch(code=1, options=("--jobs", 3))
    assert set(states(batch).values()) == {"built"}, batch
    for unit in (place.folder / "units").iterdir():
        place.run("build", unit, "-o", place.folder / "single", "--quiet")
    made = {name: digest for name, digest in tree(place.folder / "out").items() if "/" in name}
    assert made == tree(place.folder / "single")
    result = json.loads((place.folder / "out/第0局/result.json").read_text(encoding="utf-8"))
    first = batch["units"][0]
    assert first == {"name": "第0局", "state": "built", "exit": 1, "claimed": result["total"]["claimed"], "supported": result["total"]["supported"],
                     "verdict": result["verdict"], "inputs_sha256": result["inputs_sha256"]}, first
    place.batch(out="one", code=1, options=("--jobs", 1))
    assert tree(place.folder / "one") == tree(place.folder / "out")


def only_what_changed(place):
    """Unchanged units are not built again; what changes a byte is seen, what does not is not."""
    for number in range(3):
        place.unit(f"第{number}局")
    place.batch(code=1)
    before = tree(place.folder / "out")
    stamp = os.stat(place.folder / "out/第1局/result.json").st_mtime_ns
    batch, _ = place.batch(code=1)
    assert set(states(batch).values()) == {"unchanged"}
    assert os.stat(place.folder / "out/第1局/result.json").st_mtime_ns == stamp
    changed = {name for name, digest in tree(place.folder / "out").items() if before.get(name) != digest}
    assert changed == {"批次.json"}, changed
    evidence = place.folder / "units/第1局/佐证材料/2.1.1 情况说明.txt"
    stat = evidence.stat()
    evidence.write_text(evidence.read_text(encoding="utf-8").replace("要求", "规定"), encoding="utf-8")
    os.utime(evidence, ns=(stat.st_atime_ns, stat.st_mtime_ns))  # same size, same time: only its bytes tell
    batch, _ = place.batch(code=1)
    assert states(batch) == {"第0局": "unchanged", "第1局": "built", "第2局": "unchanged"}, states(batch)
    (place.folder / "out/第2局/06 缺项清单.pdf").unlink()  # no longer whole
    batch, _ = place.batch(code=1, options=("--date", "2021-10-12"))
    assert set(states(batch).values()) == {"built"}
    batch, _ = place.batch(code=1, options=("--date", "2021-10-12", "--again"))
    assert set(states(batch).values()) == {"built"}


def faults_are_named(place):
    """Each fault costs its own unit and is named; the rest is built."""
    for name in ("好一局", "好二局", "坏台账", "无名", "同名甲", "同名乙", "占位局"):
        place.unit(name, called={"无名": "", "同名甲": "同名局", "同名乙": "同名局"}.get(name, name))
    (place.folder / "units/坏台账/台账.xlsx").write_bytes(b"PK\x03\x04 torn")
    (place.folder / "units/空文件夹").mkdir()
    (place.folder / "out").mkdir()
    (place.folder / "out/占位局").write_text("not a folder")
    batch, err = place.batch(code=1)
    state = states(batch)
    assert [name for name, how in state.items() if how == "built"] == ["好一局", "好二局"], state
    exits = {unit["name"]: unit["exit"] for unit in batch["units"]}
    assert exits == {"好一局": 1, "好二局": 1, "坏台账": 3, "无名": 3, "同名局": 3, "占位局": 4, "空文件夹": 3}, exits
    assert len(batch["units"]) == 8
    codes = {finding["code"] for finding in batch["findings"]}
    assert {"batch-unit-unnamed", "batch-unit-twice", "output-not-a-folder", "workbook-not-found"} <= codes, codes
    for name in ("坏台账", "无名", "同名甲", "同名乙", "占位局", "空文件夹"):
        assert name in err, (name, err)
    assert (place.folder / "out/汇总表.pdf").stat().st_size > 1000
    assert sorted(path.name for path in (place.folder / "out").iterdir() if path.is_dir()) == [".批次", "好一局", "好二局"]


def roster_and_compound(place):
    """A roster names the units; offices of one compound share papers and figures."""
    place.unit("县政府办", where="甲")
    other = place.unit("县档案局", where="乙", sample="shanxi-gaps", texts=())
    papers = place.folder / "大院/佐证材料"
    papers.mkdir(parents=True)
    (papers / "2.1.1 大院文件.txt").write_text("大院各单位共用。\n", encoding="utf-8")
    (place.folder / "名单.csv").write_text(
        "单位名称,文件夹,归口部门,共用材料,数据来源单位\n县政府办,甲/县政府办,政府办,,\n县档案局,乙/县档案局,党委办,大院,县政府办\n没来的局,丙,政府办,,\n写错的局,甲/县政府办,,,\n",
        encoding="utf-8")
    batch, err = place.batch("名单.csv", code=1)
    assert states(batch) == {"县政府办": "built", "县档案局": "built", "没来的局": "failed", "写错的局": "failed"}, states(batch)
    codes = [finding["code"] for finding in batch["findings"]]
    assert "batch-unit-folder-missing" in codes and "batch-unit-name-differs" in codes, codes
    results = {name: json.loads((place.folder / "out" / name / "result.json").read_text(encoding="utf-8")) for name in ("县政府办", "县档案局")}
    assert results["县档案局"]["energy"]["years"] == results["县政府办"]["energy"]["years"]
    paths = [file["path"] for indicator in results["县档案局"]["indicators"] for file in indicator["evidence"]]
    assert any("大院文件" in path for path in paths), paths
    assert "figures-of-other-unit" in {finding["code"] for finding in results["县档案局"]["findings"]}
    place.run("check", other)
    batch, _ = place.batch("名单.csv", code=1)
    assert states(batch)["县档案局"] == "unchanged"
    (papers / "2.1.1 大院文件.txt").write_text("大院各单位共用，改过。\n", encoding="utf-8")
    batch, _ = place.batch("名单.csv", code=1)
    assert states(batch)["县档案局"] == "built" and states(batch)["县政府办"] == "unchanged"


def killed_and_resumed(place):
    """Killed at random moments, again and again: in the end the same bytes as without."""
    for number in range(place.count):
        place.unit(f"第{number}局")
    place.batch(out="whole", code=1, options=("--jobs", 2))
    whole = tree(place.folder / "whole")
    chance = random.Random(20210605)
    started = time.monotonic()
    place.batch(out="timed", options=("--jobs", 2))
    takes = time.monotonic() - started
    for kill in range(place.kills):
        process = place.start("batch", place.folder / "units", "-o", place.folder / "out", "--jobs", 2, "--quiet")
        time.sleep(chance.uniform(0, takes / 2 if kill % 2 else takes / 8))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if kill % 7 == 6:
            shutil.rmtree(place.folder / "out", ignore_errors=True)
    place.batch(code=1, options=("--jobs", 2))
    made = tree(place.folder / "out")
    assert made == whole, sorted(set(made.items()) ^ set(whole.items()))[:10]
    assert not [path for path in (place.folder / "out").iterdir() if path.name.startswith(".lvce-")]


def worker_killed(place):
    """A worker that is killed costs nothing: its unit is tried once more. (Twice would be a unit that kills workers.)"""
    for number in range(place.count):
        place.unit(f"第{number}局")
    place.batch(out="whole", code=1)
    process = place.start("batch", place.folder / "units", "-o", place.folder / "out", "--jobs", 2, "--quiet", "--json")
    killed = 0
    while process.poll() is None and killed < 1:
        time.sleep(0.3)
        for worker in children_of(process.pid)[:1]:
            os.kill(worker, signal.SIGKILL)
            killed += 1
    out, err = process.communicate(timeout=600)
    assert process.returncode == 1 and killed > 0, (process.returncode, killed, err)
    assert set(states(json.loads(out)).values()) == {"built"}, out
    assert tree(place.folder / "out") == tree(place.folder / "whole")


def disk_full(place):
    """On a disk that is full: units that found no room are named, what was written is whole; with room the rest is made."""
    for number in range(4):
        place.unit(f"第{number}局")
    place.batch(out="whole", code=1, options=("--jobs", 1))
    size = sum(path.stat().st_size for path in (place.folder / "whole/第0局").rglob("*") if path.is_file())
    script = f"""
set -e
mkdir -p {place.folder}/small
mount -t tmpfs -o size={int(size * 3.4)} none {place.folder}/small
set +e
{place.lvce} batch {place.folder}/units -o {place.folder}/small/out --jobs 1 --json > {place.folder}/full.json 2> {place.folder}/full.err
echo $? > {place.folder}/full.code
mount -o remount,size=200m {place.folder}/small
{place.lvce} batch {place.folder}/units -o {place.folder}/small/out --jobs 1 --json > {place.folder}/again.json
cp -a {place.folder}/small/out {place.folder}/kept
"""
    alone = ["unshare", "--mount"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
    subprocess.run([*alone, "bash", "-c", script], check=True, timeout=600)
    code, full = (place.folder / "full.code").read_text().strip(), json.loads((place.folder / "full.json").read_text(encoding="utf-8"))
    failed = [unit for unit in full["units"] if unit["state"] == "failed"]
    assert 0 < len(failed) < 4 and {unit["exit"] for unit in failed} == {4}, full["units"]
    assert code in ("1", "4"), code
    for unit in failed:
        assert unit["name"] in (place.folder / "full.err").read_text(encoding="utf-8")
    again = json.loads((place.folder / "again.json").read_text(encoding="utf-8"))
    assert all(unit["state"] != "failed" for unit in again["units"])
    whole = {name: digest for name, digest in tree(place.folder / "whole").items() if name != "批次.json"}
    assert {name: digest for name, digest in tree(place.folder / "kept").items() if name != "批次.json"} == whole


def shards_and_gather(place):
    """Three shards do together what one run does; gather names what is missing or half."""
    names = [f"第{number}局" for number in range(5)]
    for name in names:
        place.unit(name)
    (place.folder / "units/名单.csv").write_text("单位名称,归口部门\n" + "".join(f"{name},政府办\n" for name in names), encoding="utf-8")
    roster = place.folder / "units/名单.csv"
    place.run("batch", roster, "-o", place.folder / "whole", "--quiet", code=1)
    for shard in ("1/3", "3/3"):
        place.run("batch", roster, "-o", place.folder / "out", "--shard", shard, "--quiet")
    out, err = place.run("batch", "gather", place.folder / "out", "--roster", roster, "--json", code=3)
    missing = json.loads(out)["missing"]
    there = [name for name in names if (place.folder / "out" / name).exists()]
    assert 0 < len(missing) and sorted(missing + there) == names, (missing, there)
    assert all(name in err for name in missing) and "第 2 片" in err, err
    place.run("batch", roster, "-o", place.folder / "out", "--shard", "2/3", "--quiet")
    out, _ = place.run("batch", "gather", place.folder / "out", "--roster", roster, "--json", code=1)
    assert json.loads(out)["missing"] == []
    made, whole = tree(place.folder / "out"), tree(place.folder / "whole")
    assert {name: digest for name, digest in made.items() if name != "批次.json"} == {name: digest for name, digest in whole.items() if name != "批次.json"}
    (place.folder / "out/第3局/申报材料.zip").unlink()
    out, err = place.run("batch", "gather", place.folder / "out", "--roster", roster, "--json", code=3)
    assert json.loads(out)["missing"] == ["第3局"] and "申报材料.zip" in err
    roster.write_text(roster.read_text(encoding="utf-8") + "新加的局,政府办\n", encoding="utf-8")
    out, err = place.run("batch", "gather", place.folder / "out", "--roster", roster, "--json", code=3)
    assert json.loads(out)["missing"] == ["第3局", "新加的局"], out


def exit_codes(place):
    """What cannot be run at all says why."""
    place.unit("甲局")
    place.run("batch", place.folder / "nowhere", "-o", place.folder / "out", code=3)
    (place.folder / "empty").mkdir()
    place.run("batch", place.folder / "empty", "-o", place.folder / "out", code=3)
    place.run("batch", code=2)
    place.run("batch", place.folder / "units", "-o", place.folder / "units/out", code=2)
    place.run("batch", place.folder / "units", "-o", place.folder / "out", "--shard", "4/3", code=2)
    (place.folder / "file").write_text("x")
    place.run("batch", place.folder / "units", "-o", place.folder / "file", code=4)
    place.run("batch", "gather", place.folder / "nowhere", "--roster", place.folder / "nowhere.csv", code=3)


TESTS = (as_single_builds, only_what_changed, faults_are_named, roster_and_compound, killed_and_resumed, worker_killed, disk_full, shards_and_gather, exit_codes)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("lvce", type=pathlib.Path)
    arguments.add_argument("samples", type=pathlib.Path)
    arguments.add_argument("--units", type=int, default=4)
    arguments.add_argument("--kills", type=int, default=4)
    arguments.add_argument("names", nargs="*")
    chosen = arguments.parse_args()
    chosen.lvce, chosen.samples = chosen.lvce.resolve(), chosen.samples.resolve()
    for test in TESTS:
        if chosen.names and test.__name__ not in chosen.names:
            continue
        with tempfile.TemporaryDirectory(prefix="lvce-batch-test-") as folder:
            started = time.monotonic()
            test(Place(chosen, pathlib.Path(folder)))
            print(f"{test.__name__}: {time.monotonic() - started:.1f} s", flush=True)


if __name__ == "__main__":
    main()
