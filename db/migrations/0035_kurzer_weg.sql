CREATE TABLE "stammdatenstand" (
	"id" integer PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
INSERT INTO "stammdatenstand" ("id", "version") VALUES (1, 0);
--> statement-breakpoint
GRANT SELECT ON "stammdatenstand" TO lotse_api, lotse_worker;
--> statement-breakpoint
-- ADR 63: what a process keeps of these tables counts as long as this number stands. It moves on at the commit of a change, as the
-- last thing that is locked, so that two who change master data never wait for each other in a circle.
CREATE FUNCTION lotse_stammdaten_geaendert() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE stammdatenstand SET version = version + 1 WHERE id = 1;
  RETURN NULL;
END
$$;
--> statement-breakpoint
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['mitarbeitende', 'team', 'teamverantwortung', 'vertretungsring', 'abwesenheit', 'policyversion',
    'policyfreigabe', 'kalenderabweichung'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION lotse_stammdaten_geaendert()', t || '_geaendert', t);
  END LOOP;
END
$$;
--> statement-breakpoint
-- ADR 63: what a part of the system may see stands in the policies themselves, so that PostgreSQL plans it with the query instead
-- of running a statement of a function for every table of it. What is allowed stays the same.
CREATE FUNCTION lotse_zweckbedingung(tabelle text, schreibend boolean) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format('EXISTS (SELECT FROM systemzugriff z WHERE z.zweck = lotse_system() AND z.tabelle = %L%s)', tabelle,
    CASE WHEN schreibend THEN ' AND z.schreiben' ELSE '' END)
$$;
--> statement-breakpoint
CREATE OR REPLACE PROCEDURE lotse_schuetze(tabelle text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tabelle);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tabelle);
  EXECUTE format('CREATE POLICY eigner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', tabelle);
  EXECUTE format('CREATE POLICY worker ON %I TO lotse_worker USING ((SELECT lotse_system()) IN (''worker'', ''wartung'')) WITH CHECK ((SELECT lotse_system()) IN (''worker'', ''wartung''))', tabelle);
  EXECUTE format('CREATE POLICY loeschung ON %I TO lotse_loeschung USING ((SELECT lotse_system()) = ''loeschung'') WITH CHECK ((SELECT lotse_system()) = ''loeschung'')', tabelle);
  EXECUTE format('CREATE POLICY zweck_liest ON %I FOR SELECT TO lotse_api USING (%s)', tabelle, lotse_zweckbedingung(tabelle, false));
  EXECUTE format('CREATE POLICY zweck_schreibt ON %I FOR INSERT TO lotse_api WITH CHECK (%s)', tabelle, lotse_zweckbedingung(tabelle, true));
  EXECUTE format('CREATE POLICY zweck_aendert ON %I FOR UPDATE TO lotse_api USING (%s)', tabelle, lotse_zweckbedingung(tabelle, true));
END
$$;
--> statement-breakpoint
DO $$
DECLARE
  p record;
BEGIN
  FOR p IN SELECT tablename, policyname FROM pg_policies
    WHERE schemaname = 'public' AND policyname IN ('zweck_liest', 'zweck_schreibt', 'zweck_aendert')
      AND coalesce(qual, with_check) ~ '^\( SELECT lotse_zweck\(''[a-z_0-9]+''::text, (true|false)\) AS lotse_zweck\)$' LOOP
    EXECUTE format('ALTER POLICY %I ON %I %s (%s)', p.policyname, p.tablename,
      CASE p.policyname WHEN 'zweck_schreibt' THEN 'WITH CHECK' ELSE 'USING' END,
      lotse_zweckbedingung(p.tablename, p.policyname <> 'zweck_liest'));
  END LOOP;
  IF EXISTS (SELECT FROM pg_policies WHERE coalesce(qual, '') || coalesce(with_check, '') LIKE '%lotse_zweck(%') THEN
    RAISE EXCEPTION 'Eine Policy fragt noch lotse_zweck';
  END IF;
END
$$;
--> statement-breakpoint
-- The role is looked up with its classes.
CREATE OR REPLACE FUNCTION lotse_klassen(gesucht text, schreibend boolean) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(b.klasse), '{}') FROM mitarbeitende m JOIN berechtigung b ON b.rolle = m.rolle
  WHERE m.id = lotse_akteur() AND m.aktiv AND m.aktiv_ab <= lotse_heute() AND b.beziehung = gesucht
    AND CASE schreibend WHEN true THEN b.schreiben WHEN false THEN b.lesen ELSE true END
$$;
--> statement-breakpoint
-- The first entry of a chain and every later one in one statement; the hashes are those they always were.
CREATE OR REPLACE FUNCTION lotse_verkettet(z protokoll) RETURNS protokoll LANGUAGE plpgsql AS $$
DECLARE
  inhalt text := lotse_protokolltext(z);
  anfang bytea := decode(repeat('00', 32), 'hex');
BEGIN
  z.kette := lotse_protokollkette(z);
  INSERT INTO protokollkopf AS k (kette, nummer, vorher, hash)
    VALUES (z.kette, 1, anfang, sha256(anfang || convert_to(lotse_feld(z.kette) || lotse_feld('1') || inhalt, 'UTF8')))
    ON CONFLICT (kette) DO UPDATE
      SET nummer = k.nummer + 1,
        vorher = k.hash,
        hash = sha256(k.hash || convert_to(lotse_feld(k.kette) || lotse_feld((k.nummer + 1)::text) || inhalt, 'UTF8'))
    RETURNING k.nummer, k.vorher, k.hash INTO z.nummer, z.vorher, z.hash;
  RETURN z;
END
$$;
