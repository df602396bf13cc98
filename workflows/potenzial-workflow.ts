import { continueAsNew, setHandler } from '@temporalio/workflow';
import { POTENZIAL, type Potenzialtypen } from '../domain/potenzial/aggregat.ts';
import { POTENZIALRECHTE } from '../domain/rollen/potenzialrechte.ts';
import { aktenlageSignal, type Potenzialauftrag } from './contract.ts';
import { nimmMeldungAn } from './vorgang/befehlsannahme.ts';
import type { Lauf, Rahmen } from './vorgang/lauf.ts';
import { fuehreVorgang } from './vorgang/schleife.ts';

const POTENZIALRAHMEN: Rahmen<Potenzialtypen> = {
  aggregat: POTENZIAL,
  befehle: Object.keys(POTENZIALRECHTE),
  laufwechselNach: [],
  beschreibung: 'Stand der Komplexprofil-Prüfung mit erklärten Fristen',
};

/** The file or the cases of the person changed. */
function hoereAufAktenlage(lauf: Lauf<Potenzialtypen>): void {
  setHandler(aktenlageSignal, ({ lage: aktenlage, gruendung, ...meldung }) => {
    nimmMeldungAn<Potenzialtypen>(lauf, meldung, (kopf) => ({
      ...kopf,
      befehl: 'aktenlage_uebernehmen',
      lage: aktenlage,
      gruendung,
    }));
  });
}

/** The check record of a person outside bFM while a check is owed (S00, TR01); a later one goes on where it ended. */
export async function potenzialWorkflow(auftrag: Potenzialauftrag): Promise<void> {
  const naechster = await fuehreVorgang(POTENZIALRAHMEN, auftrag, hoereAufAktenlage);
  if (naechster !== null) await continueAsNew<typeof potenzialWorkflow>(naechster);
}
