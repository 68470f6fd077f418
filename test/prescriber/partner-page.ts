import { after, hour } from "../../src/base/time.ts";
import type { NodeHouse } from "../../src/node/house.ts";
import { prescriberRoutes } from "../../src/prescriber/prescriber-routes.tsx";
import { assets } from "../desk/desk-world.ts";
import { structure } from "../world.ts";

const address = "http://partner.test";
let links = 0;

/** The page of a partner of a house, as its browser sees it: what it shows, and what it asks. */
export async function partnerPage(
  house: NodeHouse,
  name: string,
  at: { readonly structure?: string; readonly from?: string } = {},
) {
  const slug = at.structure ?? [...house.structures.keys()][0] ?? structure;
  const { store, structures, texts, clock, ids, demonstration } = house;
  const token = `the secret of link ${++links}`.replaceAll(" ", "-");
  const id = `partner-${links}`;
  const now = clock.now();
  const link = { id, structure: slug, by: "nadia", now, token, name };
  await store.prescriptions.makeLink({
    ...link,
    kind: "missionLocale",
    until: after(now, 4000 * hour),
  });
  const app = prescriberRoutes({
    ...{ structures, texts, clock, ids, demonstration, assets, publicUrl: address },
    diary: store.diary,
    requests: store.prescriptions,
    addressOf: () => at.from ?? "192.0.2.7",
  });
  const get = (query = "", secret = token) => app.request(`${address}/${secret}${query}`);
  const post = (form: Readonly<Record<string, string>>, origin = address) =>
    app.request(`${address}/${token}`, {
      method: "POST",
      headers: { origin },
      body: new URLSearchParams(form),
    });
  const times = async (site: string): Promise<readonly string[]> => {
    const html = await (await get(`?lieu=${site}`)).text();
    return [...html.matchAll(/name="creneau" value="([^"]+)"/g)].map(([, slot = ""]) => slot);
  };
  return {
    ...{ id, token, get, post, times },
    html: async () => (await get()).text(),
    /** Asks for the first free time at a place; gives the code that is shown once. */
    async ask(site: string, who: string): Promise<string> {
      const [slot = ""] = await times(site);
      const html = await (await post({ lieu: site, creneau: slot, nom: who })).text();
      const code = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(html)?.[0];
      if (!code) throw new Error(`no code was shown: ${html}`);
      return code;
    },
    /** What is read beside each name, the last asked first. */
    async states(): Promise<readonly string[]> {
      const html = await (await get()).text();
      return [...html.matchAll(/<li>(.*?)<\/li>/gs)].map(([, line = ""]) =>
        line
          .replaceAll(/<[^>]+>/g, "")
          .replaceAll("&#39;", "'")
          .trim(),
      );
    },
  };
}
