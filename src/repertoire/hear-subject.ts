import type { Heard } from "../engine/house.ts";
import type { Structure } from "../structure/schema.ts";
import { wishIn } from "./wish-in.ts";

/** What somebody looks for, in free words: a subject, several that are close, or any other flow they ask for. */
export function hearSubject(
  structure: Structure,
  text: string,
  language: string,
  hint: string,
): Heard {
  const { flow, offered } = wishIn(structure, text, language);
  if (offered) return { kind: "several", offered };
  return flow === null ? { kind: "no", hint } : { kind: "value", value: flow };
}
