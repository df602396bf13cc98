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
import { hilfe, hilfekapitel } from './hilfe/seiten.ts';
import { hebeKalenderAuf, legeKalenderAn } from './konto/kalender.ts';
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
  { methode: 'get', pfad: '/hilfe', hilfe: 'heute', zeige: hilfe },
  { methode: 'get', pfad: '/hilfe/:kapitel', hilfe: 'heute', zeige: hilfekapitel },
  { methode: 'get', pfad: '/', hilfe: 'heute', aufwendig: true, zeige: heute },
  { methode: 'get', pfad: '/eingang', hilfe: 'heute', aufwendig: true, zeige: eingang },
  { methode: 'post', pfad: '/eingang/:id/gelesen', hilfe: 'heute', zeige: lies },
  { methode: 'get', pfad: '/faelle', hilfe: 'listen', aufwendig: true, zeige: faelle },
  { methode: 'get', pfad: '/vormerkungen', hilfe: 'vormerkungen', aufwendig: true, zeige: vormerkungen },
  { methode: 'get', pfad: '/beginnen/:befehl', hilfe: 'festhalten', aufwendig: true, zeige: anfangsformular },
  { methode: 'post', pfad: '/beginnen/:befehl', hilfe: 'festhalten', zeige: schickeAnfangsformular },
  { methode: 'get', pfad: '/personen', hilfe: 'personen', aufwendig: true, zeige: personen },
  { methode: 'post', pfad: '/personen', hilfe: 'personen', aufwendig: true, zeige: suchePersonen },
  { methode: 'get', pfad: '/personen/:personId', hilfe: 'personen', zeige: person },
  {
    methode: 'get',
    pfad: '/personen/:personId/protokoll',
    hilfe: 'personen',
    aufwendig: true,
    zeige: personenprotokoll,
  },
  {
    methode: 'get',
    pfad: '/personen/:personId/beginnen/:befehl',
    hilfe: 'festhalten',
    zeige: anfangsformular,
  },
  {
    methode: 'post',
    pfad: '/personen/:personId/beginnen/:befehl',
    hilfe: 'festhalten',
    zeige: schickeAnfangsformular,
  },
  {
    methode: 'get',
    pfad: '/tun/:name{/:erste}{/:zweite}',
    hilfe: 'festhalten',
    aufwendig: true,
    zeige: schreibformular,
  },
  {
    methode: 'post',
    pfad: '/tun/:name{/:erste}{/:zweite}',
    hilfe: 'festhalten',
    zeige: schickeSchreibformular,
  },
  { methode: 'get', pfad: '/haus', hilfe: 'haus', zeige: haus },
  { methode: 'get', pfad: '/haus/mitarbeitende', hilfe: 'haus', zeige: mitarbeitende },
  { methode: 'get', pfad: '/haus/mitarbeitende/:id', hilfe: 'haus', zeige: mitarbeitendeseite },
  { methode: 'get', pfad: '/haus/teams', hilfe: 'haus', zeige: teams },
  { methode: 'get', pfad: '/haus/themen', hilfe: 'haus', zeige: themen },
  { methode: 'get', pfad: '/haus/kalender', hilfe: 'haus', zeige: kalender },
  { methode: 'get', pfad: '/haus/zugriffe', hilfe: 'haus', zeige: zugriffe },
  { methode: 'get', pfad: '/haus/beanstandungen', hilfe: 'haus', zeige: beanstandungen },
  { methode: 'get', pfad: '/haus/loeschantraege', hilfe: 'haus', zeige: loeschantraege },
  { methode: 'get', pfad: '/haus/loeschsperren', hilfe: 'haus', zeige: loeschsperren },
  { methode: 'get', pfad: '/haus/angebotsluecken', hilfe: 'haus', zeige: angebotsluecken },
  { methode: 'get', pfad: '/haus/policies', hilfe: 'haus', zeige: policies },
  { methode: 'get', pfad: '/haus/policies/:name', hilfe: 'haus', zeige: policyseite },
  { methode: 'get', pfad: '/haus/migrationen/:id', hilfe: 'haus', zeige: migrationsseite },
  { methode: 'get', pfad: '/netzwerk', hilfe: 'haus', aufwendig: true, zeige: netzwerk },
  { methode: 'get', pfad: '/netzwerk/:erbringerId', hilfe: 'haus', zeige: erbringerseite },
  { methode: 'get', pfad: '/faelle/:fallId/akte', hilfe: 'fall', zeige: aktenseite },
  { methode: 'get', pfad: '/faelle/:fallId/protokoll', hilfe: 'fall', aufwendig: true, zeige: fallprotokoll },
  { methode: 'get', pfad: '/faelle/:fallId/zugriff', hilfe: 'fall', zeige: zugriffsformular },
  { methode: 'post', pfad: '/faelle/:fallId/zugriff', hilfe: 'fall', zeige: schickeZugriff },
  { methode: 'get', pfad: '/besprechung', hilfe: 'vormerkungen', aufwendig: true, zeige: besprechung },
  { methode: 'post', pfad: '/besprechung', hilfe: 'vormerkungen', zeige: ordneZu },
  {
    methode: 'get',
    pfad: '/besprechung/abschluss',
    hilfe: 'vormerkungen',
    aufwendig: true,
    zeige: abschlussseite,
  },
  {
    methode: 'get',
    pfad: '/besprechung/:fallId/:befehl',
    hilfe: 'vormerkungen',
    zeige: besprechungsformular,
  },
  {
    methode: 'post',
    pfad: '/besprechung/:fallId/:befehl',
    hilfe: 'vormerkungen',
    zeige: schickeBesprechungsformular,
  },
  { methode: 'get', pfad: '/team', hilfe: 'team', aufwendig: true, zeige: teamseite },
  { methode: 'get', pfad: '/team/fristen', hilfe: 'team', aufwendig: true, zeige: teamfristen },
  { methode: 'get', pfad: '/fristen', hilfe: 'fristen', zeige: fristenrechner },
  { methode: 'get', pfad: '/konto', hilfe: 'konto', zeige: konto },
  { methode: 'post', pfad: '/entwurf', hilfe: 'festhalten', zeige: hebeEntwurfAuf },
  { methode: 'post', pfad: '/entwurf/verwerfen', hilfe: 'festhalten', zeige: verwirfEntwurf },
  { methode: 'get', pfad: '/faelle/:fallId', hilfe: 'fall', zeige: fallseite },
  { methode: 'get', pfad: '/faelle/:fallId/fristen/:fristId/:vorkommen', hilfe: 'fall', zeige: fristseite },
  { methode: 'get', pfad: '/faelle/:fallId/blatt', hilfe: 'fall', zeige: fallblattseite },
  { methode: 'get', pfad: '/faelle/:fallId/uebergabe', hilfe: 'uebergabe', zeige: uebergabeseite },
  {
    methode: 'get',
    pfad: '/faelle/:fallId/uebergabe/:nummer.ics',
    hilfe: 'uebergabe',
    zeige: uebergabekalender,
  },
  { methode: 'get', pfad: '/faelle/:fallId/unterlagen', hilfe: 'fall', zeige: unterlagenseite },
  { methode: 'get', pfad: '/faelle/:fallId/schreiben/:sequenz', hilfe: 'fall', zeige: schreibenseite },
  {
    methode: 'get',
    pfad: '/faelle/:fallId/entbindungen/:einwilligung',
    hilfe: 'fall',
    zeige: entbindungsseite,
  },
  { methode: 'get', pfad: '/faelle/:fallId/tun/:befehl', hilfe: 'festhalten', zeige: fallformular },
  { methode: 'post', pfad: '/faelle/:fallId/tun/:befehl', hilfe: 'festhalten', zeige: schickeFallformular },
  { methode: 'post', pfad: '/konto/kalender', hilfe: 'konto', zeige: legeKalenderAn },
  { methode: 'post', pfad: '/konto/kalender/widerruf', hilfe: 'konto', zeige: hebeKalenderAuf },
];
