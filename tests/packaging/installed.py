#!/usr/bin/env python3
"""What is installed: the bundle in an empty root makes the same bytes as the program that was built; manual, completion and desktop entries are sound.

installed.py BUILD SOURCE
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from empty_root import EmptyRoot

BUILD, SOURCE = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
UNIT = "单位"
# Made of one photo by libvips' own program, so that each decoder of the bundle has something to read.
PICTURE_KINDS = ("heic", "avif", "jxl", "webp", "gif", "tif", "png", "jp2")


def run(*command, **options):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=300, **options)


def make_unit(folder):
    """The complete sample with a picture of each kind beside the first photo."""
    shutil.copytree(SOURCE / "samples/shanxi-complete", folder)
    photo = sorted((folder / "佐证材料").rglob("*.jpg"))[0]
    for kind in PICTURE_KINDS:
        run("vips", "copy", photo, photo.with_name(f"{photo.stem} {kind}.{kind}"))


def files_of(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="lvce-packaging-")
        cls.folder = pathlib.Path(cls.scratch.name)
        cls.prefix = cls.folder / "installed"
        made = run("cmake", "--install", BUILD, "--prefix", cls.prefix)
        assert made.returncode == 0, made.stderr
        make_unit(cls.folder / UNIT)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def test_bundle_in_an_empty_root_makes_the_same_bytes(self):
        with EmptyRoot() as root:
            if not root.can_run():
                self.skipTest("no mount namespaces here")
            made = run("/usr/bin/python3", SOURCE / "packaging/bundle/make_bundle.py", self.prefix, root.path / "绿册 包")
            self.assertEqual(made.returncode, 0, made.stdout + made.stderr)
            shutil.copytree(self.folder / UNIT, root.path / UNIT)
            lvce = f"/绿册 包/bin/lvce"
            inside = root.run(lvce, "build", f"/{UNIT}", "-o", "/输出", "--quiet")
            outside = run(BUILD / "lvce", "build", self.folder / UNIT, "-o", self.folder / "输出", "--quiet")
            self.assertEqual(inside.returncode, outside.returncode, inside.stderr + outside.stderr)
            self.assertLess(inside.returncode, 2, inside.stderr)
            expected = files_of(self.folder / "输出")
            result = b"".join(content for name, content in expected.items() if name.endswith("result.json")).decode()
            for kind in PICTURE_KINDS:
                self.assertIn(f" {kind}.{kind}", result)
            made = files_of(root.path / "输出")
            self.assertEqual(sorted(made), sorted(expected))
            self.assertEqual([name for name in expected if made[name] != expected[name]], [])

            # The page's view with its thumbnails, of PDFs by poppler.
            root.run(lvce, "check", f"/{UNIT}", "--html", "/页.html", "--quiet")
            run(BUILD / "lvce", "check", self.folder / UNIT, "--html", self.folder / "页.html", "--quiet")
            self.assertEqual((root.path / "页.html").read_bytes(), (self.folder / "页.html").read_bytes())

            self.assertEqual(root.run(lvce, "nothing").returncode, 2)
            for name in ("绿册.sh", "绿册.desktop", "使用说明.txt", "licences/清单.txt", "licences/libc6.txt", "licences/lvce.txt", "licences/font-fandol.txt"):
                self.assertTrue((root.path / "绿册 包" / name).stat().st_size > 0, name)

    def test_manual_renders_without_warning(self):
        page = self.prefix / "share/man/man1/lvce.1.gz"
        shown = run("man", "--warnings", "-E", "UTF-8", "-l", page, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80", "MANPAGER": "cat"})
        self.assertEqual(shown.stderr, "")
        for words in ("lvce build", "--append", "评价标准代号", "lvce review draw", "结束码"):
            self.assertIn(words, shown.stdout)

    def test_desktop_entries_are_valid(self):
        for entry in (self.prefix / "share/applications/lvce.desktop", SOURCE / "packaging/bundle/绿册.desktop"):
            checked = run("desktop-file-validate", entry)
            self.assertEqual((checked.returncode, checked.stdout), (0, ""))

    def completed(self, *words):
        script = (f"source '{self.prefix}/share/bash-completion/completions/lvce'; PATH='{self.prefix}/bin':$PATH; COMP_WORDS=(lvce \"$@\"); "
                  "COMP_CWORD=$#; COMPREPLY=(); _lvce lvce; printf '%s\\n' \"${COMPREPLY[@]}\"")
        done = run("bash", "-c", script, "bash", *words, cwd=self.folder)
        self.assertEqual(done.stderr, "")
        return done.stdout.split("\n")[:-1]

    def test_completion_of_bash(self):
        self.assertEqual(self.completed("che"), ["check"])
        self.assertEqual(self.completed("check", "--ow"), ["--owner"])
        self.assertEqual(self.completed("review", "dr"), ["draw"])
        self.assertIn("shanxi-2021", self.completed("build", "--rubric", ""))
        self.assertEqual(self.completed("rubric", "show", "yiy"), ["yiyang-2020"])
        self.assertEqual(self.completed("build", "--out", UNIT[0]), [UNIT])
        self.assertEqual(self.completed("help", "pap"), ["papers"])

    def test_desk_script_opens_the_folder_that_it_is_given(self):
        """With a browser of our own, which ends lvce by a signal once it was given the address."""
        tools = self.folder / "tools"
        tools.mkdir()
        browser = tools / "xdg-open"
        browser.write_text(f'#!/bin/sh\nprintf %s "$1" >"{self.folder}/address"\nkill $(cat "{self.folder}/lvce.pid")\n')
        browser.chmod(0o755)
        (tools / "lvce").write_text(f'#!/bin/sh\necho $$ >"{self.folder}/lvce.pid"\nexec "{self.prefix}/bin/lvce" "$@"\n')
        (tools / "lvce").chmod(0o755)
        shutil.copy(self.prefix / "bin/lvce-desk", tools)
        environment = {"PATH": f"{tools}:/usr/bin:/bin", "HOME": str(self.folder), "LVCE_DATA": str(self.prefix / "share/lvce")}
        done = run(tools / "lvce-desk", self.folder / UNIT, env=environment)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex((self.folder / "address").read_text(), r"^http://127\.0\.0\.1:\d+/\?token=")
        self.assertEqual((self.folder / ".local/state/lvce/folder").read_text().strip(), str(self.folder / UNIT))
        refused = run(tools / "lvce-desk", self.folder / "没有", env=environment)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("没有这个文件夹", refused.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
