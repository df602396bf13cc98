CREATE TABLE "lesespur" (
	"akteur_id" uuid NOT NULL,
	"liste" text NOT NULL,
	"merkmale" text[] NOT NULL,
	"anzahl" integer NOT NULL,
	"abrufe" integer NOT NULL,
	"begonnen_am" timestamp with time zone NOT NULL,
	"zuletzt_am" timestamp with time zone NOT NULL,
	CONSTRAINT "lesespur_akteur_id_liste_pk" PRIMARY KEY("akteur_id","liste")
);
--> statement-breakpoint
ALTER TABLE "protokoll" ADD COLUMN "anzahl" integer;--> statement-breakpoint
ALTER TABLE "protokoll" ADD COLUMN "abrufe" integer;--> statement-breakpoint
ALTER TABLE "protokoll" ADD COLUMN "merkmale" text[];--> statement-breakpoint
ALTER TABLE "lesespur" ADD CONSTRAINT "lesespur_akteur_id_mitarbeitende_id_fk" FOREIGN KEY ("akteur_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "protokoll_am_index" ON "protokoll" USING btree ("am");--> statement-breakpoint
CREATE INDEX "protokoll_merkmale" ON "protokoll" USING gin ("merkmale") WHERE "protokoll"."merkmale" is not null;--> statement-breakpoint
-- DS-29, ADR 61: lists of persons and searches are entries of the audit. The three new columns are hashed only where one of them
-- is set: what was written before them keeps its hash, and an entry that gets or loses them has another one.
CREATE OR REPLACE FUNCTION lotse_protokolltext(z protokoll) RETURNS text LANGUAGE sql STABLE
  RETURN lotse_feld(z.id::text) || lotse_feld(z.am) || lotse_feld(z.akteur_id::text) || lotse_feld(z.fuer_id::text)
    || lotse_feld(z.aktion) || lotse_feld(z.rechtsgrundlage) || lotse_feld(z.fall_id::text)
    || lotse_feld(z.vorgang_id::text) || lotse_feld(z.person_id::text) || lotse_feld(z.gegenstand)
    || lotse_feld(z.befehl_id) || lotse_feld(z.rolle) || lotse_feld(z.grund)
    || lotse_feld(array_to_string(z.klassen, ',')) || lotse_feld(z.gespeichert_am)
    || CASE WHEN num_nonnulls(z.anzahl, z.abrufe, z.merkmale) = 0 THEN ''
      ELSE lotse_feld(z.anzahl::text) || lotse_feld(z.abrufe::text) || lotse_feld(array_to_string(z.merkmale, ',')) END;
--> statement-breakpoint
-- Lists have a chain per account: readers never wait for each other, nor for whoever changes something of the house.
CREATE OR REPLACE FUNCTION lotse_protokollkette(z protokoll) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN CASE
    WHEN z.fall_id IS NOT NULL THEN 'fall:' || z.fall_id
    WHEN z.vorgang_id IS NOT NULL THEN 'vorgang:' || z.vorgang_id
    WHEN z.person_id IS NOT NULL THEN 'person:' || z.person_id
    WHEN z.anzahl IS NOT NULL AND z.akteur_id IS NOT NULL THEN 'konto:' || z.akteur_id
    ELSE 'haus' END;
--> statement-breakpoint
-- Of a filter there is its name and a keyed hash of its value, never the value (DS-32).
ALTER TABLE protokoll ADD CONSTRAINT protokoll_nur_merkmale CHECK (num_nonnulls(anzahl, abrufe, merkmale) IN (0, 3)
  AND (merkmale IS NULL OR array_to_string(merkmale, ' ', '?') ~ '^([a-zA-Z0-9]+=[0-9a-f]{64}( [a-zA-Z0-9]+=[0-9a-f]{64})*)?$')) NOT VALID;
--> statement-breakpoint
CALL lotse_schuetze('lesespur');
--> statement-breakpoint
-- Nobody's login reads or writes the table; the functions below run with the rights of the owner.
CREATE FUNCTION lotse_schliesse_spur(s lesespur) RETURNS void LANGUAGE sql SET search_path = public, pg_temp AS $$
  INSERT INTO protokoll (id, am, akteur_id, aktion, rechtsgrundlage, gegenstand, anzahl, abrufe, merkmale)
    VALUES (gen_random_uuid(), s.begonnen_am, s.akteur_id, 'liste_gelesen', 'DS-29', 'liste:' || s.liste, s.anzahl, s.abrufe, s.merkmale);
  DELETE FROM lesespur WHERE akteur_id = s.akteur_id AND liste = s.liste;
$$;
--> statement-breakpoint
-- The same search goes on: same fields, and each value is one of those it had, or begins with one of them (a key press).
CREATE FUNCTION lotse_selbe_suche(bisher text[], neu text[], anfaenge text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT cardinality(bisher) < 64
    AND (SELECT array_agg(DISTINCT split_part(m, '=', 1)) FROM unnest(bisher) m)
      IS NOT DISTINCT FROM (SELECT array_agg(DISTINCT split_part(m, '=', 1)) FROM unnest(neu) m)
    AND NOT EXISTS (SELECT FROM unnest(neu) m WHERE m <> ALL (bisher)
      AND NOT EXISTS (SELECT FROM unnest(anfaenge) a WHERE a = ANY (bisher) AND split_part(a, '=', 1) = split_part(m, '=', 1)))
$$;
--> statement-breakpoint
-- One look at a list by whoever acts: goes into the open row while the same search goes on (five minutes from look to look, an
-- hour in all), else the row before it becomes an entry. Numbers only grow and hashes are only added: nothing shown is lost.
CREATE FUNCTION lotse_vermerke_liste(welche text, jetzt timestamptz, neu text[], anfaenge text[], zeilen integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  wer uuid := lotse_akteur();
  offen lesespur;
BEGIN
  LOOP
    SELECT * INTO offen FROM lesespur s WHERE s.akteur_id = wer AND s.liste = welche FOR UPDATE;
    IF NOT FOUND THEN
      INSERT INTO lesespur (akteur_id, liste, merkmale, anzahl, abrufe, begonnen_am, zuletzt_am)
        VALUES (wer, welche, neu, zeilen, 1, jetzt, jetzt) ON CONFLICT DO NOTHING;
      EXIT WHEN FOUND;
    ELSIF jetzt < offen.zuletzt_am + interval '5 minutes' AND jetzt < offen.begonnen_am + interval '1 hour'
      AND lotse_selbe_suche(offen.merkmale, neu, anfaenge) THEN
      UPDATE lesespur s SET zuletzt_am = greatest(offen.zuletzt_am, jetzt), anzahl = offen.anzahl + zeilen, abrufe = offen.abrufe + 1,
          merkmale = coalesce((SELECT array_agg(DISTINCT m ORDER BY m) FROM unnest(offen.merkmale || neu) m), '{}')
        WHERE s.akteur_id = wer AND s.liste = welche;
      EXIT;
    ELSE
      PERFORM lotse_schliesse_spur(offen);
    END IF;
  END LOOP;
END
$$;
--> statement-breakpoint
-- Everything open becomes an entry: before each anchor, and before somebody reads the log. What a request holds just now stays
-- for the next time, so that nobody waits for a reader.
CREATE FUNCTION lotse_schliesse_spuren() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  offen lesespur;
BEGIN
  FOR offen IN SELECT * FROM lesespur ORDER BY akteur_id, liste FOR UPDATE SKIP LOCKED LOOP
    PERFORM lotse_schliesse_spur(offen);
  END LOOP;
END
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION lotse_schliesse_spur(lesespur), lotse_vermerke_liste(text, timestamptz, text[], text[], integer),
  lotse_schliesse_spuren() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION lotse_vermerke_liste(text, timestamptz, text[], text[], integer) TO lotse_api;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION lotse_schliesse_spuren() TO lotse_api, lotse_worker;
