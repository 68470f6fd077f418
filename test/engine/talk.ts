import type { Content, Said } from "../../src/base/message.ts";
import { after, instant, minute } from "../../src/base/time.ts";
import { type Memory, nothingKnown, type Turn } from "../../src/engine/conversation.ts";
import type { House } from "../../src/engine/house.ts";
import { takeTurn } from "../../src/engine/turn.ts";
import type { Change } from "./tiny-house.ts";

/** Somebody who has already chosen French and waits nowhere. */
export const known: Memory = { ...nothingKnown, language: "fr" };

/** A conversation in a house: each message a minute after the last, the memory stored in between. */
export function talk(house: House<Change>, from: Partial<Memory> = {}) {
  let now = instant("2026-11-24T13:30:00Z");
  let memory: Memory = { ...known, lastAt: now, ...from };
  let last: Turn<Change> | undefined;
  const send = async (content: Content, waiting = false): Promise<string> => {
    now = after(now, minute);
    last = await takeTurn(house, memory, { content }, now, waiting);
    memory = JSON.parse(JSON.stringify(last.memory)) as Memory;
    return shown(last);
  };
  return {
    says: (text: string) => send({ kind: "text", text }),
    presses: (option: string) => send({ kind: "choice", option }),
    sends: send,
    /** Somebody of the team has been called and has not come yet. */
    saysWhileWaiting: (text: string) => send({ kind: "text", text }, true),
    sleeps: (milliseconds: number) => {
      now = after(now, milliseconds);
    },
    meets: (next: House<Change>) => {
      house = next;
    },
    memory: () => memory,
    turn: () => last,
    knows: () =>
      Object.fromEntries(Object.entries(memory.known).map(([fact, { value }]) => [fact, value])),
  };
}

/** What is read: the keys of the texts, then the labels of the choices between brackets. */
function shown(turn: Turn<Change>): string {
  return turn.replies
    .map(({ texts, options }) =>
      [...texts.map(key), ...options.map(({ label }) => `[${key(label)}]`)].join(" "),
    )
    .join(" / ");
}

function key(said: Said): string {
  const values = said.values ?? {};
  if (said.key === "everywhere:numbered") {
    const { position, total, question } = values;
    return `${position}/${total} ${key(question as Said)}`;
  }
  return said.key.replace(/^@plain:|^everywhere:iDo/, "").replace("NotKnow", "?");
}
