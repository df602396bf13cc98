import { bedingungFehlt, verstoss } from '../../ablehnung.ts';
import { plusMonate } from '../../frist/tag.ts';
import { ortstag } from '../../frist/zeitzone.ts';
import type { Regelid } from '../../kennungen.ts';
import type { Policywahl } from '../../policy/policy.ts';
import { policyAus, unwirksameAenderungen } from '../../policy/wahl.ts';
import { gilt, type Geregelt } from '../../vorgang/regelwerk.ts';
import type { BefehlVon, LaufendeAkh, Personenfakten, Vormerkungsquelle } from '../befehle.ts';
import type { Ereignisdaten } from '../ereignisse.ts';
import type { Fall } from '../fall.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import type { Uebergangid } from '../uebergaenge/katalog.ts';
import { zuJung, type Altersrahmen } from './alter.ts';
import { angenommen, folge, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import { meldefrist, ZU_FRUEH } from './uebergabe.ts';
import { GEGRUENDET, type Eroeffnungszeilen } from './zeilen.ts';

const UNTER_25 =
  'Die Person ist unter 25: Vormerken kann sie nur das Fallmanagement U25, und übernommen wird sie frühestens am 25. Geburtstag.';

/** V-01, V-02, V-17: who may be in bFM at all. `ue25` is asked for the day of the handover where it lies ahead. */
export function personGeeignet(
  person: Personenfakten,
  wo: Altersrahmen,
  alter: { readonly ue25: boolean; readonly satz: string } = { ue25: person.ue25, satz: UNTER_25 },
): Entwurf | null {
  if (!person.erwerbsfaehig || !person.rechtskreisSgb2) {
    return verstoss('V-01', 'Die Person muss erwerbsfähig und im Rechtskreis SGB II sein.');
  }
  const jung = zuJung(alter.ue25, wo, alter.satz);
  if (jung !== null) return jung;
  if (person.andererOffenerFall) {
    return verstoss('V-17', 'Für diese Person gibt es bereits einen offenen Fall.');
  }
  return null;
}

/** V-79: nobody comes into bFM who has died or moved away; the other reasons are those of V-01. */
export function personAmOrt({ wegfall = null }: Personenfakten, wo: Geregelt): Entwurf | null {
  const fort = wegfall === 'tod' || wegfall === 'umzug';
  return fort && gilt('V-79', wo)
    ? verstoss('V-79', 'Die Person gehört nach ihren Stammdaten nicht mehr zu diesem Jobcenter.')
    : null;
}

/** A choice of parameters that would change nothing is refused instead of believed. */
export function policyWirksam(wahl: Policywahl): Entwurf | null {
  const [erste] = unwirksameAenderungen(wahl);
  if (erste === undefined) return null;
  return bedingungFehlt('TR03', `Der Parameter ${erste} kann noch nicht geändert werden.`);
}

type Vormerkung = BefehlVon<'vormerken' | 'im_jour_fixe_vormerken' | 'u25_uebergabe_anmelden'>;

/** What every route to a Vormerkung needs: a suitable person, a Profiling, the reasons. */
function hindernis(befehl: Vormerkung, tr: Uebergangid): Entwurf | null {
  const alter =
    befehl.befehl === 'u25_uebergabe_anmelden' ? { ue25: befehl.uebergabe.ue25, satz: ZU_FRUEH } : undefined;
  const { person, gruendung } = befehl;
  const ungeeignet =
    personGeeignet(person, gruendung, alter) ??
    personAmOrt(person, gruendung) ??
    policyWirksam(gruendung.policy);
  if (ungeeignet !== null) return ungeeignet;
  if (!person.profilVorhanden) {
    return bedingungFehlt(tr, 'Vor der Vormerkung muss ein Profiling der Person vorliegen.');
  }
  if (befehl.ereignisAm < plusMonate(ortstag(befehl.at), -12)) {
    return bedingungFehlt(
      tr,
      'Eine Vormerkung, die länger als ein Jahr zurückliegt, wird als Bestandsfall übernommen.',
    );
  }
  if (zeichen(befehl, 'gruende') > 0) return null;
  return bedingungFehlt(tr, 'Die Vormerkung braucht die Gründe, die mit der Person besprochen werden.');
}

type Daten = Extract<Ereignisdaten, { art: 'vorgemerkt' }>;

/** V-82: the passive Betreuung that binds on the day of the Vormerkung; it ends nothing, but something must have changed. */
function bindendeAkh({ akh, gruendung, ereignisAm }: Vormerkung): LaufendeAkh | null {
  return akh !== undefined && ereignisAm <= akh.bis && gilt('V-82', gruendung) ? akh : null;
}

const trotzAkh = (befehl: Vormerkung): Regelid[] => (bindendeAkh(befehl) === null ? [] : ['V-82']);

function vorgemerkt(befehl: Vormerkung, quelle: Vormerkungsquelle): Daten {
  const { gruendung, erlaeutertAm, einschaetzungKriteriumB } = befehl;
  const akh = bindendeAkh(befehl);
  const bisher = akh === null ? {} : { bisherigesFm: akh.fm };
  const daten = { art: 'vorgemerkt', gruendung, erlaeutertAm, quelle, ...bisher } as const;
  return einschaetzungKriteriumB === null ? daten : { ...daten, einschaetzungKriteriumB };
}

/** TR03; after an ended or refused case it is the re-admission TR49 with a full new check (V-20). */
function vormerken(stand: Fall, befehl: BefehlVon<'vormerken'>): Entwurf {
  const tr = befehl.gruendung.vorgaengerFallId === null ? 'TR03' : 'TR49';
  const neu = ausgang(tr, stand, befehl);
  if ('ok' in neu) return neu;
  const warnungen = trotzAkh(befehl);
  if (befehl.adressatErsetzt) warnungen.push('V-12');
  return (
    hindernis(befehl, tr) ??
    angenommen(geschehen(befehl, { tr, warnungen }, vorgemerkt(befehl, { art: 'pap' })))
  );
}

/** TR04: recognised in the Jour-Fixe. TR09: a Fallmanager joins at once, and the talk is the Übernahmegespräch. */
function imJourFixeVormerken(stand: Fall, befehl: BefehlVon<'im_jour_fixe_vormerken'>): Entwurf {
  const neu = ausgang('TR04', stand, befehl);
  if ('ok' in neu) return neu;
  const { anruf, themen, ereignisAm } = befehl;
  const gehindert = hindernis(befehl, 'TR04');
  if (gehindert !== null) return gehindert;
  const kommt = anruf.ergebnis === 'kommt_dazu';
  if (kommt && anruf.fm === null) {
    return bedingungFehlt('TR09', 'Wer zum Gespräch dazukommt, ist zu nennen.');
  }
  if (anruf.fm !== null && !befehl.fmIstFallmanager) {
    return bedingungFehlt('TR04', 'Dazurufen lässt sich nur eine aktive Fallmanagerin oder ein Fallmanager.');
  }
  const warnungen = trotzAkh(befehl);
  const erstes = geschehen(
    befehl,
    { tr: 'TR04', warnungen },
    vorgemerkt(befehl, { art: 'jour_fixe', anruf, themen }),
  );
  if (!kommt || anruf.fm === null) return angenommen(erstes);
  const { zaehlendeArten } = policyAus(befehl.gruendung.policy)['POL-KONTAKT'];
  return angenommen(
    erstes,
    folge('TR09', ereignisAm, { art: 'zugeordnet', fm: anruf.fm, uebergabe: 'warm' }),
    folge('TR12', ereignisAm, {
      art: 'uebernahmegespraech_gefuehrt',
      fmBekannt: true,
      zaehlt: zaehlendeArten.includes('persoenlich'),
    }),
  );
}

/** TR05: the FM U25 announces a handover; one that comes late is accepted and flagged (V-19). */
function u25UebergabeAnmelden(stand: Fall, befehl: BefehlVon<'u25_uebergabe_anmelden'>): Entwurf {
  const neu = ausgang('TR05', stand, befehl);
  if ('ok' in neu) return neu;
  const gehindert = hindernis(befehl, 'TR05');
  if (gehindert !== null) return gehindert;
  const uebergabeAm = befehl.uebergabe.am;
  if (uebergabeAm < befehl.ereignisAm) {
    return bedingungFehlt('TR05', `Der Tag der Übergabe (${uebergabeAm}) liegt vor dem Tag der Anmeldung.`);
  }
  const frist = meldefrist(befehl.gruendung, uebergabeAm);
  const warnungen = trotzAkh(befehl);
  if (befehl.ereignisAm > frist) warnungen.push('V-19');
  const daten = vorgemerkt(befehl, { art: 'fm_u25', uebergabeAm });
  return angenommen(geschehen(befehl, { tr: 'TR05', warnungen }, { ...daten, meldefrist: frist }));
}

export const VORMERKUNG = {
  vormerken: {
    updatename: 'klar',
    durch: vormerken,
    tage: { ...GEGRUENDET, akh: 'akte', erlaeutertAm: 'tatsache' },
  },
  im_jour_fixe_vormerken: {
    updatename: 'klar',
    durch: imJourFixeVormerken,
    tage: { ...GEGRUENDET, akh: 'akte', erlaeutertAm: 'tatsache' },
  },
  u25_uebergabe_anmelden: {
    updatename: 'klar',
    durch: u25UebergabeAnmelden,
    tage: { ...GEGRUENDET, akh: 'akte', erlaeutertAm: 'tatsache', uebergabe: { am: 'plan' } },
  },
} satisfies Partial<Eroeffnungszeilen>;
