import { alsGrundteil } from '../db/client.ts';
import { zaehleOffeneSendungen } from '../db/nachrichten.ts';
import { erzeugeZeichneAuf, type Aufzeichnungsmittel } from './aufzeichnung/zeichne-auf.ts';
import type { Loeschmittel } from './loeschung/mittel.ts';
import { erzeugeLoeschung } from './loeschung/schritte.ts';
import { erzeugeVerankere, type Verankerungsmittel } from './verankerung/verankere.ts';
import type { Rundgangsmittel } from './rundgang/mittel.ts';
import { erzeugeRundgang } from './rundgang/rundgang.ts';
import type { Zustellungsmittel } from './zustellung/mittel.ts';
import { istEtwasZuSammeln } from './zustellung/tagesmail.ts';
import { erzeugeStellePostZu, erzeugeStelleZu } from './zustellung/stelle-zu.ts';

/** Everything the workflows let the world do; one outside effect each (rules.md E2). */
export function createActivities(
  mittel: Aufzeichnungsmittel & Zustellungsmittel & Verankerungsmittel & Loeschmittel & Rundgangsmittel,
) {
  const { stosseZustellungAn } = mittel;
  return {
    zeichneAuf: erzeugeZeichneAuf(mittel),
    stelleZu: erzeugeStelleZu(mittel),
    stellePostZu: erzeugeStellePostZu(mittel),
    verankere: erzeugeVerankere(mittel),
    loescheBuendel: erzeugeLoeschung(mittel),
    ...erzeugeRundgang(mittel),
    /** Pokes the delivery only while something waits or a Tagesmail is due, so that a quiet night costs nothing. */
    stosseZustellungAn: async (): Promise<void> => {
      const offen = await alsGrundteil(mittel.db, 'worker', (tx) => zaehleOffeneSendungen(tx, 'alles'));
      if (offen > 0 || (await istEtwasZuSammeln(mittel))) await stosseZustellungAn();
    },
  };
}

export type Activities = ReturnType<typeof createActivities>;
