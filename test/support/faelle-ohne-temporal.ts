import pino from 'pino';
import { erzeugeZeichneAuf } from '../../activities/aufzeichnung/zeichne-auf.ts';
import type { Fallworkflow } from '../../api/use-cases/fallworkflow.ts';
import type { Datenbank } from '../../db/client.ts';
import { antwortAuf } from '../../domain/fall/antwort.ts';
import type { Fall } from '../../domain/fall/fall.ts';
import { fuehreAus, zeitschritt } from '../../domain/fall/schritt.ts';

/**
 * The port to the cases without Temporal: the same domain, the same recording, no waiting. One command after the
 * other, as the workflow takes them.
 */
export function faelleOhneTemporal(db: Datenbank): Fallworkflow & { readonly aufrufe: string[] } {
  const stosseZustellungAn = (): Promise<void> => Promise.resolve();
  const zeichneAuf = erzeugeZeichneAuf({ db, log: pino({ level: 'silent' }), stosseZustellungAn });
  const aufrufe: string[] = [];
  let vorher: Promise<unknown> = Promise.resolve();

  const bearbeite: Fallworkflow['sende'] = async ({ befehl, fallId, stand }) => {
    aufrufe.push(befehl.befehlId);
    let fall: Fall = (await stand()).fall;
    for (
      let schritt = zeitschritt(fall, befehl.at);
      schritt !== null;
      schritt = zeitschritt(fall, befehl.at)
    ) {
      const { ereignisse } = schritt;
      const befehlId = ereignisse[0]?.id ?? '';
      await zeichneAuf({
        fallId,
        befehlId,
        ereignisse,
        zeilenversionen: {},
        antwort: null,
        ersteImLauf: true,
      });
      fall = schritt.fall;
    }
    const ergebnis = fuehreAus(fall, befehl);
    if (!ergebnis.ok) return { art: 'abgelehnt', ablehnung: ergebnis.ablehnung };
    const { ereignisse } = ergebnis;
    const { befehlId, zeilenversionen } = befehl;
    const antwort = antwortAuf(befehl, ereignisse, ergebnis.fall);
    const gespeichert = await zeichneAuf({
      fallId,
      befehlId,
      ereignisse,
      zeilenversionen,
      antwort,
      ersteImLauf: true,
    });
    if (gespeichert.art === 'gespeichert') return { art: 'antwort', antwort: gespeichert.antwort ?? antwort };
    const id = gespeichert.art === 'zweiter_fall' ? 'V-17' : 'V-75';
    return {
      art: 'abgelehnt',
      ablehnung: { id, art: id === 'V-17' ? 'regel' : 'veraltet', satz: 'Nicht aufgezeichnet.' },
    };
  };

  return {
    aufrufe,
    erreichbar: () => Promise.resolve(true),
    ablauf: () => Promise.resolve('kein_lauf'),
    sende: (sendung) => {
      const naechster = vorher.then(() => bearbeite(sendung));
      vorher = naechster.catch(() => undefined);
      return naechster;
    },
  };
}
