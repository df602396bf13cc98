ALTER TABLE "eaktenverweis" ALTER COLUMN "nummer" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "eaktenverweis" ALTER COLUMN "datum" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "eaktenverweis" ADD COLUMN "zurueckgenommen_am" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "eaktenverweis" ADD COLUMN "zurueckgenommen_von" uuid;--> statement-breakpoint
ALTER TABLE "eaktenverweis" ADD COLUMN "ruecknahmegrund" text;--> statement-breakpoint
ALTER TABLE "eaktenverweis" ADD CONSTRAINT "eaktenverweis_zurueckgenommen_von_mitarbeitende_id_fk" FOREIGN KEY ("zurueckgenommen_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "eaktenverweis_zurueckgenommen_von_index" ON "eaktenverweis" USING btree ("zurueckgenommen_von");--> statement-breakpoint
-- What a document is belongs to the restricted area of the case (K3, DS-01); that one arrived is K1, so that a Vertretung can say so (R08).
DROP POLICY liest ON eaktenverweis;
--> statement-breakpoint
DROP POLICY schreibt ON eaktenverweis;
--> statement-breakpoint
DROP POLICY aendert ON eaktenverweis;
--> statement-breakpoint
DO $$
BEGIN
  CALL lotse_erlaube('eaktenverweis',
    format('EXISTS (SELECT FROM fall f WHERE f.id = fall_id AND %s)', lotse_fallbedingung('f', '''K3''', 'false')),
    format('EXISTS (SELECT FROM fall f WHERE f.id = fall_id AND %s)',
      lotse_fallbedingung('f', 'CASE WHEN titel IS NULL THEN ''K1'' ELSE ''K3'' END', 'true')));
END
$$;
--> statement-breakpoint
GRANT UPDATE (nummer, datum, titel, zurueckgenommen_am, zurueckgenommen_von, ruecknahmegrund) ON eaktenverweis TO lotse_api;
--> statement-breakpoint
-- Taken back once, its content goes: it may be another person's. Day, author and reason stay (V-71).
DROP TRIGGER eaktenverweis_nur_anfuegen ON eaktenverweis;
--> statement-breakpoint
CREATE TRIGGER eaktenverweis_nur_anfuegen BEFORE DELETE ON eaktenverweis
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
CREATE TRIGGER eaktenverweis_nur_zuruecknehmen BEFORE UPDATE ON eaktenverweis
  FOR EACH ROW WHEN (NOT (OLD.zurueckgenommen_am IS NULL AND NEW.zurueckgenommen_am IS NOT NULL
    AND (NEW.nummer, NEW.datum, NEW.titel) IS NULL AND NEW.ruecknahmegrund IS NOT NULL))
  EXECUTE FUNCTION lotse_nur_anfuegen();
