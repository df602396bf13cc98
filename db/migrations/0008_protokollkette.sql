-- E47, DS-29: the entries of one case, one person and of the house form chains: each entry holds the SHA-256 of its
-- content and of the entry before it. db/protokollkette.ts computes the same, docs/adr says why.
-- A field of the hashed text: its length in bytes and its value, or `-` for NULL, so that no two rows have one text.
CREATE FUNCTION lotse_feld(wert text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(octet_length(wert)::text || ':' || wert, '-');
--> statement-breakpoint
CREATE FUNCTION lotse_feld(zeit timestamptz) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN lotse_feld(((extract(epoch from zeit) * 1000000)::bigint)::text);
--> statement-breakpoint
CREATE FUNCTION lotse_protokolltext(z protokoll) RETURNS text LANGUAGE sql STABLE
  RETURN lotse_feld(z.id::text) || lotse_feld(z.am) || lotse_feld(z.akteur_id::text) || lotse_feld(z.fuer_id::text)
    || lotse_feld(z.aktion) || lotse_feld(z.rechtsgrundlage) || lotse_feld(z.fall_id::text)
    || lotse_feld(z.vorgang_id::text) || lotse_feld(z.person_id::text) || lotse_feld(z.gegenstand)
    || lotse_feld(z.befehl_id) || lotse_feld(z.rolle) || lotse_feld(z.grund)
    || lotse_feld(array_to_string(z.klassen, ',')) || lotse_feld(z.gespeichert_am);
--> statement-breakpoint
CREATE FUNCTION lotse_protokollkette(z protokoll) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN CASE
    WHEN z.fall_id IS NOT NULL THEN 'fall:' || z.fall_id
    WHEN z.vorgang_id IS NOT NULL THEN 'vorgang:' || z.vorgang_id
    WHEN z.person_id IS NOT NULL THEN 'person:' || z.person_id
    ELSE 'haus' END;
--> statement-breakpoint
-- Appends to the chain. Its head is the only row that is locked, so that entries of different cases never wait for each other.
CREATE FUNCTION lotse_verkettet(z protokoll) RETURNS protokoll LANGUAGE plpgsql AS $$
DECLARE
  inhalt text := lotse_protokolltext(z);
BEGIN
  z.kette := lotse_protokollkette(z);
  LOOP
    UPDATE protokollkopf k
      SET nummer = k.nummer + 1,
        vorher = k.hash,
        hash = sha256(k.hash || convert_to(lotse_feld(k.kette) || lotse_feld((k.nummer + 1)::text) || inhalt, 'UTF8'))
      WHERE k.kette = z.kette
      RETURNING k.nummer, k.vorher, k.hash INTO z.nummer, z.vorher, z.hash;
    EXIT WHEN FOUND;
    INSERT INTO protokollkopf (kette, nummer, vorher, hash)
      VALUES (z.kette, 0, '\x', decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
  END LOOP;
  RETURN z;
END
$$;
--> statement-breakpoint
-- Runs with the rights of the owner: whoever may add an entry cannot write a head, nor say in which role they act (S3).
CREATE FUNCTION lotse_verkette() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  NEW.gespeichert_am := now();
  NEW.rolle := (SELECT rolle FROM mitarbeitende WHERE id = NEW.akteur_id);
  RETURN lotse_verkettet(NEW);
END
$$;
--> statement-breakpoint
-- The entries of a running installation, in the order in which they were written.
ALTER TABLE protokoll DISABLE TRIGGER protokoll_nur_anfuegen;
--> statement-breakpoint
DO $$
DECLARE
  z protokoll;
BEGIN
  FOR z IN SELECT * FROM protokoll ORDER BY gespeichert_am, am, id LOOP
    z := lotse_verkettet(z);
    UPDATE protokoll SET kette = z.kette, nummer = z.nummer, vorher = z.vorher, hash = z.hash WHERE id = z.id;
  END LOOP;
END
$$;
--> statement-breakpoint
ALTER TABLE protokoll ENABLE TRIGGER protokoll_nur_anfuegen;
--> statement-breakpoint
ALTER TABLE protokoll ADD CONSTRAINT protokoll_verkettet
  CHECK (kette IS NOT NULL AND nummer IS NOT NULL AND vorher IS NOT NULL AND hash IS NOT NULL);
--> statement-breakpoint
CREATE TRIGGER protokoll_verkettet BEFORE INSERT ON protokoll FOR EACH ROW EXECUTE FUNCTION lotse_verkette();
--> statement-breakpoint
CREATE TRIGGER protokoll_bleibt BEFORE TRUNCATE ON protokoll EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
CREATE TRIGGER protokollanker_nur_anfuegen BEFORE UPDATE OR DELETE ON protokollanker
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
-- DS-32: the audit outlives the case, so it holds no word somebody wrote. A reason is a relation with the id of what it rests
-- on (`notzugriff:…`); its words stand in that row and go with the case.
ALTER TABLE protokoll ADD CONSTRAINT protokoll_ohne_freitext
  CHECK (grund ~ '^[a-z_]+(:[0-9a-f-]{1,36})?( [a-z_]+(:[0-9a-f-]{1,36})?)*$'
    AND aktion ~ '^[a-z0-9_]+$' AND gegenstand ~ '^[[:graph:]]+( [0-9]+)?$') NOT VALID;
--> statement-breakpoint
-- Beside the triggers the rights: nobody but the owner changes or removes an entry, and only the owner's function writes heads.
REVOKE UPDATE, DELETE, TRUNCATE ON protokoll FROM lotse_api, lotse_worker, lotse_loeschung, lotse_bericht;
--> statement-breakpoint
GRANT SELECT ON protokollkopf, protokollanker TO lotse_worker;
--> statement-breakpoint
GRANT UPDATE (verankert) ON protokollkopf TO lotse_worker;
--> statement-breakpoint
GRANT INSERT ON protokollanker TO lotse_worker;
--> statement-breakpoint
-- DS-28: texts of K4 and K5 are stored encrypted (db/tresor). What an older release left in clear is encrypted at the
-- first start; new rows are held to it at once.
ALTER TABLE dokument ADD CONSTRAINT dokument_verschluesselt
  CHECK (klasse NOT IN ('K4', 'K5') OR text LIKE 'lotse1:%') NOT VALID;
--> statement-breakpoint
-- DS-33: mails and messages about a case are told to the person; no colleague has a policy for those of others.
GRANT SELECT ON ausgang TO lotse_api;
--> statement-breakpoint
-- For how many minutes the oldest entry waits for an anchor (S4); null when every entry has one. Readiness tells it.
CREATE FUNCTION lotse_unverankert_minuten() RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT floor(extract(epoch from now() - min(p.gespeichert_am)) / 60)::integer
  FROM protokollkopf k JOIN protokoll p ON p.kette = k.kette AND p.nummer = k.verankert + 1
  WHERE k.nummer > k.verankert
$$;
