// What stands around every view: whose page it is, where to go, what was just done.
import { h } from "./dom.js";
import { app, view } from "./app.js";
import { blockedView, startView, waitingView } from "./start.js";
import { indicatorsView } from "./indicators.js";
import { ledgerView } from "./ledger.js";
import { makeView } from "./make.js";
import { overviewView } from "./overview.js";
import { pickerDialog } from "./picker.js";
import { remindView } from "./remind.js";
import { trayView } from "./tray.js";

const VIEWS = {
  overview: overviewView,
  indicators: indicatorsView,
  tray: trayView,
  ledger: ledgerView,
  remind: remindView,
  make: makeView,
};

function tabs() {
  const now = view();
  const list = [
    ["overview", "总览", ""],
    ["indicators", "指标", ""],
  ];
  if (!app.still) list.push(["tray", "归位", now.tray.length > 0 ? String(now.tray.length) : ""]);
  if (now.ledger) list.push(["ledger", "台账", ""]);
  list.push(["remind", "催办单", ""]);
  if (!app.still) list.push(["make", "生成", ""]);
  return h(
    "nav",
    { class: "tabs", "aria-label": "页面" },
    list.map(([route, name, count]) =>
      h(
        "a",
        { href: "#" + route, "aria-current": app.route === route ? "page" : null },
        name,
        count ? h("span", { class: "count" }, count) : null,
      ),
    ),
  );
}

function headline() {
  const now = view();
  const named = now && now.unit ? now.unit.name || now.folder : now ? now.folder : app.data.start ? app.data.start.folder : "";
  const buttons = app.still
    ? null
    : h(
        "div",
        { class: "row" },
        app.data.undo
          ? h(
              "button",
              { type: "button", "data-do": "undo", title: "撤销：" + app.data.undo },
              "撤销",
              h("span", { class: "undo-what" }, "　" + app.data.undo),
            )
          : null,
        now ? h("button", { type: "button", "data-do": "folder", "data-what": "unit" }, "打开文件夹") : null,
        now && !app.data.single ? h("button", { type: "button", "data-do": "leave" }, "换单位") : null,
        h("button", { type: "button", "data-do": "end" }, "结束"),
      );
  return h(
    "header",
    { class: "top" },
    h(
      "div",
      { class: "name" },
      h("span", { class: "brand" }, "绿册"),
      h("h1", {}, named || "", app.data.owner ? "　" + app.data.owner : ""),
      now && now.rubric ? h("p", {}, now.rubric.title, now.years.work ? "　" + now.years.work + " 年度" : "") : null,
    ),
    buttons,
  );
}

function messages() {
  return h(
    "div",
    { class: "messages", "aria-live": "polite" },
    app.lost ? h("p", { class: "said bad" }, "和绿册的联系断了：它可能已经结束。请重新打开。") : null,
    app.uploads.map((row) => h("p", { class: "said" }, "正在放入 " + row.name + " ", h("progress", { max: 1, value: row.part }))),
    app.said
      ? h(
          "p",
          { class: "said" + (app.said.bad ? " bad" : "") },
          app.said.text,
          h("button", { type: "button", class: "quiet", "data-do": "hush", "aria-label": "关闭" }, "✕"),
        )
      : null,
  );
}

function body() {
  if (app.data.start) return startView();
  if (view() === null) return waitingView();
  if (view().blocked) return blockedView();
  return (VIEWS[app.route] || overviewView)();
}

export function wholePage() {
  if (app.ended)
    return h(
      "div",
      { id: "page" },
      h("main", { class: "waiting" }, h("p", { class: "empty" }, "绿册已结束，可以关上这个页面。文件都在单位文件夹里。")),
    );
  if (app.data === null)
    return h("div", { id: "page" }, h("main", { class: "waiting" }, h("p", { class: "empty", role: "status" }, "正在打开…")));
  const judged = view() && !view().blocked;
  return h(
    "div",
    { id: "page", class: app.still ? "still" : null },
    h("a", { class: "skip", href: "#" + app.route, "data-do": "skip" }, "跳到正文"),
    headline(),
    judged ? tabs() : null,
    messages(),
    body(),
    judged && !app.still ? pickerDialog() : null,
  );
}
