// A unit that was just made: where to begin.
import { app, view } from "./app.js";
import { h } from "./dom.js";
import { toldRows } from "./words.js";

// No answer, no consumption, no file: a folder just made.
export function isUntouched(indicators) {
  return (
    indicators.every((indicator) => !indicator.done && !indicator.done_broken && Number(indicator.claimed || 0) === 0) &&
    view().files.every((file) => file === null || file.state === "auxiliary") &&
    view().ledger !== null &&
    view().ledger.rows.every((row) => row.cells.every((cell) => cell === null || (cell.text === null && !cell.broken)))
  );
}

export function beginView() {
  const now = view();
  const step = (number, title, ...more) =>
    h("li", {}, h("span", { class: "step", "aria-hidden": "true" }, number), h("div", {}, h("h3", {}, title), more));
  return h(
    "main",
    { class: "begin", "data-key": "begin" },
    h(
      "section",
      { class: "block" },
      h("h2", {}, "从这里开始"),
      h(
        "ol",
        { class: "plain" },
        step(
          "1",
          "填台账",
          h("p", {}, "用 WPS 或 Excel 打开 " + now.unit.workbook + "，填“单位信息”“年度基数”“能耗台账”“自评”，保存。"),
          app.still ? null : h("button", { type: "button", class: "main", "data-do": "folder", "data-what": "unit" }, "打开单位文件夹"),
        ),
        step(
          "2",
          "放材料",
          h(
            "p",
            {},
            "在",
            h("a", { href: "#indicators" }, "指标"),
            "页把文件拖到对应的指标上，或在",
            h("a", { href: "#tray" }, "归位"),
            "页一起放进来再归位。每项指标下面写着要什么材料。",
          ),
        ),
        step(
          "3",
          "看结论，生成材料",
          h(
            "p",
            {},
            "台账一保存、材料一放好，这里就显示得分、缺什么、该找谁；齐了在",
            h("a", { href: "#make" }, "生成"),
            "页生成全部材料。",
          ),
        ),
      ),
    ),
    h(
      "section",
      { class: "block" },
      h(
        "details",
        {},
        h("summary", {}, "现在还没有填的 " + now.findings.filter((finding) => finding.severity !== "note").length + " 处"),
        h(
          "ul",
          { class: "plain findings" },
          toldRows(now.told, (told) => told.severity !== "note"),
        ),
      ),
    ),
  );
}
