import type { Anspruch } from '../../db/befehl.ts';
import type { Akteurskennung, Datenbank } from '../../db/client.ts';
import type { Kontozeile } from '../../db/mitarbeitende.ts';
import type { Tresor } from '../../db/tresor/tresor.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import type { Einsicht } from '../../temporal/einsicht.ts';
import type { Uhr } from './uhr.ts';
import type { Schranke } from './schranke.ts';
import { pruefsummeMit, type Pruefsumme } from './schluessel.ts';
import { suchschluesselMit, type Suchschluessel } from './suchmerkmale.ts';
import type { Vorgangsablaeufe } from './vorgangsablauf.ts';

/** What use cases work with. */
export type Umgebung = {
  readonly db: Datenbank;
  readonly uhr: Uhr;
  readonly ablaeufe: Vorgangsablaeufe;
  readonly schranke: Schranke;
  /** Keys of the cases (DS-28). */
  readonly tresor: Tresor;
  /** Of the bodies of writes, to recognise a repetition. */
  readonly pruefsumme: Pruefsumme;
  /** Of the searches of a year, so that the audit holds none of their words (ADR 61). */
  readonly suchschluessel: Suchschluessel;
  /** Payloads of Temporal in clear, for R26; null where the office has not switched it on. */
  readonly einsicht: Einsicht | null;
  /** Commands this process has under way, by their id: the same one sent several times at once is sent once. */
  readonly unterwegs: Map<string, Promise<Anspruch>>;
};

export function erzeugeUmgebung(
  mittel: Omit<Umgebung, 'pruefsumme' | 'suchschluessel' | 'unterwegs'>,
): Umgebung {
  const { tresor } = mittel;
  return {
    ...mittel,
    pruefsumme: pruefsummeMit(tresor),
    suchschluessel: suchschluesselMit(tresor),
    unterwegs: new Map(),
  };
}

/** Who is logged in, with role and teams as PostgreSQL knows them at the instant. */
export type Konto = Omit<Kontozeile, 'aktiv'> & { readonly am: Instant };

/** Who acts in a transaction, for row-level security and audit. */
export function akteurVon({ id, vertritt, am }: Konto): Akteurskennung {
  return { mitarbeitende: id, vertritt: vertritt.map((v) => v.id), am };
}
