// Asks the browser whether it may ring while the page is closed, and tells the server where.

const box = /** @type {HTMLElement | null} */ (document.querySelector("[data-bell]"));

/** @param {string} name */
function told(name) {
  for (const line of box?.querySelectorAll("[data-told]") ?? []) {
    const one = /** @type {HTMLElement} */ (line);
    one.hidden = one.dataset["told"] !== name;
  }
}

/** @param {string} text */
function bytesOf(text) {
  const padded = text.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(padded), (character) => character.charCodeAt(0));
}

/** @param {ServiceWorkerRegistration} registration @returns {Promise<void>} */
function awake({ active, installing, waiting }) {
  const worker = installing ?? waiting;
  if (active || !worker) return Promise.resolve();
  return new Promise((resolve) => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") resolve();
    });
  });
}

async function ask() {
  const { worker, key, address } = /** @type {HTMLElement} */ (box).dataset;
  if ((await Notification.requestPermission()) !== "granted") return told("denied");
  const registration = await navigator.serviceWorker.register(worker ?? "");
  await awake(registration);
  // an older agreement may be with another key
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytesOf(key ?? ""),
  });
  const answer = await fetch(address ?? "", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(subscription),
  });
  if (!answer.ok) throw new Error("not kept");
  location.reload();
}

if (box) {
  const button = /** @type {HTMLButtonElement} */ (box.querySelector("[data-ask]"));
  const isAble = "serviceWorker" in navigator && "PushManager" in globalThis;
  if (!isAble) told("unable");
  else {
    told("");
    button.hidden = false;
    button.addEventListener("click", async () => {
      button.disabled = true;
      await ask().catch(() => told("failed"));
      button.disabled = false;
    });
  }
}
