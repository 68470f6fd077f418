import { expect, test } from "vitest";
import { countOf, whereabouts } from "../store/hand-made.ts";
import { cookieOf, home, password, publicUrl, tuesday, worker, world } from "./desk-world.ts";

const anybody = () => new Request(`${publicUrl}/desk/connexion`, { method: "POST" });
const from = "203.0.113.7";
const lea = { email: "lea@example.org", name: "Léa", role: "worker", structure: home } as const;

test("the right password opens a session that names the worker and the structure", async () => {
  const { signIn } = world();
  const lea = await worker({ signIn }, "Léa");
  expect(await signIn.signedIn(asking(lea.cookie))).toMatchObject({
    id: lea.id,
    name: "Léa",
    role: "worker",
    structure: home,
    fresh: true,
  });
});

test("a wrong password and an unknown address are refused in the same way", async () => {
  const { signIn } = world();
  await worker({ signIn }, "Léa");
  const wrong = { email: "lea@example.org", password: "un autre mot de passe" };
  const nobody = { email: "personne@example.org", password };
  expect(await signIn.enterWithPassword(anybody(), from, wrong)).toEqual({ outcome: "refused" });
  expect(await signIn.enterWithPassword(anybody(), from, nobody)).toEqual({ outcome: "refused" });
});

test("the session's cookie is hidden from scripts, stays on the desk, and over https is sent over https alone", async () => {
  const { signIn } = world({ publicUrl: "https://desk.test" });
  await signIn.addWorker({
    email: "lea@example.org",
    name: "Léa",
    role: "worker",
    structure: home,
    password,
  });
  const entered = await signIn.enterWithPassword(anybody(), from, {
    email: "lea@example.org",
    password,
  });
  const cookies = entered.outcome === "in" ? entered.cookies : [];
  const session = cookies.find((cookie) => cookie.includes("session_token")) ?? "";
  expect(session).toMatch(/^__Secure-trousseau\.session_token=/);
  for (const part of ["HttpOnly", "SameSite=Lax", "Path=/desk", "Secure", "Max-Age=43200"]) {
    expect(session).toContain(part);
  }
});

test("after five attempts within a minute from one address, the right password is not even looked at", async () => {
  const { signIn } = world();
  await signIn.addWorker({
    email: "lea@example.org",
    name: "Léa",
    role: "worker",
    structure: home,
    password,
  });
  const tries = [];
  for (let count = 0; count < 5; count++) {
    tries.push(
      await signIn.enterWithPassword(anybody(), from, {
        email: "lea@example.org",
        password: `essai numéro ${count}`,
      }),
    );
  }
  expect(tries.map(({ outcome }) => outcome)).toEqual(Array(5).fill("refused"));
  const right = { email: "lea@example.org", password };
  expect(await signIn.enterWithPassword(anybody(), from, right)).toEqual({ outcome: "limited" });
  expect(await signIn.enterWithPassword(anybody(), "203.0.113.8", right)).toMatchObject({
    outcome: "in",
  });
});

test("a client cannot give itself another address to try again", async () => {
  const { signIn } = world();
  const attempt = (count: number) =>
    signIn.authenticate(
      new Request(`${publicUrl}/desk/auth/sign-in/email`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          origin: publicUrl,
          "x-trousseau-address": `198.51.100.${count}`,
          "x-forwarded-for": `198.51.100.${count}`,
        },
        body: JSON.stringify({ email: "lea@example.org", password: "pas le bon mot" }),
      }),
      from,
    );
  const statuses = [];
  for (let count = 0; count < 6; count++) statuses.push((await attempt(count)).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
});

test("the library answers from outside at its three addresses only: nobody signs up or asks for a link", async () => {
  const { signIn, database } = world();
  await signIn.addWorker({
    email: "lea@example.org",
    name: "Léa",
    role: "worker",
    structure: home,
    password,
  });
  const post = (path: string) =>
    signIn.authenticate(
      new Request(`${publicUrl}/desk/auth${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: publicUrl },
        body: JSON.stringify({ email: "lea@example.org", password, name: "Intrus" }),
      }),
      from,
    );
  for (const path of [
    "/sign-up/email",
    "/sign-in/magic-link",
    "/update-user",
    "/change-password",
    "/delete-user",
  ]) {
    expect([path, (await post(path)).status]).toEqual([path, 404]);
  }
  expect(await database.get("SELECT COUNT(*) AS links FROM Verification")).toEqual({ links: 0 });
  expect(await database.get("SELECT COUNT(*) AS workers FROM Worker")).toEqual({ workers: 1 });
});

test("a disabled worker cannot come in, and the session they had is refused", async () => {
  const { signIn, database } = world();
  const lea = await worker({ signIn }, "Léa");
  await database.run({
    sql: "UPDATE Worker SET disabledAt = ? WHERE id = ?",
    values: [tuesday, lea.id],
  });
  expect(await signIn.signedIn(asking(lea.cookie))).toBeNull();
  const right = { email: lea.email, password };
  expect(await signIn.enterWithPassword(anybody(), from, right)).toEqual({ outcome: "refused" });
  const link = await signIn.newLink(lea.email);
  expect(await signIn.enterWithLink(anybody(), from, tokenOf(link))).toEqual({
    outcome: "refused",
  });
});

test("a one-time link opens once", async () => {
  const { signIn } = world();
  const added = await signIn.addWorker({
    email: "ines@example.org",
    name: "Inès",
    role: "manager",
    structure: home,
  });
  const link = added.outcome === "added" ? added.link : null;
  expect(link).toMatch(/^http:\/\/desk\.test\/desk\/connexion\/lien\?jeton=[A-Za-z]{32}$/);
  const first = await signIn.enterWithLink(anybody(), from, tokenOf(link));
  expect(
    await signIn.signedIn(asking(first.outcome === "in" ? cookieOf(first.cookies) : "")),
  ).toMatchObject({
    name: "Inès",
    role: "manager",
  });
  expect(await signIn.enterWithLink(anybody(), from, tokenOf(link))).toEqual({
    outcome: "refused",
  });
});

test("two who open one link at once: one comes in", async () => {
  const { signIn } = world();
  const added = await signIn.addWorker({
    email: "ines@example.org",
    name: "Inès",
    role: "worker",
    structure: home,
  });
  const token = tokenOf(added.outcome === "added" ? added.link : null);
  const both = await Promise.all([1, 2].map(() => signIn.enterWithLink(anybody(), from, token)));
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(["in", "refused"]);
});

test("neither the password nor the link can be read in the database", async () => {
  const { signIn, database } = world();
  await worker({ signIn }, "Léa");
  const token = tokenOf(await signIn.newLink("lea@example.org"));
  const stored = JSON.stringify([
    await database.all("SELECT * FROM Account"),
    await database.all("SELECT * FROM Verification"),
  ]);
  expect(stored).toContain("magic-link");
  expect(stored).not.toContain(password);
  expect(stored).not.toContain(token);
});

test.each([
  ["203.0.113.7", "203.0.113"],
  ["2001:db8:4a:7::51", "2001"],
  ["::ffff:203.0.113.7", "203.0.113"],
])("no table says where somebody asked from (%s), nor with what", async (address, mark) => {
  const { signIn, database } = world();
  await signIn.addWorker({ ...lea, password });
  const asked = () =>
    new Request(`${publicUrl}/desk/connexion`, {
      method: "POST",
      headers: { "user-agent": "zzbrowser" },
    });
  for (const tried of ["pas le bon mot", "ni celui-ci", password]) {
    await signIn.enterWithPassword(asked(), address, { email: lea.email, password: tried });
  }
  await signIn.authenticate(
    new Request(`${publicUrl}/desk/auth/sign-in/email`, {
      method: "POST",
      headers: {
        ...{ "content-type": "application/json", origin: publicUrl },
        ...{ "user-agent": "zzbrowser", "x-forwarded-for": address },
      },
      body: JSON.stringify({ email: lea.email, password }),
    }),
    address,
  );
  expect(await countOf(database, "Session")).toBe(2);
  expect(await countOf(database, "RateLimit")).toBe(1);
  expect(await whereabouts(database, [mark, "zzbrowser"])).toEqual([]);
});

test("all of one IPv6 network counts as one address, as a home has a whole network", async () => {
  const { signIn } = world();
  const wrong = { email: lea.email, password: "pas le bon mot" };
  const outcomes = [];
  for (const end of ["1", "2", "3", "7:7:7:7", "ffff", "8"]) {
    const address = end.length > 4 ? `2001:db8:4a:7:${end}` : `2001:db8:4a:7::${end}`;
    outcomes.push((await signIn.enterWithPassword(anybody(), address, wrong)).outcome);
  }
  const neighbour = await signIn.enterWithPassword(anybody(), "2001:db8:4a:8::1", wrong);
  expect([...outcomes, neighbour.outcome]).toEqual([
    ...Array(5).fill("refused"),
    "limited",
    "refused",
  ]);
});

test("a password of eleven characters is refused, one of twelve is kept", async () => {
  const { signIn } = world();
  const ines = {
    email: "ines@example.org",
    name: "Inès",
    role: "worker",
    structure: home,
  } as const;
  expect(await signIn.addWorker({ ...ines, password: "12345678901" })).toEqual({
    outcome: "passwordTooShort",
  });
  expect(await signIn.addWorker({ ...ines, password: "123456789012" })).toMatchObject({
    outcome: "added",
    link: null,
  });
  expect(await signIn.addWorker({ ...ines, password: "123456789012" })).toEqual({
    outcome: "exists",
  });
  expect(await signIn.addWorker({ ...ines, email: "inès@", password })).toEqual({
    outcome: "badAddress",
  });
});

test("a new password closes the sessions and replaces the old one", async () => {
  const { signIn } = world();
  const lea = await worker({ signIn }, "Léa");
  expect(await signIn.setPassword(lea.id, "trop court")).toBe("tooShort");
  expect(await signIn.setPassword(lea.id, "un nouveau mot de passe")).toBe("set");
  expect(await signIn.signedIn(asking(lea.cookie))).toBeNull();
  const outcome = async (tried: string) =>
    (await signIn.enterWithPassword(anybody(), from, { email: lea.email, password: tried }))
      .outcome;
  expect([await outcome(password), await outcome("un nouveau mot de passe")]).toEqual([
    "refused",
    "in",
  ]);
});

test("after leaving, the cookie opens nothing", async () => {
  const { signIn } = world();
  const lea = await worker({ signIn }, "Léa");
  await signIn.leave(asking(lea.cookie), from);
  expect(await signIn.signedIn(asking(lea.cookie))).toBeNull();
});

function asking(cookie: string): Request {
  return new Request(`${publicUrl}/desk`, { headers: { cookie } });
}

function tokenOf(link: string | null): string {
  return new URL(link ?? "http://none").searchParams.get("jeton") ?? "";
}
