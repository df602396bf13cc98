import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { mitAkteur } from '../../db/client.ts';
import * as s from '../../db/schema/index.ts';
import type { Rolle } from '../../domain/kennungen.ts';
import { legePersonAn, PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import type { Aufbau } from '../db/anwendung.ts';
import { meldeAktenlage } from './aktenlage.ts';
import { BESTAND } from './bestand.ts';
import { ERBRINGER } from './leistungsfall.ts';
import { FREMDES_TEAM, HEUTE, kontoVon, legeHausAn, WEITERE } from './matrixwelt.ts';
import { ROLLEN } from '../../domain/kennungen.ts';
import { id } from './rechtewelt.ts';

const PAP_FREMD = id('haus-pap-fremd');
const JETZT = `${HEUTE}T08:00:00Z`;

/** What stands in the address, and what in the body, when somebody asks about one of these. */
export type Ziel = {
  readonly werte: Readonly<Record<string, string>>;
  readonly rumpf: Readonly<Record<string, string | readonly string[]>>;
};
/** Writes over HTTP as somebody and answers the id. */
export type Schreibe = (
  wer: string,
  op: string,
  auftrag: { readonly werte?: Readonly<Record<string, string>>; readonly rumpf: object },
) => Promise<string>;
export type Hauswelt = {
  readonly nah: (pfad: string) => Ziel;
  readonly fern: (pfad: string) => Ziel;
  readonly selbst: (rolle: Rolle) => Ziel;
};

async function legePersonenAn(a: Aufbau, marke: string, bezug: { papId: string; fmU25Id: string | null }) {
  const [akte, frei] = [await legePersonAn(a.db, `${marke}-akte`), await legePersonAn(a.db, `${marke}-frei`)];
  await mitAkteur(a.db, { system: 'wartung' }, async (tx) => {
    for (const nr of [akte, frei]) await tx.update(s.person).set(bezug).where(eq(s.person.id, nr));
  });
  await meldeAktenlage(a, akte, JETZT);
  return { akte, frei };
}

async function legeNachrichtAn(a: Aufbau, anPerson: string): Promise<string> {
  const nachricht = { id: randomUUID(), ereignisId: randomUUID(), anPerson, teamId: TEAM, am: JETZT };
  await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
    tx.insert(s.eingang).values({ ...nachricht, anRolle: 'fm', anlass: 'T-10', stufe: 'erinnerung' }),
  );
  return nachricht.id;
}

const urlaub = { von: '2027-02-01', bis: '2027-02-05', grund: 'geplant' };
const abwesend = (schreibe: Schreibe, wer: string, mitarbeitende: string): Promise<string> =>
  schreibe(wer, 'post /api/v1/mitarbeitende/{id}/abwesenheiten', {
    werte: { id: mitarbeitende },
    rumpf: urlaub,
  });

type Team = { readonly team: string; readonly tl: string; readonly fm: string; readonly kollege: string };
const TEAMS: Readonly<Record<'nah' | 'fern', Team>> = {
  nah: { team: TEAM, tl: 'tl', fm: PERSONAL.fm, kollege: PERSONAL.fm3 },
  fern: { team: FREMDES_TEAM, tl: 'tl_fremd', fm: WEITERE.fm_fremd, kollege: WEITERE.fm_fremd },
};

/** What hangs on a team and on those who work in it: an absence, a conflict of interest, a look with a reason. */
async function legeTeamdingeAn(a: Aufbau, schreibe: Schreibe, { tl, fm, kollege }: Team) {
  const person = await legePersonAn(a.db, `haus-${tl}`);
  const bestand = { ...BESTAND, zuordnung: { ...BESTAND.zuordnung, fm } };
  const fall = await schreibe(tl, 'post /api/v1/faelle/uebernahme', { rumpf: { person, bestand } });
  const notfall = { art: 'notzugriff', fall, grund: 'Krise am Empfang.', stunden: 1 };
  return {
    abwesenheitId: await abwesend(schreibe, tl, kollege),
    konfliktId: await schreibe('tl', 'post /api/v1/interessenkonflikte', { rumpf: { person, fm } }),
    zugriffId: await schreibe('fm3', 'post /api/v1/zugriffe', { rumpf: notfall }),
    fall,
  };
}

/** Things of the house that belong to no team. */
async function legeHausdingeAn(schreibe: Schreibe): Promise<Record<string, string>> {
  const werte = { name: 'feste-dauer' };
  await schreibe('tl', 'post /api/v1/policies', {
    rumpf: {
      ...werte,
      gueltigAb: HEUTE,
      aenderungen: { 'POL-HOECHSTDAUER': 'HARD' },
      begruendung: 'Beschluss',
    },
  });
  await schreibe('bereichsleitung', 'post /api/v1/policies/{name}/freigabe', { werte, rumpf: {} });
  return {
    ...werte,
    erbringerId: await schreibe('koordinator', 'post /api/v1/leistungserbringer', { rumpf: ERBRINGER }),
    themaId: await schreibe('tl', 'post /api/v1/themen', { rumpf: { name: 'Sucht' } }),
    tag: HEUTE,
    migration: await schreibe('bereichsleitung', 'post /api/v1/policies/{name}/migrationen', {
      werte,
      rumpf: {},
    }),
  };
}

async function legeFremdenPapAn(a: Aufbau): Promise<void> {
  const pap = { id: PAP_FREMD, subjekt: PAP_FREMD, anzeigename: 'Prüf pap fremd', rolle: 'pap' } as const;
  await mitAkteur(a.db, { system: 'wartung' }, (tx) =>
    tx.insert(s.mitarbeitende).values({ ...pap, email: 'pap-fremd@jobcenter.example', teamId: FREMDES_TEAM }),
  );
}

/** Two teams with one of everything an operation of the house can be about. */
export async function baueHauswelt(a: Aufbau, schreibe: Schreibe): Promise<Hauswelt> {
  await legeHausAn(a);
  await legeFremdenPapAn(a);
  const haus = await legeHausdingeAn(schreibe);
  const personen = {
    nah: await legePersonenAn(a, 'nah', { papId: PERSONAL.pap, fmU25Id: PERSONAL.fm_u25 }),
    fern: await legePersonenAn(a, 'fern', { papId: PAP_FREMD, fmU25Id: null }),
  };
  const dinge = {
    nah: await legeTeamdingeAn(a, schreibe, TEAMS.nah),
    fern: await legeTeamdingeAn(a, schreibe, TEAMS.fern),
  };
  const nachrichten = {
    nah: await legeNachrichtAn(a, PERSONAL.fm),
    fern: await legeNachrichtAn(a, PERSONAL.fm3),
  };
  const eigene = new Map<Rolle, string>();
  for (const rolle of ROLLEN) eigene.set(rolle, await abwesend(schreibe, rolle, kontoVon(rolle)));
  const ziel =
    (wo: 'nah' | 'fern') =>
    (pfad: string): Ziel => {
      const { team, fm, kollege } = TEAMS[wo];
      const ids: readonly (readonly [teil: string, id: string | undefined])[] = [
        ['/teams/', team],
        ['/mitarbeitende/', kollege],
        ['/policymigrationen/', haus['migration']],
        ['/eingang/', nachrichten[wo]],
      ];
      const nr = ids.find(([teil]) => pfad.includes(teil))?.[1] ?? '';
      const { akte, frei } = personen[wo];
      const { fall, ...rest } = dinge[wo];
      return {
        werte: {
          ...haus,
          ...rest,
          id: nr,
          teamId: team,
          personId: akte,
          beschwerdeId: haus['migration'] ?? '',
        },
        rumpf: { team, fm, fall, person: frei, mitglieder: [PERSONAL.fm, PERSONAL.fm2] },
      };
    };
  return {
    nah: ziel('nah'),
    fern: ziel('fern'),
    selbst: (rolle) => ({
      werte: { id: kontoVon(rolle), abwesenheitId: eigene.get(rolle) ?? '' },
      rumpf: {},
    }),
  };
}
