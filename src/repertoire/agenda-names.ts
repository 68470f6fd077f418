import type { Structure } from "../structure/schema.ts";

/**
 * How the team calls the agenda of a worker of the structure's file: the name written there, else the
 * id itself with spaces ("conseillere 1"). It works before anybody has an account.
 */
export function agendaName({ workers }: Pick<Structure, "workers">, worker: string): string {
  const named = workers.find(({ id }) => id === worker)?.displayName;
  return named ?? worker.replaceAll("-", " ");
}
