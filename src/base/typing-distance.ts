/**
 * Whether a text can be turned into another by at most `limit` typing mistakes:
 * a letter too many, one missing, one wrong, or two neighbours swapped (Damerau-Levenshtein,
 * in its "optimal alignment" form). Gives the number of mistakes, or null when there are more.
 */
export function withinDistance(a: string, b: string, limit: number): number | null {
  if (Math.abs(a.length - b.length) > limit) return null;
  if (a === b) return 0;

  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        cell(last, column) + 1,
        cell(line, column - 1) + 1,
        cell(last, column - 1) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, cell(beforeLast, column - 2) + 1);
      line.push(cost);
    }
    // costs never go down from one line to the next, save by a swap, which reaches back one line more
    if (Math.min(...line) > limit && Math.min(...last) > limit) return null;
    beforeLast = last;
    last = line;
  }
  const distance = cell(last, b.length);
  return distance <= limit ? distance : null;
}

const cell = (line: readonly number[], column: number): number => line[column] ?? Infinity;
