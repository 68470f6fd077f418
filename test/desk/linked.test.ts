import { expect, test } from "vitest";
import type { ConversationId } from "../../src/base/ids.ts";
import { after, minute } from "../../src/base/time.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { elsewhere, tuesday, type World, worker, world } from "./desk-world.ts";

const code = "ABCD2345";

test("the sheet names the other conversation of the person, and a worker separates them", async () => {
  const { desk, first, second } = await linked();
  const lea = await worker(desk, "Léa");
  const { page, post } = requestsTo(desk);
  const sheet = await page(`/conversations/${second}/fiche`, lea.cookie);
  expect(wordsOf(sheet)).toContain(`Autre conversation : Telegram, code ${first.slice(-4)}`);
  expect(sheet).toContain(`href="/desk/conversations/${first}"`);
  const link = /name="lien" value="(\w+)"/.exec(sheet)?.[1] ?? "";
  const done = await post(`/conversations/${second}/separer`, lea.cookie, { lien: link });
  expect(done.headers.get("location")).toContain("avis=done_unlinked");
  expect(wordsOf(await page(`/conversations/${second}/fiche`, lea.cookie))).not.toContain(
    "Même personne",
  );
  const again = await post(`/conversations/${second}/separer`, lea.cookie, { lien: link });
  expect(again.headers.get("location")).toContain("avis=not_unlinkable");
});

test("the conversation that gave the code shows the other, and has nothing to separate", async () => {
  const { desk, first } = await linked();
  const lea = await worker(desk, "Léa");
  const sheet = await requestsTo(desk).page(`/conversations/${first}/fiche`, lea.cookie);
  expect(wordsOf(sheet)).toContain("Autre conversation : WhatsApp");
  expect(sheet).not.toContain("/separer");
});

test("a link is undone on its own conversation alone, and by its own structure", async () => {
  const { desk, first, second } = await linked();
  const lea = await worker(desk, "Léa");
  const paul = await worker(desk, "Paul", elsewhere);
  const { post } = requestsTo(desk);
  const row = await desk.database.get("SELECT id FROM Link", []);
  const form = { lien: String(row?.["id"]) };
  expect((await post(`/conversations/${second}/separer`, paul.cookie, form)).status).toBe(404);
  await post(`/conversations/${first}/separer`, lea.cookie, form);
  expect(await desk.database.get("SELECT undoneAt FROM Link", [])).toEqual({ undoneAt: null });
});

/** Lina on Telegram, and on WhatsApp where she typed the code she was given. */
async function linked() {
  const desk = world();
  const expiresAt = after(tuesday, 15 * minute);
  const first = await says(desk, "telegram", { kind: "giveLinkCode", code, expiresAt });
  const second = await says(desk, "whatsapp", { kind: "joinByCode", code });
  return { desk, first, second };
}

function says(
  desk: World,
  channel: "telegram" | "whatsapp",
  change: Parameters<World["write"]>[0]["changes"] extends readonly (infer Each)[] | undefined
    ? Each
    : never,
): Promise<ConversationId> {
  return desk.write({ who: "lina", channel, changes: [change] });
}
