// One sheet for each office: what it still has to bring, how to name it, by when.
import { h } from "./dom.js";
import { NO_OWNER, allIndicators, app, findingsOf, ownersOf, view } from "./app.js";
import { lastName, nextDeadline } from "./words.js";

function wantsOf(indicator) {
  const out = [];
  for (const demand of indicator.demands || []) {
    if (demand.state !== "lacking" && demand.state !== "tried") continue;
    const more = [
      demand.min > 1 ? "至少 " + demand.min + " 份" : "",
      demand.window,
      demand.caption ? "要有图说" : "",
      demand.seal ? "加盖公章" : "",
    ]
      .filter(Boolean)
      .join("，");
    out.push({
      what: "缺：" + demand.what + (more ? "（" + more + "）" : ""),
      name: indicator.id + " " + demand.what.replace(/[\\/:*?"<>|]/g, "、") + ".pdf",
    });
  }
  if (out.length > 0) return out;
  return findingsOf(indicator.id)
    .filter((finding) => finding.severity === "error" || finding.severity === "missing")
    .map((finding) => ({
      what: finding.message + (finding.hint ? "；" + finding.hint : ""),
      name: finding.paths.length === 1 && /\.[^/]+$/.test(finding.paths[0]) ? lastName(finding.paths[0]) : indicator.id + " 材料名称.pdf",
    }));
}

function rowsOf(owner) {
  const out = [];
  for (const indicator of allIndicators()) {
    if ((indicator.owner || "") !== owner) continue;
    const wants = wantsOf(indicator);
    if (wants.length > 0) out.push({ indicator, wants });
  }
  return out;
}

function dueOf(indicator) {
  const due = /^(\d{4})-(\d{2})-(\d{2})$/.exec(indicator.due || "");
  if (due) return due[1] + "年" + Number(due[2]) + "月" + Number(due[3]) + "日前";
  if (indicator.due) return indicator.due;
  const next = nextDeadline(view().verdict.deadlines);
  return next === null ? "" : next.text + "前";
}

export function remindText(owner) {
  const lines = ["【" + (owner || NO_OWNER) + "】节约型机关创建材料催办单", view().unit.name + "　" + view().rubric.title, ""];
  rowsOf(owner).forEach(({ indicator, wants }, place) => {
    lines.push(place + 1 + ". 指标 " + indicator.id + (indicator.points ? "（" + indicator.points + " 分）" : "") + "：" + indicator.text);
    for (const want of wants) lines.push("   " + want.what + (want.name ? "；文件名请写：" + want.name : ""));
    const due = dueOf(indicator);
    if (due) lines.push("   时间：" + due);
  });
  return lines.join("\n");
}

function sheet(owner) {
  const rows = rowsOf(owner);
  return h(
    "article",
    { class: "remind-sheet", "data-key": owner || "-" },
    h("h2", {}, "节约型机关创建材料催办单"),
    h("p", { class: "to" }, (owner || NO_OWNER) + "："),
    rows.length === 0
      ? h("p", {}, "你科室负责的指标材料已经齐全。")
      : [
          h(
            "p",
            {},
            "按照《" +
              view().rubric.title.replace(/[《》]/g, "") +
              "》，以下材料还要由你科室提供。文件名请以指标编号开头，交" +
              view().unit.name +
              "节能联络员。",
          ),
          h(
            "table",
            {},
            h(
              "thead",
              {},
              h(
                "tr",
                {},
                ["指标", "标准原文", "还缺什么", "文件名这样写", "时间"].map((name) => h("th", { scope: "col" }, name)),
              ),
            ),
            h(
              "tbody",
              {},
              rows.map(({ indicator, wants }) =>
                h(
                  "tr",
                  {},
                  h("td", { class: "strong id-cell" }, indicator.id),
                  h("td", { class: "wording" }, indicator.text),
                  h(
                    "td",
                    {},
                    wants.map((want) => h("div", {}, want.what)),
                  ),
                  h(
                    "td",
                    { class: "file-name" },
                    wants.map((want) => h("div", {}, want.name)),
                  ),
                  h("td", {}, dueOf(indicator)),
                ),
              ),
            ),
          ),
        ],
    h("p", { class: "sign" }, view().unit.name),
  );
}

export function remindView() {
  const owners = ownersOf();
  const owner = owners.includes(app.argument)
    ? app.argument
    : app.data.owner && owners.includes(app.data.owner)
      ? app.data.owner
      : owners.find((each) => rowsOf(each).length > 0) || owners[0] || "";
  return h(
    "main",
    { class: "remind", "data-key": "remind" },
    h(
      "nav",
      { class: "contents", "aria-label": "责任科室" },
      owners.map((each) =>
        h(
          "a",
          { href: "#remind/" + encodeURIComponent(each), class: "item", "aria-current": each === owner ? "true" : null },
          h("span", {}, each || NO_OWNER),
          h("span", { class: "figure" }, rowsOf(each).length),
        ),
      ),
    ),
    h(
      "div",
      { class: "list" },
      h(
        "div",
        { class: "row no-print" },
        h("button", { type: "button", class: "main", "data-do": "copy", "data-owner": owner }, "复制文字"),
        h("button", { type: "button", "data-do": "print" }, "打印"),
      ),
      sheet(owner),
    ),
  );
}
