// Files without a place on the left, the places on the right.
import { h } from "./dom.js";
import { allIndicators, app, view } from "./app.js";
import { addFiles, fileTile, firstOf } from "./tile.js";
import { statusKind } from "./words.js";

function ownStem(path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.includes(".") ? name.slice(0, name.lastIndexOf(".")) : name;
}

function proposal(entry, file) {
  if (entry.indicators.length === 0) return h("p", { class: "dim small" }, entry.why || "看不出归哪个指标，请拖到右边，或点“归入…”。");
  return h(
    "div",
    { class: "proposal" },
    h("span", { class: "dim small" }, "建议", entry.sure ? "（把握高）" : "", "："),
    entry.indicators.map((id) =>
      h("button", { type: "button", "data-do": "place", "data-path": file.path, "data-indicator": id }, "归入 " + id),
    ),
    entry.why ? h("span", { class: "dim small" }, entry.why) : null,
    entry.name && !entry.name.startsWith(ownStem(file.path))
      ? h("span", { class: "dim small" }, "归入时改名为：" + entry.name)
      : null,
  );
}

function trayEntry(entry) {
  const file = view().files[entry.file];
  const tile = fileTile(file, "");
  tile.querySelector(".about").append(proposal(entry, file));
  return tile;
}

function sureOnes() {
  return view().tray.filter((entry) => entry.sure && entry.indicators.length === 1 && !view().files[entry.file].packed);
}

function slot(indicator) {
  const lacking = (indicator.demands || []).filter((demand) => demand.state === "lacking" || demand.state === "tried");
  return h(
    "li",
    { class: "slot " + statusKind(indicator.status, indicator.lost), "data-key": indicator.id, "data-drop": indicator.id },
    h("b", {}, indicator.id),
    h("span", { class: "two-lines" }, lacking.length > 0 ? "缺：" + lacking.map((demand) => demand.what).join("、") : indicator.text),
    h("span", { class: "count" }, (indicator.files || []).length > 0 ? indicator.files.length + " 份" : ""),
  );
}

// Files that nothing asks about are still there, and can be given a place.
function filesAside(what, files, shown) {
  if (files.length === 0) return null;
  return h(
    "details",
    { class: "withdrawn", "data-key": what },
    h("summary", {}, what + " " + files.length + " 个"),
    h(
      "ul",
      { class: "plain" },
      files.map((file) =>
        h(
          "li",
          { "data-key": file.path },
          h("span", {}, shown(file.path)),
          h("button", { type: "button", class: "quiet", "data-do": "pick", "data-path": file.path, "data-own": "" }, "归入…"),
        ),
      ),
    ),
  );
}

function withdrawnFiles() {
  const files = view().files.filter((file) => file && /^\.撤回\/[^.]/.test(file.path) && file.path !== ".撤回/图说记录.csv");
  return filesAside("撤回的文件", files, (path) => path.slice(path.indexOf("/") + 1));
}

function declinedFiles() {
  const files = view().declined.map((file) => view().files[file]);
  return filesAside("归档建议.xlsx里填了否、不作佐证的文件", files, (path) => path);
}

export function trayView() {
  const tray = view().tray;
  const sure = sureOnes();
  const part = firstOf(tray, "tray", 50);
  return h(
    "main",
    { class: "tray", "data-key": "tray" },
    h(
      "section",
      { class: "block loose" },
      h("h2", {}, "没有归入指标的文件", h("span", { class: "dim" }, "　" + tray.length + " 个")),
      h(
        "div",
        { class: "row" },
        addFiles("", "放入文件…"),
        sure.length > 0
          ? h("button", { type: "button", class: "main", "data-do": "place-sure" }, "采用把握高的 " + sure.length + " 条建议")
          : null,
      ),
      tray.length === 0
        ? h("p", { class: "empty" }, "所有文件都已归入指标。")
        : [h("ul", { class: "plain files" }, part.shown.map(trayEntry)), part.more],
      declinedFiles(),
      withdrawnFiles(),
    ),
    h(
      "section",
      { class: "block slots" },
      h("h2", {}, "指标"),
      h("p", { class: "dim small" }, "把左边的文件或桌面上的文件拖到一项指标上。文件只改名或复制，不会覆盖、不会删除。"),
      h(
        "ul",
        { class: "plain" },
        allIndicators()
          .filter((indicator) => indicator.status !== "not_applicable")
          .map(slot),
      ),
    ),
  );
}
