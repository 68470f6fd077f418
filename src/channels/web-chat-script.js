// What the page can do more than forms: send without leaving, and show what comes.

import { openArrivals } from "look:web-chat-arrivals.js";
import { openOutbox } from "look:web-chat-outbox.js";

const page = /** @type {HTMLElement} */ (document.querySelector("main"));
const log = /** @type {HTMLElement} */ (document.getElementById("log"));
const typing = /** @type {HTMLElement} */ (document.getElementById("typing"));
const announced = /** @type {HTMLElement} */ (document.getElementById("said"));
const start = /** @type {HTMLFormElement | null} */ (document.getElementById("start"));
const own = /** @type {HTMLTemplateElement} */ (document.getElementById("own"));
const field = /** @type {HTMLTextAreaElement} */ (document.getElementById("text"));
const count = /** @type {HTMLElement} */ (document.getElementById("count"));
const base = page.dataset.base ?? "";
/** What the head covers, in pixels, and a little air. */
const headRoom = 96;

const arrivals = openArrivals(
  base,
  () => [...log.querySelectorAll(".entry[id]")].pop()?.id ?? "",
  show,
);
const outbox = openOutbox(`${base}/chat/messages`, { accepted, failed });

/** @param {Element} within @param {string} selector @returns {HTMLElement} */
function part(within, selector) {
  return /** @type {HTMLElement} */ (within.querySelector(selector));
}

// ------------------------------------------------------------ what was said

/** True from a press of the keyboard until the answer: the keyboard then goes on from there. */
let followsAnswer = false;
/** True once the beginning was asked for and not refused. */
let hasBegun = false;

/** @param {string} text */
function addOwn(text) {
  const copy = /** @type {DocumentFragment} */ (own.content.cloneNode(true));
  const bubble = /** @type {HTMLElement} */ (copy.firstElementChild);
  part(bubble, ".bubble").textContent = text;
  log.append(bubble);
  toEnd(bubble);
  return bubble;
}

function accepted() {
  if (awaitsBot()) showTyping();
  arrivals.listen();
}

/** Nothing answered yet, and the last to speak was not a worker: they answer when they can. */
function awaitsBot() {
  const last = log.lastElementChild;
  if (last && !last.classList.contains("from-person")) return false;
  const spoke = [...log.querySelectorAll(".from-bot, .from-worker")].pop();
  return !spoke?.classList.contains("from-worker");
}

/** @param {HTMLElement | null} bubble @param {string | null} why */
function failed(bubble, why) {
  if (!bubble) {
    // the beginning could not be sent: the person may press the button
    if (start) start.hidden = false;
    if (why !== null) hasBegun = false;
    return;
  }
  bubble.classList.remove("leaving");
  bubble.classList.add("failed");
  const reason = part(bubble, ".why");
  if (why) reason.textContent = why;
  // the same words would be refused again
  part(bubble, ".again").hidden = why !== null;
  announced.textContent = reason.textContent;
}

// --------------------------------------------------------------- what comes

/** @param {{ id: string, from: string, text: string, language: string, markup: string }} entry */
function show(entry) {
  if (document.getElementById(entry.id)) return;
  if (entry.from === "person") {
    const mine = [...log.querySelectorAll(".entry:not([id])")].find(
      (bubble) => part(bubble, ".bubble").textContent === entry.text,
    );
    if (mine) {
      mine.id = entry.id;
      mine.classList.remove("leaving", "failed");
      return;
    }
  }
  // markup made by our server, where every text is escaped
  log.insertAdjacentHTML("beforeend", entry.markup);
  if (entry.from === "person") return;
  hideTyping();
  if (start) start.hidden = true;
  // the words around the conversation are in another language now
  const isStrange = entry.language !== document.documentElement.lang;
  if (isStrange && outbox.isEmpty() && !field.value) location.reload();
  else afterShown(/** @type {Element} */ (log.lastElementChild));
}

/** The first of those that come together. @type {Element | null} */
let firstShown = null;

/** Once all that came together is there: to its end, and the keyboard to the first choice.
 * @param {Element} entry */
function afterShown(entry) {
  if (firstShown) return;
  firstShown = entry;
  setTimeout(() => {
    toEnd(firstShown);
    firstShown = null;
    if (!followsAnswer) return;
    followsAnswer = false;
    const choice = log.querySelector(".entry:last-child .choices button");
    /** @type {HTMLElement} */ (choice ?? field).focus();
  }, 60);
}

/** Shows the end, but never passes over the beginning of what just came.
 * @param {Element | null} first */
function toEnd(first) {
  const end = document.documentElement.scrollHeight - innerHeight;
  const beginning = first ? first.getBoundingClientRect().top + scrollY - headRoom : end;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollTo({ top: Math.min(end, beginning), behavior: calm ? "auto" : "smooth" });
}

/** @type {number | undefined} */
let typingTimer;

/** An answer usually comes at once; when a person has to read first, dots would promise too much. */
function showTyping() {
  typing.hidden = false;
  toEnd(log.lastElementChild);
  clearTimeout(typingTimer);
  typingTimer = setTimeout(hideTyping, 5_000);
}

function hideTyping() {
  clearTimeout(typingTimer);
  typing.hidden = true;
}

// ------------------------------------------------------- writing, choosing

function grow() {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
  count.hidden = field.value.length < field.maxLength * 0.9;
  count.textContent = `${field.value.length} / ${field.maxLength}`;
}

field.addEventListener("input", () => {
  followsAnswer = false;
  grow();
});
field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  sendField();
});

function sendField() {
  const text = field.value.trim();
  if (text) outbox.send({ text }, addOwn(text));
  field.value = "";
  grow();
}

document.addEventListener("submit", (event) => {
  // the word that hides the page is kept by the server, with the whole page
  if (/** @type {Element} */ (event.target).classList.contains("hiding-word")) return;
  event.preventDefault();
  if (event.target === start) begin();
  if (event.target === field.form) sendField();
});

document.addEventListener("click", (event) => {
  const button = /** @type {Element} */ (event.target).closest("button");
  if (button?.getAttribute("form") === "choices") {
    event.preventDefault();
    // pressed by the keyboard or by what reads the screen: a finger needs no focus moved
    followsAnswer = event.detail === 0;
    const isChoice = button.name === "choice";
    const shown = isChoice ? (button.textContent ?? "") : button.value;
    outbox.send(isChoice ? { choice: button.value } : { text: button.value }, addOwn(shown));
  }
  if (button?.classList.contains("again")) {
    button.closest(".entry")?.classList.replace("failed", "leaving");
    outbox.tryNow();
  }
});

/** Opens the conversation, once; when it could not be sent, tries it now. */
function begin() {
  if (start) start.hidden = true;
  if (hasBegun) return outbox.tryNow();
  hasBegun = true;
  const source = start && new FormData(start).get("source");
  outbox.send({ opened: true, ...(source ? { source: String(source) } : {}) }, null);
}

if (page.dataset.begun === "true") {
  arrivals.listen();
  scrollTo(0, document.documentElement.scrollHeight);
} else begin();
