"""The printed table: one line for each other tool beside lvce."""
import unicodedata


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def padded(text, columns, right=False):
    blank = " " * max(0, columns - width(text))
    return blank + text if right else text + blank


COLUMNS = ((46, False), (9, True), (8, True), (38, False), (9, True), (8, True), (7, True), (10, True))


class Table:
    """Ratio: the other tool's time over lvce's; above 1, lvce is faster."""

    def __init__(self):
        self.missed = 0

    def line(self, cells):
        print("  ".join(padded(cell, columns, right) for cell, (columns, right) in zip(cells, COLUMNS)).rstrip(), flush=True)

    def head(self):
        self.line(("项目 what", "lvce s", "MB", "对照 beside", "s", "MB", "倍 ratio", "要求 goal"))
        self.line(tuple("-" * columns for columns, _ in COLUMNS))

    def judged(self, goal, met):
        if goal and not met:
            self.missed += 1
        return goal + ("" if not goal else " ✓" if met else " ✗")

    def compare(self, title, ours, name, other, at_least=None):
        """`at_least`: the least ratio that is good enough."""
        ratio = other.seconds / ours.seconds
        goal = self.judged(f"≥{at_least:g}", ratio >= at_least) if at_least else ""
        self.line((title, f"{ours.seconds:.3f}", f"{ours.megabytes:.0f}", name, f"{other.seconds:.3f}", f"{other.megabytes:.0f}", f"{ratio:.2f}", goal))

    def alone(self, title, ours, note="", goal="", met=True):
        self.line((title, f"{ours.seconds:.3f}", f"{ours.megabytes:.0f}", note, "", "", "", self.judged(goal, met)))
