/** The channel settings of one structure, and under which name the operator gave each. */
export interface OwnSettings {
  readonly structure: string;
  value(name: string): string | undefined;
  /** `TELEGRAM_MODE`, or `TELEGRAM_MODE__CCAS_MALAKOFF`: the name to say when something is wrong. */
  named(name: string): string;
}

/** Which settings a structure may have of its own. */
export interface OwnNames {
  readonly all: readonly string[];
  /** Of these, what says how a network is reached: without a suffix it counts for every structure. */
  readonly shared: readonly string[];
}

export interface OwnReading {
  readonly own: readonly OwnSettings[];
  readonly problems: readonly string[];
}

type Given = Readonly<Record<string, string | undefined>>;

/** What follows a setting's name to make it one structure's: "__CCAS_MALAKOFF". */
export function suffixOf(structure: string): string {
  return `__${structure.toUpperCase().replaceAll("-", "_")}`;
}

/**
 * Parts the settings among the structures: `NAME__<SLUG>` is that structure's, `NAME` is the first
 * one's. A suffix of no structure, or of a setting that all share, is a problem: it would do nothing.
 */
export function ownSettings(
  given: Given,
  structures: readonly string[],
  names: OwnNames,
  others: readonly string[],
): OwnReading {
  const own = structures.map((structure, place) =>
    ownOf({ given, structure, isFirst: place === 0, names }),
  );
  return {
    own,
    problems: [
      ...misplaced(given, structures, names, others),
      ...twice(given, structures[0] ?? "", names),
    ],
  };
}

function ownOf({
  given,
  structure,
  isFirst,
  names,
}: {
  readonly given: Given;
  readonly structure: string;
  readonly isFirst: boolean;
  readonly names: OwnNames;
}): OwnSettings {
  const suffixed = (name: string) => `${name}${suffixOf(structure)}`;
  const inherits = (name: string) => isFirst || names.shared.includes(name);
  return {
    structure,
    value: (name) => (given[suffixed(name)] ?? (inherits(name) ? given[name] : undefined))?.trim(),
    named(name) {
      if (given[suffixed(name)] !== undefined) return suffixed(name);
      const isGivenToAll = inherits(name) && given[name] !== undefined;
      return isFirst || isGivenToAll ? name : suffixed(name);
    },
  };
}

function misplaced(
  given: Given,
  structures: readonly string[],
  names: OwnNames,
  others: readonly string[],
): string[] {
  const known = new Set(structures.map(suffixOf));
  return Object.keys(given).flatMap((key) => {
    const at = key.indexOf("__");
    const [name, suffix] = at < 0 ? [key, ""] : [key.slice(0, at), key.slice(at)];
    if (suffix === "") return [];
    if (others.includes(name))
      return [`${key} is set, but ${name} is one for all structures: set ${name}, or remove it.`];
    if (!names.all.includes(name) || known.has(suffix)) return [];
    const possible = structures.map((structure) => `${name}${suffixOf(structure)}`).join(", ");
    return [
      `${key} names no structure of STRUCTURE: add the structure there, remove the setting, or call it ${possible}.`,
    ];
  });
}

function twice(given: Given, first: string, { all }: OwnNames): string[] {
  return all.flatMap((name) => {
    const suffixed = `${name}${suffixOf(first)}`;
    const isTwice = given[name] !== undefined && given[suffixed] !== undefined;
    return isTwice ? [`${name} and ${suffixed} are the same setting: keep one of them.`] : [];
  });
}

/** The names of the settings that two structures gave the same value, two by two. */
export function pairsOf(
  own: readonly OwnSettings[],
  name: string,
  keyOf: (value: string) => string | undefined,
): readonly (readonly [string, string])[] {
  const firsts = new Map<string, string>();
  return own.flatMap(({ value, named }) => {
    const given = value(name);
    const key = given === undefined ? undefined : keyOf(given);
    if (key === undefined) return [];
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, named(name));
    return first === undefined ? [] : [[first, named(name)] as const];
  });
}
