import type { Child } from "hono/jsx";
import type { Said } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import type { Assessment } from "../eligibility/assessment.ts";
import { facts } from "../person/facts.ts";
import { factLine } from "../repertoire/fact-words.ts";
import { subjectTitle } from "../repertoire/subject-titles.ts";
import { assessmentsOf } from "./assessments.ts";
import { BilanSheet } from "./bilan-sheet.tsx";
import { ChildProtection } from "./child-protection.tsx";
import { Consents } from "./consents.tsx";
import type { Open } from "./conversation-head.tsx";
import { FactCorrection } from "./fact-correction.tsx";
import { LinkedTo } from "./linked.tsx";
import { Pair } from "./pair.tsx";
import { Papers } from "./papers.tsx";
import { UrgencyBadge } from "./queue.tsx";
import { languageWords, needWords, type View } from "./words.ts";

/** What one needs to know before answering, read in five seconds: the fragment that is refreshed. */
export function Sheet({ view, file }: Open) {
  const { say, moment, structure } = view;
  const { conversation } = file;
  const assessments = assessmentsOf(view, file);
  return (
    <>
      <dl class="essentials">
        <Pair name={say("sheetNeed")}>{needWords(view, conversation.need)}</Pair>
        <Pair name={say("sheetUrgency")}>
          {conversation.urgency === "none" ? (
            say("urgency_none")
          ) : (
            <UrgencyBadge say={say} urgency={conversation.urgency} />
          )}
        </Pair>
        <AlsoAsked view={view} file={file} />
      </dl>
      <ChildProtection view={view} file={file} />
      <Answers view={view} file={file} />
      <Results view={view} assessments={assessments} />
      <BilanSheet view={view} file={file} />
      <Part title={say("sheetPapers")}>
        <Papers view={view} file={file} />
      </Part>
      <Upcoming view={view} file={file} />
      <LinkedTo view={view} file={file} />
      <Part title={say("sheetContact")}>
        <dl class="pairs">
          <Pair name={say("sheetLanguage")}>
            {languageWords(view, conversation.memory.language)}
          </Pair>
          <Pair name={say("sheetChannel")}>{say(`channel_${conversation.channel}`)}</Pair>
          <Pair name={say("sheetReminders")}>
            {say(file.remindersStopped ? "remindersStopped" : "remindersOn")}
          </Pair>
          <Consents view={view} file={file} />
        </dl>
        <p>
          <a href={`/desk/conversations/${conversation.id}/situation`}>
            {view.speak({ key: "observatoire:ofConversation" })}
          </a>
        </p>
        <p>
          <a href={`/desk/conversations/${conversation.id}/pourquoi`}>
            {view.speak({ key: "boite:whyOf" })}
          </a>
        </p>
        <p>
          <a href={`/desk/conversations/${conversation.id}/dossiers`}>
            {view.speak({ key: "dossiers:of" })}
          </a>
        </p>
        <p>
          <a href={`/desk/hebergement?pour=${conversation.id}#nouvelle`}>
            {view.speak({ key: "hebergement:of" })}
          </a>
        </p>
        <p>
          <a href={`/desk/accompagnements?pour=${conversation.id}#nouvelle`}>
            {view.speak({ key: "accompagnements:of" })}
          </a>
        </p>
        <p>
          <a href={`/desk/personnes/${conversation.person}`}>
            {view.speak({ key: "personnes:one" })}
          </a>
        </p>
        <p class="soft">
          {say("consent", {
            day: moment(file.createdAt, "day"),
            months: structure.retention.conversationsMonthsAfterLastContact,
          })}
        </p>
      </Part>
    </>
  );
}

/** What else the person spoke of, that nothing was said about yet. */
function AlsoAsked({ view, file }: Open) {
  const { needs = [] } = file.conversation.memory;
  if (needs.length === 0) return null;
  return (
    <Pair name={view.say("sheetAlso")}>
      {needs.map((flow) => view.speak(subjectTitle(flow))).join(", ")}
    </Pair>
  );
}

function Part({ title, children }: { readonly title: string; readonly children?: Child }) {
  return (
    <section class="part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** The answers, under the day they were given. */
function Answers({ view, file }: Open) {
  const { say, moment } = view;
  const { known } = file.conversation.memory;
  const answered = Object.keys(facts).flatMap((fact) => {
    const learnt = known[fact];
    return learnt && fact !== "firstName"
      ? [{ fact, learnt, day: moment(learnt.at as Instant, "day") }]
      : [];
  });
  const days = Map.groupBy(answered, ({ day }) => day);
  return (
    <Part title={say("sheetAnswers")}>
      {answered.length === 0 ? <p class="soft">{say("sheetNoAnswers")}</p> : null}
      {[...days].map(([day, those]) => (
        <>
          <p class="soft given">{say("answersOn", { day })}</p>
          <dl class="pairs">
            {those.map(({ fact, learnt }) => (
              <Pair name={factName(view, fact)}>
                {answerWords(view, fact, learnt.value)}
                {learnt.byTeam ? <span class="soft"> ({say("factByTeam")})</span> : null}
                <FactCorrection {...{ view, file, fact }} name={factName(view, fact)} />
              </Pair>
            ))}
          </dl>
        </>
      ))}
    </Part>
  );
}

/** How the team names a fact. */
export function factName({ say }: View, fact: string): string {
  return say(`fact_${fact.replaceAll(".", "_")}`);
}

/** The answer as the person would read it in their summary, without the name of the question. */
function answerWords({ speak }: View, fact: string, value: unknown): string {
  const said = factLine(fact, value).values?.["value"];
  return isSaid(said) ? speak(said) : String(said);
}

function isSaid(value: unknown): value is Said {
  return typeof value === "object" && value !== null && "key" in value;
}

interface Assessed {
  readonly view: View;
  readonly assessments: readonly Assessment[];
}

function Results({ view, assessments }: Assessed) {
  const { say } = view;
  return (
    <Part title={say("sheetResults")}>
      {assessments.length === 0 ? <p class="soft">{say("sheetNoResults")}</p> : null}
      {assessments.map((assessment) => (
        <Result view={view} assessment={assessment} />
      ))}
      {assessments.length > 0 ? <p class="soft">{say("sheetResultsHow")}</p> : null}
    </Part>
  );
}

interface ShownResult {
  readonly view: View;
  readonly assessment: Assessment;
  readonly isOpen?: boolean;
}

/** What a scheme answers and why, with the leaning that only the team sees. */
export function Result({ view, assessment, isOpen = false }: ShownResult) {
  const { say, speak } = view;
  const { scheme, outcome, leaning, reasons, missing } = assessment;
  return (
    <details class={`result result-${outcome}`} open={isOpen}>
      <summary>
        <strong>{say(`scheme_${scheme}`)}</strong>
        <span class="badge">{say(`outcome_${outcome}`)}</span>
        {leaning ? <span class="leaning">{say(`leaning_${leaning}`)}</span> : null}
      </summary>
      <ul>
        {reasons.map(({ code, values, toConfirm }) => (
          <li>
            {speak({ key: `eligibility:reason.${code}`, ...(values ? { values } : {}) })}
            {toConfirm ? <span class="soft"> ({say("toConfirm")})</span> : null}
          </li>
        ))}
      </ul>
      {missing.length > 0 ? (
        <p class="soft">
          {say("missing", { facts: missing.map((fact) => missingName(view, fact)).join(", ") })}
        </p>
      ) : null}
    </details>
  );
}

/** A missing fact may be one no conversation asks: the rules have words for all of theirs. */
function missingName(view: View, fact: string): string {
  return fact in facts
    ? factName(view, fact).toLowerCase()
    : view.speak({ key: `eligibility:fact.${fact}` });
}

function Upcoming({ view, file }: Open) {
  const { say, moment, structure } = view;
  const nameOfSite = (id: string) =>
    [structure.siege, ...structure.sites].find((site) => site.id === id)?.shortName ?? id;
  return (
    <Part title={say("sheetAppointments")}>
      {file.upcoming.length === 0 ? <p class="soft">{say("sheetNoAppointments")}</p> : null}
      <ul class="papers">
        {file.upcoming.map(({ start, site, status }) => (
          <li>
            {say("appointmentLine", { when: moment(start), site: nameOfSite(site) })}{" "}
            <span class="badge">{say(`appointment_${status}`)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
