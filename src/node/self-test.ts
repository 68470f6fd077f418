import type { Content } from "../base/message.ts";
import { keepingChannel } from "../channels/terminal.ts";
import type { SelfTestFailure } from "../operations/doctor.ts";
import type { Settings } from "../settings.ts";
import type { Structure } from "../structure/schema.ts";
import { openNodeHouse } from "./house.ts";

const person = "self-test";

/**
 * A conversation with each structure as it is set up now, in a database in memory: nothing of it is stored,
 * sent or counted. Tells what failed; empty when a young person who wrote now would be answered, told the
 * number when in danger, and waited for by the team.
 */
export async function selfTest(
  settings: Settings,
  structures: ReadonlyMap<string, Structure>,
): Promise<readonly SelfTestFailure[]> {
  const failures: SelfTestFailure[] = [];
  let broke = false;
  const house = await openNodeHouse({
    ...{ settings, structures, inMemory: true, sends: true },
    broke: () => {
      broke = true;
    },
  });
  for (const slug of structures.keys()) {
    const channel = keepingChannel("telegram", slug);
    house.connect(channel);
    const from = { channel: "telegram" as const, account: slug, address: person };
    const say = async (text: string): Promise<string> => {
      const content: Content = { kind: "text", text };
      await house.receive(slug, { id: house.ids.next(), from, at: house.clock.now(), content });
      await house.settled();
      return channel
        .taken(person)
        .map((reply) => reply.text)
        .join("\n");
    };
    const check = (step: SelfTestFailure["step"], is: boolean) => {
      if (!is) failures.push({ slug, step });
    };
    check("welcome", (await say("bonjour")) !== "");
    check("subject", (await say("c koi visale")).includes("Visale"));
    check("booking", (await say("rdv")) !== "");
    check("danger", (await say("je veux mourir")).includes("3114"));
    const conversation = await house.store.conversations.conversationOf(slug, from);
    const standing = conversation && (await house.store.conversations.pending(conversation));
    check("team", standing?.conversation.heldBy === "waiting");
    check("broke", !broke);
  }
  await house.close();
  return failures;
}
