import { expect, test } from "vitest";
import type { Content } from "../../src/base/message.ts";
import { recorded, recordedNames } from "./recorded.ts";
import { openChat, testHouse } from "./web-chat-house.ts";

/** A request as the page's script, or a browser without script, makes it. */
interface Request {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const id = "3f0c2a4e-8b1d-4c57-9a36-5e2b7d901c44";

/** What the house is given: under which id, what, and whether the page waits for the answer. */
const script = (content: Content) => ({ status: 202, received: [{ id, content, wait: false }] });
const form = (content: Content, given = id) => ({
  ...{ status: 303, received: [{ id: given, content, wait: true }] },
});
const refused = (status: number) => ({ status, received: [] });
const booking: Content = { kind: "choice", option: "menu.menu.book" };

const readings: Readonly<Record<string, unknown>> = {
  "script-opened": script({ kind: "opened" }),
  "script-opened-from-poster": script({ kind: "opened", source: "affiche-carvin" }),
  "script-opened-from-elsewhere": script({ kind: "opened" }),
  "script-text": script({ kind: "text", text: "j'ai 19 ans" }),
  "script-choice": script(booking),
  "script-choice-of-old-button": script({ kind: "choice", option: "coffee.size.big" }),
  "script-two-in-one": refused(400),
  "script-without-id": refused(400),
  "script-choice-too-long": refused(400),
  "script-no-json": refused(400),
  "script-nothing": refused(400),
  "form-opened": form({ kind: "opened" }),
  "form-opened-from-poster": form({ kind: "opened", source: "affiche-carvin" }),
  "form-text": form({ kind: "text", text: "j'ai 19 ans" }),
  "form-choice-beside-empty-text": form(booking),
  // an id of ours stands in: the first new one is given here, the second is the person's address
  "form-text-without-id": form({ kind: "text", text: "19 ans" }, "address-1"),
  "form-multipart": form({ kind: "text", text: "19 ans" }),
  "form-empty": refused(303),
  "form-from-another-site": refused(403),
};

test.each(Object.keys(readings))("what %s asks for", async (name) => {
  const { path, headers, body } = recorded("web-chat", name) as Request;
  const house = testHouse();
  const { app } = await openChat(house);
  const url = new URL(path, "http://localhost:3000");
  const { status } = await app.request(url, { method: "POST", headers: { ...headers }, body });
  const received = house.received.map(({ address: _, ...rest }) => rest);
  expect({ status, received }).toEqual(readings[name]);
});

test("every recorded shape is read by a test", () => {
  expect(recordedNames("web-chat")).toEqual(Object.keys(readings).sort());
});
