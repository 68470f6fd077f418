// What the page can do more than forms: send without leaving, show what comes, read aloud, leave fast.

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

/**
 * @typedef {{ id: string, opened?: true, source?: string, text?: string, choice?: string }} Message
 * @typedef {{ message: Message, bubble: HTMLElement | null, tries: number }} Leaving
 * @typedef {{ id: string, from: string, text: string, language: string, markup: string }} Entry
 */

// ------------------------------------------------------------------ sending

/** What has not been accepted yet: one at a time, in order, so that nothing overtakes.
 * @type {Leaving[]} */
const outbox = [];
let isSending = false;
/** True from a press of the keyboard until the answer: the keyboard then goes on from there. */
let followsAnswer = false;

/** A name for a message that stays the same when it is sent again. */
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // an old browser, or a page that is not over https
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

/** @param {Omit<Message, "id">} content @param {string | null} shown */
function send(content, shown) {
  const bubble = shown === null ? null : addOwn(shown);
  outbox.push({ message: { id: newId(), ...content }, bubble, tries: 0 });
  void empty();
}

/** @param {string} text */
function addOwn(text) {
  const copy = /** @type {DocumentFragment} */ (own.content.cloneNode(true));
  const bubble = /** @type {HTMLElement} */ (copy.firstElementChild);
  part(bubble, ".bubble").textContent = text;
  log.append(bubble);
  toEnd(bubble);
  return bubble;
}

async function empty() {
  if (isSending) return;
  isSending = true;
  for (let leaving = outbox[0]; leaving; leaving = outbox[0]) {
    const answer = await post(leaving.message);
    if (answer === "later") {
      leaving.tries++;
      if (leaving.tries >= 3) fail(leaving, null);
      await sleep(Math.min(30_000, 1_000 * 2 ** leaving.tries));
      continue;
    }
    outbox.shift();
    if (answer === "accepted") accepted(leaving);
    else fail(leaving, answer.refused);
  }
  isSending = false;
}

/** @param {Message} message @returns {Promise<"accepted" | "later" | { refused: string }>} */
async function post(message) {
  try {
    const answer = await fetch(`${base}/chat/messages`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(message),
    });
    if (answer.ok) return "accepted";
    if (answer.status >= 500 || answer.status === 429) return "later";
    const { error } = await answer.json().catch(() => ({ error: null }));
    return { refused: error?.message ?? "" };
  } catch {
    return "later";
  }
}

/** @param {Leaving} leaving */
function accepted({ bubble }) {
  bubble?.classList.remove("leaving", "failed");
  if (awaitsBot()) showTyping();
  listen();
}

/** Nothing answered yet, and the last to speak was not a worker: they answer when they can. */
function awaitsBot() {
  const last = log.lastElementChild;
  if (last && !last.classList.contains("from-person")) return false;
  const spoke = [...log.querySelectorAll(".from-bot, .from-worker")].pop();
  return !spoke?.classList.contains("from-worker");
}

/** @param {Leaving} leaving @param {string | null} why */
function fail({ bubble }, why) {
  if (!bubble) {
    // the beginning could not be sent: the person may press the button
    if (start) start.hidden = false;
    return;
  }
  bubble.classList.replace("leaving", "failed");
  const reason = part(bubble, ".why");
  if (why !== null) {
    if (why) reason.textContent = why;
    // the same words would be refused again
    part(bubble, ".again").hidden = true;
  }
  announced.textContent = reason.textContent;
}

/** Wakes at once when the network comes back, or when the person asks to try again. */
let wake = () => {};

/** @param {number} milliseconds @returns {Promise<void>} */
function sleep(milliseconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

// ---------------------------------------------------------------- receiving

/** @type {EventSource | null} */
let stream = null;
let pause = 1_000;

function lastId() {
  return [...log.querySelectorAll(".entry[id]")].pop()?.id ?? "";
}

function listen() {
  if (stream) return;
  stream = new EventSource(`${base}/chat/stream?after=${lastId()}`);
  stream.onopen = () => {
    pause = 1_000;
  };
  stream.onmessage = ({ data }) => show(JSON.parse(data));
  stream.onerror = () => {
    // the browser comes back by itself, unless it was told not to
    if (stream?.readyState !== EventSource.CLOSED) return;
    stream = null;
    void refresh();
    setTimeout(listen, pause);
    pause = Math.min(30_000, pause * 2);
  };
}

/** What came while the stream was away. */
async function refresh() {
  try {
    const answer = await fetch(`${base}/chat/messages?after=${lastId()}`);
    if (answer.ok) for (const entry of (await answer.json()).entries) show(entry);
  } catch {
    // no network: the stream will tell when it is back
  }
}

/** @param {Entry} entry */
function show(entry) {
  if (document.getElementById(entry.id)) return;
  if (entry.from === "person") {
    const mine = ownBubbles().find((bubble) => part(bubble, ".bubble").textContent === entry.text);
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
  if (entry.language !== document.documentElement.lang && !outbox.length && !field.value) {
    location.reload();
    return;
  }
  afterShown(/** @type {Element} */ (log.lastElementChild));
}

function ownBubbles() {
  return /** @type {HTMLElement[]} */ ([...log.querySelectorAll(".entry:not([id])")]);
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

// ------------------------------------------------------------------ writing

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
  if (text) send({ text }, text);
  field.value = "";
  grow();
}

document.addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.target === start) begin();
  if (event.target === field.form) sendField();
});

document.addEventListener("click", (event) => {
  const button = /** @type {Element} */ (event.target).closest("button");
  if (!button) return;
  if (button.getAttribute("form") === "choices") {
    event.preventDefault();
    const label = button.textContent?.trim() ?? "";
    // pressed by the keyboard or by what reads the screen: a finger needs no focus moved
    followsAnswer = event.detail === 0;
    if (button.name === "choice") send({ choice: button.value }, label);
    else send({ text: button.value }, button.value);
  }
  if (button.classList.contains("aloud")) readAloud(button);
  if (button.classList.contains("again")) {
    button.closest(".entry")?.classList.replace("failed", "leaving");
    wake();
  }
});

function begin() {
  const source = new FormData(start ?? undefined).get("source");
  if (start) start.hidden = true;
  if (outbox.some(({ message }) => message.opened)) return wake();
  send({ opened: true, ...(source ? { source: String(source) } : {}) }, null);
}

// ------------------------------------------------------------ reading aloud

/** @type {Element | null} */
let speaking = null;

if ("speechSynthesis" in window) document.documentElement.classList.add("can-speak");

/** @param {Element} button */
function readAloud(button) {
  const was = speaking;
  quiet();
  if (was === button) return;
  const bubble = button.closest(".entry")?.querySelector(".bubble")?.cloneNode(true);
  if (!(bubble instanceof Element)) return;
  for (const hint of bubble.querySelectorAll(".visually-hidden")) hint.remove();
  const spoken = new SpeechSynthesisUtterance(bubble.textContent ?? "");
  spoken.lang = document.documentElement.lang;
  spoken.onend = quiet;
  button.setAttribute("aria-pressed", "true");
  speaking = button;
  speechSynthesis.speak(spoken);
}

function quiet() {
  speechSynthesis.cancel();
  speaking?.setAttribute("aria-pressed", "false");
  speaking = null;
}

// ------------------------------------------------------------- leaving fast

const leave = /** @type {HTMLAnchorElement} */ (document.getElementById("leave"));
let escapedAt = -Infinity;

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

// -------------------------------------------------------------------- start

/** @param {Element} within @param {string} selector @returns {HTMLElement} */
function part(within, selector) {
  return /** @type {HTMLElement} */ (within.querySelector(selector));
}

addEventListener("online", () => wake());
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) void refresh();
});
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && stream) void refresh();
});

if (page.dataset.begun === "true") {
  listen();
  scrollTo(0, document.documentElement.scrollHeight);
} else begin();
