// Leaving fast: its own file, so that it works whatever becomes of the rest.

const leave = /** @type {HTMLAnchorElement} */ (document.getElementById("leave"));
const written = /** @type {HTMLTextAreaElement} */ (document.getElementById("text"));
const safeWords = (leave.dataset["words"] ?? "").split("|");
/** Three presses within this, in milliseconds, are no accident. */
const together = 2_000;
/** @type {number[]} */
let escapes = [];

function leaveNow() {
  // what is on the screen goes before the network answers, and "back" shows a page that says nothing
  document.body.replaceChildren();
  // a voice would go on reading
  window.speechSynthesis?.cancel();
  document.title = "\u200b";
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store answers later, and this page is gone by then
  document.cookie = "hidden=1; path=/; SameSite=Lax";
  location.replace(leave.dataset["elsewhere"] ?? "about:blank");
}

/** The same as on the server: `foldedWord`.
 * @param {string} text */
function folded(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .trim();
}

/** The safe word is never sent: it hides the page at once.
 * @param {Event} event */
function hideOnWord(event) {
  if (!safeWords.includes(folded(written.value))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  written.value = "";
  leaveNow();
}

leave.addEventListener("click", (event) => {
  event.preventDefault();
  leaveNow();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  escapes = [...escapes.filter((at) => event.timeStamp - at < together), event.timeStamp];
  if (escapes.length >= 3) leaveNow();
});
written.addEventListener(
  "keydown",
  (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) hideOnWord(event);
  },
  { capture: true },
);
written.form?.addEventListener("submit", hideOnWord, { capture: true });
// a browser that kept the page whole shows it again on "back"
addEventListener("pageshow", (event) => {
  if (event.persisted && document.cookie.includes("hidden=1")) location.reload();
});
