import type { Counted } from "./counting.ts";
import type { Figure, Section } from "./sections.ts";
import { tableOf } from "./table-of.ts";

/** What was done for people in a period, counted from what happened and not from who they are. */
export interface Services {
  /** Appointments made, by the way they were made: in the chat, at the desk, by a partner, from the waiting list. */
  readonly booked: readonly Counted[];
  /** The two questions after an appointment, by their answers: "appointment:good", "next:clear". */
  readonly opinions: readonly Counted[];
  /** How the search goes, months later: questions that left, those that were answered, and who was housed by then. */
  readonly followUps: {
    readonly asked: number;
    readonly answered: number;
    readonly stillHoused: number;
    readonly leftHome: number;
  };
  /** Hand-overs to the team that somebody took, and the median time until then, in minutes; null when none was. */
  readonly takenOver: number;
  readonly medianMinutes: number | null;
}

/** This period's services with those of the year before; null where nothing is recorded. */
export interface ServicesReported {
  readonly now: Services;
  readonly before: Services | null;
}

const bookings = ["chat", "desk", "prescriber", "waitingList"] as const;
const questions = {
  appointment: { rowsOf: "opinion", rows: ["good", "soso", "bad"] },
  next: { rowsOf: "clarity", rows: ["clear", "unclear"] },
} as const;

/** Whether anything was done at all. */
export function isRecorded({ booked, opinions, followUps, takenOver }: Services): boolean {
  return booked.length + opinions.length + followUps.asked + takenOver > 0;
}

/** How people were oriented (A3): appointments by the way they were made, and who came by the national site. */
export function orientationSection(
  { now, before }: ServicesReported,
  fromNationalSite: { readonly now: number; readonly before: number | null },
): Section {
  return {
    id: "A3",
    figures: [
      counted("fromNationalSite", fromNationalSite.now, fromNationalSite.before),
      {
        ...{ id: "minutesToHuman", format: "minutes", value: now.medianMinutes },
        ...{ before: before?.medianMinutes ?? null, restsOn: now.takenOver },
      },
      counted("takenOver", now.takenOver, before?.takenOver ?? null),
    ],
    tables: [
      tableOf(
        { id: "A3", rowsOf: "booking", unit: "appointment", isMultiple: false },
        inOrder(bookings, now.booked),
        before?.booked ?? null,
      ),
    ],
  };
}

/** What young people said of their appointment (A29). */
export function satisfactionSection({ now, before }: ServicesReported): Section {
  const tables = Object.entries(questions).flatMap(([question, { rowsOf, rows }]) => {
    const own = answersTo(question, now.opinions);
    const former = before ? answersTo(question, before.opinions) : null;
    return own.length === 0 && !former?.length
      ? []
      : [
          tableOf(
            { id: `A29.${question}`, rowsOf, unit: "answer", isMultiple: false },
            inOrder(rows, own),
            former,
          ),
        ];
  });
  return { id: "A29", figures: [], tables };
}

/** What the questions of the months after brought (beside A21). */
export function followUpFigures({ now, before }: ServicesReported): readonly Figure[] {
  const { asked, answered } = now.followUps;
  const shareOf = ({ followUps }: Services) =>
    followUps.asked === 0 ? null : followUps.answered / followUps.asked;
  const former = before?.followUps ?? null;
  return [
    counted("followUpsAsked", asked, former?.asked ?? null),
    {
      ...{ id: "followUpsAnswered", format: "share", value: shareOf(now) },
      ...{ before: before ? shareOf(before) : null, restsOn: Math.min(asked, answered) },
    },
    counted("stillHoused", now.followUps.stillHoused, former?.stillHoused ?? null),
    counted("leftHome", now.followUps.leftHome, former?.leftHome ?? null),
  ];
}

function counted(id: string, value: number, before: number | null): Figure {
  return { id, format: "count", value, before, restsOn: value };
}

function answersTo(question: string, opinions: readonly Counted[]): readonly Counted[] {
  return opinions.flatMap(({ code, count }) => {
    const [asked, answer] = String(code).split(":");
    return asked === question && answer !== undefined ? [{ code: answer, count }] : [];
  });
}

/** The rows that are shown, in their order, also those that nobody counts in. */
function inOrder(shown: readonly string[], counted: readonly Counted[]): readonly Counted[] {
  return shown.map((code) => ({
    code,
    count: counted.find((one) => one.code === code)?.count ?? 0,
  }));
}
