/**
 * Names of fields that identify people or hold what they told (K0, K2–K5). Logs never write their values; pino's
 * redaction and the tests of the logs read this list (rules.md P9, DS-20).
 */
export const PERSONENBEZOGENE_FELDER = [
  'name',
  'anzeigename',
  'email',
  'kundennummer',
  'bgNummer',
  'geburtsdatum',
  'profillage',
  'handlungsbedarfe',
  'bezeichnung',
  'text',
  'texte',
  'gruende',
  'grund',
  'begruendung',
  'begruendungen',
  'vermerk',
  'inhalt',
  'abschlussvermerk',
  'token',
  'authorization',
  'cookie',
] as const;
