import { fuehreAus } from '../../api/befehle/ausfuehrung.ts';
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { vertragFuer } from '../../api/befehle/vertraege.ts';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import * as s from '../../db/schema/index.ts';
import { versiegle } from '../../db/tresor/textschutz.ts';
import { NACHWEISARTEN } from '../../domain/organisation/nachweis.ts';
import { ROLLEN, type Rolle } from '../../domain/kennungen.ts';
import type { Sachbefehl } from '../../domain/rollen/befehlsrechte.ts';
import { schreibe, terminiere } from './matrixereignisse.ts';
import { legePersonAn, PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import type { Aufbau } from '../db/anwendung.ts';
import type { Naehe } from './matrix-1-3.ts';
import { id } from './rechtewelt.ts';
import { meldeOrganisation } from './teamkalender.ts';
import { BESTAND } from './bestand.ts';
import { verbinde } from './verbundene-faelle.ts';

export const HEUTE = '2026-12-01';
const JETZT = `${HEUTE}T08:00:00Z`;
export const FREMDES_TEAM = id('http-team-2');

/** Who the demo staff lacks: two roles, and another team. */
export const WEITERE = {
  fm_extern: id('http-extern'),
  service_center: id('http-service'),
  tl_fremd: id('http-tl-fremd'),
  fm_fremd: id('http-fm-fremd'),
} as const;
const KONTEN: Readonly<Record<string, string>> = { ...PERSONAL, ...WEITERE };

/** The account that speaks for each role. */
export const kontoVon = (rolle: Rolle): string => KONTEN[rolle] ?? '';

type Wer = keyof typeof PERSONAL | keyof typeof WEITERE;
type Plan = {
  readonly fm: Wer;
  readonly pap: 'pap' | 'pap2';
  /** Roles whose account the case is the own of. */
  readonly eigen: readonly Rolle[];
  /** How it is to everybody else. */
  readonly sonst: Naehe | 'notzugriff';
  readonly fuerFm?: Naehe;
  /** Over a link with the case `eigen` (TR64), for the FM of that case and the Teamleitung. */
  readonly verbunden?: Naehe;
};

/** One case for each way to stand to one. */
export const FAELLE = {
  eigen: { fm: 'fm', pap: 'pap', eigen: ['fm', 'pap', 'fm_extern'], sonst: 'team' },
  vertreten: { fm: 'fm2', pap: 'pap2', eigen: [], sonst: 'team', fuerFm: 'vertreten' },
  kollegin: { fm: 'fm3', pap: 'pap2', eigen: [], sonst: 'team' },
  gezogen: { fm: 'fm3', pap: 'pap2', eigen: [], sonst: 'gezogen' },
  notzugriff: { fm: 'fm3', pap: 'pap2', eigen: [], sonst: 'notzugriff' },
  empfangen: { fm: 'fm3', pap: 'pap2', eigen: ['pap'], sonst: 'team' },
  uebergeben: { fm: 'fm3', pap: 'pap2', eigen: ['fm_u25'], sonst: 'team' },
  jourfixe: { fm: 'fm3', pap: 'pap2', eigen: ['jour_fixe_av'], sonst: 'team' },
  weitergegeben: { fm: 'fm3', pap: 'pap', eigen: ['fm_spezial', 'pap'], sonst: 'team' },
  fremd: { fm: 'fm_fremd', pap: 'pap2', eigen: [], sonst: 'fremd' },
  vorher: { fm: 'fm_fremd', pap: 'pap2', eigen: [], sonst: 'fremd', verbunden: 'vorher' },
  nachher: { fm: 'fm_fremd', pap: 'pap2', eigen: [], sonst: 'fremd', verbunden: 'nachher' },
} as const satisfies Readonly<Record<string, Plan>>;
export type Fallname = keyof typeof FAELLE;
const FALLNAMEN = Object.keys(FAELLE) as Fallname[];

/** A case as the test addresses it. */
export type Weltfall = {
  readonly name: Fallname;
  readonly fallId: string;
  readonly personId: string;
  readonly frist: { readonly fristId: string; readonly vorkommen: string };
};

/** A text of this class in this case, unlike any other. */
export const marke = (klasse: string, fall: string): string => `Marke${klasse}von${fall}Ende`;

export const kundennummer = (name: Fallname): string => `KN${name.toUpperCase()}`;

export function naeheVon(rolle: Rolle, name: Fallname): Naehe | 'notzugriff' {
  const plan: Plan = FAELLE[name];
  if (plan.eigen.includes(rolle)) return 'eigen';
  if (plan.verbunden !== undefined && (rolle === 'fm' || rolle === 'tl')) return plan.verbunden;
  return rolle === 'fm' && plan.fuerFm !== undefined ? plan.fuerFm : plan.sonst;
}

const alsWartung = <T>(a: Aufbau, tue: (tx: Transaktion) => Promise<T>): Promise<T> =>
  mitAkteur(a.db, { system: 'wartung' }, tue);

/** Two teams, and one colleague of every role. */
export async function legeHausAn(a: Aufbau): Promise<void> {
  await alsWartung(a, async (tx) => {
    const fremd = { id: FREMDES_TEAM, kennzeichen: '622', art: 'fallmanagement', land: 'HB' } as const;
    await tx.insert(s.team).values(fremd);
    const neu = (wer: keyof typeof WEITERE, rolle: Rolle, teamId: string) => ({
      id: WEITERE[wer],
      subjekt: WEITERE[wer],
      anzeigename: `Prüf ${wer}`,
      email: `${wer}@jobcenter.example`,
      rolle,
      teamId,
    });
    await tx
      .insert(s.mitarbeitende)
      .values([
        neu('fm_extern', 'fm_extern', TEAM),
        neu('service_center', 'service_center', TEAM),
        neu('tl_fremd', 'tl', FREMDES_TEAM),
        neu('fm_fremd', 'fm', FREMDES_TEAM),
      ]);
    await tx.insert(s.externnachweis).values(
      NACHWEISARTEN.map((art) => ({
        id: randomUUID(),
        mitarbeitendeId: WEITERE.fm_extern,
        art,
        ausgestelltAm: HEUTE,
        gueltigBis: HEUTE,
        erfasstAm: JETZT,
        erfasstVon: PERSONAL.tl,
      })),
    );
    await tx
      .insert(s.teamverantwortung)
      .values({ id: randomUUID(), mitarbeitendeId: WEITERE.tl_fremd, teamId: FREMDES_TEAM });
    await tx.insert(s.vertretungsring).values({
      teamId: TEAM,
      version: 1,
      mitglieder: [PERSONAL.fm2, PERSONAL.fm, PERSONAL.fm3],
      festgelegtAm: JETZT,
      festgelegtVon: PERSONAL.tl,
    });
    await tx.insert(s.abwesenheit).values({
      id: randomUUID(),
      mitarbeitendeId: PERSONAL.fm2,
      von: HEUTE,
      bis: HEUTE,
      grund: 'geplant',
      erfasstAm: JETZT,
      erfasstVon: PERSONAL.fm2,
    });
  });
  await meldeOrganisation(a, TEAM, JETZT);
}

type Auftrag = { readonly befehl: Sachbefehl; readonly id: string | null; readonly eingabe: object };

async function gib(a: Aufbau, wer: Wer, { befehl, ...wo }: Auftrag) {
  const konto = await a.konto(KONTEN[wer] ?? '');
  return fuehreAus(a.umgebung, konto, { vertrag: vertragFuer(befehl), schluessel: randomUUID(), ...wo });
}

/** What brings a case from its Fallzugang to the relation it is there for. */
const DANACH: Readonly<Partial<Record<Fallname, (a: Aufbau, id: string) => Promise<unknown>>>> = {
  eigen: (a, fallId) =>
    gib(a, 'tl', {
      befehl: 'externes_fm_beauftragen',
      id: fallId,
      eingabe: { fm: WEITERE.fm_extern, rasterMonate: 3, auftrag: 'Begleitung.', fallbesprechungAm: HEUTE },
    }),
  empfangen: async (a, fallId) => {
    await gib(a, 'fm3', {
      befehl: 'abgang_einleiten',
      id: fallId,
      eingabe: { grund: 'X8', begruendung: 'Keine Perspektive.' },
    });
    await gib(a, 'fm3', {
      befehl: 'aufnehmende_stelle_klaeren',
      id: fallId,
      eingabe: { weg: 'vormaliger_pap', pap: PERSONAL.pap },
    });
  },
};

/** Columns and state that name who handed over or received; ways that take a whole procedure are written down. */
const BETEILIGT: Readonly<Partial<Record<Fallname, readonly [spalte: string, feld: string, wer: string]>>> = {
  uebergeben: ['abgebend_id', 'abgebend', PERSONAL.fm_u25],
  jourfixe: ['abgebend_id', 'abgebend', PERSONAL.jour_fixe_av],
};

async function beteilige(tx: Transaktion, name: Fallname, fallId: string): Promise<void> {
  const [spalte, feld, wer] = BETEILIGT[name] ?? [];
  if (spalte !== undefined)
    await tx.execute(sql`update fall set ${sql.identifier(spalte)} = ${wer},
      stand = jsonb_set(stand, ${`{${feld ?? ''}}`}::text[], ${JSON.stringify({ id: wer, rolle: name === 'jourfixe' ? 'jour_fixe_av' : 'fm_u25' })}::jsonb) where id = ${fallId}`);
  if (name === 'weitergegeben')
    await tx.execute(sql`update fall set zustand = 'weitergeleitet', offen = false, weitergeleitet_an_id = ${PERSONAL.fm_spezial},
      stand = stand || ${JSON.stringify({ zustand: 'weitergeleitet', weiterleitung: { an: PERSONAL.fm_spezial, ziel: 'fm_migration' } })}::jsonb
      where id = ${fallId}`);
  if (name === 'gezogen') {
    const gezogen = { am: HEUTE, ereignis: 'pruefung', erfasstAm: JETZT };
    const gezogene = [{ fall: fallId, fallnummer: 'F-gezogen', geprueft: null }];
    const stichprobe = { nummer: 1, gezogen, faelle: gezogene, leseBis: HEUTE };
    await tx.execute(
      sql`update vorgang set stand = jsonb_set(stand, '{stichprobe}', ${JSON.stringify(stichprobe)}::jsonb) where id = ${TEAM}`,
    );
  }
  if (name !== 'notzugriff') return;
  for (const rolle of ROLLEN)
    await tx.insert(s.sonderzugriff).values({
      id: randomUUID(),
      art: 'notzugriff',
      mitarbeitendeId: kontoVon(rolle),
      fallId,
      grund: 'Krise.',
      von: JETZT,
      bis: `${HEUTE}T18:00:00Z`,
    });
}

/** One event everybody may see and that changes nothing (it is folded, too), with a text of every class. */
async function markiere(a: Aufbau, name: Fallname, fallId: string): Promise<void> {
  const befehlId = randomUUID();
  const texte = (['K1', 'K2', 'K3', 'K4', 'K5', 'K6'] as const).map((klasse) => ({
    id: randomUUID(),
    feld: 'pruefung',
    fallId,
    klasse,
    text: marke(klasse, name),
  }));
  const versiegelt = (await versiegle(a.schutz.tresor, texte)) ?? [];
  const rest = { befehlId, stand: 'gueltig', verfasserId: PERSONAL.fm3, erstelltAm: JETZT } as const;
  const dokumente = texte.map(({ id: nr, feld }) => ({ id: nr, feld }));
  await alsWartung(a, async (tx) => {
    await tx.insert(s.dokument).values(versiegelt.map((text) => ({ ...text, ...rest })));
    await tx.execute(sql`insert into fall_ereignis (id, fall_id, sequenz, art, am, befehl_id, daten)
    select ${`pruefung-${name}`}, fall_id, 1000, 'vormerkung_beantwortet', am, ${befehlId}::uuid,
      (daten - 'gruendung') || jsonb_build_object('id', ${`pruefung-${name}`}::text, 'sequenz', 1000, 'art', 'vormerkung_beantwortet', 'dokumente', ${JSON.stringify(dokumente)}::jsonb)
    from fall_ereignis where fall_id = ${fallId} and sequenz = 1`);
  });
}

async function legeFallAn(a: Aufbau, name: Fallname): Promise<Weltfall> {
  const plan: Plan = FAELLE[name];
  const personId = await legePersonAn(a.db, marke('K0', name));
  await alsWartung(a, async (tx) => {
    const fmU25Id = name === 'uebergeben' ? PERSONAL.fm_u25 : null;
    // All live together: whoever sees one must not learn by that of the others.
    const bezug = { bgNummer: 'BG/WELT', papId: KONTEN[plan.pap] ?? '', fmU25Id };
    const werte = { ...bezug, kundennummer: kundennummer(name) };
    await tx.update(s.person).set(werte).where(eq(s.person.id, personId));
    const bedarfId = randomUUID();
    await tx.insert(s.handlungsbedarf).values({
      id: bedarfId,
      personId,
      schluesselgruppe: 'rahmenbedingungen',
      bezeichnung: marke('K2', `hb${name}`),
      status: 'offen',
      erkanntAm: HEUTE,
      erkanntVon: 'pap',
    });
    // A word in the place of a code, so that it is found wherever it should not stand.
    await tx.execute(sql`insert into handlungsbedarf_naeheres (handlungsbedarf_id, handlungsfeld, erfasst_am, erfasst_von)
      values (${bedarfId}, ${marke('K4', name)}, now(), ${KONTEN[plan.fm]})`);
  });
  const bestand = { ...BESTAND, zuordnung: { ...BESTAND.zuordnung, fm: KONTEN[plan.fm] } };
  const tl = plan.fm === 'fm_fremd' ? 'tl_fremd' : 'tl';
  const eingabe = { person: personId, bestand };
  const fallId = await eroeffne(a, tl, eingabe);
  await DANACH[name]?.(a, fallId);
  await markiere(a, name, fallId);
  return alsWartung(a, async (tx) => {
    await beteilige(tx, name, fallId);
    await schreibe(tx, name, fallId);
    await terminiere(tx, { name, fallId, tag: HEUTE });
    const [frist] = await tx.execute<{ id: string; nr: number }>(
      sql`select frist_id as id, vorkommen as nr from frist where fall_id = ${fallId} order by 1, 2 limit 1`,
    );
    return {
      name,
      fallId,
      personId,
      frist: { fristId: frist?.id ?? '', vorkommen: String(frist?.nr ?? 0) },
    };
  });
}

async function eroeffne(a: Aufbau, tl: Wer, eingabe: object): Promise<string> {
  const ergebnis = await gib(a, tl, { befehl: 'fall_uebernehmen', id: null, eingabe });
  if (!('fallId' in ergebnis)) throw new Error('Kein Fall');
  return ergebnis.fallId;
}

/** Two teams, one colleague of every role, and one case for every way to stand to one. */
export async function baueMatrixwelt(a: Aufbau): Promise<Weltfall[]> {
  await legeHausAn(a);
  const faelle: Weltfall[] = [];
  for (const name of FALLNAMEN) faelle.push(await legeFallAn(a, name));
  await verbinde(a.db, (name) => faelle.find((f) => f.name === name)?.fallId ?? '');
  return faelle;
}
