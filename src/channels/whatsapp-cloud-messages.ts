import type { TemplateCall, WrittenReply } from "../base/message.ts";
import { limits } from "./limits.ts";
import { inParts, numbered, withLinkedFile } from "./numbered.ts";
import { templateNamed } from "./whatsapp-templates.ts";

/** One message as the Cloud API takes it, without whom it is for. */
export type CloudMessage =
  | {
      readonly type: "text";
      readonly text: { readonly body: string; readonly preview_url: false };
    }
  | { readonly type: "interactive"; readonly interactive: Interactive }
  | { readonly type: "template"; readonly template: CloudTemplate };

type Interactive = Choices & { readonly body: { readonly text: string } };

type Choices =
  | {
      readonly type: "button";
      readonly action: {
        readonly buttons: readonly {
          readonly type: "reply";
          readonly reply: { readonly id: string; readonly title: string };
        }[];
      };
    }
  | {
      readonly type: "list";
      readonly action: {
        readonly button: string;
        readonly sections: readonly { readonly rows: readonly Row[] }[];
      };
    };

interface Row {
  readonly id: string;
  readonly title: string;
  /** The whole label, where the title is its short form. */
  readonly description?: string;
}

interface CloudTemplate {
  readonly name: string;
  readonly language: { readonly code: string };
  readonly components: readonly (
    | {
        readonly type: "body";
        readonly parameters: readonly {
          readonly type: "text";
          readonly parameter_name: string;
          readonly text: string;
        }[];
      }
    | {
        readonly type: "button";
        readonly sub_type: "quick_reply";
        readonly index: string;
        readonly parameters: readonly { readonly type: "payload"; readonly payload: string }[];
      }
  )[];
}

/** For a list whose reply was written without saying how it is opened. */
const wordless = "☰";

/**
 * A reply as reply buttons, else as a list, else with numbered lines: the first that shows every label
 * whole. The options go with the last message; what does not fit into it goes before, in as few
 * messages as it can. A reply's file is not sent: calendar files are none of those WhatsApp takes; its
 * text says where the file is read.
 */
export function cloudMessages(given: WrittenReply): readonly CloudMessage[] {
  const reply = withLinkedFile(given);
  const { text, options, listButton = wordless } = reply;
  if (options.length === 0) return textMessages(text);
  const choices = asButtons(options) ?? asList(options, listButton);
  if (!choices) return textMessages(numbered(reply));
  const most = limits[choices.type === "button" ? "whatsappButtons" : "whatsappList"].text;
  const last = inParts(text.trim(), most).at(-1) ?? "";
  const before = text.slice(0, text.lastIndexOf(last)).trim();
  const interactive = { ...choices, body: { text: last === "" ? listButton : last } };
  return [...textMessages(before), { type: "interactive", interactive }];
}

/** An approved text, filled; each of its buttons is the option of the same place in the reply it stands for. */
export function templateMessage(
  { name, language, values }: TemplateCall,
  options: Options,
): CloudMessage {
  const { variables, buttons } = templateNamed(name);
  const parameters = Object.keys(variables).map((parameter) => ({
    ...({ type: "text", parameter_name: parameter } as const),
    text: inOneLine(values[parameter] ?? ""),
  }));
  const body = parameters.length > 0 ? [{ type: "body", parameters } as const] : [];
  const pressed = options.slice(0, buttons.length).map(({ id }, place) => ({
    ...({ type: "button", sub_type: "quick_reply", index: String(place) } as const),
    parameters: [{ type: "payload", payload: id } as const],
  }));
  const components = [...body, ...pressed];
  return { type: "template", template: { name, language: { code: language }, components } };
}

/** The network refuses new lines, long gaps and nothing at all in what fills a template. */
function inOneLine(value: string): string {
  return value.replace(/\s+/g, " ").trim() || "-";
}

function textMessages(text: string): readonly CloudMessage[] {
  return inParts(text, limits.whatsappText.text)
    .filter((body) => body !== "")
    .map((body) => ({ type: "text", text: { body, preview_url: false } }));
}

type Options = WrittenReply["options"];

function asButtons(options: Options): Choices | null {
  const most = limits.whatsappButtons;
  const fits = options.every(({ label }) => label.length <= most.label);
  if (options.length > most.options || !fits || !areApart(options, (one) => one.label)) return null;
  const buttons = options.map(({ id, label }) => ({
    ...({ type: "reply", reply: { id, title: label } } as const),
  }));
  return { type: "button", action: { buttons } };
}

function asList(options: Options, button: string): Choices | null {
  const rows = options.flatMap((option) => rowOf(option) ?? []);
  const fits = rows.length === options.length && rows.length <= limits.whatsappList.options;
  if (!fits || !areApart(rows, ({ title }) => title)) return null;
  return { type: "list", action: { button, sections: [{ rows }] } };
}

function rowOf({ id, label, short }: Options[number]): Row | null {
  const { label: most, description } = limits.whatsappList;
  if (label.length <= most) return { id, title: label };
  if (!short || short.length > most || label.length > description) return null;
  return { id, title: short, description: label };
}

/** The network refuses empty titles, and two that are the same, or two ids. */
function areApart<One extends { readonly id: string }>(
  options: readonly One[],
  titleOf: (option: One) => string,
): boolean {
  const titles = options.map((option) => titleOf(option).trim().toLowerCase());
  const ids = options.map(({ id }) => id);
  const isOnce = (all: readonly string[]) => new Set(all).size === all.length;
  return titles.every((title) => title !== "") && isOnce(titles) && isOnce(ids);
}
