import { returnToBot } from "../answering/return-to-bot.ts";
import { ringTeam } from "../answering/ring-team.ts";
import { saySorry } from "../answering/say-sorry.ts";
import type { Parts } from "../assemble.ts";
import type { ConversationId, TurnId } from "../base/ids.ts";
import { callTeam } from "../jobs/call-team.ts";
import type { Job } from "../jobs/job.ts";
import { returnIdle } from "../jobs/return-idle.ts";
import { weekKnown } from "../repertoire/supply-of.ts";
import type { Working } from "./jobs-of.ts";

/** Calls the team for who waits, on their phones and in their browsers, and delivers what it wrote. */
export function callsJob(
  { store, structures, texts, clock, ringers, passes, publicUrl, background }: Parts,
  { answering }: Pick<Working, "answering">,
  deliver: (conversation: ConversationId) => void,
): Job {
  return callTeam({
    calls: store.calls,
    structures: [...structures.values()],
    weekOf: weekKnown,
    page: passes.calls,
    async call(waiter, stage, { slug }) {
      const now = clock.now();
      // the person is told by a turn of its own; it is only written down
      if (stage === "sorry") return store.calls.call({ waiter, stage, words: "", now });
      const key = waiter.urgency === "immediate" ? "urgent" : stage;
      const words = texts.of(slug).say({ key: `agendas:call_${key}` }, "fr");
      const outcome = await store.calls.call({ waiter, stage, words, now });
      if (outcome !== "called") return outcome;
      for (const phone of await store.calls.phones(slug, stage)) deliver(phone);
      const notice = { title: "Trousseau", body: words, link: `${publicUrl}/desk` };
      const ringing = ringTeam({ bells: store.bells, ringers }, slug, stage, {
        ...{ ...notice, about: "desk", stop: null },
      });
      if (background) background(ringing);
      await ringing;
      return outcome;
    },
    async saySorry(waiter, structure) {
      const outcome = await saySorry(answering, waiter, structure);
      if (outcome === "told") deliver(waiter.conversation);
      return outcome;
    },
  });
}

/** Puts back what a worker took and nobody goes on with, and delivers what it wrote. */
export function idleJob(
  { store, structures, ids, clock, passes }: Parts,
  { answering, live }: Pick<Working, "answering" | "live">,
  deliver: (conversation: ConversationId) => void,
): Job {
  return returnIdle({
    idle: store.idle,
    structures: [...structures.values()],
    weekOf: weekKnown,
    page: passes.calls,
    async backToQueue(talk) {
      const outcome = await store.idle.backToQueue(talk, ids.next() as TurnId, clock.now());
      if (outcome === "back") live.changed(talk.conversation);
      return outcome;
    },
    async backToBot(talk) {
      const outcome = await returnToBot(answering, talk);
      if (outcome === "back") deliver(talk.conversation);
      return outcome;
    },
  });
}
