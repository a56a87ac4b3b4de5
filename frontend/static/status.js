/* Speaks to those who listen: one live region for the whole page, empty when the page comes.

   import { say } from "./status.js"; */

const region = document.getElementById("spoken");
const PAUSE = 150;
let waiting = 0;

/** Says the words politely; the same words are said again, and of many in a row only the last. */
export function say(words) {
  if (!region) return;
  clearTimeout(waiting);
  region.textContent = "";
  waiting = setTimeout(() => { region.textContent = words; }, PAUSE);
}
