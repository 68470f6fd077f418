-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- CreateTable
CREATE TABLE "Alias" (
    "lookup" TEXT NOT NULL PRIMARY KEY,
    "addressLookup" TEXT NOT NULL,
    "structure" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "EarlyStatus" (
    "networkLookup" TEXT NOT NULL PRIMARY KEY,
    "state" TEXT NOT NULL,
    "failure" TEXT,
    "at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Media" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "structure" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "eventLookup" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "networkRefSealed" TEXT NOT NULL,
    "bytes" INTEGER,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "MediaPart" (
    "mediaId" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "bodySealed" TEXT NOT NULL,

    PRIMARY KEY ("mediaId", "part")
);

-- CreateTable
CREATE TABLE "LinkCode" (
    "codeLookup" TEXT NOT NULL PRIMARY KEY,
    "structure" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "usedAt" BIGINT
);

-- CreateTable
CREATE TABLE "Link" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "structure" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "formerPersonId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "undoneAt" BIGINT,
    "undoneBy" TEXT
);

-- CreateIndex
CREATE INDEX "Alias_addressLookup_idx" ON "Alias"("addressLookup");

-- CreateIndex
CREATE INDEX "EarlyStatus_at_idx" ON "EarlyStatus"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Media_eventLookup_key" ON "Media"("eventLookup");

-- CreateIndex
CREATE INDEX "Media_conversationId_idx" ON "Media"("conversationId");

-- CreateIndex
CREATE INDEX "Media_state_createdAt_idx" ON "Media"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Media_expiresAt_idx" ON "Media"("expiresAt");

-- CreateIndex
CREATE INDEX "LinkCode_conversationId_idx" ON "LinkCode"("conversationId");

-- CreateIndex
CREATE INDEX "LinkCode_expiresAt_idx" ON "LinkCode"("expiresAt");

-- CreateIndex
CREATE INDEX "Link_conversationId_idx" ON "Link"("conversationId");

-- CreateIndex
CREATE INDEX "Link_personId_idx" ON "Link"("personId");
