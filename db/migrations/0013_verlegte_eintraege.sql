-- TR61: an entry that was moved is found by the key under which the other case hears of it.
CREATE INDEX fall_ereignis_verlegt ON fall_ereignis ((daten -> 'ziel' ->> 'sendung')) WHERE art = 'eintrag_zurueckgezogen';
--> statement-breakpoint
-- Copies the texts of a moved entry into the case the recorded event names. The worker calls it and reads none of them;
-- classes that the key of a case protects would not open in another one.
CREATE FUNCTION lotse_verlege_texte(schluessel text, neue_ids jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO dokument (id, fall_id, befehl_id, klasse, feld, text, stand, verfasser_id, erstellt_am)
  SELECT (neue_ids ->> d.id::text)::uuid, (r.daten -> 'ziel' ->> 'fall')::uuid, schluessel::uuid, d.klasse, d.feld, d.text,
    d.stand, d.verfasser_id, d.erstellt_am
  FROM fall_ereignis r JOIN dokument d ON d.fall_id = r.fall_id AND r.daten -> 'unterlagen' ? d.id::text
  WHERE r.art = 'eintrag_zurueckgezogen' AND r.daten -> 'ziel' ->> 'sendung' = schluessel
    AND d.stand = 'gueltig' AND d.klasse IN ('K1', 'K3') AND neue_ids ? d.id::text
  ON CONFLICT DO NOTHING
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION lotse_verlege_texte(text, jsonb) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION lotse_verlege_texte(text, jsonb) TO lotse_worker;
