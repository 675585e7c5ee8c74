// A file of the evidence folder: its first page, state, date, caption, and what can be done with it.
import { h } from "./dom.js";
import { app } from "./app.js";
import { DATE_ORIGINS, SEAL_WORDS, STATE_NAMES, ending, lastName, sizeText } from "./words.js";

const DRAWN = new Set(["pdf", "ofd", "jpg", "jpeg", "png", "heic", "heif", "avif", "webp", "tif", "tiff", "bmp", "gif"]);

function thumbnail(file) {
  const kind = ending(file.path);
  const sheet = h("span", { class: "sheet", "aria-hidden": "true" }, h("span", {}, kind || "文件"));
  if (app.still) {
    const given = app.data.thumbnails[app.data.view.files.indexOf(file)];
    return given ? h("img", { class: "thumbnail", src: given, alt: "" }) : sheet;
  }
  if (!DRAWN.has(kind)) return sheet;
  const query = new URLSearchParams({ path: file.path, v: file.sha256 ? file.sha256.slice(0, 16) : String(file.bytes) });
  return h("img", { class: "thumbnail", src: "/api/thumbnail?" + query, alt: "", loading: "lazy", draggable: "false" });
}

function openLink(file, child, name) {
  if (app.still) return h("span", { class: name }, child);
  return h(
    "a",
    {
      class: name,
      href: "/api/file?" + new URLSearchParams({ path: file.path }),
      target: "_blank",
      rel: "noopener",
      draggable: "false",
      title: "打开看",
    },
    child,
  );
}

function captionField(file) {
  if (file.format !== "picture" || app.still)
    return file.format === "picture" && file.caption ? h("div", { class: "caption-text" }, "图说：" + file.caption) : null;
  return h(
    "label",
    { class: "caption-field" },
    h("span", {}, "图说"),
    h("input", {
      type: "text",
      value: file.caption,
      maxlength: 200,
      placeholder: "照片说明：时间、地点、内容",
      "data-change": "caption",
      "data-path": file.path,
      "aria-label": lastName(file.path) + " 的图说",
    }),
  );
}

function tools(file, indicator) {
  if (app.still || file.shared) return null;
  const own = indicator || "";
  return h(
    "div",
    { class: "tools" },
    h("button", { type: "button", class: "quiet", "data-do": "pick", "data-path": file.path, "data-own": own }, "归入…"),
    file.packed ? null : h("button", { type: "button", class: "quiet", "data-do": "withdraw", "data-path": file.path }, "撤回"),
    h(
      "button",
      {
        type: "button",
        class: "quiet",
        "data-do": "folder",
        "data-what": "evidence",
        "data-path": file.path,
        "aria-label": "打开所在文件夹",
      },
      "文件夹",
    ),
  );
}

export function fileTile(file, indicator) {
  const shown = file.title && file.title !== lastName(file.path) ? file.title : lastName(file.path);
  return h(
    "li",
    {
      class: "file " + file.state + (app.fresh === file.path ? " fresh" : ""),
      "data-key": file.path,
      "data-drag": app.still || file.shared ? null : file.path,
    },
    openLink(file, thumbnail(file), "look"),
    h(
      "div",
      { class: "about" },
      openLink(file, shown, "title"),
      h("div", { class: "path" }, file.path),
      h(
        "div",
        { class: "marks" },
        h("span", { class: "state" }, file.state === "bound" ? "✓ " : file.state === "rejected" ? "✕ " : "△ ", STATE_NAMES[file.state]),
        h("span", {}, file.date ? file.date + (DATE_ORIGINS[file.date_from] || "") : "没有日期"),
        h("span", {}, file.pages > 0 ? file.pages + " 页" : sizeText(file.bytes)),
        file.seal ? h("span", {}, SEAL_WORDS[file.seal]) : null,
        file.packed ? h("span", {}, "在压缩包里") : null,
        file.shared ? h("span", {}, "合署共享") : null,
      ),
      file.reason && file.state !== "bound" ? h("div", { class: "reason" }, file.reason, file.remedy ? "。" + file.remedy : "") : null,
      captionField(file),
      tools(file, indicator),
    ),
  );
}

// The first of a long list, and a button for more: a page of a thousand files stays quick.
export function firstOf(list, key, step) {
  const shown = Math.max(step, app.more[key] || 0);
  const rest = list.length - shown;
  return {
    shown: list.slice(0, shown),
    more:
      rest > 0
        ? h(
            "button",
            { type: "button", class: "more", "data-do": "more", "data-list": key, "data-count": shown + step * 4 },
            "还有 " + rest + " 个，再显示一些",
          )
        : null,
  };
}

export function addFiles(indicator, text) {
  if (app.still) return null;
  return h(
    "label",
    { class: "button add" },
    text,
    h("input", {
      type: "file",
      multiple: true,
      class: "unseen",
      "data-change": "upload",
      "data-indicator": indicator,
      "aria-label": text + (indicator ? "（指标 " + indicator + "）" : ""),
    }),
  );
}
