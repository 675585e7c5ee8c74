// Requests to our own server.
import { app, repaint, say } from "./app.js";

async function answerOf(response) {
  try {
    return await response.json();
  } catch {
    return { done: false, said: "没有回应，请重试" };
  }
}

export async function load() {
  const response = await fetch("/api/view");
  if (!response.ok) throw new Error("no view");
  app.data = await response.json();
  app.lost = false;
  repaint();
}

export async function ask(path) {
  return answerOf(await fetch(path));
}

// A write; what the server says is shown. True: it was done.
export async function tell(path, body) {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body || {}),
    });
    const answer = await answerOf(response);
    if (answer.path) app.fresh = answer.path;
    if (answer.done && !app.ended) await load().catch(() => {});
    say(answer.said, !answer.done);
    return answer.done === true;
  } catch {
    say("绿册没有回应：可能已经结束，请重新打开", true);
    return false;
  }
}

const UPLOAD_AT_MOST = 250 * 1024 * 1024;

function sendFile(file, indicator, progress) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ name: file.name, indicator: indicator || "" });
    request.open("PUT", "/api/upload?" + query);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (event) => progress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onerror = () => resolve({ done: false, said: "“" + file.name + "”没有传完，没有存" });
    request.onload = () => {
      try {
        resolve(JSON.parse(request.responseText));
      } catch {
        resolve({ done: false, said: "“" + file.name + "”没有存" });
      }
    };
    request.send(file);
  });
}

export async function upload(files, indicator) {
  const faults = [];
  let stored = 0;
  for (const file of files) {
    if (file.size > UPLOAD_AT_MOST) {
      faults.push("“" + file.name + "”超过 250 MB，没有存；请缩小，或自己复制到佐证材料文件夹");
      continue;
    }
    const row = { name: file.name, part: 0 };
    app.uploads.push(row);
    repaint();
    const answer = await sendFile(file, indicator, (part) => {
      row.part = part;
      repaint();
    });
    app.uploads = app.uploads.filter((each) => each !== row);
    if (answer.done) stored += 1;
    else faults.push(answer.said || "“" + file.name + "”没有存");
    if (answer.path) app.fresh = answer.path;
  }
  await load().catch(() => {});
  const where = indicator ? "已归入 " + indicator : "已放入佐证材料";
  if (faults.length > 0) say(faults.join("；"), true);
  else say(stored === 1 ? where : where + "：" + stored + " 个文件", false);
}
