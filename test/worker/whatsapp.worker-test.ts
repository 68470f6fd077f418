import { expect, test } from "vitest";
import type { WrittenReply } from "../../src/base/message.ts";
import { second } from "../../src/base/time.ts";
import type { Channel } from "../../src/channels/channel.ts";
import { connectNumbers } from "../../src/channels/whatsapp-cloud-numbers.ts";
import type { Database } from "../../src/store/database.ts";
import { signatureOf, textMessage, webhookOf } from "../stand-in/signed.ts";
import { openInvocations, structure } from "./invocations.ts";

const phoneNumberId = "106540352242922";
const appSecret = "the secret of the app";
const lina = "33639980001";
const numbers = new Map([
  [
    structure,
    { phoneNumberId, appSecret, accessToken: "t", verifyToken: "v", apiRoot: "http://localhost" },
  ],
]);

/** Counts the statements given to the database. */
function counting() {
  let count = 0;
  const through = (real: Database): Database => ({
    ...{ get: real.get.bind(real), all: real.all.bind(real), run: real.run.bind(real) },
    close: () => real.close(),
    batch(statements) {
      count += statements.length;
      return real.batch(statements);
    },
  });
  return { through, written: () => count };
}

test("in the engine of Cloudflare a signed webhook is stored once, and its answer leaves by an errand", async () => {
  const under = await openInvocations();
  const sent: { readonly to: string; readonly reply: WrittenReply }[] = [];
  const keeping: Channel = {
    ...{ name: "whatsapp", account: phoneNumberId },
    async send(to, reply) {
      sent.push({ to, reply });
      return { outcome: "delivered", networkId: "wamid.out.1" };
    },
  };
  const seconds = String(Math.floor(under.now() / second));
  const body = webhookOf(phoneNumberId, textMessage("wamid.IN1", lina, "bonjour", seconds));
  const statements = counting();
  const post = (secret: string) =>
    under.invoke(async (house) => {
      const headers = signatureOf(body, secret);
      const door = connectNumbers(house, numbers);
      return (await door?.request("/", { method: "POST", body, headers }))?.status;
    }, statements);
  expect(await post("another secret")).toBe(401);
  expect(await under.rows("SELECT id FROM Inbound")).toEqual([]);
  expect([await post(appSecret), await post(appSecret)]).toEqual([200, 200]);
  expect(await under.rows("SELECT COUNT(*) AS n FROM Inbound")).toEqual([{ n: 1 }]);
  expect(statements.written()).toBeLessThanOrEqual(20);
  for (const { body: errand } of under.errands.splice(0)) {
    expect(await under.deliver(errand, { channel: () => keeping })).toBe("done");
  }
  expect(sent.map(({ to, reply }) => [to, reply.listButton])).toEqual([[lina, expect.any(String)]]);
});
