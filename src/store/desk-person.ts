import type { ConversationId } from "../base/ids.ts";
import { replyWindows } from "../base/reply-window.ts";
import { after, type Instant } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import { readConversation } from "./conversation-store.ts";
import type { StoredConversation } from "./conversations.ts";
import type { Database } from "./database.ts";
import { deskAgenda } from "./desk-agenda.ts";
import type { PersonFile } from "./desk-reads.ts";
import { filedFrom } from "./filed.ts";
import { lastHeardAt } from "./last-heard-at.ts";
import { lastWordsOf } from "./last-words.ts";
import { linkedTo } from "./link-store.ts";
import { noPapers, paperStore } from "./paper-store.ts";
import type { PrismaClient } from "./prisma-client.ts";
import { sheetStore } from "./sheet-store.ts";

interface Sought {
  readonly id: ConversationId;
  readonly structure: string;
  readonly now: Instant;
}

interface Shelves {
  readonly database: Database;
  readonly prisma: PrismaClient;
  readonly cipher: Cipher;
}

/** A person's file as the desk shows it; null when there is none, when it is another structure's, or was erased. */
export async function personOnDesk(
  { database, prisma, cipher }: Shelves,
  { id, structure, now }: Sought,
): Promise<PersonFile | null> {
  const row = await prisma.conversation.findUnique({ where: { id } });
  if (!row || row.structure !== structure || row.erasedAt !== null) return null;
  const conversation = readConversation({ ...row, conversationId: row.id }, cipher);
  const [person, address, entered, upcoming, windowUntil, linked, bilanSheet, papers, words] =
    await Promise.all([
      prisma.person.findUnique({ where: { id: row.personId } }),
      prisma.address.findUnique({
        where: { conversationId: id },
        select: { unreachableSince: true },
      }),
      prisma.event.groupBy({ by: ["flow"], where: { conversationId: id, kind: "entered" } }),
      deskAgenda({ database, prisma, cipher }).upcomingOf(conversation.person, now),
      windowUntilOf(database, conversation),
      linkedTo(database, id, structure),
      sheetStore(database, cipher).ofConversation(id, structure),
      paperStore(database, cipher).groundsOf([conversation.person]),
      lastWordsOf(database, cipher, [id]),
    ]);
  return {
    conversation,
    firstName: person?.firstNameSealed ? cipher.open(person.firstNameSealed) : null,
    remindersStopped: person?.remindersStopped === 1,
    flowsEntered: entered.flatMap(({ flow }) => (flow === null ? [] : [flow])),
    upcoming,
    unreachableSince:
      address?.unreachableSince == null ? null : (Number(address.unreachableSince) as Instant),
    windowUntil,
    linked,
    bilanSheet,
    papers: papers.get(conversation.person) ?? noPapers,
    lastWords: words.get(id) ?? { kind: "nothing" },
    filed: filedFrom(row, cipher),
    createdAt: Number(row.createdAt) as Instant,
  };
}

/** Who never wrote was never met in a window: it is closed since ever. */
async function windowUntilOf(
  database: Database,
  { id, channel }: StoredConversation,
): Promise<Instant | null> {
  const window = replyWindows[channel];
  if (window === undefined) return null;
  return after((await lastHeardAt(database, id)) ?? (-window as Instant), window);
}
