// What the page knows: the unit as the server judged it, and where the reader is.

const given = document.getElementById("given");

export const app = {
  still: given !== null, // one file to read: nothing can be changed
  data: given === null ? null : JSON.parse(given.textContent),
  route: "overview",
  argument: "",
  filter: { text: "", kind: "all", owner: "" },
  carrier: "",
  picking: null, // {paths, chosen, text}: which indicators a file goes to
  said: null, // {text, bad}
  more: {}, // by list: how many of it are shown
  uploads: [], // {name, part}
  run: null,
  made: null,
  shown: null, // {of, name}: the file that is previewed
  fresh: null, // the file that a step has just moved
  ended: false,
  lost: false,
};

let paint = () => {};
export function onPaint(render) {
  paint = render;
}
export function repaint() {
  paint();
}

export function say(text, bad) {
  app.said = text ? { text, bad: Boolean(bad) } : null;
  repaint();
}

export function view() {
  return app.data ? app.data.view || null : null;
}

export function allIndicators() {
  const out = [];
  for (const unit of view().units) {
    for (const item of unit.items) {
      for (const indicator of item.indicators) out.push({ ...indicator, unit, item });
    }
  }
  return out;
}

export function indicatorById(id) {
  return allIndicators().find((indicator) => indicator.id === id);
}

export function ownersOf() {
  const owners = new Set(allIndicators().map((indicator) => indicator.owner || ""));
  const named = [...owners].filter((owner) => owner !== "").sort((a, b) => a.localeCompare(b, "zh-CN"));
  return owners.has("") ? [...named, ""] : named;
}

export const NO_OWNER = "未指定责任科室";

export function findingsOf(id) {
  return view().findings.filter((finding) => finding.indicator === id);
}
