// Waits for the next state of the unit while the page is looked at.
import { ask, load } from "./api.js";
import { app, repaint } from "./app.js";

const PAUSE = 1500;

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function visible() {
  if (document.visibilityState === "visible") return Promise.resolve();
  return new Promise((resolve) => document.addEventListener("visibilitychange", () => resolve(), { once: true }));
}

export async function follow() {
  while (!app.ended) {
    await visible();
    try {
      const answer = await ask("/api/wait?version=" + (app.data ? app.data.version : 0));
      if (app.ended) return;
      if (answer.ended) throw new Error("ended");
      if (!app.data || answer.version !== app.data.version || app.lost) await load();
    } catch {
      if (app.ended) return;
      app.lost = true;
      repaint();
      await pause(PAUSE);
    }
  }
}
