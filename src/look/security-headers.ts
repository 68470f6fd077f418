import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

const own = ["'self'"];

/**
 * What every page answers with: nothing but our own files runs, styles, loads, frames or receives, and
 * no other site learns from where somebody came (the address of this site alone tells a need).
 */
export function securityHeaders({ secure }: { readonly secure: boolean }): MiddlewareHandler {
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: own,
      scriptSrc: own,
      styleSrc: own,
      connectSrc: own,
      fontSrc: own,
      imgSrc: ["'self'", "data:"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: own,
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: {
      camera: false,
      geolocation: false,
      microphone: false,
      payment: false,
      usb: false,
    },
    // not "no-referrer": forms would then leave without the origin that protects them
    referrerPolicy: "same-origin",
    strictTransportSecurity: secure ? "max-age=31536000" : false,
    xFrameOptions: "DENY",
    crossOriginResourcePolicy: "same-origin",
    crossOriginOpenerPolicy: "same-origin",
  });
  return async (context, next) => {
    let stricter: string | null = null;
    await headers(context, async () => {
      await next();
      stricter = context.res.headers.get("Content-Security-Policy");
    });
    // what is no page of ours (a file somebody sent) has said what it may do: nothing
    if (stricter) context.res.headers.set("Content-Security-Policy", stricter);
  };
}
