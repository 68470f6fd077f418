// Leaving fast: its own file, so that it works whatever becomes of the rest.

const leave = /** @type {HTMLAnchorElement} */ (document.getElementById("leave"));
let escapedAt = Number.NEGATIVE_INFINITY;

function leaveNow() {
  // what is on the screen goes before the network answers, and "back" does not lead here
  document.body.hidden = true;
  document.title = "\u200b";
  location.replace(leave.href);
}

leave.addEventListener("click", (event) => {
  event.preventDefault();
  leaveNow();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (event.timeStamp - escapedAt < 1_000) leaveNow();
  escapedAt = event.timeStamp;
});
