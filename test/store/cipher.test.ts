import fc from "fast-check";
import { expect, test } from "vitest";
import { createCipher, deriveKey } from "../../src/store/cipher.ts";

const present = "the present key of these tests, long enough";
const former = "the former key of these tests, long enough";

test("what is sealed opens to the very same text, whatever it is", () => {
  const cipher = createCipher(present);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(cipher.open(cipher.seal(text))).toBe(text);
    }),
  );
  expect(cipher.open(cipher.seal("👩‍👧 ça va ? مرحبا"))).toBe("👩‍👧 ça va ? مرحبا");
});

test("the same text is never sealed twice alike: nobody sees that two people said the same", () => {
  const cipher = createCipher(present);
  const sealed = Array.from({ length: 2000 }, () => cipher.seal("oui"));
  expect(new Set(sealed).size).toBe(2000);
});

test("a sealed value that was touched does not open", () => {
  const cipher = createCipher(present);
  const sealed = cipher.seal("bonjour");
  const [id = "", body = ""] = sealed.split(".");
  const bytes = Buffer.from(body, "base64");
  for (const place of bytes.keys()) {
    const touched = Buffer.from(bytes);
    touched.writeUInt8(touched.readUInt8(place) ^ 1, place);
    expect(() => cipher.open(`${id}.${touched.toString("base64")}`)).toThrow();
  }
  expect(() => cipher.open(`${id}.`)).toThrow();
  expect(() => cipher.open("")).toThrow();
});

test("another key opens nothing, and says which key is missing, not what is inside", () => {
  const sealed = createCipher(former).seal("bonjour");
  expect(() => createCipher(present).open(sealed)).toThrow(
    /sealed with a key that is not given: [0-9a-f]{6}$/,
  );
});

test("the former key still opens what it closed; everything new is closed with the present one", () => {
  const old = createCipher(former);
  const rotating = createCipher(present, former);
  const sealed = old.seal("bonjour");
  expect(rotating.open(sealed)).toBe("bonjour");
  const fresh = rotating.seal("bonsoir");
  expect(createCipher(present).open(fresh)).toBe("bonsoir");
  expect(() => old.open(fresh)).toThrow();
});

test("a lookup is the same for the same text and key, and follows the key", () => {
  const rotating = createCipher(present, former);
  expect(rotating.lookup("lina")).toBe(createCipher(present).lookup("lina"));
  expect(rotating.previousLookup("lina")).toBe(createCipher(former).lookup("lina"));
  expect(rotating.lookup("lina")).not.toBe(rotating.previousLookup("lina"));
  expect(rotating.lookup("lina")).not.toBe(rotating.lookup("Lina"));
  expect(createCipher(present).previousLookup("lina")).toBeNull();
  expect(rotating.lookup("lina")).toMatch(/^[\w-]{32}$/);
});

test("keys for other purposes are apart from one another and from the secret", () => {
  const keys = [
    deriveKey(present, "sessions"),
    deriveKey(present, "links"),
    deriveKey(former, "sessions"),
  ];
  expect(new Set(keys).size).toBe(3);
  for (const key of keys) expect(key).toMatch(/^[\w-]{43}$/);
});
