import { z } from 'zod';
import { Absage, type Absagecode, type Feldfehler } from './absage.ts';

/** The one table: what each code is in HTTP, and its title in German. */
const TABELLE = {
  EINGABE_UNGUELTIG: [400, 'Die Eingabe ist nicht gültig'],
  JSON_UNGUELTIG: [400, 'Der Inhalt ist kein gültiges JSON'],
  SCHLUESSEL_FEHLT: [400, 'Der Idempotency-Key fehlt'],
  NICHT_ANGEMELDET: [401, 'Anmeldung erforderlich'],
  NICHT_BERECHTIGT: [403, 'Keine Berechtigung'],
  KONTO_UNBEKANNT: [403, 'Kein aktives Konto in Lotse'],
  NICHT_GEFUNDEN: [404, 'Nicht gefunden'],
  METHODE_NICHT_ERLAUBT: [405, 'Methode nicht erlaubt'],
  VERALTET: [409, 'Die Daten wurden inzwischen geändert'],
  ZUSTAND: [409, 'Jetzt nicht möglich'],
  BEREITS_VORHANDEN: [409, 'Bereits vorhanden'],
  ZU_GROSS: [413, 'Die Anfrage ist zu groß'],
  FORMAT_UNBEKANNT: [415, 'Format nicht unterstützt'],
  SCHLUESSEL_WIEDERVERWENDET: [422, 'Idempotency-Key mit anderem Inhalt'],
  REGEL: [422, 'Eine Regel steht dagegen'],
  ZU_VIELE_ANFRAGEN: [429, 'Zu viele Anfragen'],
  UEBERLASTET: [503, 'Gerade überlastet'],
  AUSGANG_UNBEKANNT: [503, 'Ausgang noch unbekannt'],
  NICHT_ERREICHBAR: [503, 'Gerade nicht erreichbar'],
  INTERN: [500, 'Interner Fehler'],
} as const satisfies Readonly<Record<Absagecode, readonly [status: number, titel: string]>>;

/** Every status an end without effect can have. */
export type Problemstatus = (typeof TABELLE)[Absagecode][0];

/** What an end without effect is in HTTP. */
export const statusVon = ({ code }: Absage): number => TABELLE[code][0];

/** Answer to everything that ended without effect (RFC 9457). */
export const problemSchema = z
  .strictObject({
    type: z.string().describe('Name der Art des Problems'),
    title: z.string().describe('Kurz und auf Deutsch'),
    status: z.int(),
    detail: z.string().optional().describe('Satz für die Fachkraft'),
    code: z.string().describe('Für Programme'),
    regel: z.string().optional().describe('Regel (V-…) oder Übergang (TR…), die dagegen stehen'),
    felder: z.array(z.strictObject({ pfad: z.string(), meldung: z.string() })).optional(),
    anfrage: z.string().describe('Nummer der Anfrage, wie im Kopf X-Request-Id'),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;

/** Seconds after which an answer 503 may be tried again. */
const WIEDER_IN_SEKUNDEN = 5;

/** Status, headers and body of an end without effect. An unknown error says nothing about itself. */
export function alsProblem(
  fehler: unknown,
  anfrage: string,
): { status: number; header: Record<string, string>; rumpf: Problem } {
  const absage = fehler instanceof Absage ? fehler : new Absage('INTERN', 'internal error');
  const [status, title] = TABELLE[absage.code];
  const type = `urn:lotse:problem:${absage.code.toLowerCase().replaceAll('_', '-')}`;
  const header: Record<string, string> = {};
  if (status === 503) header['Retry-After'] = String(WIEDER_IN_SEKUNDEN);
  if (status === 401) header['WWW-Authenticate'] = 'Bearer';
  const { code, message: detail, regel, felder } = absage;
  const mehr = {
    ...(regel === null ? {} : { regel }),
    ...(felder.length === 0 ? {} : { felder: [...felder] }),
  };
  return { status, header, rumpf: { type, title, status, detail, code, ...mehr, anfrage } };
}

/** What a schema found, in the words of the clerk's language; unknown fields are named. */
export function alsEingabefehler(fehler: z.ZodError): Absage {
  const felder: Feldfehler[] = fehler.issues.slice(0, 20).flatMap((problem) => {
    const pfad = problem.path.map(String).join('.');
    if (problem.code !== 'unrecognized_keys') return [{ pfad, meldung: problem.message.slice(0, 300) }];
    return problem.keys.slice(0, 20).map((feld) => ({
      pfad: [pfad, feld.slice(0, 100)].filter((teil) => teil !== '').join('.'),
      meldung: 'Dieses Feld ist nicht vorgesehen',
    }));
  });
  const genannt = felder
    .map(({ pfad, meldung }) => (pfad === '' ? meldung : `${pfad} (${meldung})`))
    .join(', ');
  return new Absage('EINGABE_UNGUELTIG', `Nicht gültig: ${genannt}.`, { felder });
}
