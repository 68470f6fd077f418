/** Typing mistakes forgiven in a word: none up to three letters, one up to seven, two beyond. */
export function toleranceFor(word: string): number {
  if (word.length <= 3) return 0;
  return word.length <= 7 ? 1 : 2;
}

/**
 * Whether two words are at most `limit` mistakes apart: a letter added, left out, replaced, or two
 * neighbours swapped (Damerau-Levenshtein, each place edited once).
 */
export function withinDistance(a: string, b: string, limit: number): boolean {
  if (a === b) return limit >= 0;
  if (limit <= 0 || Math.abs(a.length - b.length) > limit) return false;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let row = 1; row <= a.length; row++) {
    const current = distances(a, b, row, last, beforeLast);
    if (Math.min(...current) > limit) return false;
    beforeLast = last;
    last = current;
  }
  return (last[b.length] ?? Number.POSITIVE_INFINITY) <= limit;
}

function distances(
  a: string,
  b: string,
  row: number,
  last: readonly number[],
  beforeLast: readonly number[],
): number[] {
  const far = a.length + b.length;
  const current = [row];
  for (let column = 1; column <= b.length; column++) {
    const same = a[row - 1] === b[column - 1] ? 0 : 1;
    let best = Math.min(
      (last[column] ?? far) + 1,
      (current[column - 1] ?? far) + 1,
      (last[column - 1] ?? far) + same,
    );
    const swapped =
      row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    if (swapped) best = Math.min(best, (beforeLast[column - 2] ?? far) + 1);
    current.push(best);
  }
  return current;
}
