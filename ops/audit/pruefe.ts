import type { Pruefschluessel } from '../../activities/verankerung/anker.ts';
import type { Ankerziel } from '../../activities/verankerung/ankerziel.ts';
import { imAbzug, type Datenbank } from '../../db/client.ts';
import { ankerzeilen, kettenglieder, kettenkoepfe, zaehleProtokoll } from '../../db/protokollkette.ts';
import { pruefeAnker, type Ankerstand } from './ankerpruefung.ts';
import { zahl, type Befund } from './befund.ts';
import { pruefeKetten, type Kettenurteil } from './kettenpruefung.ts';

export type Auditurteil = Kettenurteil & {
  readonly befunde: readonly Befund[];
  readonly letzterAnker: Ankerstand['letzter'];
};

const WARTUNG = { system: 'wartung' } as const;

/**
 * Checks the whole audit against itself and against the anchors outside the database (E47). The anchors are read
 * before the entries, so that nothing written meanwhile looks like a contradiction.
 */
export async function pruefeAudit(
  db: Datenbank,
  ziel: Pick<Ankerziel, 'zeilen'>,
  schluessel: Pruefschluessel,
): Promise<Auditurteil> {
  const bekannte = await imAbzug(db, WARTUNG, ankerzeilen);
  const anker = await pruefeAnker(ziel.zeilen(), schluessel, bekannte);
  const befunde = [...anker.befunde];
  const urteil = await imAbzug(db, WARTUNG, async (tx) => {
    const massstab = { koepfe: await kettenkoepfe(tx), verankert: anker.ketten };
    const ergebnis = await pruefeKetten(kettenglieder(tx), massstab, (befund) => void befunde.push(befund));
    const lose = (await zaehleProtokoll(tx)) - ergebnis.eintraege;
    const was = `${zahl(lose, 'ein Eintrag gehört', 'Einträge gehören')} zu keiner Kette; an der Datenbank vorbei eingefügt`;
    if (lose !== 0) befunde.push({ wo: 'Protokoll', was });
    return ergebnis;
  });
  return { ...urteil, befunde, letzterAnker: anker.letzter };
}
