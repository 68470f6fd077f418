/** A message to learn from: the places of its signs, and how much each counts. */
export interface Example {
  readonly signs: readonly number[];
  readonly values: readonly number[];
}

const rounds = 20;
/** The weights kept are the mean of these last rounds: less depends on the order of examples. */
const meanOfLast = 12;
const pace = 0.5;
/** Below this error a weight is left as it is. */
const leastError = 1e-4;

/**
 * Multinomial logistic regression by AdaGrad. `answers` are label numbers, one an example; a mistake on an
 * example costs its `importance`. Returns the
 * weights, a row of `labels` for each sign. Deterministic: the order of examples is shuffled by a fixed seed.
 */
export function train(
  examples: readonly Example[],
  answers: readonly number[],
  labels: number,
  signs: number,
  importance: readonly number[],
): Float32Array {
  const weights = new Float32Array(signs * labels);
  const squares = new Float32Array(signs * labels);
  const sums = new Float32Array(signs * labels);
  const order = examples.map((_, place) => place);
  const chance = numbers(1);
  const errors = new Float64Array(labels);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, chance);
    for (const at of order) {
      const example = examples[at];
      if (!example) continue;
      sumInto(errors, example, weights);
      toErrors(errors, answers[at] ?? 0, importance[at] ?? 1);
      learn(errors, example, weights, squares);
    }
    if (round >= rounds - meanOfLast) addTo(sums, weights);
  }
  return sums.map((sum) => sum / meanOfLast);
}

function addTo(sums: Float32Array, weights: Float32Array): void {
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (weights[at] ?? 0);
}

function sumInto(sums: Float64Array, { signs, values }: Example, weights: Float32Array): void {
  sums.fill(0);
  for (let place = 0; place < signs.length; place++) {
    const first = (signs[place] ?? 0) * sums.length;
    const value = values[place] ?? 0;
    for (let label = 0; label < sums.length; label++) {
      sums[label] = (sums[label] ?? 0) + (weights[first + label] ?? 0) * value;
    }
  }
}

/** From sums to what each label was believed too much. */
function toErrors(sums: Float64Array, answer: number, importance: number): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const sum of sums) highest = Math.max(highest, sum);
  let total = 0;
  for (let label = 0; label < sums.length; label++) {
    sums[label] = Math.exp((sums[label] ?? 0) - highest);
    total += sums[label] ?? 0;
  }
  for (let label = 0; label < sums.length; label++) {
    sums[label] = ((sums[label] ?? 0) / total - (label === answer ? 1 : 0)) * importance;
  }
}

function learn(
  errors: Float64Array,
  { signs, values }: Example,
  weights: Float32Array,
  squares: Float32Array,
): void {
  for (let label = 0; label < errors.length; label++) {
    const error = errors[label] ?? 0;
    if (Math.abs(error) < leastError) continue;
    for (let place = 0; place < signs.length; place++) {
      const at = (signs[place] ?? 0) * errors.length + label;
      const slope = error * (values[place] ?? 0);
      const square = (squares[at] ?? 0) + slope * slope;
      squares[at] = square;
      weights[at] = (weights[at] ?? 0) - (pace * slope) / (Math.sqrt(square) + 1e-3);
    }
  }
}

function shuffle(order: number[], chance: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1));
    const moved = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = moved;
  }
}

/** Numbers from 0 to 1 that look like chance and are the same each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
