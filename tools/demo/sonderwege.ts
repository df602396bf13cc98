import { plusMonate, type Tag } from '../../domain/frist/tag.ts';
import { PERSONAL } from '../probehaus/stammdaten.ts';
import type { Demobefehl, Sender } from './api-anmeldung.ts';
import { papVon, personId, U25 } from './personen.ts';

/** Goes on in the FM Migrantinnen. */
const WEITERGELEITET = 26;

/** The FM U25 tells the handover in time and moves it a month later (T-13, TR62). */
async function verlegeUebergabe(sende: Sender, stichtag: Tag): Promise<void> {
  const als = 'fm_u25';
  const fallId = await sende({
    ...{ als, marke: `Übergabe U25 Testperson ${U25}`, pfad: '/u25-uebergabe' },
    rumpf: {
      person: personId(U25),
      gruende: 'Die begonnene Stabilisierung soll nach dem 25. Geburtstag weitergehen.',
      erlaeutertAm: stichtag,
    },
  });
  if (fallId === null) return;
  await sende({
    ...{ als, marke: `Verlegung Testperson ${U25}`, pfad: `/${fallId}/uebergabe/verlegung` },
    rumpf: { uebergabeAm: plusMonate(stichtag, 5), grund: 'Die Ausbildung endet erst einen Monat später.' },
  });
}

/** From the talk on the same day to the Weiterleitung; what goes before it, by whom. */
function wegZurWeiterleitung(fallId: string, am: Tag): readonly Omit<Demobefehl, 'marke'>[] {
  const gespraech = `/${fallId}/uebernahmegespraech`;
  return [
    // The colleague with the fewest cases: nothing to explain (V-70).
    { als: 'tl', pfad: `/${fallId}/zuordnung`, rumpf: { fm: PERSONAL.fm3 } },
    { als: 'fm3', pfad: `${gespraech}/termin`, rumpf: { termin: am } },
    {
      ...{ als: 'fm3', pfad: gespraech },
      rumpf: { art: 'persoenlich', teilnehmer: ['bewerber', 'pap', 'fm'] },
    },
    {
      ...{ als: 'fm3', pfad: `/${fallId}/zugangsentscheidung` },
      rumpf: {
        ergebnis: 'weiterleitung',
        kriteriumB: { ergebnis: 'ja', begruendung: 'Die Problemlagen sind nur gemeinsam zu lösen.' },
        begruendung: 'Sprache und Anerkennung des Abschlusses stehen im Mittelpunkt.',
        besprochenAm: am,
        weiterleitung: { ziel: 'fm_migration', grundlage: 'aufgabe_der_stelle' },
      },
    },
  ];
}

/** The talk shows that the FM Migrantinnen fit better: the case goes on there as a linked one (TR64). */
async function leiteWeiter(sende: Sender, stichtag: Tag): Promise<void> {
  const fallId = await sende({
    ...{ als: papVon(WEITERGELEITET), marke: `Vormerkung Testperson ${WEITERGELEITET}`, pfad: '' },
    rumpf: {
      person: personId(WEITERGELEITET),
      gruende: 'Mehrere Handlungsbedarfe wirken zusammen; die Sprache kommt hinzu.',
      erlaeutertAm: stichtag,
    },
  });
  if (fallId === null) return;
  for (const [stelle, befehl] of wegZurWeiterleitung(fallId, stichtag).entries()) {
    const marke = `Weiterleitung ${stelle + 1} Testperson ${WEITERGELEITET}`;
    if ((await sende({ ...befehl, marke })) === null) return;
  }
}

/** The ways a case takes seldom: handed over from the FM U25, and on to a team with a lead of its own. */
export async function geheSonderwege(sende: Sender, stichtag: Tag): Promise<void> {
  await verlegeUebergabe(sende, stichtag);
  await leiteWeiter(sende, stichtag);
}
