import { continueAsNew, setHandler } from '@temporalio/workflow';
import { FALL } from '../domain/fall/aggregat.ts';
import type { Fall } from '../domain/fall/fall.ts';
import type { Falltypen } from '../domain/fall/typen.ts';
import { BEFEHLSRECHTE } from '../domain/rollen/befehlsrechte.ts';
import {
  einwilligungenSignal,
  eintragSignal,
  handlungsbedarfeSignal,
  personenstandSignal,
  rueckmeldungSignal,
  type Fallauftrag,
  type Fallauftrag01,
} from './contract.ts';
import { standAus } from './vorgang/altform.ts';
import { nimmMeldungAn } from './vorgang/befehlsannahme.ts';
import type { Lauf, Rahmen } from './vorgang/lauf.ts';
import { fuehreVorgang } from './vorgang/schleife.ts';

const FALLRAHMEN: Rahmen<Falltypen> = {
  aggregat: FALL,
  befehle: Object.keys(BEFEHLSRECHTE),
  laufwechselNach: ['fallzugang_dokumentiert', 'ueberprueft', 'fallabgang_dokumentiert'],
  beschreibung: 'Stand des Falls mit erklärten Fristen',
};

/** The counting Handlungsbedarfe of the person changed (V-65). */
function hoereAufHandlungsbedarfe(lauf: Lauf<Falltypen>): void {
  setHandler(handlungsbedarfeSignal, ({ zaehlende, ...meldung }) => {
    nimmMeldungAn<Falltypen>(lauf, meldung, (kopf) => ({
      ...kopf,
      befehl: 'handlungsbedarfe_uebernehmen',
      zaehlende,
    }));
  });
}

/** The person is no eLb any more, or is one again (V-79). */
function hoereAufPersonenstand(lauf: Lauf<Falltypen>): void {
  setHandler(personenstandSignal, ({ wegfall, abgeloest, ...meldung }) => {
    nimmMeldungAn<Falltypen>(lauf, meldung, (kopf) => ({
      ...kopf,
      befehl: 'personenstand_uebernehmen',
      wegfall,
      ...(abgeloest === undefined ? {} : { abgeloest }),
    }));
  });
}

/** The consents of the person changed (TR35); a provider reported (E25). */
function hoereAufLeistungen(lauf: Lauf<Falltypen>): void {
  setHandler(einwilligungenSignal, ({ einwilligungen, ...meldung }) => {
    nimmMeldungAn<Falltypen>(lauf, meldung, (kopf) => ({
      ...kopf,
      befehl: 'einwilligungen_uebernehmen',
      einwilligungen,
    }));
  });
  setHandler(rueckmeldungSignal, ({ leistung, dokument, inhalt, ...meldung }) => {
    nimmMeldungAn<Falltypen>(lauf, meldung, (kopf) => ({
      ...kopf,
      befehl: 'rueckmeldung_uebernehmen',
      leistung,
      dokument,
      inhalt,
    }));
  });
}

/** An entry that stood in another case (TR61). */
function hoereAufVerlegtes(lauf: Lauf<Falltypen>): void {
  setHandler(eintragSignal, ({ kontakt, eintragAm, unterlagen, ...meldung }) => {
    nimmMeldungAn<Falltypen>(lauf, meldung, (kopf) => ({
      ...kopf,
      befehl: 'eintrag_uebernehmen',
      kontakt,
      eintragAm,
      unterlagen,
    }));
  });
}

/** One case from Vormerkung until no duty is left (zustaende.md 6). */
export async function fallWorkflow(auftrag: Fallauftrag | Fallauftrag01): Promise<void> {
  const { antworten, angehalten } = auftrag;
  const stand = standAus(auftrag) as Fall;
  const naechster = await fuehreVorgang(FALLRAHMEN, { stand, antworten, angehalten }, (lauf) => {
    hoereAufHandlungsbedarfe(lauf);
    hoereAufPersonenstand(lauf);
    hoereAufLeistungen(lauf);
    hoereAufVerlegtes(lauf);
  });
  if (naechster !== null) await continueAsNew<typeof fallWorkflow>(naechster);
}
