import type { SaidValues } from "../base/message.ts";
import { mediaDaysOf } from "../structure/media-days.ts";
import type { Structure } from "../structure/schema.ts";
import type { Scene } from "./scene.ts";

/** What any text may say of the association; a highest age only where there is one. */
export function aboutUs({ structure }: Pick<Scene, "structure">): SaidValues {
  const { audience, retention, service, area } = structure;
  return {
    association: service,
    area,
    months: retention.conversationsMonthsAfterLastContact,
    days: mediaDaysOf(structure),
    minAge: audience.minAge,
    ...(audience.maxAge === null ? {} : { maxAge: audience.maxAge }),
    ...exampleOf(structure),
  };
}

/** A commune and a postcode that the people of this place know, to show how to write theirs. */
function exampleOf({ sites, siege, territories }: Structure): SaidValues {
  const { town, inseeCode } = sites[0] ?? siege;
  const communes = territories.flatMap((territory) => territory.communes);
  const [postcode = ""] = communes.find((one) => one.inseeCode === inseeCode)?.postcodes ?? [];
  return { exampleTown: town, examplePostcode: postcode };
}
