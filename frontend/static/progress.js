/* Long work as it goes on: an event stream, or a question every two seconds where no stream can be held.
   Quarters are spoken; when the work is over the page is asked for again and says what comes next. */

import { say } from "./status.js";

const box = document.querySelector("[data-job]");
const POLLED_EVERY = 2000;
const MOST_BREAKS = 3;
let quarter = 0;
let breaks = 0;

function show(told) {
  document.getElementById("job-text").textContent = told.text;
  document.getElementById("job-note").textContent = told.note;
  document.getElementById("job-fill").setAttribute("width", String(told.percent ?? 0));
  box.querySelector("svg").classList.toggle("job__bar--unknown", told.percent === null);
  if (told.quarter > quarter) {
    quarter = told.quarter;
    say(told.text);
  }
  if (told.over) location.reload();
  return told.over;
}

async function poll(address) {
  try {
    const answer = await fetch(`${address}/state`, { headers: { Accept: "application/json" } });
    if (answer.status >= 400 && answer.status < 500) return location.reload();
    if (answer.ok && show(await answer.json())) return undefined;
  } catch {
    // The server is away: the next question finds out whether it has come back.
  }
  return setTimeout(poll, POLLED_EVERY, address);
}

function listen(address) {
  const stream = new EventSource(`${address}/events`);
  stream.addEventListener("progress", (event) => {
    breaks = 0;
    if (show(JSON.parse(event.data))) stream.close();
  });
  stream.addEventListener("error", () => {
    breaks += 1;
    if (stream.readyState !== EventSource.CLOSED && breaks < MOST_BREAKS) return;
    stream.close();
    poll(address);
  });
}

if (box) {
  if ("EventSource" in window) listen(box.dataset.job);
  else poll(box.dataset.job);
}
