CREATE TABLE "formularentwurf" (
	"konto_id" uuid NOT NULL,
	"ort" text NOT NULL,
	"fall_id" uuid,
	"person_id" uuid,
	"inhalt" "bytea" NOT NULL,
	"gespeichert_am" timestamp with time zone NOT NULL,
	"bis" date NOT NULL,
	CONSTRAINT "formularentwurf_konto_id_ort_pk" PRIMARY KEY("konto_id","ort")
);
--> statement-breakpoint
ALTER TABLE "formularentwurf" ADD CONSTRAINT "formularentwurf_konto_id_mitarbeitende_id_fk" FOREIGN KEY ("konto_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formularentwurf" ADD CONSTRAINT "formularentwurf_fall_id_fall_id_fk" FOREIGN KEY ("fall_id") REFERENCES "public"."fall"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formularentwurf" ADD CONSTRAINT "formularentwurf_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "formularentwurf_fall_id_index" ON "formularentwurf" USING btree ("fall_id");--> statement-breakpoint
CREATE INDEX "formularentwurf_person_id_index" ON "formularentwurf" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "formularentwurf_bis_index" ON "formularentwurf" USING btree ("bis");--> statement-breakpoint
-- Nobody sees the drafts of others, not even whoever stands in for them or leads the team (ADR 69).
CALL lotse_schuetze('formularentwurf');
--> statement-breakpoint
CALL lotse_erlaube('formularentwurf', 'konto_id = (SELECT lotse_akteur())', 'konto_id = (SELECT lotse_akteur())');
--> statement-breakpoint
CREATE POLICY loescht ON formularentwurf FOR DELETE TO lotse_api USING (konto_id = (SELECT lotse_akteur()));
--> statement-breakpoint
GRANT INSERT, UPDATE (fall_id, person_id, inhalt, gespeichert_am, bis), DELETE ON formularentwurf TO lotse_api;
--> statement-breakpoint
GRANT SELECT (fall_id, person_id, bis), DELETE ON formularentwurf TO lotse_loeschung;
