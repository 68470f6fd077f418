import { expect, test } from "vitest";
import { newBrowser, readEvents } from "./web-chat-browser.ts";
import { openChat, reply, testHouse } from "./web-chat-house.ts";

const menu = [
  { id: "menu.start.visale", label: "Visale" },
  { id: "menu.start.fsl", label: "FSL" },
];

async function chatThatAnswers(...replies: ReturnType<typeof reply>[]) {
  const house = testHouse({ answer: () => replies });
  const { app, closeStreams } = await openChat(house);
  return { house, app, closeStreams, browser: newBrowser(app) };
}

test("somebody new gets no cookie until they act", async () => {
  const { browser } = await chatThatAnswers(reply("Salut !"));
  const page = await browser.get("/");
  expect(page.status).toBe(200);
  expect(page.headers.get("Set-Cookie")).toBeNull();
  await browser.send({ id: "m-1", opened: true });
  expect(browser.cookie()).toMatch(/^chat-rencontres-et-loisirs=address-/);
});

test("the cookie is out of reach of scripts and other sites, and lasts a year", async () => {
  const { browser } = await chatThatAnswers();
  const answer = await browser.send({ id: "m-1", text: "bonjour" });
  const cookie = answer.headers.get("Set-Cookie") ?? "";
  expect(cookie.split("; ").slice(1).sort()).toEqual([
    "HttpOnly",
    "Max-Age=31536000",
    "Path=/",
    "SameSite=Lax",
  ]);
});

test("over https the cookie travels over https alone, for this host alone", async () => {
  const house = testHouse({ secure: true });
  const { app } = await openChat(house);
  const browser = newBrowser(app);
  const answer = await browser.send({ id: "m-1", text: "bonjour" });
  expect(answer.headers.get("Set-Cookie")).toMatch(/^__Host-chat-.*; Secure/);
  await browser.send({ id: "m-2", text: "encore" });
  expect(house.received.map(({ address }) => address)).toEqual(["address-1", "address-1"]);
});

test("a cookie that we did not sign opens nothing", async () => {
  const { house, app, browser } = await chatThatAnswers(reply("Salut !"));
  await browser.send({ id: "m-1", text: "bonjour" });
  const forged = { Cookie: `chat-rencontres-et-loisirs=${house.address()}.invented` };
  const page = await newBrowser(app).get("/chat/messages", forged);
  expect(await page.json()).toEqual({ entries: [] });
});

test.each([
  ["a text", { id: "m-1", text: "bonjour" }, { kind: "text", text: "bonjour" }],
  [
    "a choice",
    { id: "m-1", choice: "menu.start.fsl" },
    { kind: "choice", option: "menu.start.fsl" },
  ],
  ["an opening", { id: "m-1", opened: true }, { kind: "opened" }],
  [
    "an opening from a poster",
    { id: "m-1", opened: true, source: "poster-ml-carvin" },
    { kind: "opened", source: "poster-ml-carvin" },
  ],
  [
    "a source that is none of ours",
    { id: "m-1", opened: true, source: "Nom Prénom" },
    { kind: "opened" },
  ],
])("%s is stored and accepted", async (_, message, content) => {
  const { house, browser } = await chatThatAnswers();
  const answer = await browser.send(message);
  expect([answer.status, await answer.json()]).toEqual([202, { outcome: "stored" }]);
  expect(house.received).toEqual([{ address: "address-1", id: "m-1", content, wait: false }]);
});

test("the same message sent again is seen, not stored twice", async () => {
  const { browser } = await chatThatAnswers();
  await browser.send({ id: "m-1", text: "bonjour" });
  const again = await browser.send({ id: "m-1", text: "bonjour" });
  expect([again.status, await again.json()]).toEqual([202, { outcome: "seen" }]);
});

test("when the first cookie was lost on its way, the message sent again is answered", async () => {
  const { app, browser } = await chatThatAnswers(reply("Salut !"));
  await newBrowser(app).send({ id: "m-1", opened: true });
  const answer = await browser.send({ id: "m-1", opened: true });
  expect(await answer.json()).toEqual({ outcome: "stored" });
  const { entries } = await (await browser.get("/chat/messages")).json();
  expect(entries.map(({ text }: { text: string }) => text)).toEqual(["Salut !"]);
});

test("a text longer than the field holds is passed on whole", async () => {
  const { house, browser } = await chatThatAnswers();
  const text = "a".repeat(12_000);
  expect((await browser.send({ id: "m-1", text })).status).toBe(202);
  expect(house.received[0]?.content).toEqual({ kind: "text", text });
});

test.each([
  ["not JSON", "{", "badJson"],
  ["a list", "[]", "badJson"],
  ["no id", { text: "bonjour" }, "badId"],
  ["an id that is a number", { id: 3, text: "bonjour" }, "badId"],
  ["an id too long", { id: "a".repeat(65), text: "bonjour" }, "badId"],
  ["nothing said", { id: "m-1" }, "badContent"],
  ["a text that is a number", { id: "m-1", text: 450 }, "badContent"],
  ["a choice of more than 64 bytes", { id: "m-1", choice: "é".repeat(33) }, "badContent"],
  ["two things at once", { id: "m-1", text: "bonjour", choice: "a.b.c" }, "badContent"],
  ["opened, but not true", { id: "m-1", opened: "yes" }, "badContent"],
])("%s is refused with a sentence", async (_, message, code) => {
  const { house, browser } = await chatThatAnswers();
  const answer = await browser.send(message);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({
    error: { code, message: house.door.texts.say({ key: `web:${code}` }, "fr") },
  });
  expect([house.received, browser.cookie()]).toEqual([[], null]);
});

test("more than a mebibyte is refused", async () => {
  const { browser } = await chatThatAnswers();
  const answer = await browser.send({ id: "m-1", text: "a".repeat(1024 * 1024) });
  expect([answer.status, (await answer.json()).error.code]).toEqual([413, "tooLarge"]);
});

test("a form of another site is refused, and so is one that hides where it comes from", async () => {
  const { house, browser } = await chatThatAnswers();
  const elsewhere = await browser.submit({ text: "bonjour" }, { Origin: "https://evil.example" });
  const hidden = await browser.submit({ text: "bonjour" }, { Origin: "null" });
  const disguised = await browser.send('{"id":"m-1","text":"bonjour"}', {
    "Content-Type": "text/plain",
    Origin: "https://evil.example",
  });
  expect([elsewhere.status, hidden.status, disguised.status]).toEqual([403, 403, 403]);
  expect(house.received).toEqual([]);
});

test("without script: the form is answered, and the page comes back with all that was said", async () => {
  const { house, browser } = await chatThatAnswers(reply("Que veux-tu faire ?", menu));
  const sent = await browser.submit({ id: "form-1", text: "bonjour" });
  expect([sent.status, sent.headers.get("Location")]).toEqual([303, "/#last"]);
  expect(house.received[0]).toMatchObject({ id: "form-1", wait: true });
  const page = await (await browser.get("/")).text();
  expect(page).toContain("bonjour");
  expect(page).toContain("Que veux-tu faire\u00a0?");
  expect(page).toContain('name="choice" value="menu.start.fsl"');
  await browser.submit({ id: "form-2", choice: "menu.start.fsl", text: "" });
  expect(house.received[1]?.content).toEqual({ kind: "choice", option: "menu.start.fsl" });
});

test("without script: an empty form sends nothing, and a form without id gets one", async () => {
  const { house, browser } = await chatThatAnswers();
  await browser.submit({ id: "form-1", text: "" });
  expect(house.received).toEqual([]);
  await browser.submit({ text: "bonjour" });
  expect(house.received.map(({ id }) => id)).toEqual([expect.stringMatching(/^address-/)]);
});

test("a pressed button reads as its label, also when it was offered long ago", async () => {
  const { browser } = await chatThatAnswers(reply("Que veux-tu faire ?", menu));
  await browser.send({ id: "m-1", choice: "gone.long.ago" });
  await browser.send({ id: "m-2", choice: "menu.start.fsl" });
  const { entries } = await (await browser.get("/chat/messages")).json();
  expect(entries.map(({ text }: { text: string }) => text)).toEqual([
    "Réponse choisie",
    "Que veux-tu faire ?",
    "FSL",
    "Que veux-tu faire ?",
  ]);
});

test("what has not left yet is not shown: a worker may still take over", async () => {
  const { house, browser } = await chatThatAnswers();
  await browser.send({ id: "m-1", text: "bonjour" });
  house.say("bot", reply("Trop tard"), "queued");
  house.say("worker", reply("Bonjour, c'est Nadia."));
  const { entries } = await (await browser.get("/chat/messages")).json();
  expect(
    entries.map(({ from, text }: { from: string; text: string }) => `${from}: ${text}`),
  ).toEqual(["person: bonjour", "worker: Bonjour, c'est Nadia."]);
});

test("the list begins after the entry that the page has", async () => {
  const { browser } = await chatThatAnswers(reply("Salut !"), reply("Quel âge as-tu ?"));
  await browser.send({ id: "m-1", text: "bonjour" });
  const { entries } = await (await browser.get("/chat/messages?after=out-2")).json();
  expect(entries.map(({ id }: { id: string }) => id)).toEqual(["out-3"]);
});

test("the stream sends what is there, then what comes", async () => {
  const { house, browser } = await chatThatAnswers(reply("Salut !"));
  await browser.send({ id: "m-1", text: "bonjour" });
  const events = await readEvents(await browser.get("/chat/stream"), 3, () => {
    house.say("worker", reply("Je suis là."));
  });
  expect(events.map(({ id, data }) => [id, data.from, data.text])).toEqual([
    ["in-1", "person", "bonjour"],
    ["out-2", "bot", "Salut !"],
    ["out-3", "worker", "Je suis là."],
  ]);
});

test.each([
  [
    "the header of a browser that comes back",
    "/chat/stream?after=in-1",
    { "Last-Event-ID": "out-2" },
  ],
  ["the address of a page that begins", "/chat/stream?after=out-2", {}],
])("the stream goes on from %s", async (_, path, headers) => {
  const { house, browser } = await chatThatAnswers(reply("Salut !"));
  await browser.send({ id: "m-1", text: "bonjour" });
  house.say("bot", reply("Quel âge as-tu ?"));
  const events = await readEvents(await browser.get(path, headers), 1);
  expect(events.map(({ id }) => id)).toEqual(["out-3"]);
});

test("the stream of somebody who has no conversation is over at once", async () => {
  const { browser } = await chatThatAnswers();
  expect((await browser.get("/chat/stream")).status).toBe(204);
});

test("a server that stops closes its streams", async () => {
  const { browser, closeStreams } = await chatThatAnswers(reply("Salut !"));
  await browser.send({ id: "m-1", text: "bonjour" });
  const stream = await browser.get("/chat/stream");
  const whole = stream.text();
  closeStreams();
  expect(await whole).toContain("retry: 1000");
});

test("a stream that was left watches nothing any more", async () => {
  const { house, browser } = await chatThatAnswers(reply("Salut !"));
  await browser.send({ id: "m-1", text: "bonjour" });
  let watching = 0;
  const { live } = house.door;
  const watch = live.watch;
  live.watch = (conversation, callback, slug) => {
    watching++;
    const stop = watch(conversation, callback, slug);
    return () => {
      watching--;
      stop();
    };
  };
  await readEvents(await browser.get("/chat/stream"), 2);
  await new Promise(setImmediate);
  expect(watching).toBe(0);
});

test("a file is given to whom it was sent, to be kept, and to nobody else", async () => {
  const event = { name: "rendez-vous d'été.ics", type: "text/calendar", body: "BEGIN:VCALENDAR" };
  const { app, browser } = await chatThatAnswers({ ...reply("C'est noté."), file: event });
  await browser.send({ id: "m-1", text: "oui" });
  const page = await (await browser.get("/")).text();
  expect(page).toContain('href="/chat/files/2"');
  const file = await browser.get("/chat/files/2");
  expect(await file.text()).toBe("BEGIN:VCALENDAR");
  expect(file.headers.get("Content-Disposition")).toBe(
    "attachment; filename*=UTF-8''rendez-vous%20d%27%C3%A9t%C3%A9.ics",
  );
  const stranger = newBrowser(app);
  await stranger.send({ id: "m-2", text: "bonjour" });
  expect((await stranger.get("/chat/files/2")).status).toBe(404);
  expect((await newBrowser(app).get("/chat/files/2")).status).toBe(404);
  expect((await browser.get("/chat/files/1")).status).toBe(404);
});

test("the page speaks the conversation's language, from right to left when it does", async () => {
  const { house, browser } = await chatThatAnswers(reply("Hi!"));
  expect(await (await browser.get("/", { "Accept-Language": "en-GB,en;q=0.9" })).text()).toContain(
    '<html lang="en" dir="ltr">',
  );
  await browser.send({ id: "m-1", text: "hello" });
  house.speak("ar");
  expect(await (await browser.get("/")).text()).toContain('<html lang="ar" dir="rtl">');
});

test("the page runs and loads nothing but its own files", async () => {
  const { browser } = await chatThatAnswers();
  const page = await browser.get("/");
  const policy = page.headers.get("Content-Security-Policy") ?? "";
  expect(policy.split("; ").sort()).toEqual([
    "base-uri 'none'",
    "connect-src 'self'",
    "default-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "img-src 'self' data:",
    "object-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
  ]);
  expect(page.headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(page.headers.get("Referrer-Policy")).toBe("same-origin");
  expect(page.headers.get("Cache-Control")).toBe("no-store");
  const text = await page.text();
  expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/i);
});

test("the chat of one association among several keeps to its own addresses", async () => {
  const house = testHouse();
  const { app } = await openChat(house, "/s/rencontres-et-loisirs");
  const page = await (await newBrowser(app).get("/")).text();
  expect(page).toContain('action="/s/rencontres-et-loisirs"');
  expect(page).toContain('data-base="/s/rencontres-et-loisirs"');
});

test("the source of the link goes with the first form, when it is one of ours", async () => {
  const { browser } = await chatThatAnswers();
  expect(await (await browser.get("/?s=poster-ml-carvin")).text()).toContain(
    'name="source" value="poster-ml-carvin"',
  );
  expect(await (await browser.get("/?s=%3Cb%3E")).text()).not.toContain('name="source"');
});
