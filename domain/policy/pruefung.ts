import { FRIST_IDS, type Fristid, type Rolle } from '../kennungen.ts';
import { fristenMit } from '../pflicht/katalog/katalog.ts';
import { zeilennamen } from '../tabelle.ts';
import type { Eskalationsregel, Gespraech, Policy, Policywahl } from './policy.ts';
import { STANDARD } from './standard.ts';
import { policyAus, unwirksameAenderungen } from './wahl.ts';

/** What the configuration check found; a version with a `fehler` is not approved. */
export type Befund = {
  readonly art: 'fehler' | 'hinweis';
  readonly parameter: keyof Policy;
  readonly satz: string;
};

/** Roles somebody holds in the office. */
type Amt = { readonly rollen: readonly Rolle[] };
type Pruefung = (policy: Policy, amt: Amt) => readonly Befund[];

const fehler = (parameter: keyof Policy, satz: string): Befund => ({ art: 'fehler', parameter, satz });
const hinweis = (parameter: keyof Policy, satz: string): Befund => ({ art: 'hinweis', parameter, satz });
const wenn = (bedingung: boolean, befund: Befund): readonly Befund[] => (bedingung ? [befund] : []);

const istAktiv = (policy: Policy, id: Fristid): boolean => policy['POL-FRIST'][id].aktiv;

/** Days a period has at least. */
const TAGE = { tage: 1, arbeitstage: 1, wochen: 7, monate: 28, jahre: 365 } as const;

const zugang: Pruefung = (policy, { rollen }) => [
  ...wenn(
    policy['POL-KOMPLEX'].length === 0 && policy['POL-PROFIL-QUELLE'] === 'profillage',
    fehler('POL-KOMPLEX', 'Keine Profillage gilt als komplex; niemand könnte mehr in das bFM kommen.'),
  ),
  ...wenn(
    policy['POL-HB'].min > 0 && policy['POL-HB'].gruppen.length === 0,
    fehler('POL-HB', 'Handlungsbedarfe sind verlangt, aber keine Schlüsselgruppe zählt.'),
  ),
  ...wenn(
    policy['POL-ABWEICHUNG'] === 'mit_grund_und_tl_freigabe' && !rollen.includes('tl'),
    fehler('POL-ABWEICHUNG', 'Abweichungen gibt die Teamleitung frei, aber niemand hat diese Rolle.'),
  ),
];

function fensterZuLang(policy: Policy): boolean {
  const review = policy['POL-REVIEW'];
  const { dauer } = policy['POL-FRIST']['T-07'];
  if (review.art !== 'fix_mit_fenster' || dauer === null) return false;
  return review.tage >= dauer.anzahl * TAGE[dauer.einheit];
}

const fortfuehrung: Pruefung = (policy) => {
  const { art } = policy['POL-HOECHSTDAUER'];
  const { aktiv, dauer } = policy['POL-FRIST']['T-07'];
  const schritt = policy['POL-VERLAENGERUNG'];
  return [
    ...wenn(
      aktiv && fensterZuLang(policy),
      fehler(
        'POL-REVIEW',
        'Das Fenster der Überprüfung ist so lang wie ihr Abstand (T-07); jede Überprüfung zählte doppelt.',
      ),
    ),
    ...wenn(
      art !== 'none' && !istAktiv(policy, 'T-09'),
      hinweis(
        'POL-HOECHSTDAUER',
        'Es gibt eine Höchstdauer, aber T-09 ist ausgeschaltet: An das Standortgespräch erinnert niemand.',
      ),
    ),
    ...wenn(
      aktiv && dauer?.einheit === 'monate' && schritt % dauer.anzahl !== 0,
      hinweis(
        'POL-VERLAENGERUNG',
        `Eine Verlängerung um ${schritt} Monate endet zwischen zwei Überprüfungen (T-07).`,
      ),
    ),
  ];
};

const kontakt: Pruefung = (policy) => [
  ...wenn(
    policy['POL-KONTAKT'].zaehlendeArten.length === 0 &&
      (istAktiv(policy, 'T-10') || istAktiv(policy, 'T-11')),
    fehler('POL-KONTAKT', 'Kontakte sind fällig (T-10, T-11), aber keine Kontaktart zählt.'),
  ),
  ...wenn(
    istAktiv(policy, 'T-11') && !istAktiv(policy, 'T-10'),
    hinweis(
      'POL-FRIST',
      'T-11 ist eingeschaltet, T-10 nicht: Außerhalb von Maßnahmen ist kein Kontakt fällig.',
    ),
  ),
];

const schluessel: Pruefung = (policy) => {
  const { soll, min, warnMax } = policy['POL-SCHLUESSEL'];
  return [
    ...wenn(soll === 0, fehler('POL-SCHLUESSEL', 'Der Betreuungsschlüssel ist 0.')),
    ...wenn(
      min > warnMax,
      fehler('POL-SCHLUESSEL', `Das Band ist leer: mindestens ${min}, höchstens ${warnMax}.`),
    ),
    ...wenn(
      min <= warnMax && (soll < min || soll > warnMax),
      hinweis(
        'POL-SCHLUESSEL',
        `Der Schlüssel ${soll} liegt außerhalb seines Bandes von ${min} bis ${warnMax}.`,
      ),
    ),
  ];
};

const DAUER_FEST: readonly Fristid[] = FRIST_IDS.filter((id) => STANDARD['POL-FRIST'][id].dauer === null);
/** There is nothing to roll. */
const OHNE_VERSCHIEBUNG = fristenMit(({ regel }) => regel !== 'CAL-F');

const fristen: Pruefung = (policy) =>
  FRIST_IDS.flatMap((id) => {
    const { aktiv, dauer } = policy['POL-FRIST'][id];
    const fest = DAUER_FEST.includes(id);
    return [
      ...wenn(
        aktiv && !fest && dauer === null,
        fehler('POL-FRIST', `${id} ist eingeschaltet, hat aber keine Dauer.`),
      ),
      ...wenn(
        fest && dauer !== null,
        hinweis('POL-FRIST', `${id} hat keine eigene Dauer; die angegebene bleibt ohne Wirkung.`),
      ),
      ...wenn(
        OHNE_VERSCHIEBUNG.includes(id) && policy['POL-ROLL'][id] !== undefined,
        hinweis('POL-ROLL', `${id} verschiebt sich nie; die Angabe bleibt ohne Wirkung.`),
      ),
    ];
  });

const STUFEN = { erinnerung: 'Erinnerung', faellig: 'Fälligkeit', ueberfaellig: 'Überfälligkeit' } as const;
/** Receivers that are roles of the office; nobody else can be missing. */
const EMPFAENGER: Readonly<Partial<Record<Eskalationsregel['rolle'], { rolle: Rolle; name: string }>>> = {
  fm: { rolle: 'fm', name: 'Fallmanagement' },
  tl: { rolle: 'tl', name: 'Teamleitung' },
  bereichsleitung: { rolle: 'bereichsleitung', name: 'Bereichsleitung' },
  koordinator: { rolle: 'koordinator', name: 'Koordination' },
};

function sprosse(
  { rolle, stufe, versatz, nurZaehler }: Eskalationsregel,
  { rollen }: Amt,
): readonly Befund[] {
  const empfaenger = nurZaehler === true ? undefined : EMPFAENGER[rolle];
  const falsch = stufe === 'erinnerung' ? versatz >= 0 : stufe === 'faellig' ? versatz !== 0 : versatz <= 0;
  const name = `Die Stufe „${STUFEN[stufe]}“`;
  const fehlt = empfaenger !== undefined && !rollen.includes(empfaenger.rolle);
  // Without Teamleitung and Fallmanagement nobody hears of anything; not every office has a Koordination.
  const melde = rolle === 'koordinator' ? hinweis : fehler;
  return [
    ...wenn(
      fehlt,
      melde('POL-ESC', `${name} geht an die Rolle ${empfaenger?.name ?? ''}, aber niemand hat diese Rolle.`),
    ),
    ...wenn(
      falsch,
      fehler('POL-ESC', `${name} passt nicht zu ihrem Abstand von ${versatz} Tagen zum Fälligkeitstag.`),
    ),
  ];
}

const leiter: Pruefung = (policy, amt) => [
  ...policy['POL-ESC'].flatMap((regel) => sprosse(regel, amt)),
  ...wenn(
    !policy['POL-ESC'].some(({ stufe }) => stufe === 'ueberfaellig'),
    hinweis('POL-ESC', 'Keine Stufe meldet Überfälliges.'),
  ),
];

/** V-33: five years from the recording are the longest; from the exit on is for the Datenschutzbeauftragte to decide. */
const loeschung: Pruefung = (policy) => {
  const { start, monate } = policy['POL-LOESCH'];
  return [
    ...wenn(
      monate > STANDARD['POL-LOESCH'].monate,
      fehler('POL-LOESCH', 'Unterlagen werden spätestens fünf Jahre nach der Erfassung gelöscht (V-33).'),
    ),
    ...wenn(
      start === 'fallabgang',
      hinweis(
        'POL-LOESCH',
        'Die Frist vom Fallabgang an hält Unterlagen länger als fünf Jahre; das entscheidet die oder der Datenschutzbeauftragte.',
      ),
    ),
  ];
};

const GESPRAECHE: Readonly<Record<Gespraech, string>> = {
  erst: 'Erstgespräch',
  uebernahme: 'Übernahmegespräch',
  standort: 'Standortgespräch',
  rueckgabe: 'Rückgabegespräch',
};

const gespraeche: Pruefung = (policy) =>
  zeilennamen(GESPRAECHE).flatMap((gespraech) =>
    wenn(
      policy['POL-GESPRAECH'][gespraech].length === 0,
      hinweis('POL-GESPRAECH', `Jedes ${GESPRAECHE[gespraech]} braucht einen Grund für seine Art.`),
    ),
  );

const weitere: Pruefung = (policy) => [
  ...wenn(policy['POL-ERFOLG'].length === 0, hinweis('POL-ERFOLG', 'Kein Abgang zählt als erfolgreich.')),
  ...wenn(
    policy['POL-KORREKTUR'].umkehr === 0,
    hinweis(
      'POL-KORREKTUR',
      'Ein irrtümlicher Fallabgang kann nur am Tag seiner Aufzeichnung umgekehrt werden.',
    ),
  ),
];

const PRUEFUNGEN: readonly Pruefung[] = [
  zugang,
  fortfuehrung,
  kontakt,
  gespraeche,
  schluessel,
  fristen,
  loeschung,
  leiter,
  weitere,
];

/** What is missing or contradicts itself in a version, in sentences for whoever approves it. */
export function pruefePolicy(wahl: Policywahl, amt: Amt): readonly Befund[] {
  const policy = policyAus(wahl);
  const unwirksam = unwirksameAenderungen(wahl).map((parameter) =>
    fehler(parameter, `Der Parameter ${parameter} kann hier nicht geändert werden.`),
  );
  return [...unwirksam, ...PRUEFUNGEN.flatMap((pruefung) => pruefung(policy, amt))];
}
