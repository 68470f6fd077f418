export interface Site {
  readonly id: string;
  readonly inseeCode: string;
}

interface Places<S extends Site> {
  readonly siege: S;
  readonly sites: readonly S[];
  readonly nearestSites: { readonly byCommune: Readonly<Record<string, readonly string[]>> };
}

/**
 * The places of appointment from the nearest to the farthest for someone of this commune, `limit` at
 * most. Those of the same commune come first, then the association's own table of neighbours (no
 * coordinates are published), then the file's order; the head office closes the list.
 */
export function nearestSites<S extends Site>(
  structure: Places<S>,
  commune: { readonly inseeCode: string },
  limit: number,
): readonly S[] {
  const places = [...structure.sites, structure.siege];
  const listed = structure.nearestSites.byCommune[commune.inseeCode] ?? [];
  const rank = (site: S): number => {
    const place = listed.indexOf(site.id);
    const order = place === -1 ? listed.length : place;
    return site.inseeCode === commune.inseeCode ? order - places.length : order;
  };
  return places.toSorted((one, other) => rank(one) - rank(other)).slice(0, limit);
}
