import { randomUUID } from 'node:crypto';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import * as ablage from '../../db/loeschung/entscheidungen.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { loeschfrist, vollzugstag } from '../../domain/loeschung/frist.ts';
import { policyAus } from '../../domain/policy/wahl.ts';
import type * as vertrag from './formen.ts';
import { Absage, nichtBerechtigt, nichtGefunden } from '../kern/absage.ts';
import { schaueAn } from '../kern/einsicht.ts';
import { handlung, regel, type AmFall, type AmTeil } from './loeschhandlung.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

/** TR53: nothing of the case is erased while it stands. */
export const setzeLoeschsperre = handlung(
  { was: 'sperren', aktion: 'loeschsperre_gesetzt' },
  async ({ tx, am, konto }, { fallId, rumpf }: AmFall<vertrag.SperreNeu>) => {
    const id = randomUUID();
    await ablage.setzeSperre(tx, { id, fallId, grund: rumpf.grund, gesetztAm: am, gesetztVon: konto.id });
    return id;
  },
);

export const hebeLoeschsperreAuf = handlung(
  { was: 'sperren', aktion: 'loeschsperre_aufgehoben' },
  async ({ tx, am, konto }, auftrag: AmTeil<vertrag.SperreNeu>) => {
    const wer = { am, von: konto.id, grund: auftrag.rumpf.grund };
    if (!(await ablage.hebeSperreAuf(tx, auftrag, wer))) throw nichtGefunden('Diese Löschsperre');
    return auftrag.id;
  },
);

/** Early erasure (TR53, T-30): of one text at any time, of a case once it has ended. */
export const beantrageLoeschung = handlung(
  { was: 'beantragen', aktion: 'loeschung_beantragt' },
  async ({ tx, am, konto, zugriff }, { fallId, rumpf }: AmFall<vertrag.AntragNeu>) => {
    const { dokument: dokumentId, grund } = rumpf;
    if (dokumentId === null && zugriff.zeile.fall.offen) {
      throw regel('TR53', 'Ein laufender Fall wird nicht gelöscht, nur einzelne Unterlagen.');
    }
    if (dokumentId !== null) await pruefeUnterlagen(tx, fallId, [dokumentId]);
    const offene = await ablage.liesAntraege(tx, { fallId });
    if (offene.some((a) => a.dokumentId === dokumentId)) {
      throw new Absage('BEREITS_VORHANDEN', 'Diese Löschung ist schon beantragt.');
    }
    const id = randomUUID();
    const antrag = { id, fallId, dokumentId, grund, beantragtAm: am, beantragtVon: konto.id };
    await ablage.stelleAntrag(tx, [antrag]);
    return id;
  },
);

/** @throws Absage NICHT_GEFUNDEN for a text that is none of the case, or that the colleague may not read. */
async function pruefeUnterlagen(tx: Transaktion, fallId: string, ids: readonly string[]): Promise<void> {
  const bekannt = new Set((await ablage.liesUnterlagen(tx, fallId)).map((u) => u.dokument));
  if (ids.some((id) => !bekannt.has(id))) throw nichtGefunden('Diese Unterlage');
}

async function offenerAntrag(tx: Transaktion, { id, fallId }: AmTeil<unknown>) {
  const antrag = (await ablage.liesAntraege(tx, { id })).find((a) => a.fallId === fallId);
  if (antrag === undefined) throw nichtGefunden('Diesen Löschantrag');
  return antrag;
}

/** Two persons decide; then seven days are left to change one's mind. */
export const bestaetigeLoeschung = handlung(
  { was: 'beantragen', aktion: 'loeschung_bestaetigt' },
  async ({ tx, am, konto }, auftrag: AmTeil<unknown>) => {
    const { id, beantragtVon, bestaetigtAm } = await offenerAntrag(tx, auftrag);
    if (bestaetigtAm !== null) throw new Absage('ZUSTAND', 'Dieser Löschantrag ist schon bestätigt.');
    if (beantragtVon === konto.id) {
      throw regel('TR53', 'Eine vorzeitige Löschung bestätigt eine zweite Person.');
    }
    await ablage.bestaetigeAntrag(tx, id, { am, von: konto.id, vollzugAb: vollzugstag(ortstag(am)) });
    return id;
  },
);

export const nimmLoeschungZurueck = handlung(
  { was: 'beantragen', aktion: 'loeschung_zurueckgenommen' },
  async ({ tx, am, konto }, auftrag: AmTeil<unknown>) => {
    const { id, vollzugAb } = await offenerAntrag(tx, auftrag);
    if (vollzugAb !== null && vollzugAb <= ortstag(am)) {
      throw new Absage('ZUSTAND', 'Die sieben Tage sind vorbei; die Löschung läuft.');
    }
    await ablage.nimmAntragZurueck(tx, id, { am, von: konto.id });
    return id;
  },
);

/** T-30: each item is kept with a reason, or its erasure is requested; a second person confirms that. */
export const entscheideBedarf = handlung(
  { was: 'pruefen', aktion: 'bedarf_entschieden' },
  async ({ tx, am, konto }, { id, fallId, rumpf }: AmTeil<vertrag.EntscheidungNeu>) => {
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
    const antrag = { fallId, beantragtAm: am, beantragtVon: konto.id };
    await ablage.stelleAntrag(
      tx,
      gehen.map(({ dokumentId, grund }) => ({ ...antrag, id: randomUUID(), dokumentId, grund })),
    );
    return id;
  },
);

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
export async function unterlagen(umgebung: Umgebung, konto: Konto, fallId: string) {
  return schaueAn(umgebung, { konto, fallId }, async ({ tx, zugriff }) => {
    const { zeile, klassen } = zugriff;
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
export async function bedarfspruefungen(umgebung: Umgebung, konto: Konto, fallId: string) {
  return schaueAn(umgebung, { konto, fallId }, async ({ tx, zugriff }) => {
    const entscheidet = zugriff.leitet || (konto.rolle === 'tl' && !zugriff.verbunden);
    if (!entscheidet) throw nichtBerechtigt();
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
