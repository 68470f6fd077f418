import { describe, expect, test } from "vitest";
import { after, hour } from "../../src/base/time.ts";
import { misheardGroups, namedIntents } from "../../src/desk/misheard-groups.ts";
import type { MisheardMessage } from "../../src/store/misheard-store.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import {
  elsewhere,
  hoursAgo,
  type Told,
  tuesday,
  type World,
  worker,
  world,
} from "./desk-world.ts";

const until = after(tuesday, 24 * hour);

function misheard(text: string, more: Partial<NonNullable<Told["misheard"]>> = {}) {
  return { text, language: "fr", guessed: [], reason: "unknown" as const, until, ...more };
}

async function desk() {
  const made = world();
  const lea = await worker(made, "Léa");
  return { made, cookie: lea.cookie, ...requestsTo(made) };
}

/** The ids that the groups of the page carry, group by group. */
function idsOn(page: string): readonly string[] {
  const form =
    /action="\/desk\/incompris"[^>]*>\s*<input type="hidden" name="messages" value="([^"]*)"/g;
  return [...page.matchAll(form)].map(([, ids = ""]) => ids);
}

async function kept(made: World, who: string, text: string, more = {}, told: Partial<Told> = {}) {
  await made.write({ who, firstName: who, misheard: misheard(text, more), ...told });
}

describe("the page of what was not understood", () => {
  test("shows the messages, oldest first, alike ones together, and never whose they are", async () => {
    const { made, cookie, page } = await desk();
    await kept(made, "Amina", "le brol c koi", {}, { at: hoursAgo(3) });
    await kept(made, "Karim", "zzfrumple", { reason: "again" }, { at: hoursAgo(2) });
    await kept(made, "Zoé", "C'est quoi le brol ?", {}, { at: hoursAgo(1) });
    const html = await page("/incompris", cookie);
    const words = wordsOf(html);
    expect(words).toMatch(
      /le brol c koi\s+C'est quoi le brol \?\s+français\s+rien de reconnu\s+2 fois.*zzfrumple\s+français\s+pas compris deux fois de suite/,
    );
    expect(idsOn(html).map((ids) => ids.split(",").length)).toEqual([2, 1]);
    expect(words).not.toMatch(/Amina|Karim|Zoé/);
    const rows = await made.database.all("SELECT id, personId FROM Conversation");
    for (const row of rows) {
      expect(html).not.toContain(String(row["id"]));
      expect(html).not.toContain(String(row["personId"]));
    }
  });

  test("says in French what was masked", async () => {
    const { made, cookie, page } = await desk();
    await kept(made, "Amina", "appelle [name] au [phone] à [number] h, [card]");
    expect(wordsOf(await page("/incompris", cookie))).toContain(
      "appelle [nom] au [téléphone] à [nombre] h, [card]",
    );
  });

  test("is in the menu of every page, with how many wait", async () => {
    const { made, cookie, page } = await desk();
    const link = /href="\/desk\/incompris"[^>]*>Incompris(.*?)<\/a>/;
    expect(link.exec(await page("/agenda", cookie))?.[1]).toBe("");
    await kept(made, "Amina", "zzbrol");
    await kept(made, "Karim", "zzfrumple");
    expect(link.exec(await page("/agenda", cookie))?.[1]).toBe('<span class="count">2</span>');
  });

  test("says so when all was understood", async () => {
    const { cookie, page } = await desk();
    expect(wordsOf(await page("/incompris", cookie))).toContain("Tout a été compris.");
  });

  test("is of one's own structure alone", async () => {
    const { made, cookie, page, post } = await desk();
    await kept(made, "Amina", "zzbrol");
    const paul = await worker(made, "Paul", elsewhere);
    expect(await page("/incompris", paul.cookie)).not.toContain("zzbrol");
    const [messages = ""] = idsOn(await page("/incompris", cookie));
    await post("/incompris", paul.cookie, { messages, sens: "visale" });
    await post("/incompris/effacer", paul.cookie, { messages });
    expect(await page("/incompris", cookie)).toContain("zzbrol");
    expect((await post("/incompris", "", { messages, sens: "visale" })).status).toBe(401);
  });
});

describe("a worker says what was meant", () => {
  async function one(more = {}) {
    const opened = await desk();
    await kept(opened.made, "Amina", "zzbrol", more, { at: hoursAgo(1) });
    await kept(opened.made, "Karim", "zzbrol !");
    const [messages = ""] = idsOn(await opened.page("/incompris", opened.cookie));
    const send = async (path: string, form: Record<string, string>) => {
      const answer = await opened.post(path, opened.cookie, { messages, ...form });
      expect(answer.status).toBe(303);
      return opened.get((answer.headers.get("location") ?? "").replace("/desk", ""), opened.cookie);
    };
    const rows = () =>
      opened.made.database.all("SELECT intent, safety FROM Misheard ORDER BY at, id");
    return { ...opened, messages, send, rows };
  }

  test("with the button of what it was taken for", async () => {
    const { send, rows, page, cookie } = await one({ guessed: ["apl", "visale"] });
    const buttons = [...(await page("/incompris", cookie)).matchAll(/name="sens" value="(\w+)"/g)];
    expect(buttons.map(([, value]) => value)).toEqual(["apl", "visale", "unknown", "liste"]);
    expect(await (await send("/incompris", { sens: "visale" })).text()).toContain("noté.");
    expect(await rows()).toEqual([
      { intent: "visale", safety: "none" },
      { intent: "visale", safety: "none" },
    ]);
  });

  test.each([
    ["from the list", { sens: "liste", liste: "dalo" }, "dalo", "none"],
    ["as noise", { sens: "unknown", liste: "dalo" }, "unknown", "none"],
    [
      "as a danger to act on",
      { danger: "alarm:suicide", liste: "dalo" },
      "suicide",
      "alarm:suicide",
    ],
    ["as a danger to ask about", { danger: "check:violence" }, "violence", "check:violence"],
  ])("%s", async (_, form, intent, safety) => {
    const { send, rows } = await one();
    await send("/incompris", form);
    expect((await rows())[0]).toEqual({ intent, safety });
  });

  test.each([
    [{ sens: "visal" }],
    [{ sens: "liste", liste: "suicide" }],
    [{ sens: "violence" }],
    [{ danger: "alarm:fire" }],
    [{}],
  ])("%j says nothing that is known: all stays as it is", async (form) => {
    const { send, rows } = await one();
    const page = await (await send("/incompris", form)).text();
    expect(wordsOf(page)).toContain("Aucun sujet n'a été choisi.");
    expect((await rows())[0]).toEqual({ intent: null, safety: null });
  });

  test("what two workers give at once is given once; it can be sorted again", async () => {
    const { send, rows, page, cookie, messages } = await one();
    await send("/incompris", { sens: "liste", liste: "apl" });
    const late = await (await send("/incompris", { sens: "liste", liste: "dalo" })).text();
    expect(wordsOf(late)).toContain("Ce message était déjà classé, ou effacé.");
    expect((await rows())[0]).toEqual({ intent: "apl", safety: "none" });
    expect(wordsOf(await page("/incompris", cookie))).toMatch(
      /Déjà classés.*zzbrol Aide au logement/,
    );
    await send("/incompris/reprendre", { messages });
    expect((await rows())[0]).toEqual({ intent: null, safety: null });
  });

  test("what must not be kept is gone at once, after one more press", async () => {
    const { send, rows, page, cookie } = await one();
    expect(await page("/incompris", cookie)).toMatch(
      /<summary>À effacer<\/summary>.*Oui, effacer/s,
    );
    expect(wordsOf(await (await send("/incompris/effacer", {})).text())).toContain("Effacé.");
    expect(await rows()).toEqual([]);
  });
});

test("every subject of the list has its name in French, dangers apart", async () => {
  const { made, cookie, page } = await desk();
  await kept(made, "Amina", "zzbrol");
  const html = await page("/incompris", cookie);
  expect(html).toContain('<option value="">');
  const options = [...html.matchAll(/<option value="(\w+)">([^<]+)</g)].map(([, value]) => value);
  expect(options.sort()).toEqual([...namedIntents].sort());
  expect(namedIntents).not.toContain("suicide");
});

describe("messages that say the same", () => {
  const message = (id: string, text: string, language = "fr"): MisheardMessage => ({
    ...{ id, text, language, guessed: [], reason: "unknown", at: tuesday },
  });

  test("are one group in their own language, the first that came before the others", () => {
    const groups = misheardGroups([
      message("1", "brol"),
      message("2", "frumple"),
      message("3", "BROL !!"),
      message("4", "brol", "en"),
    ]);
    expect(groups.map(({ messages }) => messages.map(({ id }) => id))).toEqual([
      ["1", "3"],
      ["2"],
      ["4"],
    ]);
  });

  test("offer what they were taken for first, then what they would be taken for today, three at most", () => {
    const [group] = misheardGroups([
      {
        ...message("1", "c'est quoi visale"),
        guessed: ["apl", "suicide", "unknown", "fjt", "alt"],
      },
    ]);
    expect(group?.likely).toEqual(["apl", "fjt", "alt"]);
    expect(misheardGroups([message("1", "c'est quoi visale")])[0]?.likely[0]).toBe("visale");
  });
});
