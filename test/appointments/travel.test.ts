import { expect, test } from "vitest";
import type { Coordinates } from "../../src/appointments/supply.ts";
import { kilometresBetween, unknownWay, wayBetween } from "../../src/appointments/travel.ts";

const here = { coordinates: { lat: 50, lon: 3 } };
const tenKilometresNorth = { coordinates: { lat: 50.0899, lon: 3 } };
const ways = {
  travel: [{ between: ["a", "c"] as const, minutes: 12 }],
  sites: new Map<string, { coordinates: Coordinates | null }>([
    ["a", here],
    ["b", tenKilometresNorth],
    ["c", { coordinates: null }],
  ]),
};

test("a degree of latitude is 111 kilometres, of longitude less and less to the north", () => {
  expect(kilometresBetween({ lat: 50, lon: 3 }, { lat: 51, lon: 3 })).toBeCloseTo(111.19, 1);
  expect(kilometresBetween({ lat: 50, lon: 3 }, { lat: 50, lon: 4 })).toBeCloseTo(71.47, 1);
});

test("ten kilometres are thirteen by road, at 40 km/h, and five minutes to arrive", () => {
  expect(wayBetween(ways, "a", "b")).toEqual({ minutes: 25, restsOn: "distance" });
  expect(wayBetween(ways, "b", "a")).toEqual({ minutes: 25, restsOn: "distance" });
});

test("what the team wrote goes before what is computed, both ways", () => {
  expect(wayBetween(ways, "c", "a")).toEqual({ minutes: 12, restsOn: "written" });
});

test("where a place is not known, a way is not known and a default stands for it", () => {
  expect(wayBetween(ways, "b", "c")).toEqual({ minutes: unknownWay, restsOn: "unknown" });
  expect(wayBetween(ways, "b", "nowhere")).toEqual({ minutes: unknownWay, restsOn: "unknown" });
  expect(wayBetween(ways, "c", "c").minutes).toBe(0);
});
