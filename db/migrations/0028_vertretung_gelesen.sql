ALTER TABLE "eingang" ADD COLUMN "vertretung_gelesen" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
GRANT UPDATE (vertretung_gelesen) ON eingang TO lotse_api;
