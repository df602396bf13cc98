import { vertragAn } from '../../../api/befehle/vertraege.ts';
import { sha256 } from '../../../db/ziehungssaat.ts';
import { laeuftNoch, vormerkungVon, wegVon } from '../../../domain/fall/fall.ts';
import { darfAmTeam } from '../../../domain/rollen/teamrechte.ts';
import { TEAM as KALENDER } from '../../../domain/team/aggregat.ts';
import type { Ziehung } from '../../../domain/team/befehle.ts';
import { besprechungsliste, type Besprechungsfall } from '../../../domain/team/besprechungsliste.ts';
import { verpflichtungVon, ziehe } from '../../../domain/team/ziehung.ts';
import { fuehreAus } from '../../../domain/vorgang/schritt.ts';
import type { Teamschritt } from '../geschichte.ts';
import type { Befehlsergebnis } from '../motor.ts';
import { kennung, mitIds, TEAM } from '../verweise.ts';
import { verzeichne } from './aktenfuehrung.ts';
import { befehlskopf } from './befehlskopf.ts';
import { SAAT, type Teamakte } from './teamakte.ts';
import { berechtigter, ein, fallakte, type Welt } from './welt.ts';

function besprechungsfaelle({ faelle }: Welt): Besprechungsfall[] {
  return faelle.map(({ fall }) => {
    const zuordnung = wegVon(fall)?.zuordnung ?? null;
    return {
      fall: fall.fallId,
      wartet: fall.zustand === 'vorgemerkt',
      vorgemerktAm: vormerkungVon(fall).am,
      zugeordnetAm: zuordnung?.am ?? null,
      fm: zuordnung?.fm ?? null,
    };
  });
}

function ziehung({ faelle }: Welt, { loswort, anzahl }: { loswort: string; anzahl: number }): Ziehung {
  const ziehbar = faelle.map(({ fall }) => fall).filter((fall) => laeuftNoch(fall) && 'begleitung' in fall);
  const liste = ziehbar.map(({ fallnummer }) => fallnummer);
  const gezogen = ziehe({ fallnummern: liste, saat: SAAT, loswort, anzahl }, sha256);
  const fallVon = (fallnummer: string): string =>
    ein(ziehbar.find((f) => f.fallnummer === fallnummer)?.fallId, fallnummer);
  return {
    liste,
    saat: SAAT,
    loswort,
    gezogen: gezogen.map((fallnummer) => ({ fallnummer, fall: fallVon(fallnummer) })),
    naechsteVerpflichtung: verpflichtungVon(SAAT, sha256),
  };
}

function last({ faelle, geschichte }: Welt): { faelle: number; vollzeit: number } {
  const laufende = faelle.filter(({ fall }) => laeuftNoch(fall) && 'begleitung' in fall);
  const fms = geschichte.personal.filter(({ rolle }) => rolle === 'fm');
  const hundertstel = fms.reduce((summe, { anteil }) => summe + Math.round(anteil * 100), 0);
  return { faelle: laufende.length, vollzeit: hundertstel / 100 };
}

/** Stories give every provider with an agreement the duty to report. */
function berichtspflichtige({ geschichte }: Welt): string[] {
  return geschichte.leistungserbringer
    .filter(({ grundlage }) => grundlage === 'vereinbarung')
    .map(({ id }) => kennung('leistungserbringer', id))
    .sort();
}

/** A command of a clerk on the calendar of the team. */
export function teambefehl(welt: Welt, akte: Teamakte, schritt: Teamschritt): Befehlsergebnis {
  const vertrag = vertragAn('team', schritt.befehl);
  if (vertrag?.ziel !== 'team') throw new Error(`Kein Vertrag für ${schritt.befehl}`);
  const { stand: vorher } = akte;
  const wer = berechtigter(welt, schritt.als);
  const roh = mitIds(vertrag, schritt.eingabe, ({ art, label }) =>
    art === 'fall' ? ein(fallakte(welt, label), label).fall.fallId : kennung(art, label),
  );
  const {
    team: besuchtes,
    loswort = '',
    anzahl = 0,
  } = roh as {
    team?: string;
    loswort?: string;
    anzahl?: number;
  };
  const { kontaktteams } = vorher;
  if (!darfAmTeam(wer, vertrag.befehl, { team: TEAM, eigenes: TEAM, kontaktteams, besuchtes }))
    return { verboten: true };
  const kopf = befehlskopf(vertrag, roh, { schritt, wer });
  const liste = besprechungsliste(vorher, besprechungsfaelle(welt), kopf.ereignisAm);
  const befehl = vertrag.zuBefehl(roh, {
    kopf,
    liste,
    ziehung: ziehung(welt, { loswort, anzahl }),
    last: last(welt),
    berichtspflichtige: berichtspflichtige(welt),
  });
  const ergebnis = fuehreAus(KALENDER, vorher, befehl);
  if (!ergebnis.ok) return { abgelehnt: ergebnis.ablehnung.id };
  verzeichne(akte, KALENDER, { vorher, ereignisse: ergebnis.ereignisse });
  akte.stand = ergebnis.lage.zustand === 'neu' ? vorher : ergebnis.lage;
  const antwort = KALENDER.antwortAuf(befehl, ergebnis.ereignisse, akte.stand);
  const { zustand, neben, warnungen, fakten } = antwort;
  return { ergebnis: 'ok', zustand, neben, warnungen, fakten: { ...fakten } };
}
