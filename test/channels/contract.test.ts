import { describe } from "vitest";
import { channelContract, refusalContract } from "./contract.ts";
import { openCloudApi, openTelegram, openTerminal, openWebChat } from "./contract-networks.ts";

describe("in the terminal", () => channelContract(openTerminal, openTerminal));
describe("in the web chat", () => channelContract(openWebChat, openTerminal));
describe("on Telegram", () => {
  channelContract(openTelegram, openTerminal);
  refusalContract(openTelegram);
});
describe("on WhatsApp's Cloud API", () => {
  channelContract(openCloudApi, openTerminal);
  refusalContract(openCloudApi);
});
