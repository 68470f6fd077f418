-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- CreateTable
CREATE TABLE "Misheard" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "structure" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "textSealed" TEXT NOT NULL,
    "language" TEXT,
    "guessed" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "intent" TEXT,
    "safety" TEXT,
    "givenBy" TEXT,
    "givenAt" BIGINT,
    "learnedAt" BIGINT
);

-- CreateIndex
CREATE INDEX "Misheard_conversationId_idx" ON "Misheard"("conversationId");

-- CreateIndex
CREATE INDEX "Misheard_structure_givenAt_at_idx" ON "Misheard"("structure", "givenAt", "at");

-- CreateIndex
CREATE INDEX "Misheard_structure_expiresAt_idx" ON "Misheard"("structure", "expiresAt");
