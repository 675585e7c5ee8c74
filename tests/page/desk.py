"""`lvce open` as a process, and the hard way to its server: sockets of our own, for what no browser of ours would send."""
import http.client
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import urllib.parse


class Desk:
    def __init__(self, program, folder, *options):
        self.process = subprocess.Popen([program, "open", str(folder), "--no-browser", *options], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = self.process.stdout.readline().strip()
        match = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\?token=([0-9a-f]{64})", self.address)
        assert match, f"not an address: {self.address!r}"
        self.port, self.token = int(match.group(1)), match.group(2)
        self.host = f"127.0.0.1:{self.port}"
        self.cookie = ""

    def buy_cookie(self):
        status, headers, _ = self.ask("GET", f"/?token={self.token}")
        assert status == 303, status
        self.cookie = headers["Set-Cookie"].split(";")[0]
        return headers["Set-Cookie"]

    def ask(self, method, path, body=None, **headers):
        """Status, headers and body; Host, cookie and Origin as the page would send them unless told otherwise (None: left out)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = {"Host": self.host, "Cookie": self.cookie or None}
        if method in ("POST", "PUT"):
            sent |= {"Origin": f"http://{self.host}", "Content-Type": "application/json" if method == "POST" else "application/octet-stream"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        if body is not None and "Content-Length" not in sent:
            sent["Content-Length"] = str(len(body))
        for name, value in sent.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders()
        if body:
            connection.send(body)
        response = connection.getresponse()
        answer = response.status, dict(response.getheaders()), response.read()
        connection.close()
        return answer

    def end(self, by=signal.SIGINT):
        if self.process.poll() is None:
            self.process.send_signal(by)
        return self.process.wait(20)


class Folder:
    """A scratch folder that goes with the test."""

    def __enter__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="lvce-page-"))
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)


def quoted(text):
    return urllib.parse.quote(text, safe="")
