import type { Buehne, Davor } from './buehne.ts';
import { passt, proben, type Probe } from './randwerte.ts';
import { NACHTS } from '../support/umfang.ts';
import { stelleDavor, sende, type Ergebnis } from './davor.ts';
import type { Operation } from './vertrag.ts';
import type { Wurf } from './wurf.ts';

/** Outcomes of a refusal: the key with what became of it, the log of refusals, the number and the seed that were drawn. */
const BEI_ABSAGE: ReadonlySet<string> = new Set([
  'befehl',
  'protokoll',
  'protokollkopf',
  'fallnummernkreis',
  'ziehungssaat',
]);

/** What time has brought until then is recorded first, whatever becomes of the command (architecture.md 3). */
const DURCH_ZEIT: ReadonlySet<string> = new Set(
  'fall fall_ereignis frist vorgang vorgang_ereignis vorgang_frist ausgang eingang abgangsbild'.split(' '),
);
const KENNUNG = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/giu;

/** What is wrong with the answer to a probe; null when it is right. */
export function urteil(
  { verboten }: Pick<Probe, 'verboten'>,
  { status, inhalt }: Ergebnis,
  operation: Pick<Operation, 'verstoss'>,
): string | null {
  if (status >= 500) return 'ein Fehler des Servers';
  if (verboten && status !== 400 && status !== 413) return `${String(status)} statt 400`;
  return operation.verstoss(status, JSON.parse(inhalt));
}

const gross = (text: string): string => text.replaceAll(KENNUNG, (id) => id.toUpperCase());

/** The same request with every id in capitals. */
function grossgeschrieben({ pfad, header, rumpf, ...rest }: Wurf): Wurf {
  const schluessel = header['idempotency-key'];
  return {
    ...rest,
    pfad: gross(pfad),
    header: schluessel === undefined ? header : { ...header, 'idempotency-key': gross(schluessel) },
    rumpf: rumpf === undefined ? undefined : (JSON.parse(gross(JSON.stringify(rumpf))) as unknown),
  };
}

/** An answer without what is drawn anew each time. */
const vergleichbar = ({ status, inhalt }: Ergebnis): string =>
  `${String(status)} ${inhalt.replaceAll(KENNUNG, 'ID')}`;

/**
 * Stands between a client that knows how to work with Lotse and the API. Before a request that would succeed, it tries every
 * neighbour of it at the extremes of the OpenAPI file, each in a transaction that is rolled back; then it passes the request on.
 */
export function grenzgaenger(alle: readonly Operation[]) {
  const gesehen = new Map<string, Set<string>>();
  const befunde: string[] = [];
  const erprobt = new Set<string>();
  let anfragen = 0;

  /** By day, what is forbidden in a field of one form is tried where it stands first; what is allowed, everywhere. */
  function istNeu({ verboten, feld }: Probe): boolean {
    return NACHTS || !verboten || feld === undefined || !erprobt.has(feld);
  }

  const halteFest = (was: string, wurf: Wurf, buehne: Buehne): void => {
    const anfrage = JSON.stringify({ pfad: wurf.pfad, rumpf: wurf.rumpf }).slice(0, 1_500);
    befunde.push(`${was}\n  in ${buehne.stueck}: ${wurf.methode} ${anfrage}\n  ${buehne.serverfehler()}`);
  };

  /** Sends in a transaction of its own; also what was written, and whether it could have been kept. */
  const versuche = (buehne: Buehne, wurf: Wurf, worte: readonly string[] = []) =>
    buehne.db.versuche(async (blick) => {
      anfragen += 1;
      const ergebnis = await sende(buehne.url, wurf);
      const abgelehnt = ergebnis.status >= 400;
      const geschrieben = abgelehnt ? await blick.beschrieben() : [];
      const vomBefehl = abgelehnt ? await blick.vomBefehl() : [];
      const mitWorten = await blick.mit(worte);
      const fehler = await blick.schliesseAb().then(
        () => null,
        (grund: unknown) => String(grund),
      );
      return { ergebnis, geschrieben, vomBefehl, mitWorten, fehler };
    });

  const beurteile = (
    buehne: Buehne,
    probe: Probe,
    was: { ergebnis: Ergebnis; operation: Operation },
  ): void => {
    const { ergebnis, operation } = was;
    const schlecht = urteil(probe, ergebnis, operation);
    if (schlecht !== null)
      halteFest(
        `${operation.name}: ${probe.was} → ${String(ergebnis.status)}: ${schlecht}`,
        probe.wurf,
        buehne,
      );
  };

  /** What the file forbids leaves nothing, so that all of it can be asked in one transaction. */
  async function fordereHeraus(
    buehne: Buehne,
    verbotene: readonly Probe[],
    operation: Operation,
  ): Promise<void> {
    await buehne.db.versuche(async (blick) => {
      for (const probe of verbotene) {
        anfragen += 1;
        beurteile(buehne, probe, { ergebnis: await sende(buehne.url, probe.wurf), operation });
      }
      const geschrieben = await blick.beschrieben();
      if (geschrieben.length > 0)
        befunde.push(`${operation.name}: Verbotenes hat etwas geschrieben in ${geschrieben.join(', ')}`);
    });
  }

  async function probiere(buehne: Buehne, probe: Probe, operation: Operation): Promise<void> {
    const { ergebnis, geschrieben, vomBefehl, fehler } = await versuche(buehne, probe.wurf);
    beurteile(buehne, probe, { ergebnis, operation });
    const sonst = geschrieben.filter((tabelle) => !BEI_ABSAGE.has(tabelle) && !DURCH_ZEIT.has(tabelle));
    const halb = [...sonst, ...vomBefehl];
    const doch = fehler ?? (halb.length > 0 ? `abgelehnt, und doch steht etwas in ${halb.join(', ')}` : null);
    if (doch !== null) halteFest(`${operation.name}: ${probe.was}: ${doch}`, probe.wurf, buehne);
  }

  async function schreibeGross(buehne: Buehne, wurf: Wurf, klein: Ergebnis): Promise<void> {
    const grosses = grossgeschrieben(wurf);
    const ids = [...new Set(JSON.stringify(grosses).match(KENNUNG) ?? [])].filter((id) => /[A-F]/u.test(id));
    const { ergebnis, mitWorten } = await versuche(buehne, grosses, ids);
    if (vergleichbar(ergebnis) !== vergleichbar(klein))
      halteFest(`Kennungen groß: ${vergleichbar(ergebnis)} statt ${vergleichbar(klein)}`, grosses, buehne);
    if (mitWorten.length > 0)
      halteFest(`Kennungen groß gespeichert in ${mitWorten.join(', ')}`, grosses, buehne);
  }

  async function umkreise(buehne: Buehne, wurf: Wurf, operation: Operation): Promise<void> {
    const bekannt = gesehen.get(operation.name) ?? new Set<string>();
    const alleProben = proben(operation.name, wurf, (ort) => bekannt.has(ort));
    const neue = alleProben.filter(istNeu);
    if (neue.length === 0 && gesehen.has(operation.name)) return;
    const { ergebnis } = await versuche(buehne, wurf);
    if (ergebnis.status >= 300) return;
    if (!passt(operation.name, wurf))
      halteFest(`${operation.name}: gelingt, obwohl die Beschreibung es verbietet`, wurf, buehne);
    if (!gesehen.has(operation.name)) await schreibeGross(buehne, wurf, ergebnis);
    const verbotene = neue.filter(({ verboten }) => verboten);
    await fordereHeraus(buehne, verbotene, operation);
    for (const probe of neue.filter(({ verboten }) => !verboten)) await probiere(buehne, probe, operation);
    for (const { feld = '' } of neue) erprobt.add(feld);
    gesehen.set(
      operation.name,
      new Set([...bekannt, ...alleProben.map(({ was }) => was.split(' = ')[0] ?? '')]),
    );
  }

  const vor: Davor = (buehne) =>
    stelleDavor(
      alle,
      async (wurf, operation) => {
        await umkreise(buehne, wurf, operation);
        return sende(buehne.url, wurf);
      },
      (fehler) => befunde.push(`${buehne.stueck}: ${fehler}`),
    );
  return { vor, gesehen, befunde, anfragen: () => anfragen };
}
