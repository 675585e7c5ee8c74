"""A real browser, driven through W3C WebDriver by nothing but the standard library: Debian's chromium and its chromedriver."""
import base64
import json
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {"Enter": "\ue007", "Tab": "\ue004", "Escape": "\ue00c", "Space": " ", "Down": "\ue015", "Control": "\ue009", "Backspace": "\ue003"}


def found(name):
    return shutil.which(name) or next((path for path in (f"/usr/bin/{name}", f"/usr/lib/chromium/{name}") if pathlib.Path(path).exists()), None)


def is_there():
    return found("chromium") is not None and found("chromedriver") is not None


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Gone(Exception):
    """The driver's own refusal: no such element, stale element …"""


class Browser:
    def __init__(self, width=1280, height=900):
        self.profile = tempfile.mkdtemp(prefix="lvce-browser-")
        self.downloads = pathlib.Path(self.profile, "downloads")
        self.downloads.mkdir()
        port = free_port()
        self.driver = subprocess.Popen([found("chromedriver"), f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.base = f"http://127.0.0.1:{port}"
        self.session = ""
        options = {"binary": found("chromium"), "prefs": {"download.default_directory": str(self.downloads)},
                   "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=zh-CN", f"--user-data-dir={self.profile}/profile",
                            f"--window-size={width},{height}", "--force-device-scale-factor=1"]}
        wanted = {"capabilities": {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}}
        for attempt in range(60):
            try:
                self.session = self.ask("POST", "/session", wanted)["sessionId"]
                break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.2)
        if not self.session:
            raise RuntimeError("chromedriver does not answer")
        self.size(width, height)

    def size(self, width, height):
        """The inner size of the page, whatever frame the window has."""
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def ask(self, method, path, body=None, timeout=120):
        data = json.dumps(body if body is not None else {}).encode() if method == "POST" else None
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=timeout) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as error:
            value = json.load(error)["value"]
            raise Gone(f"{value['error']}: {value['message'].splitlines()[0]}") from None

    def do(self, method, path, body=None):
        return self.ask(method, f"/session/{self.session}{path}", body)

    def open(self, address):
        self.do("POST", "/url", {"url": address})

    def run(self, script, *arguments):
        """JavaScript, to look at the page with; tests never change anything through it."""
        return self.do("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def cdp(self, command, **parameters):
        return self.do("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def all(self, selector):
        return [element[ELEMENT] for element in self.do("POST", "/elements", {"using": "css selector", "value": selector})]

    def text(self, element):
        return self.do("GET", f"/element/{element}/text")

    def find(self, selector, text=None, seconds=15):
        """The first element that is shown, with `text` in it where one is asked for. Waits for it."""
        end = time.time() + seconds
        while True:
            try:
                for element in self.all(selector):
                    if text is None or text in self.text(element):
                        return element
            except Gone:
                pass
            if time.time() > end:
                raise AssertionError(f"not on the page: {selector} {text or ''}\n{self.page_text()[:3000]}")
            time.sleep(0.1)

    def wait_until(self, what, condition, seconds=20):
        end = time.time() + seconds
        while True:
            try:
                value = condition()
                if value:
                    return value
            except Gone:
                pass
            if time.time() > end:
                raise AssertionError(f"did not happen: {what}\n{self.page_text()[:3000]}")
            time.sleep(0.1)

    def page_text(self):
        return self.run("return document.body ? document.body.innerText : ''")

    def click(self, selector, text=None, seconds=15):
        """A real click in the middle of the element."""
        end = time.time() + seconds
        while True:
            try:
                return self.do("POST", f"/element/{self.find(selector, text, seconds)}/click", {})
            except Gone as gone:
                if time.time() > end:
                    raise AssertionError(f"cannot be clicked: {selector} {text or ''}: {gone}") from None
                time.sleep(0.2)

    def type(self, selector, text):
        self.do("POST", f"/element/{self.find(selector)}/value", {"text": text})

    def press(self, *keys):
        """One after the other, at whatever has the focus."""
        actions = []
        for key in keys:
            value = KEYS.get(key, key)
            actions += [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}]
        self.do("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def write_over(self, selector, text):
        """Clicks into a field, marks all that stands in it, and types."""
        self.click(selector)
        control = KEYS["Control"]
        keys = [("keyDown", control), ("keyDown", "a"), ("keyUp", "a"), ("keyUp", control)] + [(kind, letter) for letter in text for kind in ("keyDown", "keyUp")]
        self.do("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": [{"type": kind, "value": value} for kind, value in keys]}]})

    def middle(self, element):
        box = self.run("arguments[0].scrollIntoView({block: 'nearest'}); const box = arguments[0].getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2];",
                       {ELEMENT: element})
        return int(box[0]), int(box[1])

    def drag(self, source, target):
        """With the mouse: down on one, moved in steps, up on the other. Both must be in sight."""
        from_x, from_y = self.middle(source)
        to_x, to_y = self.middle(target)
        steps = [{"type": "pointerMove", "duration": 0, "x": from_x, "y": from_y}, {"type": "pointerDown", "button": 0}]
        for part in (0.1, 0.4, 0.8, 1):
            steps.append({"type": "pointerMove", "duration": 60, "x": int(from_x + (to_x - from_x) * part), "y": int(from_y + (to_y - from_y) * part)})
        steps += [{"type": "pause", "duration": 80}, {"type": "pointerUp", "button": 0}]
        self.do("POST", "/actions", {"actions": [{"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps}]})

    def drop_files(self, target, files):
        """Files of the desktop, let go over an element: what the browser does when a file manager hands them over."""
        x, y = self.middle(target)
        data = {"items": [], "files": [str(file) for file in files], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            self.cdp("Input.dispatchDragEvent", type=kind, x=x, y=y, data=data)

    def shot(self, file, whole=False):
        if whole:
            size = self.cdp("Page.getLayoutMetrics")["cssContentSize"]
            data = self.cdp("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip={"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 6000), "scale": 1})["data"]
        else:
            data = self.do("GET", "/screenshot")
        pathlib.Path(file).write_bytes(base64.b64decode(data))

    def complaints(self):
        """Errors of scripts and of the security policy, from the browser's own log."""
        return [entry["message"] for entry in self.do("POST", "/se/log", {"type": "browser"}) if entry["level"] == "SEVERE"]

    def close(self):
        try:
            self.do("DELETE", "")
        except Exception:
            pass
        self.driver.terminate()
        self.driver.wait(10)
        shutil.rmtree(self.profile, ignore_errors=True)
