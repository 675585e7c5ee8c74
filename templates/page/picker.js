// The dialog in which files are given to indicators without a mouse.
import { h } from "./dom.js";
import { allIndicators, app } from "./app.js";
import { lastName } from "./words.js";

export function pickerDialog() {
  const picking = app.picking;
  if (!picking) return h("dialog", { class: "picker", "data-key": "picker" });
  const shown = allIndicators().filter(
    (indicator) =>
      indicator.status !== "not_applicable" &&
      (picking.text === "" || (indicator.id + indicator.text + indicator.group).includes(picking.text)),
  );
  return h(
    "dialog",
    { class: "picker", "data-key": "picker", "aria-label": "归入指标" },
    h(
      "form",
      { "data-submit": "picked", method: "dialog" },
      h("h2", {}, "归入指标"),
      h("p", { class: "path" }, lastName(picking.path)),
      h("input", {
        type: "search",
        placeholder: "编号或文字，如 2.2.4",
        "data-input": "pick-text",
        "data-kept": "",
        "aria-label": "找指标",
        autofocus: true,
      }),
      h(
        "ul",
        { class: "plain choices-list" },
        shown.map((indicator) =>
          h(
            "li",
            { "data-key": indicator.id },
            h(
              "label",
              {},
              h("input", { type: "checkbox", "data-change": "pick", value: indicator.id, checked: picking.chosen.includes(indicator.id) }),
              h("b", {}, indicator.id),
              h("span", { class: "two-lines" }, indicator.text),
            ),
          ),
        ),
      ),
      h("p", { class: "dim small" }, "一份材料用于几项指标的，可以选几项。"),
      h(
        "div",
        { class: "row" },
        h(
          "button",
          { type: "submit", class: "main", disabled: picking.chosen.length === 0 },
          picking.chosen.length === 0 ? "归入" : "归入 " + picking.chosen.join("、"),
        ),
        h("button", { type: "button", "data-do": "pick-none" }, "取消"),
      ),
    ),
  );
}
