import type { ReadMessage } from "./read-message.ts";

/** What decided, for who asks why: the phrases of the tables, then what the words speak of. */
export function reasons({ wishes, dangers, concepts }: ReadMessage): readonly string[] {
  return [
    ...new Set([
      ...dangers.map(({ sign, level }) => `${level} ${sign}`),
      ...wishes.map(({ phrase }) => phrase),
      ...concepts.map(({ sense }) => sense),
    ]),
  ];
}
