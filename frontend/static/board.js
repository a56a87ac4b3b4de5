/* Cards of the board can be dragged to another stage; the select of the card does the same by key or touch. */

const board = document.querySelector("[data-board]");
let held = null;

function columnOf(target) {
  return target instanceof Element ? target.closest("[data-stage]") : null;
}

function mark(column) {
  for (const one of board.querySelectorAll("[data-stage]")) one.classList.toggle("board__column--over", one === column);
}

if (board) {
  board.classList.add("board--draggable");
  for (const card of board.querySelectorAll(".board__card")) card.draggable = true;

  board.addEventListener("dragstart", (event) => {
    held = event.target instanceof Element ? event.target.closest(".board__card") : null;
    if (!held) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", held.id);
    held.classList.add("board__card--held");
  });
  board.addEventListener("dragover", (event) => {
    const column = columnOf(event.target);
    if (!held || !column) return;
    event.preventDefault();
    mark(column);
  });
  board.addEventListener("drop", (event) => {
    const column = columnOf(event.target);
    if (!held || !column) return;
    event.preventDefault();
    if (columnOf(held) === column) return;
    const form = held.querySelector("form.move");
    form.elements.namedItem("stage").value = column.dataset.stage;
    form.requestSubmit();
  });
  board.addEventListener("dragend", () => {
    held?.classList.remove("board__card--held");
    held = null;
    mark(null);
  });
}
