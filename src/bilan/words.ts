import { localDate, partsOf } from "../base/time.ts";
import type { Structure } from "../structure/schema.ts";
import type { Texts } from "../texts.ts";
import type { BilanWords } from "./printed.ts";

/** The bilan is read by the team and its funders: it speaks French. */
const language = "fr";

/** How the bilan of a structure is put into words. A place or a commune its file does not know keeps its code. */
export function bilanWords(texts: Texts, structure: Structure): BilanWords {
  const voice = texts.of(structure.slug);
  const places = [...structure.sites, ...(structure.siege ? [structure.siege] : [])];
  const communes = new Map(
    structure.territories.flatMap((one) =>
      one.communes.map(({ inseeCode, name }) => [inseeCode, name] as const),
    ),
  );
  // an area is called as the structure's file calls it
  const areas: ReadonlyMap<string, string> = new Map(
    structure.territories.map(({ id, name }) => [`epci_${id.toLowerCase()}`, name] as const),
  );
  return {
    say: (key, values) =>
      areas.get(key) ??
      voice.say({ key: `observatoire:${key}`, ...(values ? { values } : {}) }, language),
    day(date) {
      const { year, month, day } = partsOf(localDate(date));
      const two = (figure: number) => String(figure).padStart(2, "0");
      return `${two(day)}/${two(month)}/${year}`;
    },
    number: (value, digits = 0) =>
      new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value),
    placeName: (site) => places.find(({ id }) => id === site)?.name ?? site,
    communeName: (code) => communes.get(code) ?? code,
  };
}
