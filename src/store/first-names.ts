import type { Cipher } from "./cipher.ts";
import type { PrismaClient } from "./prisma-client.ts";

/** The first names given, by person. */
export async function firstNames(
  prisma: PrismaClient,
  cipher: Cipher,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (people.length === 0) return new Map();
  const rows = await prisma.person.findMany({
    where: { id: { in: [...new Set(people)] } },
    select: { id: true, firstNameSealed: true },
  });
  return new Map(
    rows.flatMap(({ id, firstNameSealed }) =>
      firstNameSealed === null ? [] : [[id, cipher.open(firstNameSealed)]],
    ),
  );
}
