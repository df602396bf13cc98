import { randomUUID } from 'node:crypto';
import { mitAkteur } from '../../db/client.ts';
import { liesEinenErbringer } from '../../db/leistung.ts';
import { legeBerichtAb, liesBerichte } from '../../db/qualitaet.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { liegtVoraus } from '../../domain/zugang/aktentage.ts';
import { Absage, lehneAb, nichtGefunden } from '../kern/absage.ts';
import type { Angelegt } from '../kern/felder.ts';
import { einmalig, vermerke, type SchreibenAn } from '../kern/schreiben.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';
import type { Berichte, BerichtNeu } from './formen.ts';

/** What a provider reported of its years: K-84, K-85, K-87, K-91 (004 ch9). */
export function berichte({ db }: Umgebung, konto: Konto, erbringerId: string): Promise<Berichte> {
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    if ((await liesEinenErbringer(tx, erbringerId)) === null)
      throw nichtGefunden('Diesen Leistungserbringer');
    const zeilen = await liesBerichte(tx, erbringerId);
    return {
      eintraege: zeilen.map((zeile) => {
        const { id, jahr, eingegangenAm, mittel, verwendet, zusammenarbeit, entwicklung, zufriedenheit } =
          zeile;
        return { id, jahr, eingegangenAm, mittel, verwendet, zusammenarbeit, entwicklung, zufriedenheit };
      }),
    };
  });
}

/** @throws Absage REGEL */
function pruefeBericht({ mittel, verwendet, ...angaben }: BerichtNeu): void {
  const { jahr, eingegangenAm, zusammenarbeit, entwicklung, zufriedenheit } = angaben;
  if ([mittel, verwendet, zusammenarbeit, entwicklung, zufriedenheit].every((angabe) => angabe === null))
    throw new Absage('REGEL', 'Der Bericht ist ohne Inhalt.', { regel: 'T-48' });
  if (verwendet !== null && verwendet > (mittel ?? verwendet))
    throw new Absage('REGEL', 'Es sind mehr Mittel verwendet als überlassen.', { regel: 'K-84' });
  if (Number(eingegangenAm.slice(0, 4)) < jahr)
    throw new Absage('REGEL', 'Ein Bericht geht nicht vor seinem Jahr ein.', { regel: 'T-48' });
}

/** @throws Absage NICHT_GEFUNDEN, REGEL */
export function legeBerichtVor(
  umgebung: Umgebung,
  konto: Konto,
  { id: leistungserbringerId, schluessel, rumpf }: SchreibenAn<BerichtNeu>,
): Promise<Angelegt> {
  return einmalig(
    { umgebung, konto, was: { ort: leistungserbringerId, schluessel, rumpf } },
    async (tx, am) => {
      if ((await liesEinenErbringer(tx, leistungserbringerId)) === null)
        throw nichtGefunden('Diesen Leistungserbringer');
      lehneAb(liegtVoraus(rumpf.eingegangenAm, ortstag(am), 'Der Eingang'));
      pruefeBericht(rumpf);
      const id = randomUUID();
      await legeBerichtAb(tx, { ...rumpf, id, leistungserbringerId, erfasstAm: am, erfasstVon: konto.id });
      await vermerke(tx, konto, { am, aktion: 'bericht_erfasst', gegenstand: `erbringerbericht:${id}` });
      return { id, version: 1 };
    },
  );
}
