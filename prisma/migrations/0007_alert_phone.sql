-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- AlterTable
ALTER TABLE "Worker" ADD COLUMN "alertCodeLookup" TEXT;
ALTER TABLE "Worker" ADD COLUMN "alertCodeUntil" BIGINT;
ALTER TABLE "Worker" ADD COLUMN "alertConversation" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Worker_alertCodeLookup_key" ON "Worker"("alertCodeLookup");
