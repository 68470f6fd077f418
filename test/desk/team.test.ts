import { describe, expect, test } from "vitest";
import type { Notice } from "../../src/channels/bells.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { elsewhere, worker, world } from "./desk-world.ts";

async function team() {
  const desk = world();
  const mails: { to: string; notice: Notice }[] = [];
  const admin = await worker(desk, "Ada Lemaire", undefined, "admin");
  const lea = await worker(desk, "Léa Martin");
  const zoe = await worker(desk, "Zoé Petit", elsewhere, "admin");
  const door = {
    ...desk.door,
    writeMail: async (to: string, notice: Notice) => {
      mails.push({ to, notice });
      return { outcome: "rung" } as const;
    },
  };
  return {
    ...{ desk, admin, lea, zoe, mails },
    requests: requestsTo(desk),
    mailing: requestsTo({ ...desk, door }),
  };
}

const tokenIn = (text: string) => /jeton=([\w-]+)/.exec(text)?.[1] ?? "";

describe("the team", () => {
  test("an administrator adds a colleague, whose link signs in once", async () => {
    const { requests, admin } = await team();
    const form = { nom: "Nadia Benali", courriel: "nadia@example.org", role: "worker" };
    const page = await (await requests.post("/equipe", admin.cookie, form)).text();
    expect(wordsOf(page)).toContain("Voici le lien de connexion de Nadia Benali.");
    expect(wordsOf(page)).toContain(
      "Nadia Benali Conseiller nadia@example.org · navigateurs connectés : 0",
    );
    const jeton = tokenIn(page);
    const enter = () => requests.post("/connexion/lien", "", { jeton });
    expect((await enter()).headers.get("location")).toBe("/desk/mot-de-passe");
    expect((await enter()).status).toBe(401);
    const again = await requests.post("/equipe", admin.cookie, form);
    expect(again.headers.get("location")).toContain("avis=not_exists");
  });

  test("where e-mails can be written the link is sent, and shown to nobody", async () => {
    const { mailing, admin, mails } = await team();
    const form = { nom: "Nadia", courriel: "nadia@example.org", role: "manager" };
    const page = await (await mailing.post("/equipe", admin.cookie, form)).text();
    expect(tokenIn(page)).toBe("");
    expect(mails).toMatchObject([{ to: "nadia@example.org" }]);
    expect(tokenIn(mails[0]?.notice.link ?? "")).not.toBe("");
  });

  test("shutting somebody out ends their sessions at once; they may be let in again", async () => {
    const { requests, admin, lea } = await team();
    expect((await requests.get("", lea.cookie)).status).toBe(200);
    await requests.post(`/equipe/${lea.id}/acces`, admin.cookie, { ouvert: "non" });
    expect((await requests.get("", lea.cookie)).status).toBe(303);
    expect(wordsOf(await requests.page("/equipe", admin.cookie))).toContain("accès coupé");
    await requests.post(`/equipe/${lea.id}/acces`, admin.cookie, { ouvert: "oui" });
    expect(wordsOf(await requests.page("/equipe", admin.cookie))).not.toContain("accès coupé");
  });

  test("the last administrator stays, and nobody shuts themselves out", async () => {
    const { requests, admin, desk } = await team();
    const own = await requests.post(`/equipe/${admin.id}/role`, admin.cookie, { role: "worker" });
    expect(own.headers.get("location")).toContain("avis=not_self");
    const second = await worker(desk, "Bea Roux", undefined, "admin");
    await requests.post(`/equipe/${admin.id}/role`, second.cookie, { role: "manager" });
    const changing = {
      ...{ structure: "rencontres-et-loisirs", worker: second.id, by: admin.id },
      now: desk.clock.now(),
    };
    expect(await desk.door.team.setDisabled(changing, true)).toBe("last");
    expect(await desk.door.team.setRole(changing, "worker")).toBe("last");
    expect((await requests.get("", second.cookie)).status).toBe(200);
  });

  test("workers do not see it, managers change nothing, another structure's administrator finds nobody", async () => {
    const { requests, lea, zoe, desk } = await team();
    const chief = await worker(desk, "Bea Roux", undefined, "manager");
    expect((await requests.get("/equipe", lea.cookie)).status).toBe(404);
    expect((await requests.get("/equipe", chief.cookie)).status).toBe(200);
    for (const [cookie, path] of [
      [chief.cookie, `/equipe/${lea.id}/acces`],
      [chief.cookie, "/equipe"],
      [zoe.cookie, `/equipe/${lea.id}/acces`],
      [zoe.cookie, `/equipe/${lea.id}/lien`],
      [zoe.cookie, `/equipe/${lea.id}/role`],
      [zoe.cookie, `/equipe/${lea.id}/sessions`],
    ] as const)
      expect([path, (await requests.post(path, cookie, { ouvert: "non" })).status]).toEqual([
        path,
        404,
      ]);
    expect(wordsOf(await requests.page("/equipe", zoe.cookie))).not.toContain("Léa");
    expect((await requests.get("", lea.cookie)).status).toBe(200);
  });

  test("every change is in the audit trail", async () => {
    const { requests, admin, lea, desk } = await team();
    await requests.post(`/equipe/${lea.id}/role`, admin.cookie, { role: "volunteer" });
    await requests.post(`/equipe/${lea.id}/sessions`, admin.cookie);
    const trail = await desk.database.all(
      "SELECT what FROM Audit WHERE what LIKE 'team.%' ORDER BY id",
    );
    expect(trail.map(({ what }) => what)).toEqual(["team.role.volunteer", "team.sessionsEnded"]);
  });
});

describe("a volunteer", () => {
  test("sees the agenda and the workshops without a name, and nothing else", async () => {
    const { requests, desk } = await team();
    const bao = await worker(desk, "Bao Tran", undefined, "volunteer");
    const amina = await desk.write({ who: "+33611111111", text: "bonjour", firstName: "Amina" });
    expect((await requests.get("", bao.cookie)).headers.get("location")).toBe("/desk/agenda");
    for (const path of ["/agenda", "/agenda/jour", "/agenda/semaine", "/ateliers", "/aide"]) {
      const answer = await requests.get(path, bao.cookie);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(await answer.text()).not.toContain("Amina");
    }
    for (const path of [
      "/file",
      `/conversations/${amina}`,
      "/personnes",
      "/observatoire",
      "/situations",
      "/equipe",
    ])
      expect([path, (await requests.get(path, bao.cookie)).status]).toEqual([path, 404]);
    for (const path of [`/conversations/${amina}/prendre`, "/occupe", "/situations", "/ateliers"])
      expect([path, (await requests.post(path, bao.cookie)).status]).toEqual([path, 404]);
    expect(await requests.page("/agenda", bao.cookie)).not.toContain('href="/desk/personnes"');
  });
});

describe("a forgotten password", () => {
  test("a link is mailed to who is known; the page says the same to who is not", async () => {
    const { mailing, lea, mails } = await team();
    const known = await (await mailing.post("/connexion/oubli", "", { email: lea.email })).text();
    const unknown = await (
      await mailing.post("/connexion/oubli", "", { email: "qui@example.org" })
    ).text();
    expect(known).toBe(unknown);
    expect(mails.map(({ to }) => to)).toEqual([lea.email]);
    const entered = await mailing.post("/connexion/lien", "", {
      jeton: tokenIn(mails[0]?.notice.link ?? ""),
    });
    expect(entered.headers.get("location")).toBe("/desk/mot-de-passe");
  });

  test("where no e-mail can be written there is no such page, and asking for it does nothing", async () => {
    const { requests, lea, desk } = await team();
    const page = await requests.get("/connexion/oubli");
    expect(page.headers.get("location")).toBe("/desk/connexion");
    expect((await requests.post("/connexion/oubli", "", { email: lea.email })).status).toBe(404);
    expect(await desk.database.all("SELECT id FROM Verification")).toEqual([]);
  });

  test("nobody's box is filled: three an hour", async () => {
    const { mailing, lea, mails, desk } = await team();
    for (let one = 0; one < 6; one++)
      await mailing.post("/connexion/oubli", "", { email: lea.email });
    expect(mails).toHaveLength(3);
    desk.clock.to((desk.clock.now() + 61 * 60_000) as never);
    await mailing.post("/connexion/oubli", "", { email: lea.email });
    expect(mails).toHaveLength(4);
  });
});
