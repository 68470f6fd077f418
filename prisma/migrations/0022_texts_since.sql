-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN "textsSince" BIGINT;

-- CreateIndex
CREATE INDEX "Conversation_structure_textsSince_idx" ON "Conversation"("structure", "textsSince");

-- those that are there already are looked at by the next purge
UPDATE "Conversation" SET "textsSince" = "lastActivityAt";
