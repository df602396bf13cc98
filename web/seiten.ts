import type { Seitenzeile } from './kern/anfrage.ts';
import { fristseite } from './fall/frist.ts';
import { fallseite } from './fall/seite.ts';
import { fristenrechner } from './fristen/rechner.ts';
import { heute } from './heute/heute.ts';
import { konto } from './konto/seite.ts';
import { eingang, faelle, lies, teamfristen, vormerkungen } from './listen/seiten.ts';
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
  { methode: 'get', pfad: '/team/fristen', aufwendig: true, zeige: teamfristen },
  { methode: 'get', pfad: '/fristen', zeige: fristenrechner },
  { methode: 'get', pfad: '/konto', zeige: konto },
  { methode: 'get', pfad: '/faelle/:fallId', zeige: fallseite },
  { methode: 'get', pfad: '/faelle/:fallId/fristen/:fristId/:vorkommen', zeige: fristseite },
  { methode: 'get', pfad: '/faelle/:fallId/tun/:befehl', zeige: fallformular },
  { methode: 'post', pfad: '/faelle/:fallId/tun/:befehl', zeige: schickeFallformular },
];
