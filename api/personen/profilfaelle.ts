import { randomUUID } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';
import type { Transaktion } from '../../db/client.ts';
import * as ablage from '../../db/person.ts';
import { kuendigePersonenstandAn } from '../../db/personenstand.ts';
import { kuendigeAktenlageAn } from '../../db/potenzial.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { HandlungsbedarfAenderung, HandlungsbedarfNeu, Personansicht, ProfilNeu } from './formen.ts';
import { Absage, nichtBerechtigt, nichtGefunden, veraltet } from '../kern/absage.ts';
import { sichtbar, type Akte } from './faelle.ts';
import type { Angelegt } from '../kern/felder.ts';
import { einmalig, vermerke, type SchreibenAn } from '../kern/schreiben.ts';
import type { Konto, Umgebung } from '../kern/umgebung.ts';

/** K2: pAp, FM U25 and Jour-Fixe keep the profile before the Fallzugang and after the Fallabgang, the FM in between and before. */
function pruefeProfilrecht({ rolle, id }: Konto, { person, faelle }: Akte): void {
  if (rolle === 'fm' && faelle.some(({ fm }) => fm === id)) return;
  const inBegleitung = faelle.some((f) => f.inBegleitung);
  const fuehrtVorher = rolle === 'jour_fixe_av' || (rolle === 'pap' ? person.papId : person.fmU25Id) === id;
  if (!inBegleitung && fuehrtVorher) return;
  throw nichtBerechtigt(
    inBegleitung
      ? 'Während des Fallmanagements führt die Fallmanagerin das Profil.'
      : 'Dazu sind Sie nicht berechtigt.',
  );
}

/** A new version of the profile; the older ones stay. */
export function erstelleProfil(
  umgebung: Umgebung,
  konto: Konto,
  { id: personId, schluessel, rumpf }: SchreibenAn<ProfilNeu>,
): Promise<Angelegt> {
  const was = { ort: personId, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    pruefeProfilrecht(konto, await sichtbar(tx, konto, { id: personId, zweck: 'ansehen' }));
    pruefeTag(rumpf.datum, ortstag(am));
    const id = uuidV7();
    await ablage.fuegeProfilAn(tx, { ...rumpf, id, personId, erstelltVon: konto.id, erfasstAm: am });
    const version = await ablage.zaehlePersonWeiter(tx, personId);
    await kuendigeAktenlageAn(tx, personId, am);
    await kuendigePersonenstandAn(tx, { personId, wegen: 'profil' }, am);
    await vermerke(tx, konto, { am, aktion: 'profil_erstellt', personId, gegenstand: `profiling:${id}` });
    return { id, version };
  });
}

function pruefeTag(tag: string, heute: string): void {
  if (tag > heute) throw new Absage('REGEL', 'Das Datum liegt in der Zukunft.', { regel: 'V-74' });
}

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
    pruefeProfilrecht(konto, await sichtbar(tx, konto, { id: personId, zweck: 'ansehen' }));
    pruefeTag(rumpf.erkanntAm, ortstag(am));
    const id = randomUUID();
    const status = 'offen';
    await ablage.fuegeHandlungsbedarfAn(tx, {
      ...rumpf,
      id,
      personId,
      status,
      erkanntVon: ERKANNT_VON[konto.rolle] ?? 'pap',
    });
    await merkeVerlauf(tx, konto, { id, status, erfasstAm: am });
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
  was: {
    readonly id: string;
    readonly status: HandlungsbedarfAenderung['status'];
    readonly erfasstAm: string;
  },
): Promise<void> {
  const { id: handlungsbedarfId, status, erfasstAm } = was;
  const am = ortstag(erfasstAm);
  await ablage.haengeVerlaufAn(tx, {
    id: uuidV7(),
    handlungsbedarfId,
    status,
    am,
    erfasstAm,
    von: konto.id,
  });
}

/** Changes the status; every earlier one stays in the history. */
export function aendereHandlungsbedarf(
  umgebung: Umgebung,
  konto: Konto,
  auftrag: SchreibenAn<HandlungsbedarfAenderung> & { readonly bedarf: string },
): Promise<Angelegt> {
  const { id: personId, bedarf: id, schluessel, rumpf } = auftrag;
  return einmalig(
    { umgebung, konto, was: { ort: `${personId}/${id}`, schluessel, rumpf } },
    async (tx, am) => {
      pruefeProfilrecht(konto, await sichtbar(tx, konto, { id: personId, zweck: 'ansehen' }));
      if ((await ablage.liesHandlungsbedarf(tx, { personId, id })) === null)
        throw nichtGefunden('Diesen Handlungsbedarf');
      const { version: bekannt, status } = rumpf;
      const version = await ablage.setzeStatus(tx, { id, version: bekannt }, status);
      if (version === null) throw veraltet();
      await merkeVerlauf(tx, konto, { id, status, erfasstAm: am });
      await ablage.zaehlePersonWeiter(tx, personId);
      await ablage.kuendigeHandlungsbedarfeAn(tx, personId, am);
      await vermerke(tx, konto, {
        am,
        aktion: 'handlungsbedarf_geaendert',
        personId,
        gegenstand: `handlungsbedarf:${id}`,
      });
      return { id, version };
    },
  );
}
