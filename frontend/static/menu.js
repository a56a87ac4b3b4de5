/* The menu of narrow windows shuts by Esc, by a press elsewhere and when the focus leaves it, as small menus do. */

const menu = document.getElementById("menu");

function shut() {
  menu.open = false;
}

if (menu) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    const inside = menu.contains(document.activeElement);
    shut();
    if (inside) menu.querySelector("summary").focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (menu.open && !menu.contains(event.target)) shut();
  });
  menu.addEventListener("focusout", (event) => {
    if (menu.open && event.relatedTarget && !menu.contains(event.relatedTarget)) shut();
  });
}
