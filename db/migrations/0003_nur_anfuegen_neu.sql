-- V-71: the histories of the whole procedure are only added to, as those of 0001.
CREATE TRIGGER vorgang_ereignis_nur_anfuegen BEFORE UPDATE OR DELETE ON vorgang_ereignis
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
CREATE TRIGGER abgangsbild_nur_anfuegen BEFORE UPDATE OR DELETE ON abgangsbild
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
-- E22: a consent is never changed; its revocation is a row of its own.
CREATE TRIGGER einwilligung_nur_anfuegen BEFORE UPDATE OR DELETE ON einwilligung
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
CREATE TRIGGER einwilligung_widerruf_nur_anfuegen BEFORE UPDATE OR DELETE ON einwilligung_widerruf
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
CREATE TRIGGER qualifikation_nur_anfuegen BEFORE UPDATE OR DELETE ON qualifikation
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
CREATE TRIGGER vertretungsring_nur_anfuegen BEFORE UPDATE OR DELETE ON vertretungsring
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
-- TR01: the persons of a running installation get their check record as a change of their file would bring it.
INSERT INTO ausgang (id, vorgang_id, art, erstellt_am)
  SELECT gen_random_uuid(), id, 'aktenlage', date_trunc('second', now()) FROM person;
--> statement-breakpoint
-- E45: a seed that could be changed would prove nothing.
CREATE TRIGGER ziehungssaat_nur_anfuegen BEFORE UPDATE OR DELETE ON ziehungssaat
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
-- Cases of release 0.1 tell the day of their Zuordnung by their state only.
UPDATE fall SET zugeordnet_am = (stand #>> '{weg,zuordnung,am}')::date
  WHERE zugeordnet_am IS NULL AND stand #>> '{weg,zuordnung,am}' IS NOT NULL;
