import { erzeugeZeichneAuf, type Aufzeichnungsmittel } from './aufzeichnung/zeichne-auf.ts';
import { erzeugeStelleZu, type Zustellungsmittel } from './zustellung/stelle-zu.ts';

/** Everything the workflows let the world do; one outside effect each (style.md E1, E2). */
export function createActivities(mittel: Aufzeichnungsmittel & Zustellungsmittel) {
  return { zeichneAuf: erzeugeZeichneAuf(mittel), stelleZu: erzeugeStelleZu(mittel) };
}

export type Activities = ReturnType<typeof createActivities>;
