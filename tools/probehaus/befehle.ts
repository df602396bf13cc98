import { randomUUID } from 'node:crypto';
import type { Befehl, Befehlskopf, BefehlVon, Personenfakten } from '../../domain/fall/befehle.ts';
import { kalenderFuer } from '../../domain/frist/kalender.ts';
import { plusTage, type Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { STANDARDWAHL } from '../../domain/policy/wahl.ts';
import { PERSONAL, TEAM } from './stammdaten.ts';

export const GEEIGNET: Personenfakten = {
  erwerbsfaehig: true,
  rechtskreisSgb2: true,
  ue25: true,
  profilVorhanden: true,
  ohneProfillage: false,
  profilAbgesichert: true,
  komplex: true,
  zaehlendeHandlungsbedarfe: 3,
  offeneHandlungsbedarfe: 3,
  profilAngepasstAm: null,
  andererOffenerFall: false,
};

type Wer = 'pap' | 'fm' | 'tl';

const text = (zeichen: number): { dokument: string; zeichen: number; nurVorlage: boolean } => ({
  dokument: randomUUID(),
  zeichen,
  nurVorlage: false,
});

/** Head of a command with the named texts filled. */
export function kopf(at: string, wer: Wer, felder: readonly string[] = []): Befehlskopf {
  return {
    befehlId: randomUUID(),
    at,
    akteur: { id: PERSONAL[wer], rolle: wer },
    ereignisAm: ortstag(at),
    texte: Object.fromEntries(felder.map((feld) => [feld, text(60)])),
    begruendungen: {},
    zeilenversionen: {},
  };
}

export function vormerkung(at: string, personId: string, fallnummer: string): BefehlVon<'vormerken'> {
  return {
    ...kopf(at, 'pap', ['gruende']),
    befehl: 'vormerken',
    gruendung: {
      personId,
      fallnummer,
      team: TEAM,
      pap: PERSONAL.pap,
      abgebend: null,
      vorgaengerFallId: null,
      laufendeNummer: 1,
      policy: STANDARDWAHL,
      kalender: kalenderFuer('HB'),
    },
    erlaeutertAm: ortstag(at),
    einschaetzungKriteriumB: null,
    adressatErsetzt: false,
    person: GEEIGNET,
  };
}

type Bestand = BefehlVon<'fall_uebernehmen'>['bestand'];

/** A case that ran before Lotse did, taken over as it stands. */
export function uebernahme(
  at: string,
  fall: { readonly personId: string; readonly fallnummer: string; readonly zugang: Tag },
  bestand: Partial<Bestand> = {},
): Befehl {
  const { zugang } = fall;
  const { gruendung } = vormerkung(at, fall.personId, fall.fallnummer);
  return {
    ...kopf(at, 'tl'),
    befehl: 'fall_uebernehmen',
    gruendung,
    person: GEEIGNET,
    bestand: {
      vorgemerktAm: plusTage(zugang, -10),
      zuordnung: { am: plusTage(zugang, -5), fm: PERSONAL.fm },
      uebernahmegespraechAm: zugang,
      erstgespraechAm: zugang,
      fallzugangAm: zugang,
      vereinbarungenAm: [],
      kontakteAm: [],
      ueberpruefungenAm: [],
      standortgespraecheAm: [],
      feedbackAm: null,
      ...bestand,
    },
  };
}

type Schritt = (at: string) => Befehl;

/** The commands from Zuordnung to Fallzugang, all complete. */
export const BIS_FALLZUGANG: readonly Schritt[] = [
  (at) => ({ ...kopf(at, 'tl'), befehl: 'zuordnen', fm: PERSONAL.fm, fmIstFallmanager: true }),
  (at) => ({ ...kopf(at, 'fm'), befehl: 'uebernahmegespraech_vereinbaren', termin: ortstag(at) }),
  (at) => ({
    ...kopf(at, 'fm'),
    befehl: 'uebernahmegespraech_fuehren',
    teilnehmer: ['bewerber', 'pap', 'fm'],
    art: 'persoenlich',
    imFmBuero: true,
    person: GEEIGNET,
  }),
  (at) => ({
    ...kopf(at, 'fm', ['kriteriumBBegruendung']),
    befehl: 'zugang_entscheiden',
    ergebnis: 'uebernahme',
    kriteriumB: 'ja',
    besprochenAm: null,
    fmVorgestelltAm: null,
    komplex: null,
    integrationNachrangig: false,
    grund: null,
    weiterleitung: null,
    person: GEEIGNET,
  }),
];
