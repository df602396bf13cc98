import { continueAsNew, workflowInfo } from '@temporalio/workflow';
import {
  fehltZuViel,
  NICHTS_GESEHEN,
  RUNDGANGSBEGINN,
  zusammen,
  type Rundgangsstelle,
  type Rundgangszahlen,
} from '../domain/vorgang/rundgang.ts';
import { beginneRundgang, schliesseRundgang, siehNach } from './activities.ts';

/** A Rundgang on its way: first it counts, then it starts what is missing. */
type Rundgang = {
  readonly begonnenAm: string;
  readonly hoechsterAnteil: number;
  readonly starten: boolean;
  readonly stelle: Rundgangsstelle | null;
  readonly zahlen: Rundgangszahlen;
};

/** Page by page to the end. */
async function geheDurch(rundgang: Rundgang): Promise<Rundgang> {
  let { stelle, zahlen } = rundgang;
  const { starten } = rundgang;
  while (stelle !== null) {
    if (workflowInfo().continueAsNewSuggested)
      await continueAsNew<typeof rundgangWorkflow>({ ...rundgang, stelle, zahlen });
    const { weiter, ...seite } = await siehNach({ stelle, starten });
    // What is started was counted the first time.
    const { neuGestartet } = seite;
    zahlen = zusammen(zahlen, starten ? { ...NICHTS_GESEHEN, neuGestartet } : seite);
    stelle = weiter;
  }
  return { ...rundgang, stelle, zahlen };
}

async function beginne(): Promise<Rundgang | null> {
  const beginn = await beginneRundgang();
  if (beginn === null) return null;
  const { am: begonnenAm, hoechsterAnteil } = beginn;
  return { begonnenAm, hoechsterAnteil, starten: false, stelle: RUNDGANGSBEGINN, zahlen: NICHTS_GESEHEN };
}

/** What the schedule runs every ten minutes (ADR 55): every Vorgang with a duty left has its workflow, or gets it back. */
export async function rundgangWorkflow(unterwegs?: Rundgang): Promise<void> {
  const begonnen = unterwegs ?? (await beginne());
  if (begonnen === null) return;
  let rundgang = await geheDurch(begonnen);
  const { zahlen, hoechsterAnteil } = rundgang;
  const nochZuStarten = !rundgang.starten && zahlen.fehlend > 0 && !fehltZuViel(zahlen, hoechsterAnteil);
  if (nochZuStarten) rundgang = await geheDurch({ ...rundgang, starten: true, stelle: RUNDGANGSBEGINN });
  const { begonnenAm, starten: gestartet } = rundgang;
  await schliesseRundgang({ ...rundgang.zahlen, begonnenAm, gestartet });
}
