// The verdict first, what it lacks, how long there is, and what costs points.
import { h } from "./dom.js";
import { beginView, isUntouched } from "./begin.js";
import { NO_OWNER, allIndicators, findingsOf, ownersOf, view } from "./app.js";
import { VERDICTS, bar, daysText, findingRow, indicatorLink, nextDeadline, points, toldRows } from "./words.js";

function verdictBox(verdict) {
  const lacking = verdict.lacking === null ? null : h("p", { class: "lacking" }, "距合格线差 ", h("b", {}, verdict.lacking), " 分");
  return h(
    "section",
    { class: "verdict " + verdict.name, "aria-label": "结论" },
    h(
      "div",
      { class: "score" },
      h("span", { class: "figure" }, verdict.supported),
      h("span", { class: "of" }, "分"),
      h("span", { class: "caption" }, "材料支持得分"),
    ),
    h(
      "div",
      { class: "sentence" },
      h("h2", {}, VERDICTS[verdict.name]),
      lacking,
      h(
        "p",
        { class: "facts" },
        "自评 " + verdict.claimed + " 分 · 满分 " + verdict.total + " 分",
        verdict.pass ? " · 合格线 " + verdict.pass + " 分" : "",
        " · ",
        verdict.complete ? "材料齐全" : "材料未齐全",
      ),
      bar(verdict.supported, verdict.claimed, verdict.total, verdict.pass),
      h(
        "p",
        { class: "legend", "aria-hidden": "true" },
        h("i", { class: "supported" }),
        "材料支持 ",
        h("i", { class: "claimed" }),
        "自评",
        verdict.pass ? [" ", h("i", { class: "pass" }), "合格线"] : null,
      ),
    ),
  );
}

function deadlineBox(verdict) {
  const next = nextDeadline(verdict.deadlines);
  if (next === null) return null;
  return h(
    "section",
    { class: "deadline" + (next.days < 0 ? " over" : next.days <= 14 ? " soon" : "") },
    h("span", { class: "days" }, daysText(next.days)),
    h("span", {}, next.text + next.what),
  );
}

function gateList(gates) {
  if (gates.length === 0) return null;
  const mark = (met) => (met === true ? "✓" : met === false ? "✕" : "？");
  const word = (met) => (met === true ? "满足" : met === false ? "不满足" : "无法判断");
  return h(
    "section",
    { class: "gates" },
    h("h3", {}, "认定条件"),
    h(
      "ul",
      { class: "plain" },
      gates.map((gate) =>
        h(
          "li",
          { class: gate.met === true ? "met" : gate.met === false ? "unmet" : "unknown" },
          h("span", { class: "mark", "aria-hidden": "true" }, mark(gate.met)),
          h("span", {}, h("b", {}, word(gate.met)), "　", gate.text, gate.why ? h("span", { class: "dim" }, "（" + gate.why + "）") : null),
        ),
      ),
    ),
  );
}

function tile(number, name, href) {
  return h("a", { class: "tile" + (number === 0 ? " none" : ""), href }, h("b", {}, number), h("span", {}, name));
}

function counts(verdict) {
  const evidence = verdict.evidence;
  return h(
    "section",
    { class: "tiles", "aria-label": "数目" },
    tile(verdict.counts.error, "错误", "#overview/findings"),
    tile(verdict.counts.missing, "缺项", "#overview/findings"),
    tile(verdict.counts.warning, "提醒", "#overview/findings"),
    tile(evidence.unassigned, "没有归入指标的文件", "#tray"),
    tile(evidence.rejected, "退回的文件", "#indicators"),
    tile(evidence.bound + evidence.bound_with_warning, "可装订的文件", "#indicators"),
  );
}

function firstTodo(indicator) {
  const finding = findingsOf(indicator.id).find((each) => each.severity !== "note" && each.hint);
  if (finding) return finding.hint;
  const lacking = (indicator.demands || []).find((demand) => demand.state === "lacking" || demand.state === "tried");
  if (lacking) return "请补：" + lacking.what;
  return Number(indicator.claimed) < Number(indicator.points) ? "自评 " + points(indicator.claimed) : indicator.why;
}

function lossTable(indicators) {
  const losing = indicators.filter((indicator) => Number(indicator.lost) > 0).sort((a, b) => Number(b.lost) - Number(a.lost));
  if (losing.length === 0)
    return h("section", { class: "block" }, h("h3", {}, "失分的指标"), h("p", { class: "empty" }, "没有：每项指标都拿到了满分。"));
  const sum = losing.reduce((total, indicator) => total + Math.round(Number(indicator.lost) * 100), 0) / 100;
  return h(
    "section",
    { class: "block" },
    h("h3", {}, "失分的指标", h("span", { class: "dim" }, "　" + losing.length + " 项，共 " + sum + " 分")),
    h(
      "table",
      { class: "losses" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, "指标"),
          h("th", { scope: "col" }, "内容"),
          h("th", { scope: "col", class: "number" }, "失分"),
          h("th", { scope: "col" }, "怎么办"),
          h("th", { scope: "col" }, "责任科室"),
        ),
      ),
      h(
        "tbody",
        {},
        losing.map((indicator) =>
          h(
            "tr",
            { "data-key": indicator.id },
            h("td", {}, indicatorLink(indicator.id)),
            h("td", { class: "wording" }, h("span", { class: "two-lines" }, indicator.text)),
            h("td", { class: "number strong" }, indicator.lost),
            h("td", {}, firstTodo(indicator)),
            h("td", {}, indicator.owner || h("span", { class: "dim" }, "—")),
          ),
        ),
      ),
    ),
  );
}

function unitTable(units) {
  return h(
    "section",
    { class: "block" },
    h("h3", {}, "按评价单元"),
    h(
      "table",
      { class: "by-unit" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, "单元"),
          h("th", { scope: "col", class: "number" }, "满分"),
          h("th", { scope: "col", class: "number" }, "自评"),
          h("th", { scope: "col", class: "number" }, "材料支持"),
          h("th", { scope: "col", class: "wide" }, ""),
        ),
      ),
      h(
        "tbody",
        {},
        units.map((unit) =>
          h(
            "tr",
            { "data-key": unit.id },
            h("th", { scope: "row" }, h("a", { href: "#indicators/" + unit.id }, unit.id + "　" + unit.name)),
            h("td", { class: "number" }, unit.points),
            h("td", { class: "number" }, unit.claimed),
            h("td", { class: "number strong" }, unit.supported),
            h("td", { class: "wide" }, bar(unit.supported, unit.claimed, unit.points, null)),
          ),
        ),
      ),
    ),
  );
}

function ownerTable(indicators) {
  const rows = ownersOf().map((owner) => {
    const own = indicators.filter((indicator) => (indicator.owner || "") === owner);
    const lost = own.reduce((total, indicator) => total + Math.round(Number(indicator.lost || 0) * 100), 0) / 100;
    const open = view().findings.filter(
      (finding) => finding.indicator && (finding.owner || "") === owner && (finding.severity === "error" || finding.severity === "missing"),
    );
    return h(
      "tr",
      { "data-key": owner || "-" },
      h("th", { scope: "row" }, h("a", { href: "#remind/" + encodeURIComponent(owner || "-") }, owner || NO_OWNER)),
      h("td", { class: "number" }, own.length),
      h("td", { class: "number" }, open.length),
      h("td", { class: "number strong" }, lost),
    );
  });
  return h(
    "section",
    { class: "block" },
    h("h3", {}, "按责任科室"),
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, "科室（点开是催办单）"),
          h("th", { scope: "col", class: "number" }, "指标"),
          h("th", { scope: "col", class: "number" }, "错误和缺项"),
          h("th", { scope: "col", class: "number" }, "失分"),
        ),
      ),
      h("tbody", {}, rows),
    ),
  );
}

function findingBlock(all) {
  const blocking = all.filter((told) => told.severity !== "note");
  const notes = all.filter((told) => told.severity === "note");
  return h(
    "section",
    { class: "block", id: "findings" },
    h("h3", {}, "问题清单", h("span", { class: "dim" }, "　" + blocking.length + " 条")),
    blocking.length === 0
      ? h("p", { class: "empty" }, "没有错误、缺项和提醒。")
      : h(
          "ul",
          { class: "plain findings", "data-key": "told" },
          toldRows(all, (told) => told.severity !== "note"),
        ),
    notes.length === 0
      ? null
      : h(
          "details",
          { "data-key": "notes" },
          h("summary", {}, "说明 " + notes.length + " 条，不影响上交"),
          h(
            "ul",
            { class: "plain findings" },
            notes.map((told) => findingRow(told, true)),
          ),
        ),
  );
}

export function overviewView() {
  const now = view();
  const indicators = allIndicators();
  if (isUntouched(indicators)) return beginView();
  return h(
    "main",
    { class: "overview", "data-key": "overview" },
    verdictBox(now.verdict),
    deadlineBox(now.verdict),
    counts(now.verdict),
    gateList(now.verdict.gates),
    lossTable(indicators),
    h("div", { class: "pair" }, unitTable(now.units), ownerTable(indicators)),
    findingBlock(now.told),
  );
}
