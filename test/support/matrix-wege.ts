import { readFileSync } from 'node:fs';
import type { Rolle } from '../../domain/kennungen.ts';
import { IM_NOTZUGRIFF, K1_OHNE_AKTE, LIEST, type Naehe } from './matrix-1-3.ts';
import { naeheVon, type Fallname } from './matrixwelt.ts';

/** An operation as the OpenAPI file describes it. */
export type Operation = {
  readonly op: string;
  readonly methode: string;
  readonly pfad: string;
  readonly was: 'fall' | 'person' | 'team' | 'haus';
  readonly klassen: readonly string[];
};

type Datei = {
  paths: Record<string, Record<string, { 'x-datenklassen': { was: Operation['was']; klassen: string[] } }>>;
};
const datei = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')) as Datei;

/** Every operation of the OpenAPI file, with what it says it is about. */
export const OPERATIONEN: readonly Operation[] = Object.entries(datei.paths).flatMap(([pfad, methoden]) =>
  Object.entries(methoden).map(([methode, operation]) => ({
    op: `${methode} ${pfad}`,
    methode,
    pfad,
    ...operation['x-datenklassen'],
  })),
);
/** About one case or one person with a case; the check record is for those without one (matrix-haus.ts). */
export const FALL_ODER_PERSON = OPERATIONEN.filter(
  ({ pfad }) => /\{(?:fallId|personId)\}/u.test(pfad) && !pfad.includes('/potenzial'),
);
/** Lists of cases or persons: what each row shows is asked for every case. */
export const LISTEN = OPERATIONEN.filter(
  ({ methode, pfad, was }) =>
    methode === 'get' && !pfad.includes('{') && (was === 'fall' || was === 'person'),
);

const worte = (text: string): string[] => (text === '' ? [] : text.split(' '));
const LEITEND: readonly Rolle[] = ['tl', 'bereichsleitung', 'controlling', 'koordinator'];

/** Linked with an own case, or one of the own team (TR64): a look at the case and no more. */
const istVerbunden = (naehe: Naehe | 'notzugriff'): boolean => naehe === 'vorher' || naehe === 'nachher';

/** The draw, a reason and a link open the case, not what hangs on the person beside it. */
function ohneZusatz(naehe: Naehe | 'notzugriff'): Naehe {
  if (istVerbunden(naehe)) return 'fremd';
  return naehe === 'gezogen' || naehe === 'notzugriff' ? 'team' : naehe;
}

/** K0, K2 of a person by 1.2, without any case: R09 own persons, R11 whoever is at the Jour-Fixe and not in bFM. */
const AN_DER_PERSON: Readonly<Partial<Record<Rolle, readonly Fallname[]>>> = {
  fm_u25: ['uebergeben'],
  jour_fixe_av: ['weitergegeben'],
};

/** The classes 1.3 lets a role read of a case of the world, or of its person. */
export function lesbar(rolle: Rolle, name: Fallname, was: 'fall' | 'person'): string[] {
  const naehe = naeheVon(rolle, name);
  if (was === 'person') {
    const dazu = AN_DER_PERSON[rolle]?.includes(name) === true ? ['K0', 'K1', 'K2'] : [];
    return [...new Set([...worte(LIEST[rolle][ohneZusatz(naehe)]), ...dazu])];
  }
  if (naehe !== 'notzugriff') return worte(LIEST[rolle][naehe]);
  const dazu = worte(IM_NOTZUGRIFF[rolle] ?? '');
  return [...new Set([...worte(LIEST[rolle].team), ...dazu])];
}

/** Whose list a case stands in: the own ones, those of whom somebody stands in for, and for who leads a team all of it. */
export function stehtInListe(rolle: Rolle, name: Fallname): boolean {
  const naehe = naeheVon(rolle, name);
  if (rolle === 'tl') return naehe !== 'fremd' && !istVerbunden(naehe);
  return naehe === 'eigen' || naehe === 'vertreten';
}

/** R08, DS-29: reads the case as Vertretung, or for a reason given because 1.3 gives the role nothing of it. */
export function nurMitGrund(rolle: Rolle, name: Fallname): boolean {
  const naehe = naeheVon(rolle, name);
  const ausAmt = worte(LIEST[rolle].team).includes('K1') && K1_OHNE_AKTE[rolle] === undefined;
  return naehe === 'vertreten' || (naehe === 'notzugriff' && rolle in IM_NOTZUGRIFF && !ausAmt);
}

/** Where 1.2 gives a look to some only, whatever the class. */
const NUR_FUER: Readonly<Record<string, (rolle: Rolle, naehe: Naehe | 'notzugriff') => boolean>> = {
  // R12 assigns.
  'get /api/v1/faelle/{fallId}/zuordnung/vorschlaege': (rolle, naehe) =>
    rolle === 'tl' && !istVerbunden(naehe),
  // [P] Who decides about erasing: the FM, and the Teamleitung; who stands in reads what is asked (R08).
  'get /api/v1/faelle/{fallId}/bedarfspruefungen': (rolle, naehe) =>
    !istVerbunden(naehe) && (rolle === 'tl' || (rolle === 'fm' && naehe !== 'notzugriff')),
  // [P] Who tells the person what is kept about them (ADR 36): the FM who leads the case, as long as they are here.
  'get /api/v1/personen/{personId}/auskunft': (rolle, naehe) => rolle === 'fm' && naehe === 'eigen',
  // R12 notes whose cases somebody may not get, an FM the own conflict.
  'get /api/v1/personen/{personId}/interessenkonflikte': (rolle) => rolle === 'fm' || rolle === 'tl',
  // [P] What is disputed is taken down, and read, by those who lead cases.
  'get /api/v1/faelle/{fallId}/bestreitungen': (rolle) => rolle === 'fm' || rolle === 'fm_extern',
};

/** May this role read this operation about this case of the world, by the hand-written matrix? */
export function darfLesen({ op, was, klassen }: Operation, rolle: Rolle, name: Fallname): boolean {
  if (was !== 'fall' && was !== 'person') throw new Error(`${op} ist keine Frage nach einem Fall`);
  const naehe = naeheVon(rolle, name);
  const hat = lesbar(rolle, name, was);
  const ohneAkte = was === 'fall' && K1_OHNE_AKTE[rolle] !== undefined;
  return !ohneAkte && klassen.every((k) => hat.includes(k)) && (NUR_FUER[op]?.(rolle, naehe) ?? true);
}

/** Who reads K1 of a case in the file, and not in a list only. */
const LESENDE: readonly Rolle[] = ['pap', 'fm', 'fm_extern', 'fm_u25', 'fm_spezial', 'jour_fixe_av', 'tl'];
const WIEDERVORLAGEN = [
  'eigene-wiedervorlagen',
  'eigene-wiedervorlagen/{wiedervorlageId}/erledigung',
  'eigene-wiedervorlagen/{wiedervorlageId}/verschiebung',
];

/** 1.2: what others than the responsible FM do at a case; every other write is the FM's (R07 leads all phases). */
const AM_FALL: readonly (readonly [rollen: readonly Rolle[], pfade: readonly string[]])[] = [
  // R12: assigns, approves, entrusts; holds erasure back.
  [
    ['tl'],
    [
      'vormerkung/antwort',
      'zuordnung',
      'zuordnung/ohne-warme-uebergabe',
      'zuordnung/ruecknahme',
      'fallmanagement',
      'abweichung/entscheidung',
      'fallabgang/umkehr/entscheidung',
      'verbleib/zustaendigkeit',
      'externes-fm',
      'loeschsperren',
      'loeschsperren/{id}/aufhebung',
    ],
  ],
  [['tl', 'bereichsleitung'], ['ansprechpartner']],
  [
    ['fm', 'tl'],
    [
      'loeschantraege',
      'loeschantraege/{id}/bestaetigung',
      'loeschantraege/{id}/ruecknahme',
      'bedarfspruefungen/{id}/entscheidung',
    ],
  ],
  // R23: "as R07 for entrusted cases", goals and decisions stay with the FM.
  [
    ['fm', 'fm_extern'],
    [
      'erstgespraech',
      'rechtsfolgen',
      'arbeitsbuendnis',
      'assessment',
      'assessment/eintraege',
      'assessment/reaktionen',
      'assessment/abschluss',
      'teilziele/anpassung',
      'teilziele/stand',
      'teilziele/vorschlag',
      'zwischenberichte',
      'abschlussbericht',
      'bestreitungen',
      'bestreitungen/{id}/erledigung',
      'eakte',
      'eakte/{verweisId}/ruecknahme',
    ],
  ],
  // R04, R05.
  [['pap'], ['wiedervorlage']],
  [['pap', 'fm', 'tl'], ['zeitraum']],
  [['pap', 'fm_u25', 'jour_fixe_av', 'tl'], ['rueckzug']],
  [['pap', 'fm', 'fm_u25', 'jour_fixe_av', 'tl'], ['begruendungen']],
  [
    ['pap', 'fm', 'fm_extern', 'fm_u25', 'jour_fixe_av', 'tl'],
    ['berichtigungen', 'eintraege/ruecknahme'],
  ],
  [['fm', 'fm_u25', 'tl'], ['uebergabe/verlegung']],
  // TR65: the two sides of a handover.
  [['pap', 'fm', 'fm_u25', 'jour_fixe_av'], ['uebergabe/bestaetigung']],
  // [P] A reminder to oneself, of whoever opens the case by office or over a link (ADR 72).
  [LESENDE, WIEDERVORLAGEN],
  // R24 cancels appointments.
  [['pap', 'fm', 'fm_u25', 'tl', 'service_center'], ['uebernahmegespraech/verlegung']],
  // The example asks what a contact would lead to: who may record one.
  [
    ['fm', 'fm_extern', 'service_center'],
    ['kontakte', 'vorschau'],
  ],
];

/** R08: telephone, post, appointments. */
const IN_VERTRETUNG = [
  'uebernahmegespraech/termin',
  'uebernahmegespraech/verlegung',
  'uebergabe/bestaetigung',
  'kontakte',
  'vorschau',
  'begleitpersonen/information',
  'berichtigungen',
  'eintraege/ruecknahme',
  'eakte',
  'eakte/{verweisId}/ruecknahme',
  ...WIEDERVORLAGEN,
];

/** Over a link one looks and acts on nothing; what somebody notes for themselves is no act on the case. */
const darfUeberVerbindung = (teil: string, rolle: Rolle, name: Fallname): boolean =>
  WIEDERVORLAGEN.includes(teil) && lesbar(rolle, name, 'fall').includes('K1');

function darfAmFall(pfad: string, rolle: Rolle, name: Fallname): boolean {
  const naehe = naeheVon(rolle, name);
  const teil = pfad.replace('/api/v1/faelle/{fallId}/', '');
  const rollen = AM_FALL.find(([, pfade]) => pfade.includes(teil))?.[0] ?? ['fm'];
  if (!rollen.includes(rolle)) return false;
  // R24 has to do with open cases only.
  if (rolle === 'service_center') return name !== 'weitergegeben';
  if (istVerbunden(naehe)) return darfUeberVerbindung(teil, rolle, name);
  if (LEITEND.includes(rolle)) return naehe !== 'fremd';
  return naehe === 'eigen' || (naehe === 'vertreten' && IN_VERTRETUNG.includes(teil));
}

/** 1.3, columns K0 and K2 (W), and consents: "RW own" of the FM, taken down by nobody else; a revocation by R08, too. */
const AN_PERSON: readonly (readonly [rest: RegExp, rollen: readonly Rolle[]])[] = [
  [/einwilligungen/u, ['fm']],
  [/profile|handlungsbedarfe|neuzugang/u, ['pap', 'fm', 'fm_u25', 'jour_fixe_av']],
  [/./u, ['pap', 'fm', 'tl']],
];

/** K2: "RW own (before Fallzugang and after Fallabgang), R during bFM"; meanwhile the FM keeps it. */
const haeltDerFm = (rollen: readonly Rolle[], rolle: Rolle, name: Fallname): boolean =>
  rollen.includes('jour_fixe_av') && rolle !== 'fm' && name !== 'weitergegeben';

function darfAnPerson(pfad: string, rolle: Rolle, name: Fallname): boolean {
  const rest = pfad.replace('/api/v1/personen/{personId}', '.');
  const rollen = AN_PERSON.find(([muster]) => muster.test(rest))?.[1] ?? [];
  if (!rollen.includes(rolle)) return false;
  // R12: K0 of everybody who may come to the team.
  if (rolle === 'tl') return true;
  if (rolle === 'jour_fixe_av') return AN_DER_PERSON[rolle]?.includes(name) === true;
  if (haeltDerFm(rollen, rolle, name)) return false;
  const naehe = naeheVon(rolle, name);
  return naehe === 'eigen' || (naehe === 'vertreten' && rest.endsWith('/widerruf'));
}

/** May this role write here, by the words of 1.2 and the columns of 1.3? */
export function darfSchreiben({ was, pfad }: Operation, rolle: Rolle, name: Fallname): boolean {
  return was === 'fall' ? darfAmFall(pfad, rolle, name) : darfAnPerson(pfad, rolle, name);
}
