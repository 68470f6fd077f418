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

/** Learnt so many times, each in another order: the mean depends on none of them. */
const seeds: readonly number[] = [1, 2, 3];
/** Rounds over the weights that are kept, once the small ones are gone. */
const refiningRounds = 8;
const meanOfLastRefining = 6;

/** What a head learns from. */
export interface Lesson {
  readonly examples: readonly Example[];
  /** The label of each example, by its number. */
  readonly answers: readonly number[];
  readonly labels: number;
  readonly signs: number;
  /** What a mistake on each example costs. */
  readonly importance: readonly number[];
  /**
   * The part of a message's signs that is hidden at each look: people misspell, and what is learnt must not
   * hang on one word being there. The others count for more, so that the whole weighs the same.
   */
  readonly hidden: number;
  /** Which weights may be kept, of all that were learnt; the others are zero in the end. */
  readonly worthKeeping: (learnt: Float32Array) => Uint8Array;
}

/**
 * Multinomial logistic regression by AdaGrad. Returns the weights, a row of `labels` for each sign: the
 * mean of what several orders of the examples teach, without the small ones, refined once they are gone.
 * Deterministic: the orders come from fixed seeds.
 */
export function train(lesson: Lesson): Float32Array {
  const size = lesson.signs * lesson.labels;
  const sums = new Float32Array(size);
  const all = new Uint8Array(size).fill(1);
  for (const seed of seeds) {
    const start = new Float32Array(size);
    addTo(sums, learnInOrder(lesson, start, all, { rounds, meanOfLast, chance: numbers(seed) }));
  }
  const mean = sums.map((sum) => sum / seeds.length);
  const kept = lesson.worthKeeping(mean);
  const start = mean.map((weight, at) => (kept[at] ? weight : 0));
  return learnInOrder(lesson, start, kept, {
    rounds: refiningRounds,
    meanOfLast: meanOfLastRefining,
    chance: numbers(seeds.length + 1),
  });
}

function learnInOrder(
  { examples, answers, labels, importance, hidden }: Lesson,
  weights: Float32Array,
  kept: Uint8Array,
  course: {
    readonly rounds: number;
    readonly meanOfLast: number;
    readonly chance: () => number;
  },
): Float32Array {
  const squares = new Float32Array(weights.length);
  const sums = new Float32Array(weights.length);
  const order = examples.map((_, place) => place);
  const errors = new Float64Array(labels);
  for (let round = 0; round < course.rounds; round++) {
    shuffle(order, course.chance);
    for (const at of order) {
      const example = examples[at];
      if (!example) continue;
      const seen = hidden > 0 ? hideSome(example, hidden, course.chance) : example;
      sumInto(errors, seen, weights);
      toErrors(errors, answers[at] ?? 0, importance[at] ?? 1);
      learn(errors, seen, weights, squares, kept);
    }
    if (round >= course.rounds - course.meanOfLast) addTo(sums, weights);
  }
  return sums.map((sum) => sum / course.meanOfLast);
}

function hideSome({ signs, values }: Example, hidden: number, chance: () => number): Example {
  const seen: number[] = [];
  const worth: number[] = [];
  for (let place = 0; place < signs.length; place++) {
    if (chance() < hidden) continue;
    seen.push(signs[place] ?? 0);
    worth.push((values[place] ?? 0) / (1 - hidden));
  }
  return { signs: seen, values: worth };
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
  kept: Uint8Array,
): void {
  for (let label = 0; label < errors.length; label++) {
    const error = errors[label] ?? 0;
    if (Math.abs(error) < leastError) continue;
    for (let place = 0; place < signs.length; place++) {
      const at = (signs[place] ?? 0) * errors.length + label;
      if (!kept[at]) continue;
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
