// What the person said and the server has not accepted yet: nothing is lost, nothing overtakes.

/**
 * @typedef {{ opened?: true, source?: string, text?: string, choice?: string }} Content
 * @typedef {{ message: Content & { id: string }, bubble: HTMLElement | null, tries: number }} Leaving
 * @typedef {object} Told
 * @property {() => void} accepted one was accepted
 * @property {(bubble: HTMLElement | null, why: string | null) => void} failed it is tried again when `why` is null
 */

/** Sends one message at a time, in order, again and again under the same id until it is accepted.
 * @param {string} address @param {Told} told */
export function openOutbox(address, told) {
  /** @type {Leaving[]} */
  const waiting = [];
  let isSending = false;
  /** Ends the pause between two tries. */
  let wake = () => {};

  async function empty() {
    if (isSending) return;
    isSending = true;
    for (let leaving = waiting[0]; leaving; leaving = waiting[0]) {
      const answer = await post(address, leaving.message);
      if (answer === "later") {
        leaving.tries++;
        if (leaving.tries >= 3) told.failed(leaving.bubble, null);
        await pause(Math.min(30_000, 1_000 * 2 ** leaving.tries));
        continue;
      }
      waiting.shift();
      leaving.bubble?.classList.remove("leaving", "failed");
      if (answer === "accepted") told.accepted();
      else told.failed(leaving.bubble, answer.refused);
    }
    isSending = false;
  }

  /** @param {number} milliseconds @returns {Promise<void>} */
  function pause(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  addEventListener("online", () => wake());
  return {
    /** @param {Content} content @param {HTMLElement | null} bubble */
    send(content, bubble) {
      waiting.push({ message: { ...content, id: newId() }, bubble, tries: 0 });
      void empty();
    },
    tryNow: () => wake(),
    isEmpty: () => waiting.length === 0,
  };
}

/** A name for a message that stays the same when it is sent again. */
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // an old browser, or a page that is not over https
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

/** @param {string} address @param {unknown} message
 * @returns {Promise<"accepted" | "later" | { refused: string }>} */
async function post(address, message) {
  try {
    const answer = await fetch(address, {
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
