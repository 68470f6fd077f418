import type { Asking } from "../engine/conversation.ts";
import { known } from "./scene.ts";

/** The INSEE code of the commune that was told; empty when none was. */
export function communeOf(asking: Asking): { readonly inseeCode: string } {
  const commune = known(asking, "commune");
  return typeof commune === "object" && commune !== null && "inseeCode" in commune
    ? { inseeCode: String(commune.inseeCode) }
    : { inseeCode: "" };
}
