import { createHmac } from "node:crypto";

/** The header that Meta sends with a body, made with an app's secret. */
export function signatureOf(body: string | Uint8Array, secret: string): Record<string, string> {
  const figures = createHmac("sha256", secret).update(body).digest("hex");
  return { "x-hub-signature-256": `sha256=${figures}`, "content-type": "application/json" };
}

/** A webhook of the Cloud API that brings these messages to a number. */
export function webhookOf(account: string, ...messages: readonly object[]): string {
  const value = {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "33321000000", phone_number_id: account },
    messages,
  };
  const changes = [{ field: "messages", value }];
  return JSON.stringify({ object: "whatsapp_business_account", entry: [{ id: "1", changes }] });
}

/** A text as the Cloud API shapes it. */
export function textMessage(id: string, from: string, body: string, timestamp = "1795420800") {
  return { id, from, timestamp, type: "text", text: { body } };
}

/** A press of a button or of a row of a list. */
export function pressMessage(id: string, from: string, option: string, timestamp = "1795420800") {
  const button_reply = { id: option, title: "…" };
  const interactive = { type: "button_reply", button_reply };
  return { id, from, timestamp, type: "interactive", interactive };
}
