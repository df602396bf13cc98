CREATE TABLE "eigene_wiedervorlage" (
	"id" uuid PRIMARY KEY NOT NULL,
	"konto_id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"tag" date NOT NULL,
	"inhalt" "bytea" NOT NULL,
	"angelegt_am" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "eigene_wiedervorlage" ADD CONSTRAINT "eigene_wiedervorlage_konto_id_mitarbeitende_id_fk" FOREIGN KEY ("konto_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eigene_wiedervorlage" ADD CONSTRAINT "eigene_wiedervorlage_fall_id_fall_id_fk" FOREIGN KEY ("fall_id") REFERENCES "public"."fall"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "eigene_wiedervorlage_konto_id_tag_index" ON "eigene_wiedervorlage" USING btree ("konto_id","tag");--> statement-breakpoint
CREATE INDEX "eigene_wiedervorlage_fall_id_index" ON "eigene_wiedervorlage" USING btree ("fall_id");--> statement-breakpoint
CREATE INDEX "eigene_wiedervorlage_tag_index" ON "eigene_wiedervorlage" USING btree ("tag");--> statement-breakpoint
-- Nobody sees what others remind themselves of, not even whoever stands in for them or leads the team (ADR 72).
CALL lotse_schuetze('eigene_wiedervorlage');
--> statement-breakpoint
CALL lotse_erlaube('eigene_wiedervorlage', 'konto_id = (SELECT lotse_akteur())', 'konto_id = (SELECT lotse_akteur())');
--> statement-breakpoint
CREATE POLICY loescht ON eigene_wiedervorlage FOR DELETE TO lotse_api USING (konto_id = (SELECT lotse_akteur()));
--> statement-breakpoint
GRANT INSERT, UPDATE (tag), DELETE ON eigene_wiedervorlage TO lotse_api;
--> statement-breakpoint
GRANT SELECT (konto_id, fall_id, tag), DELETE ON eigene_wiedervorlage TO lotse_loeschung;
--> statement-breakpoint
-- Who works here no more needs no reminder.
GRANT SELECT (id, aktiv) ON mitarbeitende TO lotse_loeschung;
