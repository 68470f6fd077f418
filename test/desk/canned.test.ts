import { describe, expect, test } from "vitest";
import type { ConversationId } from "../../src/base/ids.ts";
import type { Memory } from "../../src/engine/conversation.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { hoursAgo, waits, worker, world } from "./desk-world.ts";

interface Met {
  readonly memory?: Partial<Memory>;
  readonly text?: string;
  readonly firstName?: string;
}

/** Somebody whom Léa follows. */
async function followed({ memory = {}, text = "bonjour", firstName }: Met = {}) {
  const desk = world();
  const lea = await worker(desk, "Léa Martin");
  const id = await desk.write({
    ...{ who: "+33611111111", text, memory, standing: waits("normal", "human", hoursAgo(1)) },
    ...(firstName ? { firstName } : {}),
  });
  await desk.door.handOvers.takeOver(id, lea.id, desk.clock.now());
  const requests = requestsTo(desk);
  return {
    ...{ desk, id, requests, cookie: lea.cookie },
    page: () => requests.page(`/conversations/${id}`, lea.cookie),
    insert: async (form: Record<string, string>, headers = {}) =>
      (await requests.post(`/conversations/${id}/modele`, lea.cookie, form, headers)).text(),
  };
}

/** What stands in the box where the answer is written. */
function boxOf(page: string): string {
  return /<textarea[^>]*id="reponse"[^>]*>([\s\S]*?)<\/textarea>/.exec(page)?.[1] ?? "";
}

describe("a ready answer", () => {
  test("is chosen in French and written in the language that the person reads, the French beside", async () => {
    const { page, insert } = await followed({ memory: { language: "ar" }, firstName: "Amina" });
    const before = wordsOf(await page());
    expect(before).toContain("Choisissez en français : le texte s'écrit en arabe");
    expect(before).toContain(
      "Textes en arabe : jamais relus par une personne dont c'est la langue.",
    );
    expect(before).not.toContain("En français, la personne va lire");

    const after = await insert({ modele: "introduce", texte: "" });
    expect(boxOf(after)).toBe(
      "مرحبًا Amina. معك Léa من \u2068CLLAJ Hénin-Carvin\u2069. قرأتُ رسائلك. أنا هنا للمساعدة.",
    );
    expect(after).toMatch(/<textarea[^>]*lang="ar"/);
    expect(wordsOf(after)).toContain(
      "En français, la personne va lire Bonjour Amina. Je suis Léa, de CLLAJ Hénin-Carvin. J'ai lu tes messages. Je suis là pour t'aider.",
    );
  });

  test("goes after what was written, and after another; the page's script gets the box alone", async () => {
    const { insert } = await followed({ memory: { language: "en" } });
    const first = await insert({ modele: "sorry", texte: "Hi!" }, { "HX-Request": "true" });
    expect(first.startsWith('<div id="agir"')).toBe(true);
    const text = "Hi!\n\nHello. Sorry for the wait. I&#39;m reading your messages now.";
    expect(boxOf(first)).toBe(text);
    const second = await insert({ modele: "fsl", inserees: "sorry", texte: "Hi!" });
    expect(boxOf(second)).toMatch(/^Hi!\n\nThe FSL is help from the Département/);
    expect(wordsOf(second)).toMatch(
      /Pardon pour l'attente\. Je lis tes messages maintenant\. Le FSL, c'est une aide/,
    );
  });

  test("sends and keeps nothing by itself", async () => {
    const { desk, id, insert } = await followed();
    const count = async () =>
      desk.database.get("SELECT COUNT(*) AS count FROM Outgoing WHERE conversationId = ?", [id]);
    const before = await count();
    await insert({ modele: "where", texte: "" });
    expect(await count()).toEqual(before);
  });

  test("in French has no French beside", async () => {
    const { insert } = await followed({ memory: { language: "fr" } });
    const page = await insert({ modele: "shelter", texte: "" });
    expect(boxOf(page)).toContain("Appelle le 115");
    expect(wordsOf(page)).not.toContain("En français, la personne va lire");
  });

  test("is in the language of the last message while none was chosen", async () => {
    const { page, insert } = await followed({
      memory: { language: null },
      text: "hello, I am looking for a flat please",
    });
    expect(boxOf(await insert({ modele: "phone", texte: "" }))).toBe(
      "I&#39;d like to call you. Which number can I use?",
    );
    expect(wordsOf(await page())).toContain("langue pas encore choisie");
  });

  test.each([
    ["where", /^Voici notre adresse :\n.+, .+62\d{3} .+\nOn reçoit sur rendez-vous\.$/],
    [
      "received",
      /^Bonjour\. J&#39;ai bien reçu ton message\. Quelqu&#39;un te répond aujourd&#39;hui/,
    ],
    ["visalePapers", /^Papiers à préparer pour Visale :\n- .+/],
  ])("%s is filled in", async (modele, text) => {
    const { insert } = await followed();
    expect(boxOf(await insert({ modele, texte: "" }))).toMatch(text);
  });

  test("of an appointment is there only when one is to come", async () => {
    const { page } = await followed();
    expect(await page()).not.toContain('value="appointment"');
    expect(await page()).toContain('value="callTomorrow"');
  });

  test("that is not ours changes nothing", async () => {
    const { insert } = await followed();
    expect(boxOf(await insert({ modele: "hello", texte: "Bonsoir" }))).toBe("Bonsoir");
  });

  test("is for who follows the person alone", async () => {
    const { desk, requests, id } = await followed();
    const paul = await worker(desk, "Paul");
    const path = `/conversations/${id}/modele`;
    const page = await (await requests.post(path, paul.cookie, { modele: "sorry" })).text();
    expect(page).not.toContain('id="reponse"');
    expect((await requests.post(path, "", { modele: "sorry" })).status).toBe(401);
    const nobody = "no-such-id" as ConversationId;
    const answer = await requests.post(`/conversations/${nobody}/modele`, paul.cookie, {});
    expect(answer.status).toBe(404);
  });
});

describe("the language that a person reads", () => {
  test("is said at the head and in the queue, with the one of their last message when it is another", async () => {
    const { page, requests, cookie } = await followed({
      memory: { language: "ar" },
      text: "hello, I am looking for a flat please",
    });
    for (const read of [await page(), await requests.page("/", cookie)]) {
      expect(wordsOf(read)).toMatch(/lit : arabe\s+dernier message : anglais/);
    }
  });

  test("is said once when the last message is in it", async () => {
    const { page } = await followed({
      memory: { language: "en" },
      text: "hello, I am looking for a flat please",
    });
    expect(wordsOf(await page())).toContain("lit : anglais");
    expect(wordsOf(await page())).not.toContain("dernier message :");
  });
});
