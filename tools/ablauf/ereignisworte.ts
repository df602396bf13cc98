import type { UEBERGAENGE, Uebergangid } from '../../domain/fall/uebergaenge/katalog.ts';

type Tafel = typeof UEBERGAENGE;
/** Events of which others hear than of their transition. */
type Abweichend = {
  [Id in Uebergangid]: Tafel[Id] extends { readonly abweichend: infer Ereignisse } ? keyof Ereignisse : never;
}[Uebergangid];

const WORTE: Readonly<Record<Abweichend, string>> = {
  kontakt_erfasst: 'Termin des Rückgabegesprächs',
  vormerkung_beantwortet: 'Vormerkung beantwortet',
  abweichung_beantragt: 'Abweichung beantragt',
  abweichung_abgelehnt: 'Abweichung abgelehnt',
  zielaenderung_vorgeschlagen: 'Zieländerung vorgeschlagen',
  zielaenderung_abgelehnt: 'Zieländerung abgelehnt',
  teilziel_angepasst: 'Teilziel angepasst',
  pap_gewechselt: 'pAp gewechselt',
  angebotsluecke_gemeldet: 'fehlendes Angebot gemeldet',
  rueckmeldungen_geprueft: 'gespeicherte Rückmeldungen geprüft',
  wiedervorlage_bearbeitet: 'Wiedervorlage bearbeitet',
  nachhaltung_uebertragen: 'Nachhaltung übertragen',
  umkehr_beantragt: 'Umkehr beantragt',
  umkehr_abgelehnt: 'Umkehr abgelehnt',
  umkehr_verfallen: 'Antrag auf Umkehr verfallen',
};

const hatWorte = (ereignis: string): ereignis is Abweichend => Object.hasOwn(WORTE, ereignis);

export function ereignisInWorten(ereignis: string): string {
  if (!hatWorte(ereignis)) throw new Error(`${ereignis} hat keine Worte.`);
  return WORTE[ereignis];
}
