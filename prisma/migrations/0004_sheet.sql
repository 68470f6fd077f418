-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- CreateTable
CREATE TABLE "Sheet" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "structure" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "presentOf" TEXT,
    "contentSealed" TEXT NOT NULL,
    "figuresOn" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "sharedAt" BIGINT,
    "linkLookup" TEXT,
    "linkExpiresAt" BIGINT
);

-- CreateIndex
CREATE UNIQUE INDEX "Sheet_presentOf_key" ON "Sheet"("presentOf");

-- CreateIndex
CREATE UNIQUE INDEX "Sheet_linkLookup_key" ON "Sheet"("linkLookup");

-- CreateIndex
CREATE INDEX "Sheet_conversationId_idx" ON "Sheet"("conversationId");

-- CreateIndex
CREATE INDEX "Sheet_expiresAt_idx" ON "Sheet"("expiresAt");
