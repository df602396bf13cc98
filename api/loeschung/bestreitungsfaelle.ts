import { randomUUID } from 'node:crypto';
import * as ablage from '../../db/loeschung/entscheidungen.ts';
import { versiegle } from '../../db/tresor/textschutz.ts';
import type * as vertrag from './formen.ts';
import { Absage, nichtBerechtigt, nichtGefunden, vernichtet } from '../kern/absage.ts';
import { schaueAn } from '../kern/einsicht.ts';
import { handlung, regel, type AmFall, type AmTeil } from './loeschhandlung.ts';
import type { Konto, Umgebung } from '../kern/umgebung.ts';

/** V-71, § 84 Abs. 2 SGB X: the person disputes a recorded text; their own words stand beside it in its class. */
export const bestreite = handlung(
  { was: 'bestreiten', aktion: 'unterlage_bestritten' },
  async ({ tx, am, konto, zugriff, umgebung }, { fallId, rumpf }: AmFall<vertrag.BestreitungNeu>) => {
    const unterlage = (await ablage.liesUnterlagen(tx, fallId)).find((u) => u.dokument === rumpf.dokument);
    // K6 says nothing about the person (E33).
    const ohneBezug = unterlage === undefined || unterlage.klasse === 'K6';
    if (ohneBezug || !zugriff.klassen.includes(unterlage.klasse)) {
      throw nichtGefunden('Diese Unterlage');
    }
    const { klasse, dokument: dokumentId } = unterlage;
    const id = randomUUID();
    const stellungnahmeId = randomUUID();
    const text = {
      id: stellungnahmeId,
      fallId,
      befehlId: id,
      klasse,
      feld: 'stellungnahme',
      text: rumpf.stellungnahme,
      verfasserId: konto.id,
      erstelltAm: am,
    };
    const versiegelt = await versiegle(umgebung.tresor, [text]);
    if (versiegelt === null) throw vernichtet();
    const neu = await ablage.bestreite(
      tx,
      {
        id,
        fallId,
        dokumentId,
        stellungnahmeId,
        klasse,
        stand: 'bestritten',
        erfasstAm: am,
        erfasstVon: konto.id,
      },
      versiegelt,
    );
    if (!neu) throw new Absage('BEREITS_VORHANDEN', 'Diese Unterlage ist schon bestritten.');
    return id;
  },
);

/** Resolved by a correction (TR58) or refused with a reason; the mark and the statement stay readable. */
export const erledigeBestreitung = handlung(
  { was: 'bestreiten', aktion: 'bestreitung_erledigt' },
  async ({ tx, am, konto }, auftrag: AmTeil<vertrag.ErledigungNeu>) => {
    const { id, rumpf } = auftrag;
    const { ergebnis, grund } = rumpf;
    if (ergebnis === 'abgelehnt' && grund === null) {
      throw regel('V-71', 'Wer bei seiner Fassung bleibt, sagt warum.');
    }
    const werte = { stand: ergebnis, grund, erledigtAm: am, erledigtVon: konto.id };
    if (!(await ablage.erledigeBestreitung(tx, auftrag, werte))) throw nichtGefunden('Diese Bestreitung');
    return id;
  },
);

/** What is disputed in a case, of the classes this colleague may read. */
export async function bestreitungen(umgebung: Umgebung, konto: Konto, fallId: string) {
  return schaueAn(umgebung, { konto, fallId, fest: ['K3'] }, async ({ tx, zugriff }) => {
    const { klassen } = zugriff;
    if (!klassen.includes('K3')) throw nichtBerechtigt();
    const alle = await ablage.liesBestreitungen(tx, fallId);
    const lesbare = alle.filter(({ klasse }) => klassen.includes(klasse));
    return lesbare.map(({ id, dokumentId, stellungnahmeId, klasse, stand, erfasstAm, grund }) => ({
      id,
      dokument: dokumentId,
      stellungnahme: stellungnahmeId,
      klasse,
      stand,
      erfasstAm,
      grund,
    }));
  });
}
