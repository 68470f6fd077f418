import type { ThreeHouses } from "./three-houses.ts";

export interface Tried {
  readonly method: "GET" | "POST";
  /** The pattern, for what a test says. */
  readonly pattern: string;
  readonly address: string;
  /** True when the address itself names what belongs to another structure. */
  readonly names: boolean;
}

/** What somebody of another structure might know, and write into any address or form. */
export interface Known {
  readonly ids: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

/** Every address of the desk the site has, as the site says itself, with each of these ids in its place. */
export function everyDeskAddress({ site }: ThreeHouses, { ids, query }: Known): readonly Tried[] {
  const routes = site.app.routes.filter(
    // "*" alone is what looks at every request, and answers none of them
    ({ path }) => path.startsWith("/desk") && path !== "/desk/*",
  );
  const tried = routes.flatMap(({ method, path }) =>
    (method === "ALL" ? (["GET", "POST"] as const) : [method]).flatMap((each) =>
      each === "GET" || each === "POST" ? addressesOf(each, path, ids, query) : unknown(each),
    ),
  );
  return [...new Map(tried.map((one) => [`${one.method} ${one.address}`, one])).values()];
}

function addressesOf(
  method: "GET" | "POST",
  pattern: string,
  ids: readonly string[],
  query: Readonly<Record<string, string>>,
): readonly Tried[] {
  const place = /:\w+/g;
  const names = place.test(pattern);
  const filled = names ? ids.map((id) => pattern.replaceAll(place, id)) : [pattern];
  return filled
    .map((address) => address.replace("*", "get-session"))
    .flatMap((address) => [address, `${address}?${new URLSearchParams(query)}`])
    .map((address) => ({ method, pattern, address, names }));
}

function unknown(method: string): never {
  throw new Error(`the desk has a method no test tries: ${method}`);
}

/** What an answer says; of a live stream, what it says first. */
export async function saidBy(response: Response): Promise<string> {
  if (!response.headers.get("content-type")?.includes("event-stream")) return response.text();
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value);
}
