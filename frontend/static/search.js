/* Search as you type: asks for the same page, puts its results in place of these, and leaves the focus where
   it is. Without this script the form is sent as any form is. */

import { say } from "./status.js";

const PAUSE = 280;
const form = document.getElementById("find");
const results = document.getElementById("results");
let waiting = 0;
let asking = null;

function address() {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value.trim() && !(name === "sort" && !sortChosen)) query.append(name, value.trim());
  }
  const text = query.toString();
  return text ? `/?${text}` : "/";
}

/* The order is kept in the address only when a person chose it: words bring the most relevant first. */
let sortChosen = new URLSearchParams(location.search).has("sort");

async function ask(where, after) {
  asking?.abort();
  const mine = new AbortController();
  asking = mine;
  results.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(where, { signal: mine.signal, headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(String(answer.status));
    show(new DOMParser().parseFromString(await answer.text(), "text/html"), where);
    after?.();
  } catch {
    if (!mine.signal.aborted) location.assign(where);
  } finally {
    if (asking === mine) {
      asking = null;
      results.removeAttribute("aria-busy");
    }
  }
}

function show(page, where) {
  results.replaceChildren(...page.getElementById("results").childNodes);
  takeFields(page);
  history.replaceState(null, "", where);
  for (const back of document.querySelectorAll('input[name="back"]')) back.value = where;
  say(document.getElementById("count").textContent);
}

/* Numbers and choices follow the page that came; what a person is typing in is left alone. */
function takeFields(page) {
  for (const fresh of page.querySelectorAll(".facets input, #sort")) {
    const here = document.getElementById(fresh.id);
    if (!here || here === document.activeElement) continue;
    if (fresh.type === "checkbox" || fresh.type === "radio") here.checked = fresh.checked;
    else here.value = fresh.value;
  }
  for (const fresh of page.querySelectorAll(".facet__count, #chosen-count")) {
    const here = document.getElementById(fresh.id);
    if (here) here.replaceChildren(...fresh.childNodes);
  }
  const words = document.getElementById("q");
  const asked = page.getElementById("q").value;
  if (words !== document.activeElement) words.value = asked;
}

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => ask(address()), PAUSE);
}

function now() {
  clearTimeout(waiting);
  ask(address());
}

document.getElementById("q").addEventListener("input", soon);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  now();
});
document.getElementById("sort").addEventListener("change", () => {
  sortChosen = true;
  now();
});
document.querySelector(".facets").addEventListener("change", now);

/* A filter let go of: the focus goes to the next one, or to the heading of the results. */
results.addEventListener("click", (event) => {
  const chip = event.target.closest("a.chip");
  if (!chip || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  const place = [...results.querySelectorAll("a.chip")].indexOf(chip);
  const next = chip.classList.contains("chip--all") ? -1 : place;
  ask(chip.getAttribute("href"), () => {
    const left = results.querySelectorAll("a.chip:not(.chip--all)");
    (left[next] ?? document.getElementById("count")).focus();
  });
});
