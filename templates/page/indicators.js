// Each indicator: what the standard says, what is claimed and supported and why, what is demanded, the files.
import { h } from "./dom.js";
import { NO_OWNER, app, findingsOf, ownersOf, view } from "./app.js";
import { addFiles, fileTile, firstOf } from "./tile.js";
import { chip, findingRow, points, statusKind } from "./words.js";

const KINDS = [
  ["all", "全部"],
  ["lost", "失分的"],
  ["lacking", "缺材料的"],
  ["files", "有文件的"],
];

// Rules whose 完成情况 stays blank.
const BLANK_KINDS = new Set(["targets", "assessor", "judged", "open"]);

function demandRow(demand) {
  const mark = { met: "✓", waived: "—", tried: "✕", lacking: "○" }[demand.state];
  const count =
    demand.state === "waived"
      ? "现在不要"
      : demand.state === "met"
        ? "有 " + demand.accepted + " 份"
        : demand.state === "tried"
          ? "有文件，但不合要求（" + demand.accepted + "/" + demand.min + "）"
          : "还缺" + (demand.min > 1 ? " " + (demand.min - demand.accepted) + " 份" : "");
  const wants = [
    demand.min > 1 ? "至少 " + demand.min + " 份" : "",
    demand.window,
    demand.caption ? "要有图说" : "",
    demand.seal ? "加盖公章" : "",
    demand.standard ? "" : "建议",
  ].filter(Boolean);
  return h(
    "li",
    { class: "demand " + demand.state },
    h("span", { class: "mark", "aria-hidden": "true" }, mark),
    h("span", {}, demand.what, wants.length > 0 ? h("span", { class: "dim" }, "（" + wants.join("，") + "）") : null),
    h("span", { class: "count" }, count),
  );
}

function figures(indicator) {
  if (indicator.status === "not_applicable") return h("span", { class: "figures" }, "不适用");
  return h(
    "span",
    { class: "figures" },
    "支持 ",
    h("b", {}, indicator.supported),
    " / 自评 " + indicator.claimed + " / 满分 " + (indicator.points === null ? "未载明" : indicator.points),
  );
}

function reasons(indicator) {
  const parts = [
    ["评分", indicator.rule],
    [
      "完成情况",
      BLANK_KINDS.has(indicator.kind) && !indicator.done && !indicator.done_broken
        ? ""
        : indicator.done
          ? indicator.done + (indicator.cell ? "　" + indicator.cell : "")
          : indicator.done_broken
            ? "读不懂　" + indicator.cell
            : "没有填写" + (indicator.cell ? "　" + indicator.cell : ""),
    ],
    [
      "得分依据",
      [
        indicator.why,
        indicator.by_rule !== null ? "按规则 " + points(indicator.by_rule) : "",
        indicator.by_evidence !== null ? "按材料 " + points(indicator.by_evidence) : "",
      ]
        .filter(Boolean)
        .join("；"),
    ],
    ["说明", indicator.said],
    ["原文未载明", indicator.note],
    ["完成时限", indicator.due],
  ];
  return h(
    "dl",
    { class: "reasons" },
    parts.filter(([, text]) => text).map(([name, text]) => [h("dt", {}, name), h("dd", {}, text)]),
  );
}

function indicatorCard(indicator, item) {
  const files = (indicator.files || []).map((index) => view().files[index]).filter(Boolean);
  const findings = findingsOf(indicator.id).filter((finding) => finding.severity !== "note");
  const part = firstOf(files, indicator.id, 12);
  return h(
    "article",
    {
      class: "card " + statusKind(indicator.status, indicator.lost) + (app.argument === indicator.id ? " chosen" : ""),
      id: "i-" + indicator.id,
      "data-key": indicator.id,
      "data-drop": app.still ? null : indicator.id,
      tabindex: "-1",
      "aria-label": "指标 " + indicator.id,
    },
    h(
      "header",
      {},
      h("h4", {}, indicator.id),
      chip(statusKind(indicator.status, indicator.lost), indicator.label),
      figures(indicator),
      h("span", { class: "owner" }, indicator.owner || NO_OWNER),
    ),
    indicator.group ? h("p", { class: "group" }, indicator.group) : null,
    h("p", { class: "official" }, indicator.text),
    reasons(indicator),
    (indicator.demands || []).length > 0
      ? h("ul", { class: "plain demands", "aria-label": "要求的材料" }, indicator.demands.map(demandRow))
      : h("p", { class: "dim small" }, "评价标准不要求材料。"),
    findings.length > 0
      ? h(
          "ul",
          { class: "plain findings" },
          findings.map((finding) => findingRow(finding, false)),
        )
      : null,
    files.length > 0
      ? [
          h(
            "ul",
            { class: "plain files" },
            part.shown.map((file) => fileTile(file, indicator.id)),
          ),
          part.more,
        ]
      : null,
    app.still ? null : h("footer", {}, addFiles(indicator.id, "放入文件…"), h("span", { class: "dim small" }, "也可以把文件拖到这里")),
  );
}

function isShown(indicator) {
  const { text, kind, owner } = app.filter;
  if (kind === "lost" && !(Number(indicator.lost) > 0)) return false;
  if (kind === "lacking" && !(indicator.demands || []).some((demand) => demand.state === "lacking" || demand.state === "tried"))
    return false;
  if (kind === "files" && (indicator.files || []).length === 0) return false;
  if (owner !== "" && (indicator.owner || NO_OWNER) !== owner) return false;
  return text === "" || (indicator.id + indicator.text + indicator.group).includes(text);
}

function filterBar() {
  const owners = ownersOf().map((owner) => owner || NO_OWNER);
  return h(
    "div",
    { class: "filter", role: "search" },
    h("input", {
      type: "search",
      placeholder: "编号或文字",
      value: app.filter.text,
      "data-input": "filter-text",
      "data-kept": "",
      "aria-label": "按编号或文字找指标",
    }),
    h(
      "div",
      { class: "choices", role: "group", "aria-label": "只看" },
      KINDS.map(([kind, name]) =>
        h(
          "button",
          { type: "button", "data-do": "filter-kind", "data-kind": kind, "aria-pressed": app.filter.kind === kind ? "true" : "false" },
          name,
        ),
      ),
    ),
    owners.length > 1
      ? h(
          "select",
          { "data-change": "filter-owner", "aria-label": "责任科室" },
          h("option", { value: "", selected: app.filter.owner === "" }, "全部科室"),
          owners.map((owner) => h("option", { value: owner, selected: app.filter.owner === owner }, owner)),
        )
      : null,
  );
}

function contents(units) {
  return h(
    "nav",
    { class: "contents", "aria-label": "评价标准目录" },
    units.map((unit) =>
      h(
        "div",
        { "data-key": unit.id },
        h("a", { href: "#indicators/" + unit.id, class: "unit" }, unit.id + " " + unit.name),
        unit.items.map((item) =>
          h(
            "a",
            { href: "#indicators/" + item.id, class: "item" + (Number(item.supported) < Number(item.points) ? " short" : "") },
            h("span", {}, item.id + " " + item.name),
            h("span", { class: "figure" }, (item.supported || "0") + "/" + item.points),
          ),
        ),
      ),
    ),
  );
}

export function indicatorsView() {
  const units = view()
    .units.map((unit) => ({
      ...unit,
      items: unit.items
        .map((item) => ({ ...item, indicators: item.indicators.filter(isShown) }))
        .filter((item) => item.indicators.length > 0),
    }))
    .filter((unit) => unit.items.length > 0);
  return h(
    "main",
    { class: "indicators", "data-key": "indicators" },
    contents(view().units),
    h(
      "div",
      { class: "list" },
      filterBar(),
      units.length === 0
        ? h("p", { class: "empty" }, "没有这样的指标。")
        : units.map((unit) =>
            h(
              "section",
              { id: "i-" + unit.id, "data-key": unit.id },
              h("h2", {}, unit.id + "　" + unit.name),
              unit.items.map((item) =>
                h(
                  "section",
                  { id: "i-" + item.id, "data-key": item.id },
                  h("h3", {}, item.id + "　" + item.name, h("span", { class: "dim" }, "　" + item.points + " 分")),
                  item.indicators.map((indicator) => indicatorCard(indicator, item)),
                ),
              ),
            ),
          ),
    ),
  );
}
