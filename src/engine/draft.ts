import { fingerprint } from "../base/fingerprint.ts";
import type { Option, Reply, ReplyFile, Said, SaidValues } from "../base/message.ts";
import type { Asking, Happening, Learnt, Memory, Offered, Place, Turn } from "./conversation.ts";
import type { FilePlace } from "./house.ts";

/** A turn being written. The only mutable thing in the engine; it never outlives the turn. */
export class Draft<Change> {
  memory: Memory;
  readonly asking: Omit<Asking, "memory">;
  readonly happenings: Happening[] = [];
  readonly changes: Change[] = [];
  readonly #texts: Said[] = [];
  #aside: string | null = null;
  #options: Option[] = [];
  #file: ReplyFile | undefined;
  #filePlace: FilePlace | undefined;

  constructor(memory: Memory, asking: Omit<Asking, "memory">) {
    this.memory = { ...memory, lastAt: asking.now };
    this.asking = asking;
  }

  /** What a rule or an action may look at, as things stand now. */
  view(): Asking {
    return { ...this.asking, memory: this.memory };
  }

  say(text: Said): void {
    this.#texts.push(text);
  }

  /** Before all that is said in this turn. */
  sayFirst(text: Said): void {
    this.#texts.unshift(text);
  }

  /** The choices under the last message. */
  show(options: readonly Option[]): void {
    this.#options = [...options];
  }

  /** The word on the side that this turn says: the next turn finds other words. */
  noteAside(key: string): void {
    this.#aside = key;
  }

  /** What was said so far is kept to oneself; what it wants written is still wanted. */
  hush(): void {
    this.#texts.length = 0;
    this.#options = [];
    this.#file = undefined;
  }

  /** The last word of a turn: what is said exactly as the time before begins with saying so. */
  varyFromBefore(again: Said): void {
    if (this.#texts.length === 0) return;
    if (this.memory.lastSaid === this.#print()) this.#texts.unshift(again);
    this.memory = { ...this.memory, lastSaid: this.#print(), lastAside: this.#aside };
  }

  #print(): string {
    return fingerprint(JSON.stringify([this.#texts, this.#options.map(({ id }) => id)]));
  }

  attach(file: ReplyFile): void {
    this.#file = file;
  }

  /** What becomes of the file that was sent, when the flow has its say. */
  placeFile(place: FilePlace): void {
    this.#filePlace = place;
  }

  goTo(place: Place | null): void {
    this.memory = {
      ...this.memory,
      place: place && { flow: place.flow, step: place.step },
      offered: [],
    };
  }

  remember(part: Partial<Memory>): void {
    this.memory = { ...this.memory, ...part };
  }

  learn(fact: string, value: unknown): void {
    const learnt: Learnt = { value, at: this.asking.now };
    this.memory = { ...this.memory, known: { ...this.memory.known, [fact]: learnt } };
  }

  forget(names: readonly string[]): void {
    if (!names.some((name) => name in this.memory.known)) return;
    const kept = Object.entries(this.memory.known).filter(([name]) => !names.includes(name));
    const trail = this.memory.trail.filter((past) => !names.includes(past.fact));
    this.memory = { ...this.memory, known: Object.fromEntries(kept), trail };
  }

  keepValues(values: SaidValues | undefined): void {
    if (values) this.memory = { ...this.memory, values: { ...this.memory.values, ...values } };
  }

  offer(offered: readonly Offered[]): void {
    this.memory = { ...this.memory, offered };
  }

  happened(kind: string, value?: string): void {
    const place = this.memory.place;
    this.happenings.push({ kind, ...place, ...(value === undefined ? {} : { value }) });
  }

  /** The turn, with one reply that joins all that was said: few messages, not many. */
  finish(): Turn<Change> {
    const silent = this.#texts.length === 0 && this.#file === undefined;
    const reply: Reply = {
      texts: this.#texts,
      options: this.#options,
      ...(this.#file ? { file: this.#file } : {}),
    };
    return {
      memory: this.memory,
      replies: silent ? [] : [reply],
      happenings: this.happenings,
      changes: this.changes,
      ...(this.#filePlace ? { filePlace: this.#filePlace } : {}),
    };
  }
}
