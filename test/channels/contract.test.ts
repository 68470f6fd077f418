import { describe } from "vitest";
import { channelContract } from "./contract.ts";
import { cloudApi, telegram, terminal, webChat } from "./contract-networks.ts";
import { phone } from "./contract-phone.ts";
import { reachContract, waitingContract } from "./contract-refusals.ts";

describe("in the terminal", () => channelContract(terminal, terminal));
describe("in the web chat", () => channelContract(webChat, terminal));
describe.each([
  ["Telegram", telegram],
  ["WhatsApp's Cloud API", cloudApi],
])("on %s", (_, kind) => {
  channelContract(kind, terminal);
  waitingContract(kind);
  reachContract(kind);
});
describe("on WhatsApp Web", () => {
  channelContract(phone, terminal);
  reachContract(phone);
});
