ALTER TABLE "team" ADD COLUMN "zielstelle" text;--> statement-breakpoint
CREATE INDEX "fall_weiterleitungen" ON "fall" USING btree ("vorgaenger_fall_id") WHERE "fall"."herkunft" = 'weiterleitung';--> statement-breakpoint
ALTER TABLE "team" ADD CONSTRAINT "team_zielstelle_unique" UNIQUE("zielstelle");