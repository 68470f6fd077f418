/** Which changes of an agenda its worker's phone is told of: none, those of the two days to come, all. */
export const newsLevels = ["none", "soon", "all"] as const;
export type NewsLevel = (typeof newsLevels)[number];
