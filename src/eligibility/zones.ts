/** A rent zone of Visale, the same as that of housing benefit: 1 Île-de-France, 2 larger towns, 3 elsewhere. */
export type Zone = 1 | 2 | 3;
/** An agglomeration the association works in, or none of them. */
export type Territory = "CAHC" | "CALL" | "other";

export interface Commune {
  readonly inseeCode: string;
  readonly name: string;
  readonly zone: Zone;
  readonly territory: Territory;
}

// Names, codes and agglomerations: Etalab, découpage administratif 6.0.0 (INSEE COG).
// Zones: openfisca-france, assets/apl/20110914_zonage.csv. Read on 2026-11-22.
const rows: readonly (readonly [string, string, Zone, Territory])[] = [
  ["62148", "Bois-Bernard", 2, "CAHC"],
  ["62215", "Carvin", 2, "CAHC"],
  ["62249", "Courcelles-lès-Lens", 2, "CAHC"],
  ["62250", "Courrières", 2, "CAHC"],
  ["62274", "Dourges", 2, "CAHC"],
  ["62277", "Drocourt", 2, "CAHC"],
  ["62321", "Évin-Malmaison", 2, "CAHC"],
  ["62427", "Hénin-Beaumont", 2, "CAHC"],
  ["62497", "Leforest", 2, "CAHC"],
  ["62907", "Libercourt", 2, "CAHC"],
  ["62587", "Montigny-en-Gohelle", 2, "CAHC"],
  ["62624", "Noyelles-Godault", 2, "CAHC"],
  ["62637", "Oignies", 2, "CAHC"],
  ["62724", "Rouvroy", 2, "CAHC"],
  ["62001", "Ablain-Saint-Nazaire", 2, "CALL"],
  ["62003", "Acheville", 2, "CALL"],
  ["62019", "Aix-Noulette", 2, "CALL"],
  ["62032", "Angres", 2, "CALL"],
  ["62033", "Annay", 2, "CALL"],
  ["62065", "Avion", 2, "CALL"],
  ["62133", "Billy-Montigny", 2, "CALL"],
  ["62170", "Bouvigny-Boyeffles", 2, "CALL"],
  ["62186", "Bully-les-Mines", 2, "CALL"],
  ["62107", "Bénifontaine", 2, "CALL"],
  ["62213", "Carency", 3, "CALL"],
  ["62291", "Éleu-dit-Leauwette", 2, "CALL"],
  ["62311", "Estevelles", 2, "CALL"],
  ["62351", "Fouquières-lès-Lens", 2, "CALL"],
  ["62371", "Givenchy-en-Gohelle", 2, "CALL"],
  ["62380", "Gouy-Servins", 2, "CALL"],
  ["62386", "Grenay", 2, "CALL"],
  ["62413", "Harnes", 2, "CALL"],
  ["62464", "Hulluch", 2, "CALL"],
  ["62498", "Lens", 2, "CALL"],
  ["62510", "Liévin", 2, "CALL"],
  ["62523", "Loison-sous-Lens", 2, "CALL"],
  ["62528", "Loos-en-Gohelle", 2, "CALL"],
  ["62563", "Mazingarbe", 2, "CALL"],
  ["62573", "Meurchin", 2, "CALL"],
  ["62570", "Méricourt", 2, "CALL"],
  ["62628", "Noyelles-sous-Lens", 2, "CALL"],
  ["62666", "Pont-à-Vendin", 2, "CALL"],
  ["62737", "Sains-en-Gohelle", 2, "CALL"],
  ["62771", "Sallaumines", 2, "CALL"],
  ["62793", "Servins", 2, "CALL"],
  ["62801", "Souchez", 2, "CALL"],
  ["62842", "Vendin-le-Vieil", 2, "CALL"],
  ["62854", "Villers-au-Bois", 3, "CALL"],
  ["62861", "Vimy", 2, "CALL"],
  ["62895", "Wingles", 2, "CALL"],
  ["92046", "Malakoff", 1, "other"],
  ["92063", "Rueil-Malmaison", 1, "other"],
];

/** The communes whose zone is known here. */
const communes: readonly Commune[] = rows.map(([inseeCode, name, zone, territory]) => ({
  inseeCode,
  name,
  zone,
  territory,
}));

const byCode = new Map(communes.map((commune) => [commune.inseeCode, commune]));
const byName = new Map(communes.map((commune) => [plain(commune.name), commune]));

/** The commune of that INSEE code, else of that name (accents, hyphens and capitals aside), if it is known here. */
export function communeOf(place: {
  readonly inseeCode?: string | null | undefined;
  readonly commune?: string | null | undefined;
}): Commune | undefined {
  // a code says more than a name: two communes of France may share a name
  if (place.inseeCode) return byCode.get(place.inseeCode);
  return place.commune ? byName.get(plain(place.commune)) : undefined;
}

/** The département of an INSEE code: its first two characters, three overseas. */
export function departementOf(inseeCode: string): string {
  return inseeCode.slice(0, /^9[78]/.test(inseeCode) ? 3 : 2);
}

/**
 * The rent zone of a dwelling: as given, else that of its commune; the whole 92 is in zone 1.
 * Undefined when the commune is not known here.
 */
export function zoneOf(place: {
  readonly zone?: Zone | null | undefined;
  readonly inseeCode?: string | null | undefined;
  readonly commune?: string | null | undefined;
  readonly departement?: string | null | undefined;
}): Zone | undefined {
  if (place.zone) return place.zone;
  const departement = place.inseeCode ? departementOf(place.inseeCode) : place.departement;
  return communeOf(place)?.zone ?? (departement === "92" ? 1 : undefined);
}

/** The agglomeration of an INSEE code. */
export function territoryOf(inseeCode: string): Territory {
  return byCode.get(inseeCode)?.territory ?? "other";
}

function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
