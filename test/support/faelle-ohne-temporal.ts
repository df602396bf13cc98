import pino from 'pino';
import { erzeugeZeichneAuf } from '../../activities/aufzeichnung/zeichne-auf.ts';
import type { Befehlsausgang, Befehlssendung, Vorgangsablaeufe } from '../../api/kern/vorgangsablauf.ts';
import type { Datenbank } from '../../db/client.ts';
import { FALL } from '../../domain/fall/aggregat.ts';
import { POTENZIAL } from '../../domain/potenzial/aggregat.ts';
import { TEAM } from '../../domain/team/aggregat.ts';
import {
  besteht,
  type Aggregat,
  type BefehlAn,
  type Lage,
  type Typen,
} from '../../domain/vorgang/aggregat.ts';
import { fuehreAus, zeitschritt } from '../../domain/vorgang/schritt.ts';

type Zeichnen = ReturnType<typeof erzeugeZeichneAuf>;

/** One kind of Vorgang as its workflow would run it, without the workflow. */
function nehmer<T extends Typen>(aggregat: Aggregat<T>, zeichneAuf: Zeichnen) {
  return async ({ bezug, befehl: roh, stand }: Befehlssendung): Promise<Befehlsausgang> => {
    // What the API sends was built by a contract of this kind, its state read from the table of this kind.
    const befehl = roh as BefehlAn<T>;
    let lage: Lage<T> = (await stand()).stand;
    const gemeinsam = { ...bezug, ersteImLauf: true };
    for (
      let schritt = zeitschritt(aggregat, lage, befehl.at);
      schritt !== null;
      schritt = zeitschritt(aggregat, lage, befehl.at)
    ) {
      const { ereignisse } = schritt;
      const befehlId = ereignisse[0]?.id ?? '';
      await zeichneAuf({ ...gemeinsam, befehlId, ereignisse, zeilenversionen: {}, antwort: null });
      lage = schritt.stand;
    }
    const ergebnis = fuehreAus(aggregat, lage, befehl);
    if (!ergebnis.ok) return { art: 'abgelehnt', ablehnung: ergebnis.ablehnung };
    const { ereignisse, lage: neu } = ergebnis;
    if (!besteht<T>(neu)) throw new Error('Ein Befehl ohne Ereignis');
    const antwort = aggregat.antwortAuf(befehl, ereignisse, neu);
    const { befehlId, zeilenversionen } = befehl;
    const gespeichert = await zeichneAuf({ ...gemeinsam, befehlId, ereignisse, zeilenversionen, antwort });
    if (gespeichert.art === 'gespeichert') return { art: 'antwort', antwort: gespeichert.antwort ?? antwort };
    const zweiter = gespeichert.art === 'zweiter_fall';
    const ablehnung = { satz: 'Nicht aufgezeichnet.', id: zweiter ? 'V-17' : 'V-75' } as const;
    return { art: 'abgelehnt', ablehnung: { ...ablehnung, art: zweiter ? 'regel' : 'veraltet' } };
  };
}

/**
 * The port to the workflows without Temporal: the same domain, the same recording, no waiting. One command after the
 * other, as the workflow takes them.
 */
export function faelleOhneTemporal(db: Datenbank): Vorgangsablaeufe & { readonly aufrufe: string[] } {
  const stosseZustellungAn = (): Promise<void> => Promise.resolve();
  const zeichneAuf = erzeugeZeichneAuf({ db, log: pino({ level: 'silent' }), stosseZustellungAn });
  const nehmend = {
    fall: nehmer(FALL, zeichneAuf),
    potenzial: nehmer(POTENZIAL, zeichneAuf),
    team: nehmer(TEAM, zeichneAuf),
  };
  const aufrufe: string[] = [];
  let vorher: Promise<unknown> = Promise.resolve();
  return {
    aufrufe,
    erreichbar: () => Promise.resolve(true),
    ablauf: () => Promise.resolve('kein_lauf'),
    sende: (sendung) => {
      aufrufe.push(sendung.befehl.befehlId);
      const naechster = vorher.then(() => nehmend[sendung.bezug.art](sendung));
      vorher = naechster.catch(() => undefined);
      return naechster;
    },
  };
}
