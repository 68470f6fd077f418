// What wakes in the browser when it is rung: a notice, and the page when it is pressed.

/** @type {ServiceWorkerGlobalScope} */
const here = /** @type {any} */ (globalThis);

/** @param {string} link */
async function openPages(link) {
  const all = await here.clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter(({ url }) => new URL(url).pathname === new URL(link).pathname);
}

/** @param {{ title: string, body: string, link: string, about: string }} notice */
async function show(notice) {
  const pages = await openPages(notice.link);
  // whoever looks at the page reads it there
  if (pages.some(({ focused }) => focused)) return;
  await here.registration.showNotification(notice.title, {
    body: notice.body,
    tag: notice.about,
    renotify: true,
    data: { link: notice.link },
  });
}

/** @param {string} link */
async function open(link) {
  const [page] = await openPages(link);
  if (page) await page.focus();
  else await here.clients.openWindow(link);
}

here.addEventListener("install", () => here.skipWaiting());
here.addEventListener("push", (event) => {
  if (event.data) event.waitUntil(show(event.data.json()));
});
here.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.link));
});
