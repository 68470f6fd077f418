import type { ConversationId } from "../base/ids.ts";

/** Whose phone a conversation is, when it is a worker's. */
export interface OwnAgendas {
  /**
   * The agenda, by its id in the structure's file, of the worker whose phone this conversation is; null
   * for everybody else, and for a worker who keeps none.
   */
  agendaOf(conversation: ConversationId): Promise<string | null>;
}
