import * as vertrag from './formen.ts';
import { LEER, route, type Route } from '../kern/route.ts';
import {
  aendereAnmeldung,
  aendereMitarbeitende,
  aendereTeam,
  legeMitarbeitendeAn,
  legeTeamAn,
} from './faelle.ts';
import { ausscheidensvorschau, scheideAus } from './ausscheidensfaelle.ts';
import { aendern, anlegen, handeln, LEITUNG, lesen, nachId, PERSONAL, TEAMS } from './routenform.ts';

const AUSSCHEIDEN = `${PERSONAL}/{id}/ausscheiden`;

const mitarbeitendenrouten: readonly Route[] = [
  route({
    ...anlegen,
    pfad: PERSONAL,
    name: 'legeMitarbeitendeAn',
    titel: 'Mitarbeitende anlegen',
    beschreibung:
      'Die Teamleitung besetzt das eigene Team; leitende Rollen und Controlling benennt die Bereichsleitung.',
    rollen: LEITUNG,
    pfadwerte: LEER,
    rumpf: vertrag.mitarbeitendeNeu,
    fall: (umgebung, { konto, rumpf, schluessel }) =>
      legeMitarbeitendeAn(umgebung, konto, { schluessel, rumpf }),
    ort: PERSONAL,
  }),
  route({
    ...aendern,
    pfad: `${PERSONAL}/{id}`,
    name: 'aendereMitarbeitende',
    titel: 'Rolle, Team, Arbeitszeitanteil oder Sprachen ändern',
    rollen: LEITUNG,
    pfadwerte: nachId,
    rumpf: vertrag.mitarbeitendeAenderung,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      aendereMitarbeitende(umgebung, konto, { id: pfad.id, schluessel, rumpf }),
  }),
  route({
    ...handeln,
    pfad: `${PERSONAL}/{id}/anmeldung`,
    name: 'aendereAnmeldung',
    titel: 'Kennung der Anmeldung ändern, etwa nach einem Wechsel des Anmeldedienstes',
    beschreibung: 'Die alte Kennung meldet niemanden mehr an. Niemand ändert die eigene.',
    rollen: ['bereichsleitung'],
    pfadwerte: nachId,
    rumpf: vertrag.anmeldungNeu,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      aendereAnmeldung(umgebung, konto, { id: pfad.id, schluessel, rumpf }),
  }),
];

const ausscheidensrouten: readonly Route[] = [
  route({
    ...lesen,
    pfad: `${AUSSCHEIDEN}/vorschau`,
    name: 'ausscheidensvorschau',
    titel: 'Was bei einem Ausscheiden zu übergeben wäre',
    beschreibung:
      'Probelauf: jeder laufende Fall mit seinen offenen Fristen und einem Vorschlag, ohne etwas zu ändern.',
    rollen: LEITUNG,
    pfadwerte: nachId,
    antwort: vertrag.ausscheidensvorschau,
    fall: (umgebung, { konto, pfad: { id } }) => ausscheidensvorschau(umgebung, konto, id),
  }),
  route({
    ...handeln,
    pfad: AUSSCHEIDEN,
    name: 'scheideAus',
    titel: 'Ausscheiden mit Übergabeplan',
    beschreibung:
      'Erst gehen alle Fälle und Personen an die genannten Personen, dann endet jeder Zugang sofort. Derselbe Idempotency-Key setzt fort, wo es stehen blieb.',
    rollen: LEITUNG,
    pfadwerte: nachId,
    rumpf: vertrag.ausscheiden,
    fall: (umgebung, { konto, pfad: { id }, rumpf, schluessel }) =>
      scheideAus(umgebung, konto, { id, schluessel, rumpf }),
  }),
];

const teamrouten: readonly Route[] = [
  route({
    ...anlegen,
    pfad: TEAMS,
    name: 'legeTeamAn',
    titel: 'Team anlegen',
    rollen: ['bereichsleitung'],
    pfadwerte: LEER,
    rumpf: vertrag.teamNeu,
    fall: (umgebung, { konto, rumpf, schluessel }) => legeTeamAn(umgebung, konto, { schluessel, rumpf }),
    ort: TEAMS,
  }),
  route({
    ...aendern,
    pfad: `${TEAMS}/{id}`,
    name: 'aendereTeam',
    titel: 'Organisationszeichen oder Art eines Teams ändern',
    rollen: ['bereichsleitung'],
    pfadwerte: nachId,
    rumpf: vertrag.teamAenderung,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) =>
      aendereTeam(umgebung, konto, { id: pfad.id, schluessel, rumpf }),
  }),
];

/** Staff and teams (E40). */
export const personalrouten: readonly Route[] = [
  ...mitarbeitendenrouten,
  ...ausscheidensrouten,
  ...teamrouten,
];
