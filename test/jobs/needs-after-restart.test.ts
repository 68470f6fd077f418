import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openWorld } from "../world.ts";

const folder = mkdtempSync(join(tmpdir(), "trousseau-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const absent = "Bonjour, je suis absente jusqu'au 30 novembre, je vous répondrai ensuite.";
const textsOf = (replies: readonly { readonly text: string }[]) => replies.map(({ text }) => text);

test("what else was asked for survives a restart, and so does the silence before a machine", async () => {
  const options = { database: join(folder, "restart.db") };
  const first = await openWorld(options);
  await first.say("lina", "je veux un rdv et des infos sur les apl");
  for (let times = 0; times < 4; times++) await first.say("karim", absent);
  await first.close();

  const second = await openWorld(options);
  try {
    expect((await second.standing("lina"))?.conversation.memory.needs).toEqual(["apl"]);
    expect(await second.say("karim", absent)).toEqual([]);
    expect((await second.standing("karim"))?.conversation.need).toBe("machine");
    expect(textsOf(await second.say("karim", "c'est moi, je cherche un garant"))[0]).toContain(
      "garant",
    );
  } finally {
    await second.close();
  }
});
