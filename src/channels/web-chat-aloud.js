// Reading a message aloud, where the browser can: a button shows only when there is a voice for its language.

/** @type {Element | null} */
let speaking = null;

/** The language of the message beside a button: its own, else the page's.
 * @param {Element} button */
function languageOf(button) {
  const own = button.closest(".entry")?.querySelector(".bubble")?.getAttribute("lang");
  return own ?? document.documentElement.lang;
}

/** A voice of a language, the one of the device first; some phones write "ar_SA".
 * @param {string} language */
function voiceFor(language) {
  const fitting = speechSynthesis
    .getVoices()
    .filter(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language);
  return (
    fitting.find((voice) => voice.default) ??
    fitting.find((voice) => voice.localService) ??
    fitting[0]
  );
}

/** Some browsers speak and name no voice: there the language alone is asked for.
 * @param {string} language */
function canSpeak(language) {
  return speechSynthesis.getVoices().length === 0 || voiceFor(language) !== undefined;
}

function showButtons() {
  for (const button of document.querySelectorAll("button.aloud"))
    button.classList.toggle("can-speak", canSpeak(languageOf(button)));
}

if ("speechSynthesis" in window) {
  showButtons();
  // the list of voices comes late
  speechSynthesis.onvoiceschanged = showButtons;
  const log = /** @type {HTMLElement} */ (document.getElementById("log"));
  new MutationObserver(showButtons).observe(log, { childList: true });
}

document.addEventListener("click", (event) => {
  const button = /** @type {Element} */ (event.target).closest("button.aloud");
  if (button) readAloud(button);
});

/** What is said of a message, piece by piece, for long ones are cut off by some voices: its lines, then the choices.
 * @param {Element} button */
function piecesBeside(button) {
  const entry = button.closest(".entry");
  const bubble = entry?.querySelector(".bubble")?.cloneNode(true);
  if (!(bubble instanceof Element)) return [];
  for (const hint of bubble.querySelectorAll(".visually-hidden")) hint.remove();
  const choices = [...(entry?.querySelectorAll(".choices button") ?? [])];
  return [
    ...(bubble.textContent ?? "").split("\n"),
    ...choices.map((choice) => choice.textContent ?? ""),
  ]
    .map((piece) => piece.replaceAll(/[\u200e\u200f\u2066-\u2069]/g, "").trim())
    .filter((piece) => piece !== "");
}

/** Reads the message beside the button, or stops reading it.
 * @param {Element} button */
function readAloud(button) {
  const was = speaking;
  stop();
  if (was === button) return;
  const language = languageOf(button);
  const pieces = piecesBeside(button).map((piece) => new SpeechSynthesisUtterance(piece));
  const last = pieces.at(-1);
  if (!last) return;
  const ended = () => {
    // stopping one message to read another ends it too
    if (speaking === button) stop();
  };
  last.onend = ended;
  button.setAttribute("aria-pressed", "true");
  speaking = button;
  for (const piece of pieces) {
    piece.voice = voiceFor(language) ?? null;
    piece.lang = piece.voice?.lang ?? language;
    piece.onerror = ended;
    speechSynthesis.speak(piece);
  }
}

function stop() {
  speaking?.setAttribute("aria-pressed", "false");
  speaking = null;
  speechSynthesis.cancel();
}
