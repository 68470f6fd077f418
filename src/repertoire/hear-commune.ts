import { findCommune } from "../appointments/places.ts";
import { saidPlain } from "../base/said.ts";
import type { Heard } from "../engine/house.ts";
import type { Structure } from "../structure/schema.ts";

/** The code of a commune that none of the structure's territories holds. */
export const outsideCode = "outside";

/** A commune or a postcode, as an answer: found, to be chosen among several, or outside the territory. */
export function hearCommune(structure: Structure, text: string, hint: string): Heard {
  const found = findCommune(structure, text);
  switch (found.kind) {
    case "found":
      return { kind: "value", value: asValue(found.commune) };
    case "several":
      return {
        kind: "several",
        offered: found.communes.map((commune) => ({
          key: commune.inseeCode,
          label: saidPlain(commune.name),
          value: asValue(commune),
        })),
      };
    case "outside":
      return {
        kind: "value",
        value: { inseeCode: outsideCode, name: named(found.name ?? text.trim()) },
      };
    case "notUnderstood":
      return { kind: "no", hint };
  }
}

function asValue({ inseeCode, name }: { inseeCode: string; name: string }) {
  return { inseeCode, name };
}

/** A town we do not know, with the capital that its name is owed. */
function named(written: string): string {
  return written.charAt(0).toUpperCase() + written.slice(1);
}
