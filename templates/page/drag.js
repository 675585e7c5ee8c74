// Files dragged onto indicators: those of the page by pointer (mouse, pen or finger), those of the desktop as the browser hands them over.
import { tell, upload } from "./api.js";
import { app } from "./app.js";

const FAR_ENOUGH = 6,
  EDGE = 60;
let drag = null;
let over = null;

function mark(target) {
  if (over === target) return;
  if (over) over.classList.remove("over");
  over = target;
  if (over) over.classList.add("over");
}

function targetAt(x, y) {
  const element = document.elementFromPoint(x, y);
  return element ? element.closest("[data-drop]") : null;
}

function begin(event) {
  const file = event.target.closest("[data-drag]");
  if (!file || event.button !== 0 || event.target.closest("input, button, select")) return;
  drag = { path: file.getAttribute("data-drag"), x: event.clientX, y: event.clientY, ghost: null, pointer: event.pointerId };
}

function move(event) {
  if (!drag || event.pointerId !== drag.pointer) return;
  if (!drag.ghost) {
    if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < FAR_ENOUGH) return;
    drag.ghost = document.createElement("div");
    drag.ghost.className = "ghost";
    drag.ghost.textContent = drag.path.slice(drag.path.lastIndexOf("/") + 1);
    document.body.append(drag.ghost);
    document.body.classList.add("dragging");
    window.getSelection().removeAllRanges();
  }
  drag.ghost.style.left = event.clientX + 12 + "px";
  drag.ghost.style.top = event.clientY + 12 + "px";
  mark(targetAt(event.clientX, event.clientY));
  const list = over ? over.closest(".slots") : null;
  const down = event.clientY > window.innerHeight - EDGE ? 14 : event.clientY < EDGE ? -14 : 0;
  if (down !== 0) (list || window).scrollBy(0, down);
  event.preventDefault();
}

// The click that ends a drag opens nothing.
function swallow(event) {
  event.preventDefault();
  event.stopPropagation();
}

function finish(event) {
  if (!drag) return;
  const { path, ghost } = drag;
  const target = ghost ? targetAt(event.clientX, event.clientY) : null;
  stop();
  if (!ghost) return;
  window.addEventListener("click", swallow, { capture: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
  if (target) tell("/api/place", { path, indicators: [target.getAttribute("data-drop")] });
}

function stop() {
  if (drag && drag.ghost) drag.ghost.remove();
  document.body.classList.remove("dragging");
  drag = null;
  mark(null);
}

function hasFiles(event) {
  return event.dataTransfer && [...event.dataTransfer.types].includes("Files");
}

// A folder is its files, with those of the folders in it.
function filesOf(entry) {
  if (entry.isFile)
    return new Promise((resolve) =>
      entry.file(
        (file) => resolve([file]),
        () => resolve([]),
      ),
    );
  const reader = entry.createReader();
  const readOn = () =>
    new Promise((resolve) => reader.readEntries(resolve, () => resolve([]))).then(async (entries) => {
      if (entries.length === 0) return [];
      const files = await Promise.all(entries.map(filesOf));
      return [...files.flat(), ...(await readOn())];
    });
  return readOn();
}

function droppedFiles(transfer) {
  const entries = [...transfer.items].map((item) => (item.webkitGetAsEntry ? item.webkitGetAsEntry() : null));
  if (entries.length === 0 || entries.includes(null)) return Promise.resolve([...transfer.files]);
  return Promise.all(entries.map(filesOf)).then((lists) => lists.flat());
}

function dropTarget(event) {
  return event.target instanceof Element ? event.target.closest("[data-drop]") : null;
}

export function listenForDrags() {
  if (app.still) return;
  document.addEventListener("pointerdown", begin);
  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", finish);
  document.addEventListener("pointercancel", stop);
  document.addEventListener("keydown", (event) => event.key === "Escape" && stop());
  document.addEventListener("dragstart", (event) => event.preventDefault());
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    mark(dropTarget(event));
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget === null && mark(null));
  document.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    const target = dropTarget(event);
    mark(null);
    const indicator = target ? target.getAttribute("data-drop") : "";
    if (app.data && app.data.view && !app.data.view.blocked) droppedFiles(event.dataTransfer).then((files) => upload(files, indicator));
  });
}
