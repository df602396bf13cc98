-- Row-level security of the two new tables (ADR 0027): the nearer words of a Handlungsbedarf are K4 as a whole, references to the eAkte K1.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['handlungsbedarf_naeheres', 'eaktenverweis'] LOOP
    CALL lotse_schuetze(t);
  END LOOP;
  CALL lotse_erlaube('handlungsbedarf_naeheres',
    format('EXISTS (SELECT FROM handlungsbedarf h JOIN person p ON p.id = h.person_id WHERE h.id = handlungsbedarf_id AND %s)',
      lotse_personenbedingung('p', '''K4''', 'false')),
    format('EXISTS (SELECT FROM handlungsbedarf h JOIN person p ON p.id = h.person_id WHERE h.id = handlungsbedarf_id AND %s)',
      lotse_personenbedingung('p', '''K4''', 'true')));
  CALL lotse_erlaube('eaktenverweis',
    format('EXISTS (SELECT FROM fall f WHERE f.id = fall_id AND %s)', lotse_fallbedingung('f', '''K1''', 'false')),
    format('EXISTS (SELECT FROM fall f WHERE f.id = fall_id AND %s)', lotse_fallbedingung('f', '''K1''', 'true')));
END
$$;
--> statement-breakpoint
GRANT INSERT ON handlungsbedarf_naeheres, eaktenverweis TO lotse_api;
--> statement-breakpoint
GRANT UPDATE ON handlungsbedarf_naeheres TO lotse_api;
--> statement-breakpoint
GRANT SELECT, DELETE ON handlungsbedarf_naeheres, eaktenverweis TO lotse_loeschung;
--> statement-breakpoint
CREATE TRIGGER eaktenverweis_nur_anfuegen BEFORE UPDATE OR DELETE ON eaktenverweis
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
