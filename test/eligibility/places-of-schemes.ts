import malakoff from "../../prisma/structures/ccas-malakoff.json" with { type: "json" };

/** The schemes of a place of the Hauts-de-Seine. */
export const ccas: readonly string[] = malakoff.localSchemes;
