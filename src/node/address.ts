import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import type { Settings } from "../settings.ts";

/**
 * Where a request comes from. Behind a proxy on this machine it is what the proxy added last to
 * `X-Forwarded-For`; from anywhere else that header is anybody's word and is not read.
 */
export function addressBehind(context: Context, settings: Settings): string {
  const { address = "unknown" } = getConnInfo(context).remote;
  const isLocal = address === "::1" || address.endsWith("127.0.0.1");
  if (!isLocal || !settings.isPublic) return address;
  return context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() || address;
}
