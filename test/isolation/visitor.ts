import type { ThreeHouses } from "./three-houses.ts";

interface Shown {
  readonly from: "person" | "bot" | "worker";
  readonly text: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** Somebody at a web chat, with the cookie of their browser. */
export function visitorAt(houses: ThreeHouses, base: string) {
  let cookie = "";
  let sent = 0;
  const visitor = {
    cookie: () => cookie,
    /** Comes with another browser's cookie. */
    with(other: string) {
      cookie = other;
      return visitor;
    },
    async say(said: { text: string } | { choice: string } | { opened: true }) {
      const response = await houses.request(`${base}/chat/messages`, {
        method: "POST",
        headers: { cookie, "content-type": "application/json" },
        body: JSON.stringify({ id: `message-${++sent}`, ...said }),
      });
      if (response.status !== 202) throw new Error(`not taken: ${response.status}`);
      cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? cookie;
      await houses.house.settled();
      return visitor.entries();
    },
    async entries(): Promise<readonly Shown[]> {
      const response = await houses.request(`${base}/chat/messages`, { headers: { cookie } });
      return ((await response.json()) as { entries: readonly Shown[] }).entries;
    },
    async page(): Promise<string> {
      return (await houses.request(base || "/", { headers: { cookie } })).text();
    },
    /** As far as the times of a place. */
    async timesAt(site: string) {
      await visitor.say({ opened: true });
      await visitor.say({ choice: "accueil.language.french" });
      await visitor.say({ choice: "menu.menu.book" });
      const places = (await visitor.say({ text: "62220" })).at(-1)?.options ?? [];
      const times =
        (await visitor.say({ choice: `rendez-vous.site.${site}` })).at(-1)?.options ?? [];
      return { places, times: times.filter(({ label }) => /\d h/.test(label)) };
    },
    /** Books the first time of Carvin, and gives a first name. */
    async book(firstName: string): Promise<string> {
      const { times } = await visitor.timesAt("ml-carvin");
      const time = times[0];
      if (!time) throw new Error("no time was offered");
      await visitor.say({ choice: time.id });
      await visitor.say({ choice: "rendez-vous.confirm.yes" });
      await visitor.say({ text: firstName });
      return time.label;
    },
  };
  return visitor;
}
