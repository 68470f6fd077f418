/** A trained model as it is stored: for each head its labels and scale, and all weights in one packing. */
export interface StoredModel {
  readonly heads: readonly {
    readonly name: string;
    readonly labels: readonly string[];
    /** What one step of a stored weight is worth. */
    readonly step: number;
  }[];
  /** How many features have weights, and how many weights they have together. */
  readonly features: number;
  readonly weights: number;
  /** Base64 of four rows: gaps between feature ids, counts of weights, columns, weights. */
  readonly packed: string;
}

/** Says how likely each label of each head is. */
export interface LinearModel {
  /** For each head, its labels and their probabilities, likeliest first; each head's sum to one. */
  ranked(ids: readonly number[], length: number): ReadonlyMap<string, readonly Ranked[]>;
  /** Whether a sign was met often enough to weigh anything. */
  knows(id: number): boolean;
}

export interface Ranked {
  readonly label: string;
  readonly probability: number;
}

/** Unpacks a stored model: linear in its size, some milliseconds. Throws when the packing is cut short. */
export function linearModel(stored: StoredModel): LinearModel {
  const columns = stored.heads.reduce((sum, { labels }) => sum + labels.length, 0);
  const { ids: known, weights } = unpack(stored, columns);
  return {
    knows: (id) => placeOf(id, known) >= 0,
    ranked(signs, length) {
      const sums = new Float64Array(columns);
      for (const id of signs) {
        const row = placeOf(id, known);
        if (row < 0) continue;
        const start = row * columns;
        for (let column = 0; column < columns; column++) {
          sums[column] = (sums[column] ?? 0) + (weights[start + column] ?? 0);
        }
      }
      const heads = new Map<string, readonly Ranked[]>();
      let first = 0;
      for (const { name, labels, step } of stored.heads) {
        const own = sums.subarray(first, first + labels.length);
        heads.set(name, likelihoods(labels, own, step / length));
        first += labels.length;
      }
      return heads;
    },
  };
}

function likelihoods(labels: readonly string[], sums: Float64Array, step: number): Ranked[] {
  const highest = Math.max(...sums);
  const powers = labels.map((_, place) => Math.exp(((sums[place] ?? 0) - highest) * step));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return labels
    .map((label, place) => ({ label, probability: (powers[place] ?? 0) / total }))
    .sort((one, other) => other.probability - one.probability);
}

function unpack(stored: StoredModel, columns: number) {
  const text = atob(stored.packed);
  let at = 0;
  const byte = () => {
    if (at >= text.length) throw new Error("the model is cut short");
    return text.charCodeAt(at++);
  };
  const ids = new Uint32Array(stored.features);
  let id = 0;
  for (let row = 0; row < stored.features; row++) {
    id += variable(byte);
    ids[row] = id;
  }
  const counts = Array.from(ids, byte);
  const places = counts.flatMap((count, row) =>
    Array.from({ length: count }, () => row * columns + byte()),
  );
  const weights = new Int8Array(stored.features * columns);
  for (const place of places) weights[place] = byte();
  return { ids, weights };
}

/** A number in groups of seven bits, the lowest first. */
function variable(byte: () => number): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const group = byte();
    value |= (group & 127) << shift;
    if (group < 128) return value;
  }
}

function placeOf(id: number, sorted: Uint32Array): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = sorted[middle] ?? 0;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
