import { bedingungFehlt } from '../../ablehnung.ts';
import type { BefehlVon } from '../befehle.ts';
import type { BestehenderFall } from '../fall.ts';
import type { Verlegungsziel } from '../eintrag.ts';
import { bleibt } from '../ruecknahme.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import type { Folgezeilen } from './zeilen.ts';

type Ruecknahme = BefehlVon<'eintrag_zurueckziehen'>;

/** A contact so old that the case no longer knows what came before it: the Fristen it moved cannot be computed anew. */
function reichtZuWeitZurueck(fall: BestehenderFall, { bezug, zaehlt }: Ruecknahme): boolean {
  if (!zaehlt || !('begleitung' in fall)) return false;
  const { kontakte, kontakteVorher } = fall.begleitung;
  if (fall.weg.kontakte.some(({ ereignis }) => ereignis === bezug.ereignis) || kontakteVorher === 0)
    return false;
  return kontakte.findIndex(({ ereignis }) => ereignis === bezug.ereignis) < 1;
}

/** E20: the Vereinbarung in force names the goal by its number. */
function istVereinbart(fall: BestehenderFall, { teile }: Ruecknahme): boolean {
  const vereinbart = 'begleitung' in fall ? (fall.begleitung.planung.vereinbarung?.teilziele ?? []) : [];
  return teile.some(({ teilziel }) => teilziel !== undefined && vereinbart.includes(teilziel));
}

/** Why the entry cannot go where it is to be moved to; null when it can. */
function zielHindernis(
  { fallId }: BestehenderFall,
  { bezug, eintragAm }: Ruecknahme,
  ziel: Verlegungsziel,
): string | null {
  if (bezug.art !== 'kontakt_erfasst')
    return 'Verlegt werden Kontakte; anderes ziehen Sie hier zurück und tragen es in der richtigen Akte ein.';
  if (ziel.fall === fallId) return 'Der Eintrag steht schon in diesem Fall.';
  if (!ziel.nimmtKontakte) return 'Im anderen Fall lässt sich in seinem Zustand kein Kontakt eintragen.';
  return eintragAm < ziel.vorgemerktAm ? 'Der Eintrag liegt vor der Vormerkung des anderen Falls.' : null;
}

function hindernis(fall: BestehenderFall, befehl: Ruecknahme): string | null {
  const { akteur, bezug, folgenreich, ziel } = befehl;
  if (akteur.rolle !== 'tl' && akteur.id !== bezug.akteur)
    return 'Zurückziehen kann nur, wer den Eintrag verfasst hat, oder die Teamleitung.';
  const grund = bleibt(bezug.art);
  if (grund !== null) return grund;
  if (folgenreich)
    return 'Mit diesem Eintrag ist mehr geschehen; zurück geht es nur mit dem Schritt, der dafür vorgesehen ist.';
  if (reichtZuWeitZurueck(fall, befehl))
    return 'Der Kontakt liegt zu weit zurück: Die Fristen, die an ihm hängen, sind beendet. Der Text lässt sich auf Antrag löschen.';
  if (istVereinbart(fall, befehl))
    return 'Dieses Teilziel steht in der Vereinbarung; zuerst ist sie ohne das Ziel fortzuschreiben.';
  if (zeichen(befehl, 'grund') === 0) return 'Wer einen Eintrag zurückzieht, nennt den Grund.';
  return ziel === null ? null : zielHindernis(fall, befehl, ziel);
}

/** TR61: before V-71 and TR58; day, author and reason stay, what was about another person does not. */
function zurueckziehen(fall: BestehenderFall, befehl: Ruecknahme): Entwurf {
  const satz = hindernis(fall, befehl);
  if (satz !== null) return bedingungFehlt('TR61', satz);
  const { teile, unterlagen, falscheAkte, ziel } = befehl;
  const fremd = (falscheAkte || ziel !== null) && ziel?.selbePerson !== true;
  const wohin = ziel === null ? null : { fall: ziel.fall, sendung: ziel.sendung };
  const daten = { art: 'eintrag_zurueckgezogen', teile, fremd, unterlagen, ziel: wohin } as const;
  return angenommen(geschehen(befehl, { tr: 'TR61' }, daten));
}

/** TR61 at the other end: what was decided there is taken as it is; it has left its old place already. */
function uebernehmen(_: BestehenderFall, befehl: BefehlVon<'eintrag_uebernehmen'>): Entwurf {
  const { kontakt, eintragAm, unterlagen } = befehl;
  const ereignis = geschehen(befehl, { tr: 'TR61' }, { art: 'kontakt_erfasst', ...kontakt } as const);
  return angenommen({ ...ereignis, ereignisAm: eintragAm, dokumente: unterlagen });
}

export const RUECKNAHME = {
  eintrag_zurueckziehen: {
    updatename: 'klar',
    durch: zurueckziehen,
    ereignistag: 'technisch',
    tage: { eintragAm: 'eigene_regel', ziel: 'akte' },
  },
  eintrag_uebernehmen: {
    updatename: 'klar',
    durch: uebernehmen,
    ereignistag: 'technisch',
    tage: { kontakt: 'akte', eintragAm: 'eigene_regel' },
  },
} satisfies Partial<Folgezeilen>;
