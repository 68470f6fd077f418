import fc from "fast-check";
import { expect, test } from "vitest";
import type { ConversationId } from "../../src/base/ids.ts";
import { deskRoutes } from "../../src/desk/routes.tsx";
import { elsewhere, hoursAgo, publicUrl, type World, waits, worker, world } from "./desk-world.ts";

const open = (desk: World) => {
  const { app } = deskRoutes(desk.door);
  return {
    app,
    get: (path: string, cookie = "") => app.request(`${publicUrl}${path}`, { headers: { cookie } }),
    post: (path: string, cookie: string, form: Record<string, string> = {}, headers = {}) =>
      app.request(`${publicUrl}${path}`, {
        method: "POST",
        headers: { cookie, origin: publicUrl, ...headers },
        body: new URLSearchParams(form),
      }),
  };
};

const waiting = (desk: World, who: string) =>
  desk.write({ who, text: `bonjour de ${who}`, standing: waits("normal", "human", hoursAgo(1)) });

test("without a session every address of the desk shows nothing and does nothing, save the ways in", async () => {
  const desk = world();
  const id = await waiting(desk, "lina");
  const { app, get } = open(desk);
  const waysIn = [
    "/auth/*",
    "/connexion",
    "/connexion/lien",
    "/connexion/oubli",
    "/connexion/code",
  ];
  const closed = app.routes.filter(
    ({ method, path }) => method !== "ALL" && !waysIn.includes(path),
  );
  expect(closed.length).toBeGreaterThan(15);
  const before = await everything(desk);
  for (const { method, path } of closed) {
    const address = path.replace(":id", id);
    const response = await app.request(`${publicUrl}${address}`, {
      method,
      headers: { origin: publicUrl },
      ...(method === "GET"
        ? {}
        : {
            body: new URLSearchParams({ texte: "bonjour", cle: "k", vers: "menu", etat: "seen" }),
          }),
    });
    const expected = method === "GET" ? [303, "/desk/connexion", ""] : [401, null, ""];
    expect([
      path,
      response.status,
      response.headers.get("location"),
      await response.text(),
    ]).toEqual([path, ...expected]);
  }
  expect((await get("/connexion")).status).toBe(200);
  expect(await everything(desk)).toEqual(before);
});

test("a form posted from another site does nothing, though the cookie came with it", async () => {
  const desk = world();
  const id = await waiting(desk, "lina");
  const lea = await worker(desk, "Léa");
  const { post } = open(desk);
  const response = await post(
    `/conversations/${id}/prendre`,
    lea.cookie,
    {},
    { origin: "https://ailleurs.example", "sec-fetch-site": "cross-site" },
  );
  expect(response.status).toBe(403);
  expect(await holder(desk, id)).toEqual({ heldBy: "waiting", workerId: null });
});

/** Every address of the desk that a form is posted to, as the site says itself, save the ways in. */
function formsOf({ app }: ReturnType<typeof open>, id: string): readonly string[] {
  const posted = app.routes.filter(({ method, path }) => method === "POST" && !path.includes("*"));
  const waysIn = ["/connexion", "/connexion/lien", "/connexion/oubli", "/connexion/code"];
  const addresses = posted.flatMap(({ path }) => (waysIn.includes(path) ? [] : [path]));
  return [...new Set(addresses.map((path) => path.replace(/:\w+/, id)))];
}

test("no form of the desk, whichever it is, is taken from another site, though an administrator's cookie came with it", async () => {
  const desk = world();
  const id = await waiting(desk, "lina");
  const admin = await worker(desk, "Ada", undefined, "admin");
  const opened = open(desk);
  const forms = formsOf(opened, id);
  expect(forms.length).toBeGreaterThan(60);
  const before = await everything(desk);
  const from = { origin: "https://ailleurs.example", "sec-fetch-site": "cross-site" };
  for (const address of forms) {
    const answer = await opened.post(address, admin.cookie, { texte: "bonjour", cle: "k" }, from);
    expect([address, answer.status]).toEqual([address, 403]);
  }
  expect(await everything(desk)).toEqual(before);
});

test("a session that ended opens no address of the desk and does nothing at any of them", async () => {
  const desk = world();
  const id = await waiting(desk, "lina");
  const admin = await worker(desk, "Ada", undefined, "admin");
  const opened = open(desk);
  await desk.database.run({ sql: "UPDATE Session SET expiresAt = 1", values: [] });
  // the first that comes with it has it forgotten
  expect((await opened.get("", admin.cookie)).status).toBe(303);
  const before = await everything(desk);
  for (const address of formsOf(opened, id)) {
    const answer = await opened.post(address, admin.cookie, { texte: "bonjour", cle: "k" });
    expect([address, answer.status]).toEqual([address, 401]);
  }
  for (const { method, path } of opened.app.routes) {
    if (method !== "GET" || path.startsWith("/connexion") || path.includes("*")) continue;
    const answer = await opened.get(path.replace(/:\w+/, id), admin.cookie);
    expect([path, answer.headers.get("location")]).toEqual([path, "/desk/connexion"]);
  }
  expect(await everything(desk)).toEqual(before);
});

test("another structure's conversation does not exist: not to read, not to act on, not in the lists", async () => {
  const desk = world();
  const id = await desk.write({
    who: "karim",
    structure: elsewhere,
    text: "secret de Malakoff",
    standing: waits("high", "expulsion", hoursAgo(2)),
  });
  const lea = await worker(desk, "Léa");
  const { get, post } = open(desk);
  for (const part of ["", "/fil", "/fiche", "/rendez-vous"]) {
    expect((await get(`/conversations/${id}${part}`, lea.cookie)).status).toBe(404);
  }
  for (const act of ["prendre", "reponse", "note", "rendre", "rendez-vous"]) {
    const form = { texte: "bonjour", cle: "k", vers: "menu", heure: "s" };
    expect((await post(`/conversations/${id}/${act}`, lea.cookie, form)).status).toBe(404);
  }
  const lists = await Promise.all(
    ["/", "/?onglet=robot", "/file"].map(async (path) => (await get(path, lea.cookie)).text()),
  );
  expect(lists.join()).not.toContain("Malakoff");
  expect(await holder(desk, id)).toEqual({ heldBy: "waiting", workerId: null });
  expect(await desk.database.get("SELECT COUNT(*) AS notes FROM Note")).toEqual({ notes: 0 });
});

test("two workers who take it at once: one has it, the other is told who", async () => {
  const desk = world();
  const id = await waiting(desk, "lina");
  const lea = await worker(desk, "Léa");
  const ines = await worker(desk, "Inès");
  const { post } = open(desk);
  const answers = await Promise.all(
    [lea, ines].map(async ({ cookie }) =>
      (await post(`/conversations/${id}/prendre`, cookie, {}, { "HX-Request": "true" })).text(),
    ),
  );
  const yours = answers.filter((page) => page.includes("Vous suivez cette conversation."));
  const told = answers.filter((page) =>
    /Trop tard : (Léa|Inès) a pris cette conversation\./.test(page),
  );
  expect([yours.length, told.length]).toEqual([1, 1]);
  expect(
    await desk.database.get("SELECT COUNT(*) AS taken FROM Event WHERE kind = 'takenOver'"),
  ).toEqual({ taken: 1 });
});

test("an answer pressed twice is one message; other words from the same box are another", async () => {
  const { desk, id, lea, post } = await held();
  const answer = (texte: string) =>
    post(
      `/conversations/${id}/reponse`,
      lea.cookie,
      { texte, cle: "box" },
      { "HX-Request": "true" },
    );
  const pages = await Promise.all([answer("Bonjour Lina"), answer("Bonjour Lina")]);
  const texts = await Promise.all(pages.map((page) => page.text()));
  expect(
    texts.filter((page) => page.includes("elle n&#39;est partie qu&#39;une fois")),
  ).toHaveLength(1);
  expect(await said(desk)).toEqual(["Bonjour Lina"]);
  await answer("Bonjour Lina, à 14 h");
  expect(await said(desk)).toEqual(["Bonjour Lina", "Bonjour Lina, à 14 h"]);
});

test("who does not hold the conversation sends nothing, and is told so", async () => {
  const { desk, id, post } = await held();
  const ines = await worker(desk, "Inès");
  const response = await post(
    `/conversations/${id}/reponse`,
    ines.cookie,
    { texte: "moi aussi", cle: "k" },
    { "HX-Request": "true" },
  );
  expect(await response.text()).toContain("cette conversation n&#39;est pas avec vous");
  expect(await said(desk)).toEqual([]);
});

test("an empty answer and one that is too long are refused", async () => {
  const { desk, id, lea, post } = await held();
  const answer = async (texte: string) =>
    (await post(`/conversations/${id}/reponse`, lea.cookie, { texte, cle: "k" })).headers.get(
      "location",
    );
  expect(await answer("  \n ")).toBe(`/desk/conversations/${id}?avis=not_empty`);
  expect(await answer("a".repeat(4001))).toBe(`/desk/conversations/${id}?avis=not_tooLong`);
  expect(await said(desk)).toEqual([]);
});

test("whatever a note says, it is kept as a note and no message is made", async () => {
  const { desk, id, lea, post } = await held();
  await fc.assert(
    fc.asyncProperty(
      fc.string({ minLength: 1, maxLength: 80, unit: "grapheme" }),
      async (texte) => {
        await post(`/conversations/${id}/note`, lea.cookie, { texte, cle: texte });
      },
    ),
    { numRuns: 40 },
  );
  await post(`/conversations/${id}/note`, lea.cookie, { texte: "/send Bonjour", cle: "k" });
  expect(await said(desk)).toEqual([]);
  const notes = (await desk.door.transcripts.of(id, { notes: true })).filter(
    ({ from }) => from === "note",
  );
  expect(notes.at(-1)).toMatchObject({ text: "/send Bonjour", author: lea.id });
  expect(
    (await desk.door.transcripts.of(id, { notes: false })).some(({ from }) => from === "note"),
  ).toBe(false);
});

test("giving back asks the house for the way that was chosen", async () => {
  const { desk, id, lea, post } = await held();
  const response = await post(`/conversations/${id}/rendre`, lea.cookie, { vers: "step" });
  expect(response.headers.get("location")).toBe(`/desk/conversations/${id}?avis=done_givenBack`);
  expect(desk.handedBack).toEqual(["step"]);
  await post(`/conversations/${id}/rendre`, lea.cookie, { vers: "step" });
  expect(desk.handedBack).toEqual(["step"]);
});

test("the page says at which question the bot would go on", async () => {
  const desk = world();
  const id = await desk.write({
    who: "lina",
    text: "je veux parler à quelqu'un",
    memory: { place: { flow: "visale", step: "rent" } },
    standing: waits("normal", "visale", hoursAgo(1)),
  });
  const lea = await worker(desk, "Léa");
  const { get, post } = open(desk);
  await post(`/conversations/${id}/prendre`, lea.cookie);
  expect(await (await get(`/conversations/${id}`, lea.cookie)).text()).toContain(
    "Le loyer, charges comprises, c&#39;est combien par mois ?",
  );
});

test("each worker's reading is in the audit trail, once an hour", async () => {
  const desk = world();
  const id = await waiting(desk, "lina");
  const lea = await worker(desk, "Léa");
  const ines = await worker(desk, "Inès");
  const { get } = open(desk);
  for (const { cookie } of [lea, lea, ines]) await get(`/conversations/${id}`, cookie);
  desk.clock.to(hoursAgo(-2));
  await get(`/conversations/${id}`, lea.cookie);
  const trail = await desk.database.all(
    "SELECT workerId, what, conversationId FROM Audit ORDER BY id",
  );
  expect(trail).toEqual(
    [lea.id, ines.id, lea.id].map((workerId) => ({
      workerId,
      what: "conversation.read",
      conversationId: id,
    })),
  );
});

test("what people write is shown as text, never run", async () => {
  const desk = world();
  const id = await desk.write({
    who: "x",
    text: `<script>alert(1)</script><img src=x onerror=alert(1)>`,
    firstName: `"><b>Max`,
    standing: waits("normal", "human", hoursAgo(1)),
  });
  const lea = await worker(desk, "Léa");
  const page = await (await open(desk).get(`/conversations/${id}`, lea.cookie)).text();
  expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(page).not.toContain("<script>alert");
  expect(page).not.toContain("<b>Max");
});

test("pages hold no inline script nor style", async () => {
  const { desk, id, lea } = await held();
  const { get } = open(desk);
  for (const path of [
    "/",
    "/connexion",
    `/conversations/${id}`,
    `/conversations/${id}/rendez-vous`,
    "/agenda",
    "/aide",
    "/mot-de-passe",
  ]) {
    const page = await (await get(path, lea.cookie)).text();
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=/);
  }
});

test("the sign-in form takes the cookies of the library, and says nothing of who is known", async () => {
  const desk = world();
  await worker(desk, "Léa");
  const { post } = open(desk);
  const right = await post("/connexion", "", {
    email: "lea@example.org",
    password: "un mot de passe long",
  });
  expect([right.status, right.headers.get("location")]).toEqual([303, "/desk"]);
  expect(right.headers.getSetCookie().join()).toContain("trousseau.session_token=");
  const wrong = async (email: string) => {
    const response = await post("/connexion", "", { email, password: "pas le bon mot de passe" });
    return [response.status, (await response.text()).replace(email, "")];
  };
  expect(await wrong("lea@example.org")).toEqual(await wrong("nobody@example.org"));
  await wrong("a@example.org");
  await wrong("a@example.org");
  const limited = await post("/connexion", "", {
    email: "lea@example.org",
    password: "un mot de passe long",
  });
  expect(limited.status).toBe(429);
  expect(await limited.text()).toContain("Attendez une minute");
});

test("opening a one-time link uses nothing up; its button comes in, once, and asks for a password", async () => {
  const desk = world();
  const added = await desk.signIn.addWorker({
    email: "ines@example.org",
    name: "Inès",
    role: "worker",
    structure: "rencontres-et-loisirs",
  });
  const link = new URL(added.outcome === "added" && added.link ? added.link : "http://none");
  const { get, post } = open(desk);
  const jeton = link.searchParams.get("jeton") ?? "";
  for (let time = 0; time < 3; time++)
    expect(await (await get(`/connexion/lien?jeton=${jeton}`)).text()).toContain(jeton);
  const entered = await post("/connexion/lien", "", { jeton });
  expect([entered.status, entered.headers.get("location")]).toEqual([303, "/desk/mot-de-passe"]);
  expect((await post("/connexion/lien", "", { jeton })).status).toBe(401);
});

async function held() {
  const desk = world();
  const id = await waiting(desk, "lina");
  const lea = await worker(desk, "Léa");
  const { get, post } = open(desk);
  await post(`/conversations/${id}/prendre`, lea.cookie);
  return { desk, id, lea, get, post };
}

async function said(desk: World): Promise<unknown[]> {
  const rows = await desk.database.all(
    "SELECT contentSealed FROM Outgoing WHERE kind = 'worker' ORDER BY id",
  );
  return rows.map((row) => JSON.parse(desk.cipher.open(String(row["contentSealed"]))).text);
}

function holder(desk: World, id: ConversationId) {
  return desk.database.get("SELECT heldBy, workerId FROM Conversation WHERE id = ?", [id]);
}

async function everything(desk: World) {
  const tables = [
    "Conversation",
    "Outgoing",
    "Note",
    "Event",
    "Audit",
    "Appointment",
    "Session",
    "Worker",
  ];
  return Promise.all(tables.map((table) => desk.database.all(`SELECT * FROM ${table}`)));
}
