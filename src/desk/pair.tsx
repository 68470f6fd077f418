import type { Child } from "hono/jsx";

/** A name and what it is, in a list of such. */
export function Pair({ name, children }: { readonly name: string; readonly children?: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
