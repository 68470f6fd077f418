import pino, { type Logger } from "pino";

/**
 * JSON lines on standard error: ids, codes and durations. Never a text, a name, an address, a number
 * or a token: an error is written by its kind and its place in the code, not by its message.
 */
export function openLog(level: string): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  );
}
