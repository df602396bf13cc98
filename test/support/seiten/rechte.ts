import { ROLLEN, type Rolle } from '../../../domain/kennungen.ts';
import { HAUS, type Hauszeile } from '../matrix-haus.ts';
import { darfLesen, OPERATIONEN, type Operation } from '../matrix-wege.ts';
import type { Fallname } from '../matrixwelt.ts';

/** What a page is about, and the operations of the API it cannot be without: who may see it follows from their rows in the matrix. */
export type Seitenrecht =
  | { readonly art: 'fall'; readonly steht: readonly string[] }
  | { readonly art: 'haus'; readonly steht: readonly string[] }
  /** A list or a start: who has it at all, by rollen.md 2; what stands in it is looked at row by row. */
  | { readonly art: 'rollen'; readonly rollen: readonly Rolle[] }
  /** Forms: who may open one follows from the operation behind it. */
  | { readonly art: 'formular' };

const FALL = 'get /api/v1/faelle/{fallId}';
const PERSON = 'get /api/v1/personen/{personId}';
const formular = { art: 'formular' } as const;
const fall = (...steht: string[]): Seitenrecht => ({ art: 'fall', steht });
const haus = (...steht: string[]): Seitenrecht => ({ art: 'haus', steht });
const rollen = (...wer: Rolle[]): Seitenrecht => ({ art: 'rollen', rollen: wer });
const jede = rollen(...ROLLEN);

/** Every page: one without a row here fails the test. */
export const SEITENRECHTE: Readonly<Record<string, Seitenrecht>> = {
  'get /': jede,
  'get /hilfe': jede,
  'get /hilfe/:kapitel': jede,
  // 1.2: who has something to do hears of it (R04, R07, R23, R12, R13, R15, R09); R27 of what it reviews.
  'get /eingang': rollen(
    'pap',
    'fm',
    'fm_extern',
    'tl',
    'bereichsleitung',
    'controlling',
    'fm_u25',
    'datenschutz',
  ),
  'post /eingang/:id/gelesen': formular,
  // K1 in lists: who has cases, hands over or receives, leads or oversees.
  'get /faelle': rollen(
    'pap',
    'fm',
    'fm_extern',
    'fm_u25',
    'fm_spezial',
    'jour_fixe_av',
    'tl',
    'bereichsleitung',
  ),
  'get /vormerkungen': rollen('pap', 'fm_u25', 'jour_fixe_av', 'tl', 'bereichsleitung'),
  'get /beginnen/:befehl': formular,
  'post /beginnen/:befehl': formular,
  // K0 of somebody at all.
  'get /personen': rollen('pap', 'fm', 'fm_extern', 'fm_u25', 'jour_fixe_av', 'tl'),
  'post /personen': haus('post /api/v1/personen/suche'),
  'get /personen/:personId': fall(PERSON),
  'get /personen/:personId/protokoll': fall(`${PERSON}/protokoll`),
  'get /personen/:personId/beginnen/:befehl': formular,
  'post /personen/:personId/beginnen/:befehl': formular,
  'get /tun/:name{/:erste}{/:zweite}': formular,
  'post /tun/:name{/:erste}{/:zweite}': formular,
  'get /haus': jede,
  'get /haus/mitarbeitende': haus('get /api/v1/mitarbeitende'),
  'get /haus/mitarbeitende/:id': haus('get /api/v1/mitarbeitende'),
  'get /haus/teams': haus('get /api/v1/teams'),
  'get /haus/themen': haus('get /api/v1/themen'),
  'get /haus/kalender': haus('get /api/v1/kalender/abweichungen'),
  // R12, R13 and R27 review what was opened with a reason.
  'get /haus/zugriffe': rollen('tl', 'bereichsleitung', 'datenschutz'),
  'get /haus/beanstandungen': rollen('tl', 'bereichsleitung', 'datenschutz'),
  // [P] Who decides about erasing, and who holds it back.
  'get /haus/loeschantraege': rollen('fm', 'tl'),
  'get /haus/loeschsperren': rollen('tl'),
  'get /haus/angebotsluecken': haus('get /api/v1/angebotsluecken'),
  'get /haus/policies': haus('get /api/v1/policies'),
  'get /haus/policies/:name': haus('get /api/v1/policies/{name}'),
  'get /haus/migrationen/:id': haus('get /api/v1/policymigrationen/{id}'),
  'get /netzwerk': haus('get /api/v1/leistungserbringer'),
  'get /netzwerk/:erbringerId': haus('get /api/v1/leistungserbringer/{erbringerId}'),
  'get /faelle/:fallId/akte': fall(FALL),
  'get /faelle/:fallId/protokoll': fall(`${FALL}/protokoll`),
  'get /faelle/:fallId/zugriff': haus('post /api/v1/zugriffe'),
  'post /faelle/:fallId/zugriff': formular,
  // R12 leads the meeting.
  'get /besprechung': haus('post /api/v1/teams/{teamId}/kalender/besprechungen'),
  'post /besprechung': formular,
  'get /besprechung/abschluss': haus('post /api/v1/teams/{teamId}/kalender/besprechungen'),
  'get /besprechung/:fallId/:befehl': formular,
  'post /besprechung/:fallId/:befehl': formular,
  'get /team': haus('get /api/v1/teams'),
  'get /team/fristen': rollen('tl', 'bereichsleitung'),
  'get /fristen': jede,
  'get /konto': jede,
  'post /konto/kalender': formular,
  'post /konto/kalender/widerruf': formular,
  'post /entwurf': formular,
  'post /entwurf/verwerfen': formular,
  'get /faelle/:fallId': fall(FALL),
  'get /faelle/:fallId/fristen/:fristId/:vorkommen': fall(FALL, `${FALL}/fristen/{fristId}/{vorkommen}`),
  'get /faelle/:fallId/blatt': fall(FALL, `${FALL}/fallblatt`),
  'get /faelle/:fallId/uebergabe': fall(FALL, `${FALL}/uebergaben`),
  'get /faelle/:fallId/uebergabe/:nummer.ics': fall(FALL, `${FALL}/uebergaben/{nummer}/termin`),
  'get /faelle/:fallId/unterlagen': fall(FALL, `${FALL}/schreiben`),
  'get /faelle/:fallId/schreiben/:sequenz': fall(`${FALL}/schreiben/{sequenz}`),
  'get /faelle/:fallId/entbindungen/:einwilligung': fall(FALL, `${PERSON}/einwilligungen`),
  'get /faelle/:fallId/tun/:befehl': formular,
  'post /faelle/:fallId/tun/:befehl': formular,
};

function operation(op: string): Operation {
  const gefunden = OPERATIONEN.find((eine) => eine.op === op);
  if (gefunden === undefined) throw new Error(`Die API hat kein ${op}`);
  return gefunden;
}

/** May this role see a page about this case of the world, or its person? */
export const darfSeite = (steht: readonly string[], rolle: Rolle, name: Fallname): boolean =>
  steht.every((op) => darfLesen(operation(op), rolle, name));

function hauszeile(op: string): Hauszeile {
  const gefunden = HAUS[op];
  if (gefunden === undefined) throw new Error(`Keine Zeile der Matrix für ${op}`);
  return gefunden;
}

/** The same for a page of the house, the own one or of the own team. */
export const darfHausseite = (recht: Seitenrecht, rolle: Rolle): boolean => {
  if (recht.art === 'rollen') return recht.rollen.includes(rolle);
  return recht.art === 'haus' && recht.steht.every((op) => hauszeile(op).nah.includes(rolle));
};

/** Roles that know of a case by a list only and have no page of it, where their deed could stand (rollen.md 3, in brackets). */
export const OHNE_FALLSEITE: readonly Rolle[] = ['bereichsleitung', 'controlling', 'service_center'];
