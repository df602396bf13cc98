import { z } from 'zod';
import type { Fallkopf } from '../../../db/akte.ts';
import type { Transaktion } from '../../../db/client.ts';
import type { Ablehnung } from '../../../domain/ablehnung.ts';
import type { Instant } from '../../../domain/frist/zeitzone.ts';
import { darf, type Fallbezug, type Sachbefehl } from '../../../domain/rollen/befehlsrechte.ts';
import type { Umfeld } from '../vertrag.ts';
import { nichtBerechtigt } from '../../kern/absage.ts';
import type { Konto } from '../../kern/umgebung.ts';

/** What a command is about, before anything is known. */
export type Vorgang = {
  readonly konto: Konto;
  readonly befehl: Sachbefehl;
  /** The parsed input. */
  readonly eingabe: unknown;
  readonly fallId: string;
  readonly fallnummer: string | null;
  readonly at: Instant;
};

/** Facts of a command with the versions of the rows they come from, or a refusal the record already shows. */
export type Geladen = {
  readonly fallnummer: string;
  readonly umfeld: Omit<Umfeld, 'kopf'>;
  readonly zeilenversionen: Readonly<Record<string, number>>;
  readonly ablehnung: Ablehnung | null;
  /** Whom the colleague represents in this case. */
  readonly fuer: string | null;
};

/** Facts nobody asked for. */
export const LEER: Omit<Umfeld, 'kopf'> = {
  gruendung: null,
  person: null,
  fmIstFallmanager: false,
  fmBefangen: false,
  fmIstExtern: false,
  last: null,
  anIstFmSpezial: false,
  uebergabe: null,
  neuerFall: false,
  begleitpersonInformieren: false,
  erbringer: null,
  einwilligung: null,
  bedarfe: [],
  bezug: null,
};

/** What one command needs, beside what every command gets. */
export type Teil = Partial<Omit<Geladen, 'fallnummer'>> & Pick<Geladen, 'umfeld'>;
export type Lader = (tx: Transaktion, vorgang: Vorgang, kopf: Fallkopf) => Promise<Teil>;

/** What inputs name of rows that have to be looked up. */
export const verweise = z.object({
  person: z.string().optional(),
  fm: z.string().optional(),
  pap: z.string().optional(),
  erbringer: z.string().optional(),
  bestand: z.object({ zuordnung: z.object({ fm: z.string() }) }).optional(),
  uebergabeAm: z.string().optional(),
  weiterleitung: z.object({ an: z.string().optional() }).optional(),
  status: z.string().optional(),
  ereignisAm: z.string().optional(),
  betrifftBedarfsgemeinschaft: z.boolean().optional(),
  bezug: z.object({ art: z.string(), nummer: z.number().optional(), teil: z.string().optional() }).optional(),
});

/** @throws Absage NICHT_BERECHTIGT */
export function pruefeRecht({ konto, befehl }: Vorgang, bezug: Fallbezug): void {
  if (!darf(konto, befehl, bezug)) throw nichtBerechtigt();
}

export function abgelehnt(id: Ablehnung['id'], satz: string): Pick<Geladen, 'umfeld' | 'ablehnung'> {
  return { umfeld: LEER, ablehnung: { id, art: 'regel', satz } };
}
