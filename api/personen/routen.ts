import { z } from 'zod';
import type { Seite } from '../kern/seiten.ts';
import * as vertrag from './formen.ts';
import { angelegt, kennung } from '../kern/felder.ts';
import { AENDERN, ANLEGEN, HANDELN, LEER, LESEN, route, type Route } from '../kern/route.ts';
import {
  aenderePerson,
  berichtigeKundennummer,
  legePersonAn,
  liesPersonansicht,
  liesPersonenseite,
} from './faelle.ts';
import { aendereBegleitperson, legeBegleitpersonAn } from './begleitfaelle.ts';
import { aendereHandlungsbedarf, erfasseHandlungsbedarf } from './bedarfsfaelle.ts';
import { erfasseNeuzugang } from './neuzugangsfaelle.ts';
import { erstelleProfil } from './profilfaelle.ts';

const BASIS = '/api/v1/personen';
const BEGLEITPERSONEN = `${BASIS}/{personId}/begleitpersonen`;
const KENNER = ['pap', 'fm', 'fm_extern', 'fm_u25', 'jour_fixe_av', 'tl'] as const;
/** Who keeps profiles and Handlungsbedarfe (K2). */
const rollen = ['pap', 'fm', 'fm_u25', 'jour_fixe_av'] as const;
const personId = z.strictObject({ personId: kennung });

const lesen = {
  ...LESEN,
  gruppe: 'Personen',
  betrifft: { was: 'person', klassen: ['K0'] },
} as const;
const was = {
  gruppe: 'Personen',
  antwort: angelegt,
  betrifft: { was: 'person', klassen: ['K0'] },
} as const;
const anlegen = { ...ANLEGEN, ...was } as const;
const aendern = { ...AENDERN, ...was } as const;

/** Who changes the data of a person (K0). */
const PFLEGER = ['pap', 'fm', 'tl'] as const;

const PROFIL = { was: 'person', klassen: ['K2'] } as const;

export const personenliste: Route<Seite<vertrag.Personeneintrag>> = route({
  ...lesen,
  aufwendig: true,
  spur: 'liste',
  pfad: BASIS,
  name: 'personen',
  titel: 'Personen, die ich kennen darf',
  rollen: KENNER,
  pfadwerte: LEER,
  abfrage: vertrag.personenabfrage,
  antwort: vertrag.personenseite,
  fall: (umgebung, { konto, abfrage }) => liesPersonenseite(umgebung, konto, abfrage),
});

/** By a part of the name, birth date or number: all of it stands in the body, never in an address (DS-20). */
export const personensuche: Route<Seite<vertrag.Personeneintrag>> = route({
  ...lesen,
  methode: 'post',
  aufwendig: true,
  spur: 'liste',
  pfad: `${BASIS}/suche`,
  name: 'sucheKundennummer',
  titel: 'Personen nach Teilen des Namens, Geburtsdatum, Kunden- oder Fallnummer suchen',
  rollen: KENNER,
  pfadwerte: LEER,
  abfrage: LEER,
  rumpf: vertrag.personensuche,
  antwort: vertrag.personenseite,
  fall: (umgebung, { konto, rumpf }) =>
    liesPersonenseite(umgebung, konto, { ...vertrag.personenabfrage.parse({}), ...rumpf }),
});

const schreibrouten: readonly Route[] = [
  route({
    ...anlegen,
    pfad: BASIS,
    name: 'legePersonAn',
    titel: 'Person anlegen',
    rollen: ['pap', 'jour_fixe_av', 'tl'],
    pfadwerte: LEER,
    rumpf: vertrag.personNeu,
    fall: (umgebung, { konto, rumpf, schluessel }) => legePersonAn(umgebung, konto, { schluessel, rumpf }),
    ort: ({ ergebnis }) => `${BASIS}/${ergebnis.id}`,
  }),
  route({
    ...aendern,
    pfad: `${BASIS}/{personId}`,
    name: 'aenderePerson',
    titel: 'Person ändern',
    beschreibung: 'Was fehlt, bleibt. Der Rumpf nennt den bekannten Stand.',
    rollen: PFLEGER,
    pfadwerte: personId,
    rumpf: vertrag.personAenderung,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      aenderePerson(umgebung, konto, { id: pfad.personId, schluessel, rumpf }),
  }),
];

const nummernrouten: readonly Route[] = [
  route({
    ...HANDELN,
    ...was,
    pfad: `${BASIS}/{personId}/kundennummer`,
    name: 'berichtigeKundennummer',
    titel: 'Kundennummer berichtigen',
    rollen: PFLEGER,
    pfadwerte: personId,
    rumpf: vertrag.nummernberichtigung,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      berichtigeKundennummer(umgebung, konto, { id: pfad.personId, schluessel, rumpf }),
  }),
];

const begleitpersonenrouten: readonly Route[] = [
  route({
    ...anlegen,
    pfad: BEGLEITPERSONEN,
    name: 'legeBegleitpersonAn',
    titel: 'Begleitperson anlegen',
    rollen: PFLEGER,
    pfadwerte: personId,
    rumpf: vertrag.begleitpersonNeu,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      legeBegleitpersonAn(umgebung, konto, { id: pfad.personId, schluessel, rumpf }),
    ort: ({ pfad }) => `${BASIS}/${pfad.personId}`,
  }),
  route({
    ...aendern,
    pfad: `${BEGLEITPERSONEN}/{begleitpersonId}`,
    name: 'aendereBegleitperson',
    titel: 'Begleitperson ändern',
    rollen: PFLEGER,
    pfadwerte: personId.extend({ begleitpersonId: kennung }),
    rumpf: vertrag.begleitpersonAenderung,
    fall: (umgebung, { konto, pfad: { personId: id, begleitpersonId: begleitperson }, rumpf, schluessel }) =>
      aendereBegleitperson(umgebung, konto, { id, begleitperson, schluessel, rumpf }),
  }),
];

const profilrouten: readonly Route[] = [
  route({
    ...anlegen,
    betrifft: PROFIL,
    pfad: `${BASIS}/{personId}/profile`,
    name: 'erstelleProfil',
    titel: 'Neue Fassung des Profils',
    rollen,
    pfadwerte: personId,
    rumpf: vertrag.profilNeu,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      erstelleProfil(umgebung, konto, { id: pfad.personId, schluessel, rumpf }),
    ort: ({ pfad }) => `${BASIS}/${pfad.personId}`,
  }),
];

const neuzugangsrouten: readonly Route[] = [
  route({
    ...anlegen,
    betrifft: PROFIL,
    pfad: `${BASIS}/{personId}/neuzugang`,
    name: 'erfasseNeuzugang',
    titel: 'Beginn des Leistungsbezugs und Grund des Neuzugangs erfassen',
    rollen,
    pfadwerte: personId,
    rumpf: vertrag.neuzugangNeu,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      erfasseNeuzugang(umgebung, konto, { id: pfad.personId, schluessel, rumpf }),
    ort: ({ pfad }) => `${BASIS}/${pfad.personId}`,
  }),
];

const bedarfsrouten: readonly Route[] = [
  route({
    ...anlegen,
    betrifft: PROFIL,
    pfad: `${BASIS}/{personId}/handlungsbedarfe`,
    name: 'erfasseHandlungsbedarf',
    titel: 'Handlungsbedarf erfassen',
    rollen,
    pfadwerte: personId,
    rumpf: vertrag.handlungsbedarfNeu,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      erfasseHandlungsbedarf(umgebung, konto, { id: pfad.personId, schluessel, rumpf }),
    ort: ({ pfad }) => `${BASIS}/${pfad.personId}`,
  }),
  route({
    ...aendern,
    betrifft: PROFIL,
    pfad: `${BASIS}/{personId}/handlungsbedarfe/{bedarfId}`,
    name: 'aendereHandlungsbedarf',
    titel: 'Status, Handlungsfeld oder wirksames Instrument eines Handlungsbedarfs ändern',
    beschreibung: 'Was fehlt, bleibt. Der Rumpf nennt den bekannten Stand.',
    rollen,
    pfadwerte: personId.extend({ bedarfId: kennung }),
    rumpf: vertrag.handlungsbedarfAenderung,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      aendereHandlungsbedarf(umgebung, konto, {
        id: pfad.personId,
        bedarf: pfad.bedarfId,
        schluessel,
        rumpf,
      }),
  }),
];

export const personroute: Route<vertrag.Personansicht> = route({
  ...lesen,
  betrifft: { was: 'person', klassen: ['K0', 'K2'], zeigt: ['K4'] },
  spur: 'ohne_bezug',
  pfad: `${BASIS}/{personId}`,
  name: 'person',
  titel: 'Person mit Profil und Handlungsbedarfen lesen',
  beschreibung: 'Eine fremde Person ergibt 403, eine unbekannte 404.',
  rollen: KENNER,
  pfadwerte: personId,
  abfrage: LEER,
  antwort: vertrag.personSchema,
  fall: (umgebung, { konto, pfad }) => liesPersonansicht(umgebung, konto, pfad.personId),
});

/** Persons with profile and Handlungsbedarfe. */
export const personenrouten: readonly Route[] = [
  personenliste,
  personensuche,
  personroute,
  ...schreibrouten,
  ...nummernrouten,
  ...begleitpersonenrouten,
  ...profilrouten,
  ...neuzugangsrouten,
  ...bedarfsrouten,
];
