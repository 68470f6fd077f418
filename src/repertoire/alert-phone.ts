import { readLinkCode } from "../person/link-code.ts";
import { type Action, known } from "./scene.ts";

/** The fact under which the code of a worker is known while it is looked at. */
export const givenAlertCode = "alertCode";
export const alertFlow = "astreinte";

/** "alerte ABCD-2345": the code that the desk gave to a worker; null for all other texts. */
export function readAlertCode(text: string): string | null {
  const typed = /^\s*alerte?\s*:?\s+(.+)$/is.exec(text)?.[1];
  return typed === undefined ? null : readLinkCode(`relier ${typed}`);
}

/** Whether the code is right is not said here: who tries codes learns nothing. */
export const alertActions: { readonly pairAlertPhone: Action } = {
  pairAlertPhone: (_, asking) => ({
    outcome: "asked",
    forget: [givenAlertCode],
    changes: [{ kind: "pairAlertPhone", code: String(known(asking, givenAlertCode)) }],
  }),
};
