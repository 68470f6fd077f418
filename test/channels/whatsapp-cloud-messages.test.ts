import fc from "fast-check";
import { expect, test } from "vitest";
import type { WrittenReply } from "../../src/base/message.ts";
import {
  type CloudMessage,
  cloudMessages,
  templateMessage,
} from "../../src/channels/whatsapp-cloud-messages.ts";

type Shown = Partial<WrittenReply["options"][number]> & { readonly label: string };

const reply = (text: string, ...options: readonly Shown[]): WrittenReply => ({
  text,
  options: options.map((option, place) => ({ id: `flow.step.${place}`, ...option })),
  listButton: "Choisir",
});
const labels = (count: number, length: number): readonly Shown[] =>
  Array.from({ length: count }, (_, place) => ({ label: String(place).padEnd(length, "x") }));

/** How a message shows its options: "button", "list", or "text". */
const shapeOf = (message: CloudMessage | undefined) =>
  message?.type === "interactive" ? message.interactive.type : message?.type;
const shapes = (given: WrittenReply) => cloudMessages(given).map(shapeOf);

test("without options it is a text, whose links show no preview", () => {
  expect(cloudMessages(reply("Bonjour https://www.visale.fr"))).toEqual([
    { type: "text", text: { body: "Bonjour https://www.visale.fr", preview_url: false } },
  ]);
});

test("up to three short options are reply buttons", () => {
  const [message] = cloudMessages(reply("Oui ?", { label: "Oui" }, { label: "Non" }));
  expect(message).toEqual({
    type: "interactive",
    interactive: {
      type: "button",
      body: { text: "Oui ?" },
      action: {
        buttons: [
          { type: "reply", reply: { id: "flow.step.0", title: "Oui" } },
          { type: "reply", reply: { id: "flow.step.1", title: "Non" } },
        ],
      },
    },
  });
});

test("more are a list; a shortened label is told whole below its row", () => {
  const label = "mardi 24 novembre à 14 h 30";
  const [message] = cloudMessages(
    reply("Quand ?", { label, short: "mar. 24/11 14 h 30" }, { label: "Un autre jour" }),
  );
  expect(message).toEqual({
    type: "interactive",
    interactive: {
      type: "list",
      body: { text: "Quand ?" },
      action: {
        button: "Choisir",
        sections: [
          {
            rows: [
              { id: "flow.step.0", title: "mar. 24/11 14 h 30", description: label },
              { id: "flow.step.1", title: "Un autre jour" },
            ],
          },
        ],
      },
    },
  });
});

test.each<[string, readonly Shown[], string]>([
  ["one of 20 letters", labels(1, 20), "button"],
  ["three of 20", labels(3, 20), "button"],
  ["three, one of 21", [...labels(2, 20), { label: "x".repeat(21) }], "list"],
  ["four of 20", labels(4, 20), "list"],
  ["ten of 24", labels(10, 24), "list"],
  ["ten of 25", labels(10, 25), "text"],
  ["eleven of 5", labels(11, 5), "text"],
  ["72 letters and a short form of 24", [{ label: "y".repeat(72), short: "y".repeat(24) }], "list"],
  ["73 letters and a short form", [{ label: "y".repeat(73), short: "y" }], "text"],
  ["a short form of 25", [{ label: "y".repeat(30), short: "y".repeat(25) }], "text"],
  ["two that say the same", [{ label: "Oui" }, { label: "oui " }], "text"],
  [
    "two with the same short form",
    [
      { label: "Mission locale de Hénin-Beaumont", short: "Mission locale" },
      { label: "Mission locale de Carvin (centre)", short: "Mission locale" },
    ],
    "text",
  ],
  [
    "two of one id",
    [
      { id: "a", label: "Oui" },
      { id: "a", label: "Non" },
    ],
    "text",
  ],
  ["one without words", [{ label: " " }, { label: "Non" }], "text"],
])("%s: as a %s", (_, options, shape) => {
  expect(shapes(reply("Alors ?", ...options))).toEqual([shape]);
});

test("where neither buttons nor a list can show them, options are numbered lines", () => {
  const [message] = cloudMessages(reply("Où ?", ...labels(11, 3)));
  expect(message).toMatchObject({ type: "text" });
  const body = message?.type === "text" ? message.text.body : "";
  expect(body.split("\n").slice(0, 4)).toEqual(["Où ?", "", "1. 0xx", "2. 1xx"]);
  expect(body).toContain("\n11. 10x");
});

test.each([
  ["1 024", 1024, ["button"]],
  ["1 025", 1025, ["text", "button"]],
  ["5 000", 5000, ["text", "button"]],
  ["6 000", 6000, ["text", "text", "button"]],
])(
  "a text of %s letters with options: few messages, the options under the last",
  (_, length, shape) => {
    const text = "Un mot. ".repeat(length).slice(0, length - 1);
    expect(shapes(reply(`${text}.`, { label: "Oui" }))).toEqual(shape);
  },
);

test("a long text is cut after a sentence, also one that asks or calls out", () => {
  const long = `${"Voilà une phrase. ".repeat(220)}Tu as compris ? ${"Bravo ! ".repeat(40)}`;
  const bodies = cloudMessages(reply(long)).map((one) =>
    one.type === "text" ? one.text.body : "",
  );
  expect(bodies).toHaveLength(2);
  for (const body of bodies) expect(body).toMatch(/[.!?]$/);
});

test("options without a text still have something to stand under", () => {
  expect(cloudMessages(reply("", { label: "Oui" }))).toMatchObject([
    { interactive: { body: { text: "Choisir" } } },
  ]);
});

test("a template is filled by its variables, each on one line; its buttons are the first options", () => {
  const values = { when: " mardi 24 novembre\nà 14 h 30  ", unasked: "a" };
  const options = ["come", "change", "cancel", "how"].map((id) => ({ id, label: id }));
  const button = (index: string, payload: string) => ({
    ...{ type: "button", sub_type: "quick_reply", index },
    parameters: [{ type: "payload", payload }],
  });
  expect(templateMessage({ name: "reminder", language: "fr", values }, options)).toEqual({
    type: "template",
    template: {
      name: "reminder",
      language: { code: "fr" },
      components: [
        {
          type: "body",
          parameters: [
            { type: "text", parameter_name: "when", text: "mardi 24 novembre à 14 h 30" },
          ],
        },
        button("0", "come"),
        button("1", "change"),
        button("2", "cancel"),
      ],
    },
  });
});

test("what a template lacks is a dash: the network refuses nothing at all", () => {
  const call = { name: "reminder", language: "fr", values: {} } as const;
  expect(templateMessage(call, [])).toMatchObject({
    template: { components: [{ type: "body", parameters: [{ text: "-" }] }] },
  });
});

test("a template without variables and buttons says none", () => {
  const call = { name: "worker_answered", language: "fr", values: {} } as const;
  expect(templateMessage(call, [{ id: "a", label: "a" }])).toEqual({
    type: "template",
    template: { name: "worker_answered", language: { code: "fr" }, components: [] },
  });
});

const words = fc
  .array(fc.constantFrom("mot", "Carvin.", "oui !", "été", "🏠", "\n", "\n\n", "x".repeat(400)), {
    maxLength: 60,
  })
  .map((all) => all.join(" "));
const label = fc.string({ unit: "grapheme", minLength: 1, maxLength: 90 });
const options = fc.array(
  fc.record({ label, short: fc.option(fc.string({ maxLength: 30 }), { nil: undefined }) }),
  { maxLength: 14 },
);

test("whatever the reply, its messages hold all its words and options, each within its limit", () => {
  fc.assert(
    fc.property(words, options, (text, shown) => {
      const given = reply(
        text,
        ...shown.map(({ label, short }) => ({ label, ...(short === undefined ? {} : { short }) })),
      );
      const messages = cloudMessages(given);
      const all = messages.map(visible);
      for (const { body, most } of all) {
        expect(body.length).toBeGreaterThan(0);
        expect(body.length).toBeLessThanOrEqual(most);
        expect(body.isWellFormed()).toBe(true);
      }
      const wordsOf = (said: string) => said.split(/\s+/).join("");
      const everything = wordsOf(all.map(({ body, extra }) => `${body}${extra}`).join(""));
      expect(everything).toContain(wordsOf(text));
      for (const { label } of given.options) expect(everything).toContain(wordsOf(label));
      messages.forEach(withinLimits);
      if (shown.length > 0 && messages.at(-1)?.type === "interactive") {
        expect(idsOf(messages.at(-1))).toEqual(given.options.map(({ id }) => id));
      }
    }),
  );
});

function visible(message: CloudMessage) {
  if (message.type === "text") return { body: message.text.body, extra: "", most: 4096 };
  if (message.type === "template") throw new Error("a reply is no template");
  const { body, action } = message.interactive;
  const told =
    "buttons" in action
      ? action.buttons.map(({ reply }) => reply.title)
      : action.sections.flatMap(({ rows }) =>
          rows.map(({ title, description = "" }) => `${title}${description}`),
        );
  return { body: body.text, extra: told.join("\n"), most: 1024 };
}

function idsOf(message: CloudMessage | undefined): readonly string[] {
  if (message?.type !== "interactive") return [];
  const { interactive } = message;
  return interactive.type === "button"
    ? interactive.action.buttons.map(({ reply }) => reply.id)
    : interactive.action.sections.flatMap(({ rows }) => rows.map(({ id }) => id));
}

function withinLimits(message: CloudMessage): void {
  if (message.type !== "interactive") return;
  const { interactive } = message;
  if (interactive.type === "button") {
    expect(interactive.action.buttons.length).toBeLessThanOrEqual(3);
    for (const { reply } of interactive.action.buttons) {
      expect(reply.title.length).toBeLessThanOrEqual(20);
    }
    return;
  }
  const rows = interactive.action.sections.flatMap((section) => section.rows);
  expect(rows.length).toBeLessThanOrEqual(10);
  for (const { title, description = "" } of rows) {
    expect(title.length).toBeLessThanOrEqual(24);
    expect(description.length).toBeLessThanOrEqual(72);
  }
}
