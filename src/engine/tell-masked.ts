import type { Content } from "../base/message.ts";
import type { Memory } from "./conversation.ts";
import type { Draft } from "./draft.ts";

/** What is said when a sensitive number was not kept. */
export const maskedWords = "everywhere:masked";

/** The kinds that were taken out of a message and that the person was not told of yet. */
export function untoldMasks(memory: Memory, content: Content): readonly string[] {
  const masked = "masked" in content ? (content.masked ?? []) : [];
  return masked.filter((kind) => !memory.toldMasked?.includes(kind));
}

/** Says once, before the answer, that a number was not kept; in danger other words come first, and it waits. */
export function tellMasked<Change>(draft: Draft<Change>, content: Content): void {
  const untold = untoldMasks(draft.memory, content);
  if (untold.length === 0 || draft.happenings.some(({ kind }) => kind === "danger")) return;
  draft.sayFirst({ key: maskedWords });
  draft.remember({ toldMasked: [...(draft.memory.toldMasked ?? []), ...untold] });
}

/** Whether nothing is left of a message once its number was taken out: no answer, and no failure either. */
export function isOnlyMasked(content: Extract<Content, { kind: "text" }>): boolean {
  return content.masked !== undefined && !/[\p{L}\p{N}]/u.test(content.text);
}
