import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { type PartnerState, partnerState } from "../appointments/prescriptions.ts";
import type { Slot } from "../appointments/slots.ts";
import type { Said, SaidValues } from "../base/message.ts";
import { saidInLanguages, saidMoment } from "../base/said.ts";
import type { Instant } from "../base/time.ts";
import type { Assets } from "../look/assets.ts";
import { PaperPage } from "../look/paper-page.tsx";
import { type Motif, motifName } from "../repertoire/motifs.ts";
import type { PartnerRequest, Prescriber } from "../store/prescription-store.ts";
import type { Place, Structure } from "../structure/schema.ts";

/** What every page of a partner stands on. */
export interface PageWords {
  readonly assets: Assets;
  speak(said: Said): string;
}

const problems = ["taken", "tooMany", "incomplete"] as const;
export type Problem = (typeof problems)[number];

/** A request just made: its code is shown once. */
export interface Made {
  readonly code: string;
  readonly until: Instant;
  /** The address of the conversation, drawn to be scanned; null where nothing draws. */
  readonly qr: string | null;
}

export interface PartnerShown {
  readonly words: PageWords;
  readonly prescriber: Prescriber;
  readonly structure: Structure;
  readonly demonstration: boolean;
  readonly now: Instant;
  /** Places with a free time. */
  readonly sites: readonly Pick<Place, "id" | "name">[];
  /** What a partner may ask for. */
  readonly motifs: readonly Motif[];
  /** The place that was chosen, with its times; null before. */
  readonly chosen: {
    readonly site: string;
    readonly motif: string;
    readonly slots: readonly Slot[];
  } | null;
  readonly requests: readonly PartnerRequest[];
  readonly made: Made | null;
  readonly problem: Problem | null;
  /** Where the young person writes. */
  readonly chat: string;
}

/** The page of a partner: asks for a time, and reads six words of what became of those it asked for. */
export function PartnerPage(shown: PartnerShown) {
  const { words, prescriber, structure, demonstration, made, problem } = shown;
  const say = sayIn(words);
  return (
    <Frame words={words} title={say("title")}>
      <p>{say("intro", { partner: prescriber.name, service: structure.service })}</p>
      <p>{say("rule")}</p>
      {demonstration ? <p class="notice">{say("demonstration")}</p> : null}
      <div role="status">
        {problem ? <p class="notice notice-danger">{say(`problem_${problem}`)}</p> : null}
        {made ? <MadeBox shown={shown} made={made} /> : null}
      </div>
      <Sites shown={shown} />
      <Times shown={shown} />
      <Requests shown={shown} />
    </Frame>
  );
}

/** What a link that opens nothing shows. */
export function GonePage({ words }: { readonly words: PageWords }) {
  const say = sayIn(words);
  return (
    <Frame words={words} title={say("goneTitle")}>
      <p>{say("goneText")}</p>
    </Frame>
  );
}

/** The words of partners, by their key. */
export function sayIn({ speak }: Pick<PageWords, "speak">) {
  return (key: string, values?: SaidValues) =>
    speak({ key: `partenaires:${key}`, ...(values ? { values } : {}) });
}

function Frame({
  words,
  title,
  children,
}: {
  readonly words: PageWords;
  readonly title: string;
  readonly children?: Child;
}) {
  const { assets } = words;
  return (
    <PaperPage {...{ assets, title }} language="fr" direction="ltr" own="partner" isSecret>
      {children}
    </PaperPage>
  );
}

function MadeBox({ shown, made }: { readonly shown: PartnerShown; readonly made: Made }) {
  const { words, structure, chat } = shown;
  const say = sayIn(words);
  const until = words.speak(saidMoment(made.until, structure.zone));
  return (
    <section class="notice">
      <p>{say("asked", { until })}</p>
      <p>{say("askedHow", { address: chat })}</p>
      <p>
        <strong class="partner-code">{say("askedCode", { code: made.code })}</strong>
      </p>
      <p>{say("askedOnce")}</p>
      {made.qr ? (
        <figure class="partner-qr">
          {raw(made.qr)}
          <figcaption>{say("askedQr")}</figcaption>
        </figure>
      ) : null}
    </section>
  );
}

function Sites({ shown: { words, sites, motifs, chosen } }: { readonly shown: PartnerShown }) {
  const say = sayIn(words);
  const before = motifs.find(({ id }) => id === chosen?.motif)?.before;
  return (
    <form method="get" class="partner-form">
      {motifs.length > 1 ? (
        <p>
          <label for="motif">{say("whichMotif")}</label>
          <select id="motif" name="motif">
            {motifs.map((motif) => (
              <option value={motif.id} selected={motif.id === chosen?.motif}>
                {words.speak(motifName(motif))}
              </option>
            ))}
          </select>
        </p>
      ) : null}
      {before ? <p class="notice">{words.speak(saidInLanguages(before))}</p> : null}
      <p>
        <label for="lieu">{say("whichSite")}</label>
        <select id="lieu" name="lieu">
          {sites.map(({ id, name }) => (
            <option value={id} selected={id === chosen?.site}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <button type="submit">{say("seeTimes")}</button>
    </form>
  );
}

function Times({ shown }: { readonly shown: PartnerShown }) {
  const { words, chosen, structure } = shown;
  const say = sayIn(words);
  if (!chosen) return null;
  if (chosen.slots.length === 0) return <p>{say("noTimes")}</p>;
  return (
    <form method="post" class="partner-form">
      <input type="hidden" name="lieu" value={chosen.site} />
      <input type="hidden" name="motif" value={chosen.motif} />
      <fieldset>
        <legend>{say("whichTime")}</legend>
        {chosen.slots.map(({ id, start }) => (
          <p>
            <label class="partner-time">
              <input type="radio" name="creneau" value={id} required />{" "}
              {words.speak(saidMoment(start, structure.zone))}
            </label>
          </p>
        ))}
      </fieldset>
      <p>
        <label for="nom">{say("name")}</label>
        <input
          id="nom"
          name="nom"
          type="text"
          maxlength={30}
          required
          autocomplete="off"
          aria-describedby="nom-aide"
        />
      </p>
      <p id="nom-aide" class="soft">
        {say("nameHow")}
      </p>
      <button type="submit" class="button-main">
        {say("ask")}
      </button>
    </form>
  );
}

function Requests({ shown }: { readonly shown: PartnerShown }) {
  const { words, requests, now } = shown;
  const say = sayIn(words);
  return (
    <section>
      <h2>{say("requests")}</h2>
      {requests.length === 0 ? (
        <p>{say("noRequests")}</p>
      ) : (
        <ul>
          {requests.map((request) => (
            <RequestLine shown={shown} request={request} state={partnerState(request, now)} />
          ))}
        </ul>
      )}
      <p class="soft">{say("legend")}</p>
    </section>
  );
}

interface OneRequest {
  readonly shown: PartnerShown;
  readonly request: Pick<PartnerRequest, "name" | "askedAt">;
  readonly state: PartnerState;
}

/** A name, the day of the request and one word: neither the hour nor the place, which may have changed. */
function RequestLine({ shown: { words, structure }, request, state }: OneRequest) {
  const say = sayIn(words);
  const day = words.speak(saidMoment(request.askedAt, structure.zone, "day"));
  return (
    <li>
      {request.name}, {say("askedOn", { day })} : <strong>{say(`state_${state}`)}</strong>
    </li>
  );
}
