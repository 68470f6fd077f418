// Reading a message aloud, where the browser can: the buttons show only then.

/** @type {Element | null} */
let speaking = null;

if ("speechSynthesis" in window) document.documentElement.classList.add("can-speak");

document.addEventListener("click", (event) => {
  const button = /** @type {Element} */ (event.target).closest("button.aloud");
  if (button) readAloud(button);
});

/** Reads the message beside the button, or stops reading it.
 * @param {Element} button */
function readAloud(button) {
  const was = speaking;
  stop();
  if (was === button) return;
  const bubble = button.closest(".entry")?.querySelector(".bubble")?.cloneNode(true);
  if (!(bubble instanceof Element)) return;
  for (const hint of bubble.querySelectorAll(".visually-hidden")) hint.remove();
  const spoken = new SpeechSynthesisUtterance(bubble.textContent ?? "");
  spoken.lang = document.documentElement.lang;
  const ended = () => {
    // stopping one message to read another ends it too
    if (speaking === button) stop();
  };
  spoken.onend = ended;
  spoken.onerror = ended;
  button.setAttribute("aria-pressed", "true");
  speaking = button;
  speechSynthesis.speak(spoken);
}

function stop() {
  speaking?.setAttribute("aria-pressed", "false");
  speaking = null;
  speechSynthesis.cancel();
}
