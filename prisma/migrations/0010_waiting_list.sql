-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- CreateTable
CREATE TABLE "Waiting" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "structure" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "openOf" TEXT,
    "kind" TEXT NOT NULL,
    "motif" TEXT NOT NULL,
    "wishSealed" TEXT NOT NULL,
    "band" INTEGER NOT NULL DEFAULT 0,
    "since" BIGINT NOT NULL,
    "askAt" BIGINT NOT NULL,
    "askedAt" BIGINT,
    "skippedBecause" TEXT,
    "skippedAt" BIGINT,
    "closedAt" BIGINT,
    "closedBecause" TEXT
);

-- CreateIndex
CREATE UNIQUE INDEX "Waiting_openOf_key" ON "Waiting"("openOf");

-- CreateIndex
CREATE INDEX "Waiting_structure_openOf_idx" ON "Waiting"("structure", "openOf");

-- CreateIndex
CREATE INDEX "Waiting_conversationId_idx" ON "Waiting"("conversationId");

-- CreateIndex
CREATE INDEX "Waiting_structure_closedAt_idx" ON "Waiting"("structure", "closedAt");
