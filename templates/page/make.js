// 生成 and its like: how far it is, what came of it, its pages.
import { h } from "./dom.js";
import { app } from "./app.js";
import { ending } from "./words.js";

const RUNS = [
  ["build", "生成全部材料", "自评报告、打分表、能耗及碳排放计算表、佐证材料汇编、缺项清单"],
  ["append", "编补页", "全本已经打印：新增的材料编为补页，原有页不变"],
  ["papers", "生成文稿", "由台账生成分析报告、公示表等，供审核盖章"],
  ["print", "打印验收用", "现场验收要带的一套"],
];
const MADE = [
  ["package", "申报材料"],
  ["papers", "文稿"],
  ["print", "打印"],
];
const ENDS = {
  0: "完成",
  1: "完成，但材料未齐全：见缺项清单",
  2: "没有生成",
  3: "台账不能用，没有生成",
  4: "没有写成，原有文件未动",
  255: "中断了，原有文件未动",
};

function runButtons() {
  const busy = app.run !== null && app.run.running;
  return h(
    "div",
    { class: "runs" },
    RUNS.filter(([what]) => what !== "print" || app.data.can_print).map(([what, name, about]) =>
      h(
        "div",
        { class: "run" },
        h("button", { type: "button", class: what === "build" ? "main" : null, "data-do": "run", "data-what": what, disabled: busy }, name),
        h("span", { class: "dim small" }, about),
      ),
    ),
  );
}

function progress() {
  const run = app.run;
  if (run === null || run.what === "") return null;
  const name = (RUNS.find(([what]) => what === run.what) || ["", ""])[1];
  const match = /(\d+)\/(\d+)/.exec(run.progress);
  return h(
    "section",
    { class: "block progress", role: "status" },
    h("p", {}, h("b", {}, name), "　", run.running ? run.progress || "正在进行…" : ENDS[run.exit] || "没有完成"),
    run.running ? h("progress", match ? { max: match[2], value: match[1] } : {}) : null,
    run.words.length > 0 ? h("details", {}, h("summary", {}, "它说了什么"), h("pre", {}, run.words.join("\n"))) : null,
  );
}

function address(of, name, save) {
  return "/api/made-file?" + new URLSearchParams(save ? { of, name, save: "1" } : { of, name });
}

// What is looked at first stands first; sums and records last.
function rankOf(name) {
  if (name.endsWith("全本.pdf")) return 0;
  return /^(SHA256SUMS|.*\.(json|sha256|zip))$/.test(name) ? 2 : 1;
}

function madeList([of, title]) {
  const made = app.made ? app.made[of] : null;
  if (!made || made.files.length === 0) return null;
  return h(
    "section",
    { "data-key": of },
    h("h3", {}, title),
    h(
      "ul",
      { class: "plain made" },
      [...made.files]
        .sort((a, b) => rankOf(a) - rankOf(b))
        .map((name) =>
          h(
            "li",
            { "data-key": name, class: app.shown && app.shown.of === of && app.shown.name === name ? "now" : null },
            ending(name) === "pdf"
              ? h("button", { type: "button", class: "link", "data-do": "show", "data-of": of, "data-name": name }, name)
              : h("span", {}, name),
            h(
              "span",
              { class: "tools" },
              ending(name) === "pdf" ? h("a", { href: address(of, name, false), target: "_blank", rel: "noopener" }, "打开") : null,
              h("a", { href: address(of, name, true), download: "" }, "另存"),
            ),
          ),
        ),
    ),
    h("button", { type: "button", class: "quiet", "data-do": "folder", "data-what": of }, "打开文件夹"),
  );
}

function preview() {
  if (!app.shown) return h("div", { class: "preview none" }, h("p", { class: "empty" }, "点左边的 PDF，在这里看页面。"));
  return h("iframe", {
    class: "preview",
    title: app.shown.name,
    src: address(app.shown.of, app.shown.name, false) + "&t=" + app.shown.at + "#navpanes=0&view=FitH",
  });
}

export function makeView() {
  const any = app.made && MADE.some(([of]) => app.made[of].files.length > 0);
  return h(
    "main",
    { class: "make", "data-key": "make" },
    h("section", { class: "block" }, h("h2", {}, "生成"), runButtons()),
    progress(),
    any
      ? h("div", { class: "results" }, h("div", { class: "block" }, MADE.map(madeList)), preview())
      : h("p", { class: "empty" }, "还没有生成过。生成的文件放在单位文件夹旁边的“输出”文件夹里。"),
  );
}
