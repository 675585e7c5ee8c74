// The workbook's ledger as it was read: cells that are wrong, months, two years, targets. It is only read; the cell is named and the folder opened.
import { h } from "./dom.js";
import { app, view } from "./app.js";
import { twoYears } from "./chart.js";
import { SEVERITY_MARKS, chip } from "./words.js";

function cellsOf(range) {
  const match = /^(.*)!([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range);
  if (!match || match[2] !== match[4]) return [range];
  const out = [];
  for (let row = Number(match[3]); row <= Number(match[5]) && out.length < 400; row += 1) out.push(match[1] + "!" + match[2] + row);
  return out;
}

function faultsByCell() {
  const out = new Map();
  for (const finding of view().findings) {
    if (finding.severity === "note") continue;
    for (const cell of finding.cells.flatMap(cellsOf)) {
      if (!out.has(cell)) out.set(cell, finding);
    }
  }
  return out;
}

const ELSEWHERE = ["单位信息", "自评"];

function faultTable() {
  const faulty = view().findings.filter((finding) => finding.severity !== "note" && finding.cells.length > 0);
  const elsewhere = faulty.filter((finding) => finding.cells.every((cell) => ELSEWHERE.some((sheet) => cell.startsWith(sheet + "!"))));
  const here = faulty.filter((finding) => !elsewhere.includes(finding));
  return [
    here.length === 0 ? h("p", { class: "empty" }, "能耗数据里没有读不懂或有疑问的格。") : faultRows(here),
    elsewhere.length === 0
      ? null
      : h("details", {}, h("summary", {}, "“单位信息”“自评”里要填或要改的 " + elsewhere.length + " 处"), faultRows(elsewhere)),
  ];
}

function faultRows(faulty) {
  return h(
    "table",
    { class: "faults" },
    h(
      "thead",
      {},
      h("tr", {}, h("th", { scope: "col" }, "哪一格"), h("th", { scope: "col" }, "问题"), h("th", { scope: "col" }, "怎么办")),
    ),
    h(
      "tbody",
      {},
      faulty.map((finding) =>
        h(
          "tr",
          { class: finding.severity },
          h("td", { class: "where" }, h("span", { class: "mark", "aria-hidden": "true" }, SEVERITY_MARKS[finding.severity]), finding.where),
          h("td", {}, h("b", {}, finding.label), "　", finding.message),
          h("td", {}, finding.hint),
        ),
      ),
    ),
  );
}

function monthTable(ledger) {
  if (ledger.rows.length === 0) return h("p", { class: "empty" }, "能耗台账里还没有数字。");
  const faults = faultsByCell();
  const cell = (each) => {
    if (each === null) return h("td", {});
    const fault = faults.get(each.cell);
    const text = each.text === null ? (each.broken ? "✕" : "") : each.text;
    if (!fault && !each.broken) return h("td", { class: "number" }, text);
    const told = fault ? fault.label + "：" + fault.message + (fault.hint ? "。" + fault.hint : "") : "读不懂";
    return h(
      "td",
      { class: "number fault " + (fault ? fault.severity : "error"), title: each.cell + "　" + told },
      h("span", {}, text || "缺"),
      h("span", { class: "cell-name" }, each.cell.slice(each.cell.indexOf("!") + 1)),
    );
  };
  const rowFault = (row) => {
    const fault = faults.get(row.cell);
    return fault
      ? h(
          "span",
          { class: "row-fault", title: fault.label + "：" + fault.message + "。" + fault.hint },
          SEVERITY_MARKS[fault.severity] + " " + fault.message,
        )
      : null;
  };
  return h(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": "能耗台账逐月" },
    h(
      "table",
      { class: "months" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, "年月"),
          ledger.columns.map((column) => h("th", { scope: "col", class: "number" }, column.header || column.name)),
        ),
      ),
      h(
        "tbody",
        {},
        ledger.rows.map((row, place) =>
          h(
            "tr",
            { class: row.month === 1 && place > 0 ? "first" : null },
            h("th", { scope: "row" }, row.year + " 年 " + (row.month === 0 ? "全年" : row.month + " 月"), rowFault(row)),
            row.cells.map(cell),
          ),
        ),
      ),
    ),
  );
}

function carrierChart(ledger) {
  if (ledger.carriers.length === 0) return null;
  const carrier = ledger.carriers.find((each) => each.name === app.carrier) || ledger.carriers[0];
  return h(
    "section",
    { class: "block" },
    h("h3", {}, ledger.base_year + " 年与 " + ledger.energy_year + " 年"),
    h(
      "div",
      { class: "choices", role: "group", "aria-label": "能源种类" },
      ledger.carriers.map((each) =>
        h(
          "button",
          { type: "button", "data-do": "carrier", "data-carrier": each.name, "aria-pressed": each === carrier ? "true" : "false" },
          each.name,
        ),
      ),
    ),
    twoYears(carrier, String(ledger.base_year), String(ledger.energy_year)),
  );
}

function targetRow(target) {
  const state = target.met === true ? chip("good", "✓ 达标") : target.met === false ? chip("bad", "✕ 未达标") : chip("plain", "无法判断");
  const enough = target.enough === null ? "—" : "不高于 " + target.enough;
  const gap =
    target.gap === null
      ? ""
      : "要再降 " +
        target.gap +
        " " +
        target.unit +
        (target.gap_total ? "，全单位 " + target.gap_total + " " + target.gap_unit : "") +
        (target.gap_kwh ? "，约合用电 " + target.gap_kwh + " 千瓦时" : "");
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, target.metric, h("div", { class: "dim small" }, target.unit)),
    h("td", { class: "number" }, target.base || "—"),
    h("td", { class: "number strong" }, target.actual || "—"),
    h("td", { class: "number" }, target.change || "—"),
    h("td", { class: "number" }, target.required || "未下达"),
    h("td", { class: "number" }, enough),
    h("td", {}, state, h("div", { class: "small" }, gap || target.why)),
  );
}

function targetTable(ledger) {
  if (ledger.targets.length === 0) return null;
  return h(
    "section",
    { class: "block" },
    h("h3", {}, "目标"),
    h(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": "目标" },
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            [
              ["指标", ""],
              [ledger.base_year + " 年", "number"],
              [ledger.energy_year + " 年", "number"],
              ["变化", "number"],
              ["要求下降", "number"],
              ["达标线", "number"],
              ["结论", ""],
            ].map(([name, kind]) => h("th", { scope: "col", class: kind || null }, name)),
          ),
        ),
        h("tbody", {}, ledger.targets.map(targetRow)),
      ),
    ),
    ledger.rest.length === 0
      ? null
      : h(
          "ul",
          { class: "rest" },
          ledger.rest.map((rest) =>
            h(
              "li",
              {},
              rest.year +
                " 年" +
                rest.metric +
                "：还没有数的月份（" +
                rest.months.join("、") +
                " 月）" +
                (rest.exceeded ? "不能再用，已超出 " + rest.rest.replace("-", "") : "最多再用 " + rest.rest) +
                " " +
                rest.unit,
            ),
          ),
        ),
  );
}

function yearsTable(ledger) {
  if (ledger.years.length === 0) return null;
  const names = Object.keys(ledger.years[0]).filter((name) => name !== "year");
  return h(
    "section",
    { class: "block" },
    h("h3", {}, "各年结果"),
    h(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": "各年结果" },
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            h("th", { scope: "col" }, ""),
            ledger.years.map((year) => h("th", { scope: "col", class: "number" }, year.year + " 年")),
          ),
        ),
        h(
          "tbody",
          {},
          names.map((name) =>
            h(
              "tr",
              {},
              h("th", { scope: "row" }, name),
              ledger.years.map((year) => h("td", { class: "number" }, year[name] || "无法计算")),
            ),
          ),
        ),
      ),
    ),
  );
}

export function ledgerView() {
  const ledger = view().ledger;
  return h(
    "main",
    { class: "ledger", "data-key": "ledger" },
    h(
      "section",
      { class: "block" },
      h("h2", {}, "台账", h("span", { class: "dim" }, "　" + view().unit.workbook)),
      h(
        "div",
        { class: "row" },
        app.still ? null : h("button", { type: "button", "data-do": "folder", "data-what": "unit" }, "打开台账所在文件夹"),
        h("span", { class: "dim small" }, "台账请用 WPS 或 Excel 修改；保存后这里自动更新。"),
      ),
      faultTable(),
    ),
    targetTable(ledger),
    carrierChart(ledger),
    yearsTable(ledger),
    h("section", { class: "block" }, h("h3", {}, "逐月"), monthTable(ledger)),
  );
}
