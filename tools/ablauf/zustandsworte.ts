import {
  IN_BEGLEITUNG,
  OFFEN,
  ZUGETEILT,
  type Uebergangszeile,
} from '../../domain/fall/uebergaenge/zeile.ts';
import { ZUSTANDSNAMEN } from './namen.ts';

type Zustandsname = Uebergangszeile['nach'][number];

const GRUPPEN = [
  { zustaende: ZUGETEILT, name: 'zugeordnet bis Abgang eingeleitet' },
  { zustaende: IN_BEGLEITUNG, name: 'offen, Abgang eingeleitet' },
  { zustaende: OFFEN, name: 'offen' },
] as const;

/** States in words; those that are one to people have one word. */
export function zustaendeInWorten(zustaende: readonly Zustandsname[]): string {
  const gruppe = GRUPPEN.find((eine) => eine.zustaende.every((z) => zustaende.includes(z)));
  if (gruppe === undefined) return zustaende.map((z) => ZUSTANDSNAMEN[z]).join(', ');
  const darin: readonly Zustandsname[] = gruppe.zustaende;
  const stelle = zustaende.findIndex((z) => darin.includes(z));
  const uebrige = zustaende.filter((z) => !darin.includes(z)).map((z) => ZUSTANDSNAMEN[z]);
  return uebrige.toSpliced(stelle, 0, gruppe.name).join(', ');
}
