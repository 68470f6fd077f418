import type { SaidValues } from "../base/message.ts";
import { dateIn } from "../base/time.ts";
import { type AsllKind, asllLength } from "../eligibility/asll-length.ts";
import type { Asking } from "../engine/conversation.ts";
import type { Scene } from "./scene.ts";

/** How long an ASLL may last where this structure is, as its texts show it. */
export function asllValues({ structure }: Scene, asking: Asking, kind: AsllKind): SaidValues {
  const on = dateIn(structure.zone, asking.now);
  const length = asllLength(structure.departement, kind, on);
  if (!length) return { length: { key: "asll:lengthUnknown" } };
  const { usual, most } = length;
  return {
    length:
      usual === null
        ? { key: "asll:lengthMost", values: { most } }
        : { key: "asll:lengthUsual", values: { usual, most } },
  };
}
