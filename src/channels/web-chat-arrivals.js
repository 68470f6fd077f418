// What comes: live while the stream is open, asked for when it was away.

/** @typedef {{ id: string, from: string, text: string, language: string, markup: string }} Entry */

/** Tells of each entry after the last one the page has, sometimes twice.
 * @param {string} base @param {() => string} lastId @param {(entry: Entry) => void} show */
export function openArrivals(base, lastId, show) {
  /** @type {EventSource | null} */
  let stream = null;
  let pause = 1_000;

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

  async function refresh() {
    try {
      const answer = await fetch(`${base}/chat/messages?after=${lastId()}`);
      if (answer.ok) for (const entry of (await answer.json()).entries) show(entry);
    } catch {
      // no network: the stream tells when it is back
    }
  }

  // a phone that was asleep, a page that comes back: the stream may not know that it is dead
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) void refresh();
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && stream) void refresh();
  });
  return { listen };
}
