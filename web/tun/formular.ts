import type { SafeHtml } from '@remix-run/html-template';
import type { Route } from '../../api/kern/route.ts';
import type { Vorschau } from '../../api/vorschau/formen.ts';
import type { Bereich } from '../kern/anfrage.ts';
import { fragenAus, type Fragen } from './feld.ts';
import type { Auswahl } from './waehlbar.ts';

/** A form of a write: what stands above it, and where its fields choose from. */
export type Formular = Fragen & {
  /** What labels and hand-made forms know it by. */
  readonly befehl: string;
  readonly titel: string;
  readonly route: Route;
  /** Asked for when the form is shown, and not for what goes through. */
  readonly auswahl: () => Promise<Auswahl>;
  /** Parts of the address of the row. */
  readonly pfad: Readonly<Record<string, string>>;
  /** Whom it is about, by the names of ids: with them goes what was begun and not recorded. */
  readonly bezug: Readonly<Record<string, string>>;
  readonly kopf: SafeHtml | null;
  /** What helps to fill it, below its heading. */
  readonly hilfe?: SafeHtml | null;
  /** How what is changed stands now, by the paths of its fields; null where something new is written. */
  readonly stand: URLSearchParams | null;
  /** What the address of the page says already, by the paths of its fields. */
  readonly vorgabe?: Readonly<Record<string, string>>;
  /** Behind the heading in the title of the page; names nobody. */
  readonly wozu: string;
  readonly bereich: Bereich;
  readonly zurueck: string;
  /** What would follow from what was typed; null where a write moves no Frist. */
  readonly vorschau?: (eingabe: unknown) => Promise<Vorschau>;
};

const FRAGEN = new WeakMap<Route, Fragen>();

/** What the form of a row asks, worked out once. */
function fragenFuer(route: Route): Fragen {
  const bekannte = FRAGEN.get(route);
  if (bekannte !== undefined) return bekannte;
  const fragen = fragenAus(route.rumpf);
  FRAGEN.set(route, fragen);
  return fragen;
}

/** The part of a form its row says. */
export const formularZu = (
  befehl: string,
  { titel, route }: { readonly titel: string; readonly route: Route },
): Fragen & Pick<Formular, 'befehl' | 'titel' | 'route'> => ({ ...fragenFuer(route), befehl, titel, route });
