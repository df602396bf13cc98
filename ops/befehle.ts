import { z } from 'zod';
import { abgleich } from './abgleich/abgleich.ts';
import { gleicheAlleAb } from './abgleich/alle.ts';
import { auditPruefen } from './audit/audit-pruefen.ts';
import { ohneAngaben, type Unterbefehl, type Unterbefehle } from './aufruf.ts';
import { entwuerfe } from './entwuerfe.ts';
import { KONTENBEFEHLE } from './konten.ts';
import { loeschungNachholen } from './loeschung.ts';
import { mitAkte, mitMitteln } from './mittel.ts';
import { regelwerk } from './regelwerk.ts';
import { schluesselUmverpacken } from './schluessel.ts';
import { wartung } from './wartung.ts';

const liesAbgleich: Unterbefehl['lies'] = ({ rest, freigeben, alle }) => {
  if (alle) return rest.length === 0 && !freigeben ? (env) => mitMitteln(env, gleicheAlleAb) : null;
  const fallId = z.uuid().toLowerCase().safeParse(rest[0]).data;
  if (rest.length !== 1 || fallId === undefined) return null;
  return (env) => mitMitteln(env, (mittel) => abgleich(mittel, fallId, freigeben));
};

const liesWartung: Unterbefehl['lies'] = ({ rest: [was, ...rest], freigeben, alle }) => {
  const an = was === 'an';
  if ((!an && was !== 'aus') || rest.length > 0 || freigeben || alle) return null;
  return (env) => mitAkte(env, (db) => wartung(db, an));
};

/** What production runs from a shell. */
export const UNTERBEFEHLE: Unterbefehle = {
  abgleich: {
    angaben: '<fallId> [--freigeben] | --alle',
    zeile:
      'vergleicht Akte und Workflow; gibt einen angehaltenen Fall frei (V-76); --alle startet, was nicht läuft',
    lies: liesAbgleich,
  },
  wartung: {
    angaben: 'an | aus',
    zeile: 'hält Rundgang und Zustellung an, während Sicherungen eingespielt werden',
    lies: liesWartung,
  },
  entwuerfe: {
    angaben: '',
    zeile: 'bereinigt Entwürfe abgelehnter und nie angekommener Befehle, die älter als ein Tag sind',
    lies: ohneAngaben((env) => mitMitteln(env, entwuerfe)),
  },
  'audit-pruefen': {
    angaben: '',
    zeile: 'prüft die Ketten des Protokolls und ihre Anker auf Veränderungen',
    lies: ohneAngaben(auditPruefen),
  },
  'loeschung-nachholen': {
    angaben: '',
    zeile: 'löscht nach einer Wiederherstellung noch einmal, was das Löschbuch nennt',
    lies: ohneAngaben((env) => mitMitteln(env, (mittel) => loeschungNachholen(mittel, env))),
  },
  regelwerk: {
    angaben: '',
    zeile:
      'lässt nach einem Upgrade alle laufenden Vorgänge die neuen Regeln übernehmen; erst wenn alle Worker neu sind',
    lies: ohneAngaben((env) => mitAkte(env, regelwerk)),
  },
  ...KONTENBEFEHLE,
  'schluessel-umverpacken': {
    angaben: '',
    zeile: 'verpackt alle Fallschlüssel mit dem neuesten Hauptschlüssel',
    lies: ohneAngaben(schluesselUmverpacken),
  },
};
