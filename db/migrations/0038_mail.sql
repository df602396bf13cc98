CREATE TABLE "mailwahl" (
	"konto_id" uuid PRIMARY KEY NOT NULL,
	"erinnerung" text NOT NULL,
	"faellig" text NOT NULL,
	"ueberfaellig" text NOT NULL,
	"mitteilung" text NOT NULL,
	"geaendert_am" timestamp with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "ausgang_offen";--> statement-breakpoint
ALTER TABLE "ausgang" ADD COLUMN "weg" text;--> statement-breakpoint
ALTER TABLE "ausgang" ADD COLUMN "zurueckgelegt_am" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ausgang" ADD COLUMN "tagesmail_id" uuid;--> statement-breakpoint
ALTER TABLE "mailwahl" ADD CONSTRAINT "mailwahl_konto_id_mitarbeitende_id_fk" FOREIGN KEY ("konto_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ausgang_zurueckgelegt" ON "ausgang" USING btree ("empfaenger") WHERE "ausgang"."zugestellt_am" is null and "ausgang"."weg" is not null;--> statement-breakpoint
CREATE INDEX "ausgang_tagesmail_id_index" ON "ausgang" USING btree ("tagesmail_id");--> statement-breakpoint
CREATE INDEX "ausgang_offen" ON "ausgang" USING btree ("erstellt_am") WHERE "ausgang"."zugestellt_am" is null and "ausgang"."weg" is null;--> statement-breakpoint
-- Whoever it is about says how they get mails; the delivery reads it (ADR 75).
CALL lotse_schuetze('mailwahl');
--> statement-breakpoint
CALL lotse_erlaube('mailwahl', 'konto_id = (SELECT lotse_akteur())', 'konto_id = (SELECT lotse_akteur())');
--> statement-breakpoint
GRANT INSERT, UPDATE ON mailwahl TO lotse_api;
--> statement-breakpoint
GRANT SELECT ON mailwahl TO lotse_worker;
