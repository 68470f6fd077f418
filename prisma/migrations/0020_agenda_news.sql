-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- AlterTable
ALTER TABLE "Worker" ADD COLUMN "agendaNews" TEXT;
ALTER TABLE "Worker" ADD COLUMN "agendaNewsSince" BIGINT;
