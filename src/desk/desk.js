// What the desk's pages do beyond htmx: keys, the title, the end of a conversation, the help.

const one = (selector) => document.querySelector(selector);
const quiet = "trousseau-sans-raccourcis";

const atTheEnd = (box) => box.scrollHeight - box.scrollTop - box.clientHeight < 80;
const toTheEnd = () => {
  const box = one(".thread");
  if (!box) return;
  // on a phone it is the page that scrolls
  if (box.scrollHeight > box.clientHeight + 1) box.scrollTop = box.scrollHeight;
  else if (!location.hash) one("#agir")?.scrollIntoView({ block: "end" });
};

let wasAtTheEnd = true;
let lastSaid = "";

function lastOf() {
  return one("#fil > li:last-child")?.id ?? "";
}

document.addEventListener("htmx:beforeSwap", (event) => {
  const box = one(".thread");
  if (event.detail.target.id === "fil" && box) wasAtTheEnd = atTheEnd(box);
});

document.addEventListener("htmx:afterSettle", (event) => {
  const target = event.detail.target;
  if (target?.id === "fil") {
    if (wasAtTheEnd) toTheEnd();
    const last = lastOf();
    if (last !== lastSaid && last.startsWith("person-")) {
      const spoken = one("#annonce");
      spoken.textContent = "";
      requestAnimationFrame(() => {
        spoken.textContent = spoken.dataset.new;
      });
    }
    lastSaid = last;
  }
  if (target?.id === "file") countInTitle();
});

let lastWaiting = Number(one("[data-waiting]")?.dataset.waiting ?? 0);

function countInTitle() {
  const waiting = Number(one("[data-waiting]")?.dataset.waiting ?? 0);
  const title = document.title.replace(/^\(\d+\) /, "");
  document.title = waiting > 0 ? `(${waiting}) ${title}` : title;
  if (waiting > lastWaiting && localStorage.getItem(withSound) === "1") ring();
  lastWaiting = waiting;
}

const withSound = "trousseau-son";

/** Two short notes, a third apart: heard in an office, not across it. */
function ring() {
  const audio = new AudioContext();
  for (const [place, pitch] of [660, 830].entries()) {
    const note = new OscillatorNode(audio, { frequency: pitch });
    const volume = new GainNode(audio, { gain: 0.08 });
    note.connect(volume).connect(audio.destination);
    note.start(audio.currentTime + place * 0.16);
    note.stop(audio.currentTime + place * 0.16 + 0.14);
    if (place === 1) note.addEventListener("ended", () => audio.close());
  }
}

const sound = one("#son");
if (sound) {
  sound.closest("label").hidden = false;
  sound.checked = localStorage.getItem(withSound) === "1";
  sound.addEventListener("change", () => {
    localStorage.setItem(withSound, sound.checked ? "1" : "0");
    if (sound.checked) ring();
  });
}

// the pieces beside the thread may come anew while somebody types in them: what is typed stays. A form that
// was sent leaves an empty box, and that is meant
let isOfTheThread = false;
document.addEventListener("htmx:beforeSwap", (event) => {
  isOfTheThread = event.detail.requestConfig?.elt.id === "fil";
});
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  if (!isOfTheThread) return;
  const { target, fragment } = event.detail;
  for (const box of target.querySelectorAll("textarea[id]")) {
    const next = fragment.querySelector(`#${box.id}`);
    if (next && box.value !== "" && next.value === "") next.textContent = box.value;
  }
});

// a hint, never a refusal: long sentences are hard to read in a language one learns
const longestSentence = 15;
document.addEventListener("input", (event) => {
  const hint = one("#lisible");
  if (event.target.id !== "reponse" || !hint) return;
  const lengths = event.target.value
    .split(/[.!?\n]+/)
    .map((sentence) => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length);
  const longest = Math.max(...lengths);
  hint.hidden = longest <= longestSentence;
  hint.textContent = hint.hidden ? "" : hint.dataset.long.replace("#", String(longest));
});

// after a lost connection, what happened meanwhile is read again
let wasConnected = false;
document.addEventListener("htmx:sseOpen", () => {
  if (wasConnected) document.body.dispatchEvent(new CustomEvent("refresh"));
  wasConnected = true;
});

// the answer that was sent leaves its place to an empty box: the caret stays there
document.addEventListener("htmx:afterRequest", (event) => {
  const { requestConfig, successful } = event.detail;
  // the form itself may be gone by now: it is asked for where the request keeps it
  if (!successful || !requestConfig.elt.matches("form.answer, form.claim, .canned-insert")) return;
  one("#reponse")?.focus();
  // what the worker has just written is what they look for, under a notice that has taken room
  requestAnimationFrame(toTheEnd);
});

const rows = () => [...document.querySelectorAll("#file .row, .misheard")];
function move(by) {
  const all = rows();
  const open = all.indexOf(document.activeElement);
  const from = open >= 0 ? open : all.findIndex((row) => row.hasAttribute("aria-current"));
  all[Math.min(all.length - 1, Math.max(0, from + by))]?.focus();
}

function press(key) {
  const target = one(`[data-key="${key}"]`);
  if (!target) return false;
  const folded = target.closest("details");
  if (folded && !folded.open) folded.open = true;
  if (target.matches("button")) target.click();
  else if (target.matches("summary")) (folded.querySelector("form button") ?? target).focus();
  else target.focus();
  return true;
}

const acts = {
  j: () => move(1),
  k: () => move(-1),
  c: () => press("c"),
  r: () => press("r"),
  n: () => press("n"),
  b: () => press("b"),
  "/": () => press("/"),
  "?": () => one("#aide")?.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.matches?.("textarea")) event.target.blur();
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("input, textarea, select, dialog[open]")) return;
  if (localStorage.getItem(quiet) === "1" && event.key !== "?") return;
  if (!Object.hasOwn(acts, event.key)) return;
  event.preventDefault();
  acts[event.key]();
});

const silent = one("#sans-raccourcis");
if (silent) {
  silent.checked = localStorage.getItem(quiet) === "1";
  silent.addEventListener("change", () => localStorage.setItem(quiet, silent.checked ? "1" : "0"));
}

lastSaid = lastOf();
toTheEnd();
