import type { Urgency } from "../base/urgency.ts";

const shapes: Readonly<Record<Exclude<Urgency, "none">, string>> = {
  immediate: "M8 1.5 15.2 14H.8Zm-.8 4.7v4h1.6v-4Zm0 5.2v1.5h1.6v-1.5Z",
  high: "M8 .8 15.2 8 8 15.2.8 8Z",
  normal: "M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3Z",
};

/** A triangle, a diamond, a disc: told apart without colour. Decoration: the word stands beside it. */
export function UrgencySign({ urgency }: { readonly urgency: Exclude<Urgency, "none"> }) {
  return (
    <svg class="urgency-sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={shapes[urgency]} fill="currentColor" fill-rule="evenodd" />
    </svg>
  );
}
