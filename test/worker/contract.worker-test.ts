import { describe } from "vitest";
import { storeContract } from "../store/contract.ts";
import { emptyD1 } from "./d1-under-test.ts";

describe("on D1", () => storeContract(emptyD1));
