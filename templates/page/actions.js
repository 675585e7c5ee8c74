// What clicks, keys and typing do. One listener each: elements only say what they want in data-do, data-change, data-input, data-submit.
import { ask, load, tell, upload } from "./api.js";
import { app, repaint, say, view } from "./app.js";
import { remindText } from "./remind.js";

const RUN_PAUSE = 400;

async function refreshMade() {
  app.made = await ask("/api/made").catch(() => null);
  repaint();
}

export async function watchRun() {
  const run = await ask("/api/run").catch(() => null);
  const ended = app.run && app.run.running && run && !run.running;
  app.run = run;
  if (run && run.running) setTimeout(watchRun, RUN_PAUSE);
  await refreshMade();
  if (ended) showFirst(run.what);
}

function showFirst(what) {
  const of = what === "papers" ? "papers" : what === "print" ? "print" : "package";
  const files = app.made && app.made[of] ? app.made[of].files : [];
  const first = files.find((name) => name.endsWith("全本.pdf")) || files.find((name) => name.endsWith(".pdf"));
  if (first) app.shown = { of, name: first, at: Date.now() };
  repaint();
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    say("已复制，可以粘贴到微信、邮件或文档里");
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    say(done ? "已复制，可以粘贴到微信、邮件或文档里" : "这个浏览器不让复制，请选中文字自己复制", !done);
  }
}

async function placeSure() {
  const sure = view()
    .tray.filter((entry) => entry.sure && entry.indicators.length === 1 && !view().files[entry.file].packed)
    .map((entry) => ({ path: view().files[entry.file].path, indicators: entry.indicators }));
  let done = 0;
  for (const step of sure) done += (await tell("/api/place", step)) ? 1 : 0;
  say("已归入 " + done + " 个文件，可以逐步撤销", done < sure.length);
}

const DEEDS = {
  hush: () => say(null),
  skip: () => document.querySelector("main").scrollIntoView(),
  undo: () => tell("/api/undo"),
  leave: () => tell("/api/leave"),
  choose: (data) =>
    tell("/api/choose", { name: data.name }).then(() => {
      location.hash = "#overview";
    }),
  folder: (data) => tell("/api/folder", { what: data.what, path: data.path || "" }),
  place: (data) => tell("/api/place", { path: data.path, indicators: [data.indicator] }),
  "place-sure": placeSure,
  withdraw: (data) => tell("/api/withdraw", { path: data.path }),
  pick: (data) => {
    app.picking = { path: data.path, chosen: data.own ? [data.own] : [], text: "" };
    repaint();
  },
  "pick-none": () => {
    app.picking = null;
    repaint();
  },
  "filter-kind": (data) => {
    app.filter.kind = data.kind;
    repaint();
  },
  more: (data) => {
    app.more[data.list] = Number(data.count);
    repaint();
  },
  carrier: (data) => {
    app.carrier = data.carrier;
    repaint();
  },
  copy: (data) => copyText(remindText(data.owner)),
  print: () => window.print(),
  show: (data) => {
    app.shown = { of: data.of, name: data.name, at: Date.now() };
    repaint();
  },
  run: async (data) => {
    app.shown = null;
    if (await tell("/api/run", { what: data.what })) {
      app.said = null;
      watchRun();
    }
  },
  end: async () => {
    app.ended = true;
    await tell("/api/end");
    repaint();
  },
};

const CHANGES = {
  caption: (field) => tell("/api/caption", { path: field.dataset.path, caption: field.value }),
  upload: (field) => {
    const files = [...field.files];
    field.value = "";
    upload(files, field.dataset.indicator);
  },
  pick: (field) => {
    const id = field.value;
    app.picking.chosen = field.checked ? [...app.picking.chosen, id] : app.picking.chosen.filter((each) => each !== id);
    repaint();
  },
  "filter-owner": (field) => {
    app.filter.owner = field.value;
    repaint();
  },
};

const INPUTS = {
  "filter-text": (field) => {
    app.filter.text = field.value.trim();
    repaint();
  },
  "pick-text": (field) => {
    app.picking.text = field.value.trim();
    repaint();
  },
};

const SUBMITS = {
  picked: async () => {
    const { path, chosen } = app.picking;
    app.picking = null;
    repaint();
    await tell("/api/place", { path, indicators: chosen });
  },
  new: async (form) => {
    if (await tell("/api/new", { name: form.elements.name.value, rubric: form.elements.rubric.value })) {
      location.hash = "#overview";
      await load();
    }
  },
};

function listen(type, attribute, deeds) {
  document.addEventListener(type, (event) => {
    const element = event.target instanceof Element ? event.target.closest("[" + attribute + "]") : null;
    const deed = element ? deeds[element.getAttribute(attribute)] : null;
    if (!deed) return;
    if (type === "submit" || (type === "click" && element.nodeName !== "A")) event.preventDefault();
    deed(type === "click" ? element.dataset : element);
  });
}

export function listenForActions() {
  listen("click", "data-do", DEEDS);
  listen("change", "data-change", CHANGES);
  listen("input", "data-input", INPUTS);
  listen("submit", "data-submit", SUBMITS);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement && event.target.dataset.change === "caption") event.target.blur();
  });
  document.addEventListener(
    "cancel",
    () => {
      app.picking = null;
      repaint();
    },
    true,
  );
}
