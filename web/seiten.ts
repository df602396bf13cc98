import type { Seitenzeile } from './kern/anfrage.ts';
import { abschlussseite } from './besprechung/abschluss.ts';
import { besprechungsformular, schickeBesprechungsformular } from './besprechung/formular.ts';
import { besprechung, ordneZu } from './besprechung/seite.ts';
import { fallblattseite } from './druck/blatt.ts';
import { entbindungsseite } from './druck/entbindung.ts';
import { schreibenseite } from './druck/schreiben.ts';
import { unterlagenseite } from './druck/unterlagen.ts';
import { hebeEntwurfAuf, verwirfEntwurf } from './entwurf/seiten.ts';
import { fristseite } from './fall/frist.ts';
import { fallseite } from './fall/seite.ts';
import { fristenrechner } from './fristen/rechner.ts';
import { heute } from './heute/heute.ts';
import {
  angebotsluecken,
  beanstandungen,
  kalender,
  loeschantraege,
  loeschsperren,
  teams,
  themen,
  zugriffe,
} from './haus/listen.ts';
import { mitarbeitende, mitarbeitendeseite } from './haus/mitarbeitende.ts';
import { erbringerseite, netzwerk } from './haus/netzwerk.ts';
import { migrationsseite, policies, policyseite } from './haus/policies.ts';
import { haus } from './haus/uebersicht.ts';
import { aktenseite } from './fall/akte.ts';
import { fallprotokoll } from './fall/protokoll.ts';
import { schickeZugriff, zugriffsformular } from './fall/zugriff.ts';
import { uebergabekalender, uebergabeseite } from './fall/uebergabe.ts';
import { konto } from './konto/seite.ts';
import { eingang, faelle, lies, teamfristen, vormerkungen } from './listen/seiten.ts';
import { personen, suchePersonen } from './personen/liste.ts';
import { person } from './personen/person.ts';
import { personenprotokoll } from './personen/protokoll.ts';
import { schickeSchreibformular, schreibformular } from './schreiben/seite.ts';
import { teamseite } from './team/seite.ts';
import { anfangsformular, schickeAnfangsformular } from './tun/anfang.ts';
import { fallformular, schickeFallformular } from './tun/fallformular.ts';

/** Every page for whoever is signed in. */
export const SEITEN: readonly Seitenzeile[] = [
  { methode: 'get', pfad: '/', aufwendig: true, zeige: heute },
  { methode: 'get', pfad: '/eingang', aufwendig: true, zeige: eingang },
  { methode: 'post', pfad: '/eingang/:id/gelesen', zeige: lies },
  { methode: 'get', pfad: '/faelle', aufwendig: true, zeige: faelle },
  { methode: 'get', pfad: '/vormerkungen', aufwendig: true, zeige: vormerkungen },
  { methode: 'get', pfad: '/beginnen/:befehl', aufwendig: true, zeige: anfangsformular },
  { methode: 'post', pfad: '/beginnen/:befehl', zeige: schickeAnfangsformular },
  { methode: 'get', pfad: '/personen', aufwendig: true, zeige: personen },
  { methode: 'post', pfad: '/personen', aufwendig: true, zeige: suchePersonen },
  { methode: 'get', pfad: '/personen/:personId', zeige: person },
  { methode: 'get', pfad: '/personen/:personId/protokoll', aufwendig: true, zeige: personenprotokoll },
  { methode: 'get', pfad: '/personen/:personId/beginnen/:befehl', zeige: anfangsformular },
  { methode: 'post', pfad: '/personen/:personId/beginnen/:befehl', zeige: schickeAnfangsformular },
  { methode: 'get', pfad: '/tun/:name{/:erste}{/:zweite}', aufwendig: true, zeige: schreibformular },
  { methode: 'post', pfad: '/tun/:name{/:erste}{/:zweite}', zeige: schickeSchreibformular },
  { methode: 'get', pfad: '/haus', zeige: haus },
  { methode: 'get', pfad: '/haus/mitarbeitende', zeige: mitarbeitende },
  { methode: 'get', pfad: '/haus/mitarbeitende/:id', zeige: mitarbeitendeseite },
  { methode: 'get', pfad: '/haus/teams', zeige: teams },
  { methode: 'get', pfad: '/haus/themen', zeige: themen },
  { methode: 'get', pfad: '/haus/kalender', zeige: kalender },
  { methode: 'get', pfad: '/haus/zugriffe', zeige: zugriffe },
  { methode: 'get', pfad: '/haus/beanstandungen', zeige: beanstandungen },
  { methode: 'get', pfad: '/haus/loeschantraege', zeige: loeschantraege },
  { methode: 'get', pfad: '/haus/loeschsperren', zeige: loeschsperren },
  { methode: 'get', pfad: '/haus/angebotsluecken', zeige: angebotsluecken },
  { methode: 'get', pfad: '/haus/policies', zeige: policies },
  { methode: 'get', pfad: '/haus/policies/:name', zeige: policyseite },
  { methode: 'get', pfad: '/haus/migrationen/:id', zeige: migrationsseite },
  { methode: 'get', pfad: '/netzwerk', aufwendig: true, zeige: netzwerk },
  { methode: 'get', pfad: '/netzwerk/:erbringerId', zeige: erbringerseite },
  { methode: 'get', pfad: '/faelle/:fallId/akte', zeige: aktenseite },
  { methode: 'get', pfad: '/faelle/:fallId/protokoll', aufwendig: true, zeige: fallprotokoll },
  { methode: 'get', pfad: '/faelle/:fallId/zugriff', zeige: zugriffsformular },
  { methode: 'post', pfad: '/faelle/:fallId/zugriff', zeige: schickeZugriff },
  { methode: 'get', pfad: '/besprechung', aufwendig: true, zeige: besprechung },
  { methode: 'post', pfad: '/besprechung', zeige: ordneZu },
  { methode: 'get', pfad: '/besprechung/abschluss', aufwendig: true, zeige: abschlussseite },
  { methode: 'get', pfad: '/besprechung/:fallId/:befehl', zeige: besprechungsformular },
  { methode: 'post', pfad: '/besprechung/:fallId/:befehl', zeige: schickeBesprechungsformular },
  { methode: 'get', pfad: '/team', aufwendig: true, zeige: teamseite },
  { methode: 'get', pfad: '/team/fristen', aufwendig: true, zeige: teamfristen },
  { methode: 'get', pfad: '/fristen', zeige: fristenrechner },
  { methode: 'get', pfad: '/konto', zeige: konto },
  { methode: 'post', pfad: '/entwurf', zeige: hebeEntwurfAuf },
  { methode: 'post', pfad: '/entwurf/verwerfen', zeige: verwirfEntwurf },
  { methode: 'get', pfad: '/faelle/:fallId', zeige: fallseite },
  { methode: 'get', pfad: '/faelle/:fallId/fristen/:fristId/:vorkommen', zeige: fristseite },
  { methode: 'get', pfad: '/faelle/:fallId/blatt', zeige: fallblattseite },
  { methode: 'get', pfad: '/faelle/:fallId/uebergabe', zeige: uebergabeseite },
  { methode: 'get', pfad: '/faelle/:fallId/uebergabe/:nummer.ics', zeige: uebergabekalender },
  { methode: 'get', pfad: '/faelle/:fallId/unterlagen', zeige: unterlagenseite },
  { methode: 'get', pfad: '/faelle/:fallId/schreiben/:sequenz', zeige: schreibenseite },
  { methode: 'get', pfad: '/faelle/:fallId/entbindungen/:einwilligung', zeige: entbindungsseite },
  { methode: 'get', pfad: '/faelle/:fallId/tun/:befehl', zeige: fallformular },
  { methode: 'post', pfad: '/faelle/:fallId/tun/:befehl', zeige: schickeFallformular },
];
