import { randomUUID } from 'node:crypto';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import * as ablage from '../../db/loeschung/entscheidungen.ts';
import { protokolliere } from '../../db/nachrichten.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import { loeschfrist, vollzugstag } from '../../domain/loeschung/frist.ts';
import { policyAus } from '../../domain/policy/wahl.ts';
import { darfLoeschen, type Loeschhandlung } from '../../domain/rollen/loeschrechte.ts';
import type * as vertrag from '../contracts/loeschung.ts';
import type { Angelegt } from '../contracts/stammdaten.ts';
import { Absage, nichtBerechtigt, nichtGefunden } from './absage.ts';
import { zugriffAuf, type Zugriff } from './fallzugriff.ts';
import { einmalig } from './schreiben.ts';
import { akteurVon, type Konto, type Umgebung } from './umgebung.ts';

const PFAD = '/api/v1/faelle/{fallId}';

export type AmFall<Rumpf> = {
  readonly fallId: string;
  readonly schluessel: string;
  readonly rumpf: Rumpf;
};
export type AmTeil<Rumpf> = AmFall<Rumpf> & { readonly id: string };

/** What a decision about erasing works with. */
type Handlung = { readonly tx: Transaktion; readonly am: Instant; readonly zugriff: Zugriff };

/** A write about the erasure of a case, once per key, with the right to it and its audit entry in one transaction. */
export function handle<Rumpf>(
  { umgebung, konto, auftrag }: { umgebung: Umgebung; konto: Konto; auftrag: AmFall<Rumpf> },
  { was, pfad, aktion }: { was: Loeschhandlung; pfad: string; aktion: string },
  wirke: (handlung: Handlung) => Promise<string>,
): Promise<Angelegt> {
  const { fallId, schluessel, rumpf } = auftrag;
  const route = `POST ${PFAD}${pfad}`;
  const ort = 'id' in auftrag ? `${fallId}/${String(auftrag.id)}` : fallId;
  return einmalig({ umgebung, konto, was: { route, ort, schluessel, rumpf } }, async (tx, am) => {
    const zugriff = await zugriffAuf(tx, konto, { fallId, am });
    const lage = {
      rolle: konto.rolle,
      leitet: zugriff.leitet,
      inVertretung: zugriff.fuer !== null || zugriff.mitGrund,
    };
    if (!darfLoeschen(was, lage)) throw nichtBerechtigt();
    const id = await wirke({ tx, am, zugriff });
    await protokolliere(tx, [{ id: randomUUID(), am, akteurId: konto.id, aktion, fallId, gegenstand: id }]);
    return { id, version: 1 };
  });
}

export const regel = (id: string, satz: string): Absage => new Absage('REGEL', satz, { regel: id });

/** TR53: nothing of the case is erased while it stands. */
export function setzeLoeschsperre(
  umgebung: Umgebung,
  konto: Konto,
  auftrag: AmFall<vertrag.SperreNeu>,
): Promise<Angelegt> {
  const wie = { was: 'sperren', pfad: '/loeschsperren', aktion: 'loeschsperre_gesetzt' } as const;
  return handle({ umgebung, konto, auftrag }, wie, async ({ tx, am }) => {
    const { fallId, rumpf } = auftrag;
    const id = randomUUID();
    await ablage.setzeSperre(tx, { id, fallId, grund: rumpf.grund, gesetztAm: am, gesetztVon: konto.id });
    return id;
  });
}

export function hebeLoeschsperreAuf(
  umgebung: Umgebung,
  konto: Konto,
  auftrag: AmTeil<vertrag.SperreNeu>,
): Promise<Angelegt> {
  const wie = {
    was: 'sperren',
    pfad: '/loeschsperren/{id}/aufhebung',
    aktion: 'loeschsperre_aufgehoben',
  } as const;
  return handle({ umgebung, konto, auftrag }, wie, async ({ tx, am }) => {
    const { id, rumpf } = auftrag;
    const wer = { am, von: konto.id, grund: rumpf.grund };
    if (!(await ablage.hebeSperreAuf(tx, auftrag, wer))) throw nichtGefunden('Diese Löschsperre');
    return id;
  });
}

/** Early erasure (TR53, T-30): of one text at any time, of a case once it has ended. */
export function beantrageLoeschung(
  umgebung: Umgebung,
  konto: Konto,
  auftrag: AmFall<vertrag.AntragNeu>,
): Promise<Angelegt> {
  const wie = { was: 'beantragen', pfad: '/loeschantraege', aktion: 'loeschung_beantragt' } as const;
  return handle({ umgebung, konto, auftrag }, wie, async ({ tx, am, zugriff }) => {
    const { fallId, rumpf } = auftrag;
    const { dokument: dokumentId, grund } = rumpf;
    if (dokumentId === null && zugriff.zeile.fall.offen) {
      throw regel('TR53', 'Ein laufender Fall wird nicht gelöscht, nur einzelne Unterlagen.');
    }
    if (dokumentId !== null) await pruefeUnterlagen(tx, fallId, [dokumentId]);
    const id = randomUUID();
    const antrag = { id, fallId, dokumentId, grund, beantragtAm: am, beantragtVon: konto.id };
    await ablage.stelleAntrag(tx, [antrag]);
    return id;
  });
}

/** @throws Absage NICHT_GEFUNDEN for a text that is none of the case, or that the colleague may not read. */
async function pruefeUnterlagen(tx: Transaktion, fallId: string, ids: readonly string[]): Promise<void> {
  const bekannt = new Set((await ablage.liesUnterlagen(tx, fallId)).map((u) => u.dokument));
  if (ids.some((id) => !bekannt.has(id))) throw nichtGefunden('Diese Unterlage');
}

async function offenerAntrag(tx: Transaktion, { id, fallId }: AmTeil<unknown>) {
  const antrag = (await ablage.liesAntraege(tx, { id })).find((a) => a.fallId === fallId);
  if (antrag === undefined) throw nichtGefunden('Dieser Löschantrag');
  return antrag;
}

/** Two persons decide; then seven days are left to change one's mind. */
export function bestaetigeLoeschung(
  umgebung: Umgebung,
  konto: Konto,
  auftrag: AmTeil<unknown>,
): Promise<Angelegt> {
  const wie = {
    was: 'beantragen',
    pfad: '/loeschantraege/{id}/bestaetigung',
    aktion: 'loeschung_bestaetigt',
  } as const;
  return handle({ umgebung, konto, auftrag }, wie, async ({ tx, am }) => {
    const { id, beantragtVon, bestaetigtAm } = await offenerAntrag(tx, auftrag);
    if (bestaetigtAm !== null) throw new Absage('ZUSTAND', 'Dieser Löschantrag ist schon bestätigt.');
    if (beantragtVon === konto.id) {
      throw regel('TR53', 'Eine vorzeitige Löschung bestätigt eine zweite Person.');
    }
    await ablage.bestaetigeAntrag(tx, id, { am, von: konto.id, vollzugAb: vollzugstag(ortstag(am)) });
    return id;
  });
}

export function nimmLoeschungZurueck(
  umgebung: Umgebung,
  konto: Konto,
  auftrag: AmTeil<unknown>,
): Promise<Angelegt> {
  const wie = {
    was: 'beantragen',
    pfad: '/loeschantraege/{id}/ruecknahme',
    aktion: 'loeschung_zurueckgenommen',
  } as const;
  return handle({ umgebung, konto, auftrag }, wie, async ({ tx, am }) => {
    const { id, vollzugAb } = await offenerAntrag(tx, auftrag);
    if (vollzugAb !== null && vollzugAb <= ortstag(am)) {
      throw new Absage('ZUSTAND', 'Die sieben Tage sind vorbei; die Löschung läuft.');
    }
    await ablage.nimmAntragZurueck(tx, id, { am, von: konto.id });
    return id;
  });
}

/** T-30: each item is kept with a reason, or its erasure is requested; a second person confirms that. */
export function entscheideBedarf(
  umgebung: Umgebung,
  konto: Konto,
  auftrag: AmTeil<vertrag.EntscheidungNeu>,
): Promise<Angelegt> {
  const wie = {
    was: 'pruefen',
    pfad: '/bedarfspruefungen/{id}/entscheidung',
    aktion: 'bedarf_entschieden',
  } as const;
  return handle({ umgebung, konto, auftrag }, wie, async ({ tx, am }) => {
    const { id, fallId, rumpf } = auftrag;
    const { unterlagen } = rumpf;
    const pruefung = (await ablage.liesPruefungen(tx, fallId)).find((p) => p.id === id);
    if (pruefung === undefined) throw nichtGefunden('Diese Prüfung');
    const ids = unterlagen.map((u) => u.dokument);
    if (new Set(ids).size < ids.length) throw regel('T-30', 'Über jede Unterlage wird einmal entschieden.');
    await pruefeUnterlagen(tx, fallId, ids);
    const antworten = unterlagen.map(({ dokument: dokumentId, ...rest }) => ({ dokumentId, ...rest }));
    if (!(await ablage.entscheidePruefung(tx, { id, am, von: konto.id }, antworten))) {
      throw new Absage('ZUSTAND', 'Diese Prüfung ist schon entschieden.');
    }
    const gehen = antworten.filter(({ entscheidung }) => entscheidung === 'loeschen');
    await ablage.stelleAntrag(
      tx,
      gehen.map(({ dokumentId, grund }) => ({
        id: randomUUID(),
        fallId,
        dokumentId,
        grund,
        beantragtAm: am,
        beantragtVon: konto.id,
      })),
    );
    return id;
  });
}

/** The Löschsperren that stand over cases this colleague may see. */
export async function loeschsperren({ db }: Umgebung, konto: Konto) {
  const zeilen = await mitAkteur(db, akteurVon(konto), (tx) => ablage.liesSperren(tx, konto));
  return zeilen.flatMap(({ id, fallId, grund, gesetztAm, gesetztVon }) =>
    fallId === null ? [] : [{ id, fallId, grund, gesetztAm, gesetztVon }],
  );
}

/** What waits to be erased early, and until when it can be taken back. */
export async function loeschantraege({ db }: Umgebung, konto: Konto) {
  const zeilen = await mitAkteur(db, akteurVon(konto), (tx) => ablage.liesAntraege(tx, { wer: konto }));
  return zeilen.flatMap(({ id, fallId, dokumentId: dokument, grund, ...rest }) => {
    const { beantragtAm, beantragtVon, bestaetigtVon, vollzugAb } = rest;
    const wer = { beantragtAm, beantragtVon, bestaetigtVon, vollzugAb };
    return fallId === null ? [] : [{ id, fallId, dokument, grund, ...wer }];
  });
}

/** V-33: every text of a case this colleague may read, with the last day it can be here. */
export async function unterlagen({ db, uhr }: Umgebung, konto: Konto, fallId: string) {
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    const { zeile, klassen } = await zugriffAuf(tx, konto, { fallId, am: uhr.jetzt() });
    const { start, monate } = policyAus(zeile.fall.stand.policy)['POL-LOESCH'];
    const alle = await ablage.liesUnterlagen(tx, fallId);
    return alle
      .filter(({ klasse }) => klassen.includes(klasse))
      .map((u) => ({
        ...u,
        loeschtag: start === 'erfassung' ? loeschfrist(ortstag(u.erfasstAm), monate).faellig : null,
      }));
  });
}

/** T-30: the questions of a case with the texts they are about. */
export async function bedarfspruefungen({ db, uhr }: Umgebung, konto: Konto, fallId: string) {
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    const { leitet } = await zugriffAuf(tx, konto, { fallId, am: uhr.jetzt() });
    if (!leitet && konto.rolle !== 'tl') throw nichtBerechtigt();
    const unterlagen = await ablage.liesUnterlagen(tx, fallId);
    const pruefungen = await ablage.liesPruefungen(tx, fallId);
    return pruefungen.map(({ id, anlass, handlungsbedarfId: handlungsbedarf, faelligAm, entschiedenAm }) => ({
      id,
      anlass,
      handlungsbedarf,
      faelligAm,
      entschiedenAm,
      unterlagen,
    }));
  });
}
