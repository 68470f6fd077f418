-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- AlterTable
ALTER TABLE "Media" ADD COLUMN "paperSealed" TEXT;

-- CreateTable
CREATE TABLE "Paper" (
    "conversationId" TEXT NOT NULL,
    "paperLookup" TEXT NOT NULL,
    "markSealed" TEXT NOT NULL,
    "markedBy" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    PRIMARY KEY ("conversationId", "paperLookup")
);
