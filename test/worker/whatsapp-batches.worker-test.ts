import { expect, test } from "vitest";
import { randomIds } from "../../src/base/ids.ts";
import { second } from "../../src/base/time.ts";
import { connectNumbers } from "../../src/channels/whatsapp-cloud-numbers.ts";
import { aliasStatements } from "../../src/store/alias-statements.ts";
import { arrivalsOf } from "../../src/store/arrivals.ts";
import { createCipher } from "../../src/store/cipher.ts";
import type { Database, Statement } from "../../src/store/database.ts";
import { signatureOf, textMessage, webhookOf } from "../stand-in/signed.ts";
import { morning, slug } from "../store/hand-made.ts";
import { openInvocations, structure } from "./invocations.ts";

const phoneNumberId = "106540352242922";
const appSecret = "the secret of the app";
const mostOfWebhook = 10;
/** D1's own limits, with room: values in a statement, characters in one of them. */
const mostValues = 100;
const longestValue = 1_000_000;
const numbers = new Map([
  [
    structure,
    { phoneNumberId, appSecret, accessToken: "t", verifyToken: "v", apiRoot: "http://localhost" },
  ],
]);

/** Counts the statements given to the database, and refuses at once what D1 would refuse. */
function counting() {
  let count = 0;
  const look = ({ values }: Pick<Statement, "values">) => {
    count++;
    expect(values.length).toBeLessThanOrEqual(mostValues);
    for (const value of values) expect(String(value).length).toBeLessThan(longestValue);
  };
  const through = (real: Database): Database => ({
    get(sql, values = []) {
      look({ values });
      return real.get(sql, values);
    },
    all(sql, values = []) {
      look({ values });
      return real.all(sql, values);
    },
    run(statement) {
      look(statement);
      return real.run(statement);
    },
    batch(statements) {
      for (const statement of statements) look(statement);
      return real.batch(statements);
    },
    close: () => real.close(),
  });
  return { through, statements: () => count };
}

async function receiving() {
  const under = await openInvocations();
  const post = async (body: string) => {
    const counted = counting();
    const status = await under.invoke(async (house) => {
      const door = connectNumbers(house, numbers);
      const headers = signatureOf(body, appSecret);
      return (await door?.request("/", { method: "POST", body, headers }))?.status;
    }, counted);
    return { status, statements: counted.statements() };
  };
  const seconds = String(Math.floor(under.now() / second));
  const said = (id: number, person: number, text = "bonjour") => ({
    ...textMessage(`wamid.${id}`, `336${String(person).padStart(8, "0")}`, text, seconds),
    from_user_id: `FR.${person}`,
  });
  const count = async (what: string) =>
    Number((await under.rows(`SELECT COUNT(*) AS n FROM ${what}`))[0]?.["n"]);
  return { under, post, said, count };
}

test.each([
  ["one message of one person", 1, 1],
  ["a thousand messages of one person", 1_000, 1],
  ["a thousand messages of a thousand people", 1_000, 1_000],
])(
  "%s: D1 is given at most ten statements, all are stored, each person has an errand",
  async (_, messages, people) => {
    const { under, post, said, count } = await receiving();
    const all = Array.from({ length: messages }, (_, place) => said(place, place % people));
    const body = webhookOf(phoneNumberId, ...all);
    const first = await post(body);
    expect(first.status).toBe(200);
    expect(first.statements).toBeLessThanOrEqual(mostOfWebhook);
    expect([await count("Inbound"), await count("Address")]).toEqual([messages, people]);
    expect(under.errands.splice(0)).toHaveLength(people);
    expect(await post(body)).toMatchObject({ status: 200 });
    expect([await count("Inbound"), under.errands.length]).toEqual([messages, 0]);
  },
);

test("a webhook as large as it may be is stored in some batches of ten statements, in its order", async () => {
  const { under, post, said } = await receiving();
  const long = "é".repeat(4_000);
  const all = Array.from({ length: 120 }, (_, place) => said(place, place % 3, `${place} ${long}`));
  const body = webhookOf(phoneNumberId, ...all);
  expect(new TextEncoder().encode(body).length).toBeLessThan(1024 * 1024);
  const { status, statements } = await post(body);
  expect(status).toBe(200);
  expect(statements).toBeLessThanOrEqual(3 * mostOfWebhook);
  const rows = await under.rows("SELECT id, conversationId FROM Inbound ORDER BY id");
  expect(rows).toHaveLength(120);
  const turns = rows.map(({ conversationId }) => conversationId);
  expect(turns.every((one, place) => one === turns[place % 3])).toBe(true);
});

test("hundreds of statuses in one webhook are four statements", async () => {
  const { post } = await receiving();
  const statuses = Array.from({ length: 500 }, (_, place) => ({
    ...{ id: `wamid.out.${place}`, status: "failed", timestamp: "1795420800" },
    errors: [{ code: 131_026 }],
  }));
  const value = { metadata: { phone_number_id: phoneNumberId }, statuses };
  const body = JSON.stringify({ entry: [{ changes: [{ field: "messages", value }] }] });
  expect(await post(body)).toEqual({ status: 200, statements: 4 });
});

test.each([
  ["known by one id", [], undefined, 6],
  ["with several ids", ["FR.1"], undefined, 8],
  ["while keys rotate", ["FR.1"], "the key that was before this one, long enough", 9],
])("a message of WhatsApp %s is so many statements", (_, aliases, previous, most) => {
  const content = { kind: "text", text: "bonjour" } as const;
  const from = { channel: "whatsapp", account: "1", address: "33600000001" } as const;
  const cipher = createCipher("the key of this test, which is long enough", previous);
  const message = {
    id: "1",
    from,
    at: morning,
    content,
    ...(aliases.length > 0 ? { aliases } : {}),
  };
  const ids = randomIds(() => morning);
  const [arrivals] = arrivalsOf({
    structure: slug,
    messages: [message],
    now: morning,
    cipher,
    ids,
  });
  expect(arrivals && aliasStatements(arrivals)).toHaveLength(most);
});
