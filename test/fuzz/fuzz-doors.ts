import fc from "fast-check";
import { signatureOf, textMessage, webhookOf } from "../stand-in/signed.ts";
import { pressUpdate, textUpdate } from "../stand-in/updates.ts";
import { type FuzzHouse, secrets } from "./fuzz-house.ts";
import { fieldNames, mutated, oddText } from "./odd-values.ts";

/** One request, and what it is called when it breaks something. */
interface Knock {
  readonly door: string;
  readonly path: string;
  readonly init: RequestInit;
}

/** Traces and sentences of the inside that nobody outside may read. */
const insides = /\bat [^\n]+\.(?:ts|js|mjs):\d+|SQLITE_|ZodError|node_modules|no such column/;

/** Every address the site has, with anything in the place of its parts, its query and its form. */
function addresses({ site, cookie, publicUrl, ids }: FuzzHouse): fc.Arbitrary<Knock> {
  const routes = site.app.routes.filter(
    ({ path, method }) =>
      !path.includes("*") &&
      !path.startsWith("/webhooks") &&
      !path.endsWith("/flux") &&
      !path.includes("stream") &&
      method !== "OPTIONS",
  );
  const fields = fc.dictionary(fc.constantFrom(...fieldNames()), oddText, { maxKeys: 8 });
  return fc
    .record({
      route: fc.constantFrom(...routes),
      part: fc.oneof(oddText, fc.constantFrom(...ids)),
      query: fields,
      form: fields,
    })
    .map(({ route: { method, path }, part, query, form }) => {
      const filled = path.replaceAll(
        /:\w+(\{[^}]*\})?/g,
        () => encodeURIComponent(wellFormed(part)) || "x",
      );
      const posts = method === "POST" || (method === "ALL" && part.length % 2 === 0);
      return {
        door: `${method} ${path}`,
        path: `${filled}?${new URLSearchParams(query)}`,
        init: posts
          ? {
              method: "POST",
              headers: { cookie, origin: publicUrl },
              body: new URLSearchParams(form),
            }
          : { headers: { cookie } },
      };
    });
}

/** A half of a pair has no place in an address: a browser could not write it either. */
function wellFormed(text: string): string {
  return text.toWellFormed();
}

function webhooks({ account }: FuzzHouse): fc.Arbitrary<Knock> {
  const telegram = fc
    .oneof(mutated(textUpdate(1, 9, "bonjour")), mutated(pressUpdate(2, 9, "menu.what.housing")))
    .map(
      (body): Knock => ({
        door: "telegram",
        path: "/webhooks/telegram",
        init: {
          method: "POST",
          headers: { "x-telegram-bot-api-secret-token": secrets.telegram },
          body: JSON.stringify(body) ?? "",
        },
      }),
    );
  const message = textMessage("wamid.1", "33612345678", "bonjour");
  const whatsapp = mutated(JSON.parse(webhookOf(account, message))).map((said): Knock => {
    const body = JSON.stringify(said) ?? "";
    const headers = signatureOf(body, secrets.whatsapp);
    return {
      door: "whatsapp",
      path: "/webhooks/whatsapp",
      init: { method: "POST", headers, body },
    };
  });
  return fc.oneof(telegram, whatsapp);
}

function chat({ publicUrl }: FuzzHouse): fc.Arbitrary<Knock> {
  const sent = mutated({
    id: "0191f000-0000-7000-8000-000000000000",
    text: "bonjour",
    option: "menu",
  });
  return sent.map((body) => ({
    door: "web chat",
    path: "/chat/messages",
    init: {
      method: "POST",
      headers: {
        "content-type": "application/json",
        origin: publicUrl,
        "sec-fetch-site": "same-origin",
      },
      body: JSON.stringify(body) ?? "",
    },
  }));
}

/**
 * Knocks at every door with anything at all, so many times; the faults found, each once, in words that
 * hold nothing of what was sent but the address' pattern. None is what is hoped for.
 */
export async function fuzzDoors(
  under: FuzzHouse,
  runs: number,
  seed: number,
): Promise<readonly string[]> {
  const faults = new Set<string>();
  const knocks = fc.oneof(
    { weight: 6, arbitrary: addresses(under) },
    { weight: 3, arbitrary: webhooks(under) },
    { weight: 1, arbitrary: chat(under) },
  );
  let nth = 0;
  for (const { door, path, init } of fc.sample(knocks, { numRuns: runs, seed })) {
    // another address each time: the limits on who asks too much are tested elsewhere
    nth++;
    const response = await under.request(path, init, `203.0.${(nth >> 8) & 255}.${nth & 255}`);
    const said = response.headers.get("content-type")?.includes("event-stream")
      ? await response.body?.cancel().then(() => "")
      : await response.text();
    if (response.status >= 500) faults.add(`${door}: ${response.status}`);
    if (insides.test(said ?? "")) faults.add(`${door}: shows its inside`);
    if (nth % 50 === 0) await under.house.settled();
  }
  await under.house.settled();
  for (const error of under.broken) faults.add(String(error));
  return [...faults];
}

/** Somebody who writes after all of it is answered as on any day. */
export async function stillAnswers(under: FuzzHouse): Promise<boolean> {
  const chatter = 4_242;
  const body = JSON.stringify(textUpdate(900_000_001, chatter, "c koi visale"));
  const headers = { "x-telegram-bot-api-secret-token": secrets.telegram };
  await under.request("/webhooks/telegram", { method: "POST", headers, body });
  await under.house.settled();
  return under.api.texts(chatter).some((text) => /Visale/.test(text));
}
