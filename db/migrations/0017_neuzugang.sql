CREATE TABLE "neuzugang" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"am" date NOT NULL,
	"grund" text NOT NULL,
	"erfasst_am" timestamp with time zone NOT NULL,
	"erfasst_von" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "neuzugang" ADD CONSTRAINT "neuzugang_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "neuzugang" ADD CONSTRAINT "neuzugang_erfasst_von_mitarbeitende_id_fk" FOREIGN KEY ("erfasst_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "neuzugang_erfasst_von_index" ON "neuzugang" USING btree ("erfasst_von");--> statement-breakpoint
-- Row-level security (ADR 0027): it belongs to the profile (K2).
CALL lotse_schuetze('neuzugang');
--> statement-breakpoint
DO $$
BEGIN
  CALL lotse_erlaube('neuzugang',
    format('EXISTS (SELECT FROM person p WHERE p.id = person_id AND %s)', lotse_personenbedingung('p', '''K2''', 'false')),
    format('EXISTS (SELECT FROM person p WHERE p.id = person_id AND %s)', lotse_personenbedingung('p', '''K2''', 'true')));
END
$$;
--> statement-breakpoint
GRANT INSERT, UPDATE ON neuzugang TO lotse_api;
--> statement-breakpoint
GRANT SELECT, DELETE ON neuzugang TO lotse_loeschung;
