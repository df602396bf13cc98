import { zeileVon, type Uebergangid } from '../../domain/fall/uebergaenge/katalog.ts';
import { OFFEN, type Uebergangszeile } from '../../domain/fall/uebergaenge/zeile.ts';
import { ALLE_ZUSTAENDE, ZUSTANDSNAMEN } from './namen.ts';

type Zielzustand = Uebergangszeile['nach'][number];

/** A state as a diagram draws it; the open states are one where all of them lead to, or come from, the same place. */
type Knoten = Zielzustand | 'offen';

const istOffen = (z: Zielzustand): boolean => OFFEN.some((offen) => offen === z);

function gefasst(zustaende: readonly Zielzustand[], gegenueber: readonly Zielzustand[]): Knoten[] {
  const eins = OFFEN.every((z) => zustaende.includes(z)) && !gegenueber.some(istOffen);
  return eins ? ['offen', ...zustaende.filter((z) => !istOffen(z))] : [...zustaende];
}

/** Moves as arrows, each with its transitions; what leaves the state as it is stands in the table alone. */
function bewegungen(ids: readonly Uebergangid[]): Map<string, Uebergangid[]> {
  const alle = new Map<string, Uebergangid[]>();
  for (const id of ids) {
    const { von, nach, bleibt = [] } = zeileVon(id);
    const bewegt = von.filter((z) => !bleibt.includes(z));
    for (const aus of gefasst(bewegt, nach)) {
      for (const ziel of gefasst(nach, bewegt)) {
        if (aus === ziel) continue;
        const pfeil = `${aus} ${ziel}`;
        alle.set(pfeil, [...(alle.get(pfeil) ?? []), id]);
      }
    }
  }
  return alle;
}

const knoten = (zustand: string): string => (zustand === 'neu' ? '[*]' : zustand);

function zustandszeilen(namen: ReadonlySet<string>): string[] {
  const kasten = namen.has('offen');
  const einzeln = (z: Zielzustand): string => `  state "${ZUSTANDSNAMEN[z]}" as ${z}`;
  const frei = ALLE_ZUSTAENDE.filter((z) => z !== 'neu' && namen.has(z) && !(kasten && istOffen(z)));
  const offene = kasten ? ['  state offen {', ...OFFEN.map((z) => `  ${einzeln(z)}`), '  }'] : [];
  return [...frei.map(einzeln), ...offene];
}

/** The moves of some transitions as Mermaid. */
export function diagramm(ids: readonly Uebergangid[]): string[] {
  const kanten = [...bewegungen(ids)].map(([pfeil, durch]) => ({ enden: pfeil.split(' '), durch }));
  if (kanten.length === 0) return ['Der Zustand des Falls bleibt.', ''];
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...zustandszeilen(new Set(kanten.flatMap(({ enden }) => enden))),
    ...kanten.map(({ enden, durch }) => `  ${enden.map(knoten).join(' --> ')}: ${durch.join(', ')}`),
    '```',
    '',
  ];
}
