import { address, administrator, type Engine } from "./workers-engine.ts";
import { cookieOf, measureLooks, streams } from "./workers-looks.ts";
import { type Act, measured, repeat } from "./workers-measured.ts";

/** Pages of the desk. */
export async function measureDesk(engine: Engine): Promise<readonly Act[]> {
  const cookie = await enterDesk(engine);
  const [row] = await engine.sql("SELECT id FROM Conversation LIMIT 1");
  const open = async (path: string) => {
    const response = await engine.fetch(path, { headers: { cookie } });
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    await response.text();
  };
  await open("/desk");
  return [
    await measured(engine, "desk: the queue", 20, () => repeat(20, () => open("/desk"))),
    await measured(engine, "desk: a conversation", 20, () =>
      repeat(20, () => open(`/desk/conversations/${row?.["id"]}`)),
    ),
  ];
}

/** Pages of the desk that stay open. */
export async function measureDeskLooks(engine: Engine, name: string): Promise<Act> {
  const cookie = await enterDesk(engine);
  const pages = Array.from({ length: streams }, () => ({ path: "/desk/stream", cookie }));
  return measureLooks(engine, name, pages);
}

async function enterDesk(engine: Engine): Promise<string> {
  const entered = await engine.fetch("/desk/connexion", {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: address },
    body: new URLSearchParams(administrator).toString(),
  });
  if (entered.status !== 303) throw new Error(`the desk answered ${entered.status}`);
  await entered.text();
  return cookieOf(entered.headers.getSetCookie());
}
