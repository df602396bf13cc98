/** A sign that stands nowhere else, and the field of a request it was put into. */
export type Marke = {
  readonly zeichen: string;
  /** Operation and field, as the OpenAPI file names them. */
  readonly feld: string;
  /** The end of the text it took the place of. */
  readonly statt: string;
};

const ANFANG = 'zk';
const STELLEN = 8;
const MARKEN = /zk[0-9a-z]{8}/giu;
/** Days of birth: legal days begin in 1995, so that an earlier one belongs to a person. */
const GEBURTSTAGE = /19(?:[0-8]\d|9[0-4])-\d{2}-\d{2}/gu;
const ERSTER_GEBURTSTAG = Date.UTC(1930, 0, 1);
const TAG_MS = 86_400_000;

/** Gives out signs and remembers where they were put. */
export function markenbuch() {
  const marken = new Map<string, Marke>();
  let anzahl = 0;
  let tage = 0;
  function trage(zeichen: string, feld: string, statt: string): string {
    marken.set(zeichen.toLowerCase(), { zeichen, feld, statt });
    return zeichen;
  }
  return {
    marken,
    /** The next sign; `statt` is what it replaces. */
    neue: (feld: string, statt = ''): string => {
      anzahl += 1;
      return trage(`${ANFANG}${anzahl.toString(36).padStart(STELLEN, '0')}`, feld, statt);
    },
    /** The same in capitals, for numbers of persons. */
    neueGrosse: (feld: string, statt: string): string => {
      anzahl += 1;
      const zeichen = `${ANFANG}${anzahl.toString(36).padStart(STELLEN, '0')}`.toUpperCase();
      return trage(zeichen, feld, statt);
    },
    neuerGeburtstag: (feld: string, statt: string): string => {
      tage += 1;
      return trage(new Date(ERSTER_GEBURTSTAG + tage * TAG_MS).toISOString().slice(0, 10), feld, statt);
    },
  };
}

export type Markenbuch = ReturnType<typeof markenbuch>;

/** The signs in a text that this book gave out; each once. */
export function markenIn(text: string, { marken }: Markenbuch): Marke[] {
  const gefunden = new Set(
    [...text.matchAll(MARKEN), ...text.matchAll(GEBURTSTAGE)].map(([z]) => z.toLowerCase()),
  );
  return [...gefunden].flatMap((zeichen) => marken.get(zeichen) ?? []);
}

/** An answer as it would be without the signs: who asked finds what it wrote. */
export function ohneMarken(text: string, { marken }: Markenbuch): string {
  const zurueck = (zeichen: string): string => marken.get(zeichen.toLowerCase())?.statt ?? zeichen;
  return text.replaceAll(MARKEN, zurueck).replaceAll(GEBURTSTAGE, zurueck);
}
