import { expect, test } from "vitest";
import { minute, second } from "../../src/base/time.ts";
import { greeted, type NetworkKind, plain, said, seenAfter } from "./contract-network.ts";

/** What a network does that asks to wait before it takes the next message. */
export function waitingContract(kind: NetworkKind): void {
  test("asked to wait, nothing leaves before; then all leaves, in order", async () => {
    const network = await greeted(kind);
    network.asksToWait?.(30);
    const seen = [
      ...(await seenAfter(network, 3, { text: "menu" })),
      ...(await seenAfter(network, 4, { text: "prendre rendez-vous" })),
    ];
    network.pass(29 * second);
    await network.jobs();
    expect(seen).toEqual([]);
    const before = (await network.shown()).length;
    network.pass(second);
    await network.jobs();
    const late = plain((await network.shown()).slice(before).join(" "));
    const [menu, question] = (await said(network)).slice(-2).map(({ text }) => plain(text));
    expect(late.indexOf(menu ?? "?")).toBeGreaterThanOrEqual(0);
    expect(late.indexOf(question ?? "?")).toBeGreaterThan(late.indexOf(menu ?? "?"));
  });
}

/** What a network does that says when nobody is reached any more. */
export function reachContract(kind: NetworkKind): void {
  test("out of reach is marked, and forgotten as soon as the person writes", async () => {
    const network = await greeted(kind);
    const since = async () =>
      (await network.house.store.database.get("SELECT unreachableSince AS at FROM Address"))?.[
        "at"
      ];
    network.nobodyThere?.();
    expect(await seenAfter(network, 3, { text: "menu" })).toEqual([]);
    expect(await since()).toBe(network.house.clock.now());
    network.pass(minute);
    expect(await seenAfter(network, 4, { text: "menu" })).not.toEqual([]);
    expect(await since()).toBeNull();
  });
}
