// Before a unit is open: the units of the folder, and 新建. And when a unit cannot be judged.
import { h } from "./dom.js";
import { app, view } from "./app.js";
import { findingRow } from "./words.js";

function newForm(start) {
  if (start.made) return null;
  return h(
    "section",
    { class: "block" },
    h("h2", {}, "新建单位"),
    h(
      "form",
      { class: "new", "data-submit": "new" },
      h(
        "label",
        {},
        h("span", {}, "单位名称"),
        h("input", {
          type: "text",
          name: "name",
          required: true,
          maxlength: 60,
          placeholder: "例如：某某市某某局",
          "data-kept": "",
          autocomplete: "off",
        }),
      ),
      h(
        "label",
        {},
        h("span", {}, "评价标准"),
        h(
          "select",
          { name: "rubric", required: true, "data-kept": "" },
          h("option", { value: "" }, "请选择"),
          start.rubrics.map((rubric) => h("option", { value: rubric.id }, rubric.title)),
        ),
      ),
      h("p", { class: "dim small" }, "会在“" + start.folder + "”下面建一个文件夹，里面有要填写的台账和按指标编号排好的佐证材料文件夹。"),
      h("button", { type: "submit", class: "main" }, "新建"),
    ),
  );
}

export function startView() {
  const start = app.data.start;
  return h(
    "main",
    { class: "start", "data-key": "start" },
    start.units.length === 0
      ? null
      : h(
          "section",
          { class: "block" },
          h("h2", {}, "打开单位"),
          h(
            "ul",
            { class: "plain units" },
            start.units.map((name) => h("li", {}, h("button", { type: "button", "data-do": "choose", "data-name": name }, name))),
          ),
        ),
    newForm(start),
  );
}

export function blockedView() {
  return h(
    "main",
    { class: "blocked", "data-key": "blocked" },
    h(
      "section",
      { class: "block" },
      h("h2", {}, "现在还不能核验"),
      h("p", {}, "台账改好、保存以后，这里会自动更新。"),
      h(
        "ul",
        { class: "plain findings" },
        view().blocked.map((finding) => findingRow(finding, false)),
      ),
      h(
        "div",
        { class: "row" },
        h("button", { type: "button", class: "main", "data-do": "folder", "data-what": "unit" }, "打开单位文件夹"),
      ),
    ),
  );
}

export function waitingView() {
  return h("main", { class: "waiting", "data-key": "waiting" }, h("p", { class: "empty", role: "status" }, "正在核验，请稍候…"));
}
