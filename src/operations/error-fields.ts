/** What may be written of an error: its kind, its code, and where in our code it came from. */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  // frames alone: an error's own message may span lines, and hold anything
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at .*\/src\//.test(line));
  return {
    error: error.name,
    ...("code" in error ? { code: String(error.code) } : {}),
    ...("errcode" in error ? { errcode: Number(error.errcode) } : {}),
    at: places.slice(0, 3).map((line) =>
      line
        .trim()
        .replace(/^.*\/src\//, "src/")
        .replace(/\)$/, ""),
    ),
  };
}
