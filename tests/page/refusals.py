"""What the page's server refuses: other hosts, other sites, no token, ways out of the folder, what is too large. Then many writers at once.

refusals.py LVCE SAMPLE
"""
import concurrent.futures
import json
import pathlib
import shutil
import subprocess
import sys

from desk import Desk, Folder, quoted

MUST = {"Content-Security-Policy": "script-src 'self'", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


def check(what, got, *wanted):
    assert got in wanted, f"{what}: {got}, not {wanted}"


def strangers(desk):
    for path in ("/", "/page/main.js", "/api/state", "/api/view", "/nowhere"):
        check(f"without a token {path}", desk.ask("GET", path, Cookie=None)[0], 403)
        check(f"a wrong token {path}", desk.ask("GET", path, Cookie=f"lvce-{desk.port}=" + "0" * 64)[0], 403)
        for host in (None, "", "evil.example", f"localhost:{desk.port}", "127.0.0.1", f"127.0.0.1:{desk.port + 1}", f"127.0.0.1:{desk.port}.evil.example"):
            check(f"host {host} {path}", desk.ask("GET", path, Host=host)[0], 400, 403)
    check("a wrong token in the address", desk.ask("GET", "/?token=" + "0" * 64, Cookie=None)[0], 403)
    check("the token a second time", desk.ask("GET", f"/?token={desk.token}", Cookie=None)[0], 403)


def sites(desk):
    for origin in (None, "null", "http://evil.example", f"http://localhost:{desk.port}", f"https://{desk.host}", f"http://{desk.host}.evil.example"):
        check(f"a write from {origin}", desk.ask("POST", "/api/undo", b"{}", Origin=origin)[0], 403)
        check(f"an upload from {origin}", desk.ask("PUT", "/api/upload?name=a.pdf", b"x", Origin=origin)[0], 403)
    for kind in (None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/json, text/plain"):
        check(f"a write as {kind}", desk.ask("POST", "/api/undo", b"{}", Content_Type=kind)[0], 415)
    check("another site's page reads", desk.ask("GET", "/api/state", Sec_Fetch_Site="cross-site")[0], 403)
    for method in ("DELETE", "PATCH", "OPTIONS", "TRACE"):
        check(method, desk.ask(method, "/api/undo")[0], 405)
    _, headers, _ = desk.ask("GET", "/api/view", Origin="http://evil.example")
    assert not [name for name in headers if name.lower().startswith("access-control")], headers


def ways_out(desk):
    for path in ("/page/../page.css/../../workbook.yaml", "/page/%2e%2e/workbook.yaml", "/page/..%2fworkbook.yaml", "/../../etc/passwd", "/page//etc/passwd", "/page/", "/page/%00"):
        check(path, desk.ask("GET", path)[0], 400, 404)
    for path in ("../台账.xlsx", "/etc/passwd", "..", "", "佐证材料/../../台账.xlsx"):
        for route in ("/api/file?path=", "/api/thumbnail?path=", "/api/made-file?of=package&name=", "/api/made-file?of=../..&name="):
            check(route + path, desk.ask("GET", route + quoted(path))[0], 404)
        for route in ("/api/withdraw", "/api/caption"):
            answer = json.loads(desk.ask("POST", route, json.dumps({"path": path, "caption": "x"}).encode())[2])
            assert answer["done"] is False, (route, path, answer)
    for name in ("../a.pdf", "a/b.pdf", ".a", "", "a\0b"):
        check(f"upload {name}", desk.ask("PUT", "/api/upload?indicator=2.1.1&name=" + quoted(name), b"x")[0], 400)
    answer = json.loads(desk.ask("PUT", "/api/upload?indicator=../..&name=a.pdf", b"x")[2])
    assert answer["done"] is False, answer


def too_much(desk, unit):
    def files():
        return sorted(path for path in unit.rglob("*") if path.is_file())

    before = files()
    check("an upload of 2 GB", desk.ask("PUT", "/api/upload?indicator=2.1.1&name=a.pdf", b"", Content_Length=str(2 << 30))[0], 413)
    check("an upload without a length", desk.ask("PUT", "/api/upload?indicator=2.1.1&name=a.pdf", None)[0], 411)
    check("a long body", desk.ask("POST", "/api/place", b'{"path":"' + b"a" * 100_000 + b'"}')[0], 413)
    for body in (b"", b"[]", b"1", b"{", b"\xff", b'{"path":1,"indicators":[2]}'):
        status, _, answer = desk.ask("POST", "/api/place", body)
        assert status == 400 or json.loads(answer)["done"] is False, (body, status)
    assert files() == before, "something was left"


def many_writers(desk, unit):
    bodies = {f"并行{number}.txt": f"内容{number}".encode() * (number + 1) for number in range(50)}

    def send(name):
        status, _, answer = desk.ask("PUT", f"/api/upload?indicator=2.1.1&name={quoted(name)}", bodies[name])
        return status == 200 and json.loads(answer)["done"]

    with concurrent.futures.ThreadPoolExecutor(50) as pool:
        assert all(pool.map(send, bodies)), "a writer was turned away"
        assert all(pool.map(lambda _: send("并行0.txt"), range(20))), "the same name"
    stored = [path for path in (unit / "佐证材料").rglob("*并行*.txt")]
    assert sorted(path.read_bytes() for path in stored) == sorted([*bodies.values(), *[bodies["并行0.txt"]] * 20]), "something was lost"
    record = (unit / "佐证材料" / "改名记录.csv").read_text(encoding="utf-8-sig")
    assert record.count("并行") >= 2 * 70, "a step is not in the record"
    rounds = [line.split(",")[0] for line in record.splitlines()[1:]]
    assert len(set(rounds)) == len(rounds) == 70, "steps of one number"
    for _ in range(70):
        answer = json.loads(desk.ask("POST", "/api/undo", b"{}")[2])
        assert answer["done"], answer
    assert not [path for path in (unit / "佐证材料").rglob("*并行*.txt") if ".撤回" not in str(path)]


def same_as_check(desk, program, unit):
    said = subprocess.run([program, "check", str(unit), "--json", "--quiet"], capture_output=True).stdout
    assert desk.ask("GET", "/api/state")[2] == said, "the page's state is not check's"


def page_of_one_office(program, folder):
    """check --html --owner: what is said to other offices is not in the file."""
    unit, page = folder / "缺材料", folder / "科室.html"
    shutil.copytree(folder / "单位", unit)
    shutil.rmtree(unit / "佐证材料")
    (unit / "佐证材料").mkdir()

    def written(*more):
        subprocess.run([program, "check", str(unit), "--html", str(page), "--quiet", *more], capture_output=True, timeout=60)
        return json.loads(page.read_text(encoding="utf-8").split('id="given">')[1].split("</script>")[0])["view"]

    owners = [finding["owner"] for finding in written()["findings"] if finding["owner"]]
    owner = owners[0]
    assert owners.count(owner) < len(owners), "others have findings too"
    view = written("--owner", owner)
    check("findings of one office", len(view["findings"]), owners.count(owner))
    for told in view["findings"] + view["told"]:
        check("told to", told["owner"], owner)
    check("counted", sum(view["verdict"]["counts"].values()), len(view["told"]))


def exit_codes(program, folder, desk):
    def ran(*arguments):
        return subprocess.run([program, *arguments], capture_output=True, timeout=60).returncode

    check("no such folder", ran("open", str(folder / "没有"), "--no-browser"), 3)
    check("a port that is taken", ran("open", str(folder), "--no-browser", "--port", str(desk.port)), 2)
    check("a port that is none", ran("open", str(folder), "--no-browser", "--port", "99999"), 2)
    page = folder / "页面.html"
    check("an office that is not there", ran("check", str(folder / "单位"), "--html", str(page), "--owner", "没有这个科室"), 2)
    assert not page.exists()
    check("a folder that is not there", ran("check", str(folder / "单位"), "--html", str(folder / "没有" / "页面.html")), 4)
    check("an owner without a page", ran("check", str(folder / "单位"), "--owner", "综合科"), 2)


def refusals(program, sample):
    with Folder() as folder:
        unit = folder / "单位"
        shutil.copytree(sample, unit)
        desk = Desk(program, unit)
        try:
            cookie = desk.buy_cookie()
            for part in (f"lvce-{desk.port}=", "HttpOnly", "SameSite=Strict"):
                assert part in cookie, cookie
            status, headers, body = desk.ask("GET", "/")
            check("the page", status, 200)
            for name, value in MUST.items():
                assert value in headers.get(name, ""), (name, headers)
            assert "unsafe" not in headers["Content-Security-Policy"] and b"<script>" not in body
            same_as_check(desk, program, unit)
            strangers(desk)
            sites(desk)
            ways_out(desk)
            too_much(desk, unit)
            exit_codes(program, folder, desk)
            page_of_one_office(program, folder)
            many_writers(desk, unit)
            same_as_check(desk, program, unit)
        finally:
            assert desk.end() == 0


if __name__ == "__main__":
    refusals(sys.argv[1], pathlib.Path(sys.argv[2]))
    print("refused as it must be; nothing lost")
