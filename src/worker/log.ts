import { errorFields } from "../operations/error-fields.ts";

/** Lines of JSON, as the platform keeps them: ids, codes and places in the code, never a text or a name. */
export interface WorkerLog {
  warn(event: string, fields: Readonly<Record<string, unknown>>): void;
  failed(event: string, error: unknown, fields?: Readonly<Record<string, unknown>>): void;
}

export function workerLog(print: (line: string) => void = console.error): WorkerLog {
  const write = (level: string, event: string, fields: Readonly<Record<string, unknown>>) =>
    print(JSON.stringify({ level, msg: event, ...fields }));
  return {
    warn: (event, fields) => write("warn", event, fields),
    failed: (event, error, fields = {}) =>
      write("error", event, { ...fields, ...errorFields(error) }),
  };
}
