// The page: reads where the reader is from the address, renders, and keeps current.
import { load } from "./api.js";
import { app, onPaint, repaint, view } from "./app.js";
import { listenForActions, watchRun } from "./actions.js";
import { listenForDrags } from "./drag.js";
import { follow } from "./live.js";
import { morph } from "./dom.js";
import { wholePage } from "./shell.js";

let asked = false;

function renderPage() {
  asked = false;
  morph(document.getElementById("page"), wholePage());
  const dialog = document.querySelector("dialog.picker");
  if (dialog && app.picking && !dialog.open) dialog.showModal();
  if (dialog && !app.picking && dialog.open) dialog.close();
  const now = view();
  const name = now && now.unit ? now.unit.name : "";
  document.title = (name ? name + " " : "") + "绿册";
}

function readAddress() {
  const [route, ...rest] = decodeURIComponent(location.hash.slice(1)).split("/");
  app.route = route || (app.data && app.data.owner ? "remind" : "overview");
  app.argument = rest.join("/");
  if (app.route === "make") watchRun();
}

function showChosen() {
  if (!app.argument) return;
  const element = document.getElementById(app.route === "indicators" ? "i-" + app.argument : app.argument);
  if (!element) return;
  element.scrollIntoView({ block: "start" });
  element.focus({ preventScroll: true });
}

onPaint(() => {
  if (asked) return;
  asked = true;
  requestAnimationFrame(renderPage);
});
window.addEventListener("hashchange", () => {
  if (location.hash.startsWith("#indicators/")) app.filter = { text: "", kind: "all", owner: "" };
  readAddress();
  renderPage();
  if (app.argument) showChosen();
  else window.scrollTo(0, 0);
});

listenForActions();
listenForDrags();
readAddress();
if (app.still) {
  renderPage();
  showChosen();
} else {
  repaint();
  load()
    .catch(() => {})
    .then(() => {
      readAddress();
      renderPage();
      showChosen();
      follow();
    });
}
