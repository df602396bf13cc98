CREATE TABLE "rundgang" (
	"id" uuid PRIMARY KEY NOT NULL,
	"begonnen_am" timestamp with time zone NOT NULL,
	"beendet_am" timestamp with time zone NOT NULL,
	"geprueft" integer NOT NULL,
	"fehlend" integer NOT NULL,
	"neu_gestartet" integer NOT NULL,
	"ergebnis" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wartung" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seit" timestamp with time zone NOT NULL,
	"bis" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "fall" ADD COLUMN "laeuft" boolean DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX "rundgang_beendet_am_index" ON "rundgang" USING btree ("beendet_am");--> statement-breakpoint
CREATE UNIQUE INDEX "wartung_nur_eine" ON "wartung" USING btree ((true)) WHERE "wartung"."bis" is null;--> statement-breakpoint
CREATE INDEX "fall_laufende" ON "fall" USING btree ("id") WHERE "fall"."laeuft";--> statement-breakpoint
-- zustaende.md 6: what has no duty left needs no workflow.
UPDATE fall SET laeuft = offen OR (zustand = 'beendet'
  AND (neben <> '{}' OR EXISTS (SELECT FROM frist WHERE frist.fall_id = fall.id AND frist.offen)));
--> statement-breakpoint
GRANT SELECT ON rundgang, wartung TO lotse_api;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON rundgang TO lotse_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON wartung TO lotse_worker;
