-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN "assignedTo" TEXT;
ALTER TABLE "Conversation" ADD COLUMN "labelsSealed" TEXT;
ALTER TABLE "Conversation" ADD COLUMN "snoozedUntil" BIGINT;

-- AlterTable
ALTER TABLE "Worker" ADD COLUMN "calls" TEXT;

-- CreateTable
CREATE TABLE "Call" (
    "conversationId" TEXT NOT NULL,
    "waitingSince" BIGINT NOT NULL,
    "stage" TEXT NOT NULL,
    "structure" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    PRIMARY KEY ("conversationId", "waitingSince", "stage")
);

-- CreateIndex
CREATE INDEX "Call_structure_at_idx" ON "Call"("structure", "at");
