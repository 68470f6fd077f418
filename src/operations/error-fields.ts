/** Frames of our own code: a file of src, or the one file the Worker is bundled into. */
const ownFrame = /^\s+at .*(\/src\/|main-worker)/;
/** The database's own sentence names tables, columns and codes, and never a value. */
const databaseSentence = /^D1_\w+: [\s\S]{1,160}/;

/** What may be written of an error: its kind, its code, and where in our code it came from. */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  // frames alone: an error's own message may span lines, and hold anything
  const places = (error.stack ?? "").split("\n").filter((line) => ownFrame.test(line));
  const said = databaseSentence.exec(error.message)?.[0];
  return {
    error: error.name,
    ...("code" in error ? { code: String(error.code) } : {}),
    ...("errcode" in error ? { errcode: Number(error.errcode) } : {}),
    ...(said ? { database: said } : {}),
    at: places.slice(0, 3).map((line) =>
      line
        .trim()
        .replace(/^.*(\/src\/|main-worker)/, (_, head: string) => head.replace("/src/", "src/"))
        .replace(/\)$/, ""),
    ),
  };
}
