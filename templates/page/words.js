// Words and figures as they are shown everywhere.
import { h, s } from "./dom.js";

export const SEVERITY_MARKS = { error: "✕", missing: "○", warning: "△", note: "·" };
export const STATE_NAMES = {
  bound: "可装订",
  bound_with_warning: "可装订，有提醒",
  rejected: "退回",
  unassigned: "没有归入指标",
  auxiliary: "辅助文件",
};
export const SEAL_WORDS = { present: "有印章", likely: "疑似有红章", unseen: "未见印章", unknown: "判断不出有无印章" };
export const DATE_ORIGINS = { title: "", document: "（文档自带）", exif: "（拍摄日期）" };
export const VERDICTS = { pass: "达到认定条件", fail: "未达到认定条件", undetermined: "暂时无法判定", none: "评价标准未规定合格线" };

export function points(text) {
  return text === null || text === undefined ? "未载明" : text + " 分";
}

export function lastName(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}

export function ending(path) {
  const name = lastName(path);
  const dot = name.lastIndexOf(".");
  return dot < 0 ? "" : name.slice(dot + 1).toLowerCase();
}

export function sizeText(bytes) {
  if (bytes < 1024) return bytes + " B";
  if (bytes < 1024 * 1024) return Math.round(bytes / 1024) + " KB";
  return (bytes / 1024 / 1024).toFixed(1) + " MB";
}

// Whole days from today to the last day of a deadline, counted in full.
export function daysTo(day) {
  const [year, month, date] = day.split("-").map(Number);
  const now = new Date();
  return Math.round((Date.UTC(year, month - 1, date) - Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())) / 86400000);
}

// The next deadline, else the last that has passed.
export function nextDeadline(deadlines) {
  const sorted = deadlines.map((deadline) => ({ ...deadline, days: daysTo(deadline.day) })).sort((a, b) => a.days - b.days);
  return sorted.find((deadline) => deadline.days >= 0) || sorted[sorted.length - 1] || null;
}

export function daysText(days) {
  if (days > 0) return "还有 " + days + " 天";
  return days === 0 ? "今天截止" : "已过 " + -days + " 天";
}

export function chip(kind, ...text) {
  return h("span", { class: "chip " + kind }, text);
}

export function statusKind(status, lost) {
  if (status === "complete" || status === "computed") return Number(lost) > 0 ? "fair" : "good";
  return { missing: "bad", defective: "bad" }[status] || "plain";
}

export function indicatorLink(id, text) {
  return h("a", { href: "#indicators/" + id, class: "id" }, text || id);
}

// `more`: what belongs to it, below.
export function findingRow(finding, withIndicator, more) {
  return h(
    "li",
    { class: "finding " + finding.severity },
    h("span", { class: "mark", "aria-hidden": "true" }, SEVERITY_MARKS[finding.severity]),
    h(
      "div",
      {},
      h(
        "div",
        { class: "what" },
        h("b", {}, finding.label),
        " ",
        withIndicator && finding.indicator ? [indicatorLink(finding.indicator), " "] : null,
        h("span", { class: "where" }, finding.where),
        "：",
        finding.message,
        finding.points ? h("span", { class: "cost" }, "（影响 " + finding.points + " 分）") : null,
      ),
      finding.hint
        ? h("div", { class: "todo" }, finding.hint, finding.owner && withIndicator ? h("span", { class: "owner" }, finding.owner) : null)
        : null,
      more || null,
    ),
  );
}

// What a folded finding says of its places: where the words for all say what to do, the indicators are enough.
function placesOf(told) {
  if (told.each.length === 0) return null;
  const rows = told.same
    ? h(
        "p",
        { class: "ids" },
        told.each.map((one) => [one.indicator ? indicatorLink(one.indicator) : one.where, " "]),
      )
    : h(
        "ul",
        { class: "plain findings" },
        told.each.map((one) => findingRow(one, true)),
      );
  const key = "places " + told.code + " " + told.severity;
  return h("details", { class: "places", "data-key": key }, h("summary", {}, "各处（" + told.each.length + " 条）"), rows);
}

// What follows from a note stands alone: notes are a list of their own.
function isBelow(all, told, above) {
  if (told.under === null || told.severity === "note") return false;
  return above ? all[told.under] === above : all[told.under].severity !== "note";
}

function toldRow(all, told) {
  const below = all.filter((other) => isBelow(all, other, told));
  const followers = below.length === 0 ? null : h("ul", { class: "plain findings under" }, below.map((other) => findingRow(other, true, placesOf(other))));
  const folded = told.each.length > 0;
  return findingRow(folded ? { ...told, indicator: "" } : told, true, [placesOf(told), followers]);
}

// The list as `lvce check` prints it: kinds of which there are many once, each with what follows from it right below.
export function toldRows(all, wanted) {
  return all.filter((told) => wanted(told) && !isBelow(all, told)).map((told) => toldRow(all, told));
}

export function bar(supported, claimed, total, pass) {
  const part = (value) => Math.max(0, Math.min(100, (Number(value) / Number(total || 1)) * 100)).toFixed(2);
  const label = "材料支持 " + supported + " 分，自评 " + claimed + " 分，满分 " + total + " 分";
  return s(
    "svg",
    { class: "bar", viewBox: "0 0 100 8", preserveAspectRatio: "none", role: "img", "aria-label": label },
    s("rect", { class: "whole", x: 0, y: 0, width: 100, height: 8 }),
    s("rect", { class: "claimed", x: 0, y: 0, width: part(claimed), height: 8 }),
    s("rect", { class: "supported", x: 0, y: 0, width: part(supported), height: 8 }),
    pass ? s("line", { class: "pass", x1: part(pass), x2: part(pass), y1: 0, y2: 8 }) : null,
  );
}
