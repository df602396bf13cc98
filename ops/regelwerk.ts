import { mitAkteur, type Datenbank } from '../db/client.ts';
import { kuendigeRegelwerkAn, REGELWERKTRAEGER, zaehleAeltere } from '../db/regelwerk.ts';
import { instantAus, type Instant } from '../domain/frist/zeitzone.ts';
import { REGELWERK } from '../domain/vorgang/regelwerk.ts';

const ANFANG = '00000000-0000-0000-0000-000000000000';

/** Tells everything that runs under older rules that the newer ones act from now on (11.5), page by page. */
async function kuendigeAllenAn(db: Datenbank, am: Instant): Promise<number> {
  let gesagt = 0;
  for (const traeger of REGELWERKTRAEGER) {
    for (let nach: string | null = ANFANG; nach !== null;) {
      const von: string = nach;
      const seite = await mitAkteur(db, { system: 'wartung' }, (tx) =>
        kuendigeRegelwerkAn(tx, traeger, { nach: von, am }),
      );
      gesagt += seite.gesagt;
      nach = seite.nach;
    }
  }
  return gesagt;
}

/**
 * `ops regelwerk`: after an upgrade, once every worker runs the new release; called again, it says what is left.
 * @param am when they are told; no Vorgang goes back behind what it recorded before
 */
export async function regelwerk(db: Datenbank, am: Instant = instantAus(Date.now())): Promise<number> {
  const aeltere = await mitAkteur(db, { system: 'wartung' }, zaehleAeltere);
  const gesagt = await kuendigeAllenAn(db, am);
  const satz = `Regelwerk ${String(REGELWERK)}: ${String(aeltere)} Vorgänge laufen noch unter einem älteren`;
  console.log(aeltere === 0 ? `${satz}.` : `${satz}, ${String(gesagt)} davon jetzt angekündigt.`);
  return aeltere === 0 ? 0 : 2;
}
