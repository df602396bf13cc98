-- V-71: what is documented is never changed or removed by the application; a correction is a new row.
CREATE FUNCTION lotse_nur_anfuegen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Die Tabelle % ist nur zum Anfügen (V-71)', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER fall_ereignis_nur_anfuegen BEFORE UPDATE OR DELETE ON fall_ereignis
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
CREATE TRIGGER protokoll_nur_anfuegen BEFORE UPDATE OR DELETE ON protokoll
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
CREATE TRIGGER eingangsqualitaet_nur_anfuegen BEFORE UPDATE OR DELETE ON eingangsqualitaet
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
CREATE TRIGGER handlungsbedarf_verlauf_nur_anfuegen BEFORE UPDATE OR DELETE ON handlungsbedarf_verlauf
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
-- A draft may become valid or go; a valid text stays as it was written.
CREATE FUNCTION lotse_text_bleibt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Ein gültiger Text bleibt, wie er geschrieben wurde (V-71)' USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER dokument_text_bleibt BEFORE UPDATE OR DELETE ON dokument
  FOR EACH ROW WHEN (OLD.stand = 'gueltig') EXECUTE FUNCTION lotse_text_bleibt();
