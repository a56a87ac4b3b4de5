/* A button beside a link that is shown once: copies it, and says so. Without it the link is copied by hand. */

import { say } from "./status.js";

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  if (!field || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.copied;
    say(button.dataset.copied);
  });
}
