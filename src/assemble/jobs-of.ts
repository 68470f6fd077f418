import type { Answering } from "../answering/answer.ts";
import { askIfStillWaiting, offerFreedTime } from "../answering/offer-freed-time.ts";
import { tellLostFile } from "../answering/tell-lost-file.ts";
import { tellOfDossier } from "../answering/tell-of-dossier.ts";
import { tellOfWorkshop } from "../answering/tell-of-workshop.ts";
import { askStatus, listMorning, tellAgendaNews } from "../answering/tell-worker.ts";
import type { Parts } from "../assemble.ts";
import type { ConversationId } from "../base/ids.ts";
import type { Channel } from "../channels/channel.ts";
import type { Live } from "../channels/live.ts";
import {
  freedTimeTemplate,
  newsTemplate,
  stillWaitingTemplate,
} from "../channels/whatsapp-templates.ts";
import { askStatuses } from "../jobs/ask-statuses.ts";
import { countSituations } from "../jobs/count-situations.ts";
import { fetchMedia } from "../jobs/fetch-media.ts";
import type { Job } from "../jobs/job.ts";
import { listMornings } from "../jobs/list-mornings.ts";
import { offerFreedTimes } from "../jobs/offer-freed-times.ts";
import { type Redriving, redrive } from "../jobs/redrive.ts";
import { purge, sweep } from "../jobs/retention.ts";
import { tellAgendas } from "../jobs/tell-agendas.ts";
import { tellOfDossiers } from "../jobs/tell-of-dossiers.ts";
import { tellOfWorkshops } from "../jobs/tell-of-workshops.ts";
import { motifById } from "../repertoire/motifs.ts";
import { timesToOffer } from "../repertoire/times-to-offer.ts";
import { callsJob, idleJob } from "./calls-job.ts";
import { remindersJob } from "./reminders-job.ts";

/** What the jobs work with. */
export interface Working {
  readonly answering: Answering;
  readonly redriving: Redriving;
  readonly channels: readonly Channel[];
  readonly live: Live;
}

/** All that is done on its own, again and again. */
export function jobsOf(parts: Parts, working: Working): readonly Job[] {
  const { store, structures, passes, background } = parts;
  const { answering, redriving, channels, live } = working;
  const deliver = (conversation: ConversationId) => {
    const delivery = redriving.deliver(conversation);
    background?.(delivery);
  };
  return [
    remindersJob(parts, { answering }, deliver),
    askStatuses({
      phones: store.agendaPhones,
      page: passes.workers,
      structureOf: (slug) => structures.get(slug),
      async ask(one) {
        const structure = structures.get(one.structure);
        const outcome = structure ? await askStatus(answering, one, structure) : "gone";
        if (outcome === "sent") deliver(one.conversation);
        return outcome;
      },
    }),
    tellAgendas({
      phones: store.agendaPhones,
      page: passes.workers,
      structureOf: (slug) => structures.get(slug),
      async tell(news) {
        const structure = structures.get(news.structure);
        const outcome = structure ? await tellAgendaNews(answering, news, structure) : "gone";
        if (outcome === "sent") deliver(news.conversation);
        return outcome;
      },
    }),
    listMornings({
      phones: store.agendaPhones,
      page: passes.workers,
      structureOf: (slug) => structures.get(slug),
      async list(phone, starts) {
        const structure = structures.get(phone.structure);
        const outcome = structure ? await listMorning(answering, phone, starts, structure) : "gone";
        if (outcome === "sent") deliver(phone.conversation);
        return outcome;
      },
    }),
    tellOfWorkshops({
      gatherings: store.gatherings,
      page: passes.workers,
      structureOf: (slug) => structures.get(slug),
      async tell(news, notice, structure) {
        const outcome = await tellOfWorkshop(answering, news, notice, structure, newsTemplate);
        if (outcome === "told") deliver(notice.conversation);
        return outcome;
      },
    }),
    fetchMedia({
      media: store.media,
      page: passes.media,
      channelOf: ({ channel, account }) =>
        channels.find((one) => one.name === channel && one.account === account),
      changed: live.changed,
      async lost({ id, conversation }, why) {
        const told = await tellLostFile(answering, { id, conversation, why });
        if (told === "told") deliver(conversation);
      },
    }),
    waitingListJob(parts, working, deliver),
    callsJob(parts, { answering }, deliver),
    idleJob(parts, { answering, live }, deliver),
    tellOfDossiers({
      dossiers: store.dossiers,
      page: passes.offers,
      structureOf: (slug) => structures.get(slug),
      async tell(due, structure) {
        const outcome = await tellOfDossier(answering, due, structure);
        if (outcome === "told") deliver(due.conversation);
        return outcome;
      },
    }),
    countSituations({
      traces: store.traces,
      observatory: store.observatory,
      jobs: store.jobs,
      structures: [...structures.values()],
      newId: () => parts.ids.next(),
      page: passes.situations,
    }),
    redrive(redriving),
    sweep(store.retention),
    purge(store.retention, [...structures.values()], passes.purge),
  ];
}

/** Offers freed times to who waits, and delivers what it wrote. */
function waitingListJob(
  { store, structures, demonstration, passes }: Parts,
  { answering }: Working,
  deliver: (conversation: ConversationId) => void,
): Job {
  return offerFreedTimes({
    waitingLists: store.waitingLists,
    structures: [...structures.values()],
    page: passes.offers,
    freeTimes: (structure, motif, now) => {
      const scene = { structure, demonstration, diary: store.diary };
      return timesToOffer(scene, now, motifById(structure, motif));
    },
    async offer(structure, waiting, slot, now) {
      const freed = { structure, waiting, slot, now };
      const outcome = await offerFreedTime(answering, freed, freedTimeTemplate);
      if (outcome === "offered") deliver(waiting.entry.conversation);
      return outcome;
    },
    async ask(structure, waiting) {
      const outcome = await askIfStillWaiting(answering, waiting, structure, stillWaitingTemplate);
      if (outcome === "asked") deliver(waiting.entry.conversation);
      return outcome;
    },
  });
}
