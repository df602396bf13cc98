CREATE TABLE "kalenderzugang" (
	"konto_id" uuid PRIMARY KEY NOT NULL,
	"pruefwert" "bytea" NOT NULL,
	"angelegt_am" timestamp with time zone NOT NULL,
	CONSTRAINT "kalenderzugang_pruefwert_unique" UNIQUE("pruefwert")
);
--> statement-breakpoint
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
ALTER TABLE "kalenderzugang" ADD CONSTRAINT "kalenderzugang_konto_id_mitarbeitende_id_fk" FOREIGN KEY ("konto_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
--> statement-breakpoint
-- The hash of a secret: nobody reads it but its account, and the sign-in that looks for whose it is (ADR 76).
CALL lotse_schuetze('kalenderzugang');
--> statement-breakpoint
CALL lotse_erlaube('kalenderzugang', 'konto_id = (SELECT lotse_akteur())', 'konto_id = (SELECT lotse_akteur())');
--> statement-breakpoint
CREATE POLICY loescht ON kalenderzugang FOR DELETE TO lotse_api USING (konto_id = (SELECT lotse_akteur()));
--> statement-breakpoint
GRANT INSERT, UPDATE (pruefwert, angelegt_am), DELETE ON kalenderzugang TO lotse_api;
--> statement-breakpoint
GRANT SELECT (konto_id), DELETE ON kalenderzugang TO lotse_loeschung;
