/* Keeps what is typed: twenty seconds after the last key, and when the page goes out of sight, the form is sent
   as its button "later" sends it. When that fails the text stays where it is, and an alert says so. */

import { say } from "./status.js";

const form = document.querySelector("form[data-autosave]");
const PAUSE = 20_000;
const MOST_AT_PARTING = 60_000;
let waiting = 0;
let typed = false;
let leaving = false;
let sending = false;

function fields() {
  const sent = new URLSearchParams(new FormData(form));
  sent.set("do", "later");
  return sent;
}

function told(saved, failed) {
  const good = document.getElementById("saved");
  const bad = document.getElementById("unsaved");
  good.textContent = saved;
  good.hidden = !saved;
  bad.hidden = !failed;
  bad.textContent = failed;
  if (saved) say(saved);
}

async function failure(answer) {
  const kind = answer?.headers.get("content-type") ?? "";
  if (answer?.status === 409 && kind.startsWith("application/json")) return (await answer.json()).said;
  return document.getElementById("unsaved").dataset.failed;
}

async function save(parting = false) {
  const body = fields();
  if (sending || leaving || (parting && body.toString().length > MOST_AT_PARTING)) return;
  clearTimeout(waiting);
  sending = true;
  typed = false;
  let answer;
  try {
    answer = await fetch(form.action, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
      redirect: "error",
      keepalive: parting,
    });
  } catch {
    answer = undefined;
  }
  sending = false;
  if (answer?.ok) {
    const { said, kept } = await answer.json();
    form.elements.kept.value = kept;
    told(said, "");
    if (typed) later();
    return;
  }
  told("", await failure(answer));
  if (answer?.status === 409) typed = true;
  else later();
}

function later() {
  typed = true;
  clearTimeout(waiting);
  waiting = setTimeout(() => save(), PAUSE);
}

if (form) {
  form.addEventListener("input", later);
  form.addEventListener("submit", () => { leaving = true; });
  addEventListener("pageshow", () => { leaving = false; });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && typed) save(true);
  });
  if ("typed" in form.dataset) later();
}
