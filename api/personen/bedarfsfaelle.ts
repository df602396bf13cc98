import { randomUUID } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';
import type { Transaktion } from '../../db/client.ts';
import { vergissInstrument } from '../../db/naeheres.ts';
import * as ablage from '../../db/person.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import type { Hbstatus } from '../../domain/kennungen.ts';
import { liegtVoraus } from '../../domain/zugang/aktentage.ts';
import { Absage, lehneAb, nichtGefunden, veraltet } from '../kern/absage.ts';
import type { Angelegt } from '../kern/felder.ts';
import { einmalig, vermerke, type SchreibenAn } from '../kern/schreiben.ts';
import type { Konto, Umgebung } from '../kern/umgebung.ts';
import { sichtbar } from './faelle.ts';
import type { HandlungsbedarfAenderung, HandlungsbedarfNeu, Personansicht } from './formen.ts';
import { geholfen, merkeNaeheres, phaseDerErkennung, pruefeInstrument, pruefeNaeheres } from './naeheres.ts';
import { pruefeProfilrecht } from './profilfaelle.ts';

/** Who saw a Handlungsbedarf first (E05); the writing roles are those of the route. */
const ERKANNT_VON: Partial<Record<Konto['rolle'], Personansicht['handlungsbedarfe'][number]['erkanntVon']>> =
  {
    fm: 'fm',
    fm_u25: 'fm_u25',
    jour_fixe_av: 'jour_fixe',
  };

export function erfasseHandlungsbedarf(
  umgebung: Umgebung,
  konto: Konto,
  { id: personId, schluessel, rumpf }: SchreibenAn<HandlungsbedarfNeu>,
): Promise<Angelegt> {
  const was = { ort: personId, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const { handlungsfeld, ...felder } = rumpf;
    const akte = await sichtbar(tx, konto, { id: personId, zweck: 'ansehen' });
    pruefeProfilrecht(konto, akte);
    pruefeNaeheres(konto, akte, { handlungsfeld });
    lehneAb(liegtVoraus(felder.erkanntAm, ortstag(am)));
    const id = randomUUID();
    const status = 'offen';
    const erkanntVon = ERKANNT_VON[konto.rolle] ?? 'pap';
    const erkanntInPhase = await phaseDerErkennung(tx, personId, felder.erkanntAm);
    await ablage.fuegeHandlungsbedarfAn(tx, { ...felder, id, personId, status, erkanntVon, erkanntInPhase });
    await merkeVerlauf(tx, konto, { id, status, erfasstAm: am });
    await merkeNaeheres(tx, konto, { id, erfasstAm: am, handlungsfeld });
    await ablage.zaehlePersonWeiter(tx, personId);
    await ablage.kuendigeHandlungsbedarfeAn(tx, personId, am);
    await vermerke(tx, konto, {
      am,
      aktion: 'handlungsbedarf_erfasst',
      personId,
      gegenstand: `handlungsbedarf:${id}`,
    });
    return { id, version: 1 };
  });
}

async function merkeVerlauf(
  tx: Transaktion,
  konto: Konto,
  was: { readonly id: string; readonly status: Hbstatus; readonly erfasstAm: Instant },
): Promise<void> {
  const { id: handlungsbedarfId, status, erfasstAm } = was;
  const am = ortstag(erfasstAm);
  const neu = { id: uuidV7(), handlungsbedarfId, status, am, erfasstAm, von: konto.id };
  await ablage.haengeVerlaufAn(tx, neu);
}

/** A new status tells the history and the running case (V-65); what is K4 tells neither. */
async function setze(
  tx: Transaktion,
  konto: Konto,
  o: {
    readonly bisher: ablage.Handlungsbedarfszeile;
    readonly neu: HandlungsbedarfAenderung;
    readonly am: Instant;
  },
): Promise<number> {
  const { bisher, neu, am } = o;
  const { id, personId } = bisher;
  const { version: bekannt, status, handlungsfeld, wirksamesInstrument } = neu;
  if ([status, handlungsfeld, wirksamesInstrument].every((wert) => wert === undefined))
    throw new Absage('REGEL', 'Der Handlungsbedarf bliebe, wie er ist.');
  pruefeInstrument(neu, status ?? bisher.status);
  const version = await ablage.setzeStatus(tx, { id, version: bekannt }, status ?? bisher.status);
  if (version === null) throw veraltet();
  await merkeNaeheres(tx, konto, { id, erfasstAm: am, handlungsfeld, wirksamesInstrument });
  await ablage.zaehlePersonWeiter(tx, personId);
  if (status === undefined) return version;
  if (!geholfen(status)) await vergissInstrument(tx, id);
  await merkeVerlauf(tx, konto, { id, status, erfasstAm: am });
  await ablage.kuendigeHandlungsbedarfeAn(tx, personId, am);
  return version;
}

/** Changes what is named; every earlier status stays in the history. */
export function aendereHandlungsbedarf(
  umgebung: Umgebung,
  konto: Konto,
  auftrag: SchreibenAn<HandlungsbedarfAenderung> & { readonly bedarf: string },
): Promise<Angelegt> {
  const { id: personId, bedarf: id, schluessel, rumpf } = auftrag;
  const was = { ort: `${personId}/${id}`, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const akte = await sichtbar(tx, konto, { id: personId, zweck: 'ansehen' });
    pruefeProfilrecht(konto, akte);
    pruefeNaeheres(konto, akte, {
      handlungsfeld: rumpf.handlungsfeld,
      wirksamesInstrument: rumpf.wirksamesInstrument,
    });
    const bisher = await ablage.liesHandlungsbedarf(tx, { personId, id });
    if (bisher === null) throw nichtGefunden('Diesen Handlungsbedarf');
    const version = await setze(tx, konto, { bisher, neu: rumpf, am });
    await vermerke(tx, konto, {
      am,
      aktion: 'handlungsbedarf_geaendert',
      personId,
      gegenstand: `handlungsbedarf:${id}`,
    });
    return { id, version };
  });
}
