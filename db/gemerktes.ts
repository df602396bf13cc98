/** A transaction that may use what the process keeps: of which database, and at which version of the master data it began. */
type Erlaubnis = {
  readonly datenbank: object;
  /** Row-level security shows it everything, so that it may keep rows a colleague does not see. */
  readonly vomSystem: boolean;
  readonly version: () => Promise<number>;
};

const ERLAUBT = new WeakMap<object, Erlaubnis>();

/** For a transaction that changes no master data: of its own changes it would see nothing, and others too early. */
export function erlaubeGemerktes(tx: object, erlaubnis: Erlaubnis): void {
  ERLAUBT.set(tx, erlaubnis);
}

type Zettel<T> = { readonly version: number; readonly werte: Map<string, T> };
/** `haus`: rows everybody sees; `personal`: rows of staff, kept by parts of the system alone. */
type Inhalt = 'haus' | 'personal';
/** Teams and days; more of them only in a process that runs for months. */
const HOECHSTENS = 500;

/**
 * Keeps what `lade` reads of the master data until one of their rows changes (`stammdatenstand`, ADR 63). The version is read before
 * the rows, so that what is kept is never older than it says; each transaction asks for the version first, so that a change
 * counts from the next command on, whichever process it came through.
 */
export function gemerkt<Tx extends object, Frage extends readonly string[], T>(
  inhalt: Inhalt,
  lade: (tx: Tx, ...frage: Frage) => Promise<T>,
): (tx: Tx, ...frage: Frage) => Promise<T> {
  const zettel = new WeakMap<object, Zettel<T>>();
  return async (tx, ...frage) => {
    const erlaubnis = ERLAUBT.get(tx);
    if (erlaubnis === undefined || (inhalt === 'personal' && !erlaubnis.vomSystem)) return lade(tx, ...frage);
    const { datenbank } = erlaubnis;
    const version = await erlaubnis.version();
    const schluessel = frage.join(' ');
    const bisher = zettel.get(datenbank);
    const gilt = bisher?.version === version && bisher.werte.size < HOECHSTENS;
    const werte = gilt ? bisher.werte : new Map<string, T>();
    if (!gilt) zettel.set(datenbank, { version, werte });
    const da = werte.get(schluessel);
    if (da !== undefined) return da;
    const wert = await lade(tx, ...frage);
    werte.set(schluessel, wert);
    return wert;
  };
}
