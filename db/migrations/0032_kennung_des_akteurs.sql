-- Plain expressions, so that PostgreSQL puts them into the plans of every policy instead of running a statement of their own for
-- each (ADR 63). What they say stays the same.
CREATE OR REPLACE FUNCTION lotse_akteur() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN current_setting('lotse.akteur', true) NOT LIKE 'system:%'
    THEN nullif(current_setting('lotse.akteur', true), '')::uuid END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION lotse_system() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN current_setting('lotse.akteur', true) LIKE 'system:%'
    THEN substr(current_setting('lotse.akteur', true), 8) END
$$;
