import {
  fallkopf,
  fallmanagementteam,
  findeBezug,
  findeEintrag,
  fmHatGehandelt,
  hatNeuerenFall,
  liesFaelleDerPerson,
  personenakte,
  vorgaengerUnter,
  zielteam,
} from '../../../db/akte.ts';
import { naechsteFallnummer } from '../../../db/befehl.ts';
import { kollegin, liesExternnachweise } from '../../../db/mitarbeitende.ts';
import { liesBegleitpersonen } from '../../../db/begleitperson.ts';
import type { Transaktion } from '../../../db/client.ts';
import { liesEinwilligungen } from '../../../db/einwilligung.ts';
import { ladeKalenderFuerTeam } from '../../../db/kalender.ts';
import { liesBerichtspflichtige, liesVerzeichniseintrag } from '../../../db/leistung.ts';
import { liesBedarfsstaende, liesPerson } from '../../../db/person.ts';
import { aktivePolicy } from '../../../db/policy.ts';
import { potenzialkopf } from '../../../db/potenzial.ts';
import { alsSystem } from '../../../db/systemzugriff.ts';
import { liesBesprechungsfaelle, liesTeamlast, liesZiehbare, teamkopf } from '../../../db/team.ts';
import { liesUebergabeprotokolle } from '../../../db/uebergabeprotokoll.ts';
import { liesSaat, neueVerpflichtung } from '../../../db/ziehungssaat.ts';
import { ladeZuordnungslage, liesBefangene } from '../../../db/zuordnung.ts';
import { aufHeutigenStand } from '../../../domain/fall/altstand.ts';
import { unsichtbar } from '../../kern/unsichtbar.ts';
import type { Aktenleser } from './aktenleser.ts';

/** Asks once for each id. */
function einmal<T>(lies: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const gelesen = new Map<string, Promise<T>>();
  return (id) => {
    const wert = gelesen.get(id) ?? lies(id);
    gelesen.set(id, wert);
    return wert;
  };
}

/** The record as PostgreSQL shows it to whom the transaction belongs. */
export function datenbankleser(tx: Transaktion): Aktenleser {
  const faelle = einmal((personId) => liesFaelleDerPerson(tx, personId));
  return {
    fallkopf: (fallId) => fallkopf(tx, fallId),
    bezug: (fallId, wo) => findeBezug(tx, fallId, wo),
    eintrag: (fallId, wo) => findeEintrag(tx, fallId, wo),
    uebergaben: (fallId) => liesUebergabeprotokolle(tx, fallId),
    fmHatGehandelt: (kopf) => fmHatGehandelt(tx, kopf),
    hatNeuerenFall: (kopf) => hatNeuerenFall(tx, kopf),
    vorgaengerfall: async (personId) => vorgaengerUnter(await faelle(personId)),
    personenakte: (personId, ausserFall) => personenakte(tx, { personId, ausserFall }, faelle),
    personenversion: async (personId) => (await liesPerson(tx, personId))?.version ?? null,
    begleitpersonen: (personId) => liesBegleitpersonen(tx, personId),
    einwilligungen: (personId) => liesEinwilligungen(tx, personId),
    bedarfsstaende: (personId) => liesBedarfsstaende(tx, personId),
    faelleDerPerson: async (personId) => (await faelle(personId)).map(({ stand }) => aufHeutigenStand(stand)),
    kollegin: (id) => kollegin(tx, id),
    externnachweise: (id) => liesExternnachweise(tx, id),
    fallmanagementteam: () => fallmanagementteam(tx),
    zielteam: (ziel) => zielteam(tx, ziel),
    freieFallnummer: (am) => naechsteFallnummer(tx, Number(am.slice(0, 4))),
    befangene: (personId) => liesBefangene(tx, personId),
    zuordnungslage: (frage) => ladeZuordnungslage(tx, frage),
    verzeichniseintrag: (id) => liesVerzeichniseintrag(tx, id),
    berichtspflichtige: (am) => liesBerichtspflichtige(tx, am),
    aktivePolicy: (am) => aktivePolicy(tx, am),
    kalender: (team) => ladeKalenderFuerTeam(tx, team),
    potenzialkopf: (personId, sicht) =>
      sicht === 'jede'
        ? alsSystem(tx, 'befehl', () => potenzialkopf(tx, personId))
        : potenzialkopf(tx, personId),
    teamkopf: (teamId) => teamkopf(tx, teamId),
    besprechungsfaelle: (teamId, ab) => liesBesprechungsfaelle(tx, teamId, ab),
    ziehbare: (teamId) => liesZiehbare(tx, teamId),
    teamlast: (teamId) => liesTeamlast(tx, teamId),
    saat: (verpflichtung) => liesSaat(tx, verpflichtung),
    neueVerpflichtung: (teamId, am) => neueVerpflichtung(tx, teamId, am),
    unsichtbar: (wo) => unsichtbar(tx, wo),
  };
}
