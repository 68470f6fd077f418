/** Something read from JSON, of which nothing is known yet. */
type Tree = unknown;

/** What is found along a path of names; undefined where the path ends too early. */
export function branchAt(tree: Tree, ...path: readonly string[]): Tree {
  return path.reduce<Tree>(
    (here, name) =>
      typeof here === "object" && here !== null ? Reflect.get(here, name) : undefined,
    tree,
  );
}

/** The list found there; an empty one when there is none. */
export function listAt(tree: Tree, ...path: readonly string[]): readonly Tree[] {
  const found = branchAt(tree, ...path);
  return Array.isArray(found) ? found : [];
}

/** The text found there, or the number as text; undefined when there is none, or an empty one. */
export function wordAt(tree: Tree, ...path: readonly string[]): string | undefined {
  const found = branchAt(tree, ...path);
  if (typeof found === "number") return String(found);
  return typeof found === "string" && found !== "" ? found : undefined;
}
