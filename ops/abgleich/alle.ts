import { schliesseRundgang } from '../../activities/rundgang/abschluss.ts';
import type { Nachsichtsmittel } from '../../activities/rundgang/mittel.ts';
import { siehAllesNach } from '../../activities/rundgang/seite.ts';
import { instantAus } from '../../domain/frist/zeitzone.ts';
import { erzeugeLogger } from '../../log/logger.ts';
import type { Opsmittel } from '../mittel.ts';

/** `abgleich --alle`: a Rundgang now, whatever share is missing. @returns 2 when a Vorgang is left without its workflow */
export async function gleicheAlleAb({ db, client }: Opsmittel): Promise<number> {
  const jetzt = (): string => instantAus(Date.now());
  const mittel: Nachsichtsmittel = { db, client, jetzt, log: erzeugeLogger('ops', 'error', process.stderr) };
  const begonnenAm = jetzt();
  const zahlen = await siehAllesNach(mittel, { starten: true, ruheMs: 0 });
  const ergebnis = await schliesseRundgang(mittel, { begonnenAm, gestartet: true, ...zahlen });
  const { geprueft, fehlend, neuGestartet } = zahlen;
  console.log(
    `${String(geprueft)} Vorgänge geprüft, ${String(fehlend)} ohne Workflow, ${String(neuGestartet)} davon laufen wieder.`,
  );
  return ergebnis === 'in_ordnung' || ergebnis === 'neu_gestartet' ? 0 : 2;
}
