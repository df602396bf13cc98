import { bedingungFehlt, verstoss } from '../../ablehnung.ts';
import { plusMonate } from '../../frist/tag.ts';
import { ortstag } from '../../frist/zeitzone.ts';
import { ankerAus } from '../anker.ts';
import { policyAus } from '../../policy/wahl.ts';
import type { BefehlVon } from '../befehle.ts';
import type { Fall } from '../fall.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import { angenommen, geschehen, type Entwurf } from './entwurf.ts';
import { personAmOrt, personGeeignet, policyWirksam } from './vormerkung.ts';
import { GEGRUENDET, type Eroeffnungszeilen } from './zeilen.ts';

type Uebernahme = BefehlVon<'fall_uebernehmen'>;

function alleTage({ bestand }: Uebernahme): string[] {
  const einzelne = [
    bestand.uebernahmegespraechAm,
    bestand.erstgespraechAm,
    bestand.fallzugangAm,
    bestand.feedbackAm,
  ];
  return [
    bestand.vorgemerktAm,
    bestand.zuordnung.am,
    ...einzelne.filter((tag) => tag !== null),
    ...bestand.vereinbarungenAm,
    ...bestand.kontakteAm,
    ...bestand.ueberpruefungenAm,
    ...bestand.standortgespraecheAm,
  ];
}

function ausserhalbDesFalls({ bestand }: Uebernahme): boolean {
  const { vorgemerktAm, erstgespraechAm, kontakteAm, feedbackAm, fallzugangAm } = bestand;
  const zuFrueh = [erstgespraechAm ?? vorgemerktAm, ...kontakteAm].some((tag) => tag < vorgemerktAm);
  return zuFrueh || (feedbackAm !== null && (fallzugangAm === null || feedbackAm < fallzugangAm));
}

function standortVorZeit({ bestand, gruendung }: Uebernahme): boolean {
  const { fallzugangAm, uebernahmegespraechAm, zuordnung } = bestand;
  if (fallzugangAm === null) return false;
  const policy = policyAus(gruendung.policy);
  const uebernahmegespraech = uebernahmegespraechAm === null ? null : { am: uebernahmegespraechAm };
  const anker = ankerAus(policy, { zuordnung, uebernahmegespraech, fallzugang: { am: fallzugangAm } });
  const ab = plusMonate(anker.am, policy['POL-HOECHSTDAUER'].monate - 1);
  return bestand.standortgespraecheAm.some((tag) => tag < ab);
}

/** Takes a running case over with its facts so far; its Fristen, overdue ones too, follow from them. */
function fallUebernehmen(stand: Fall, befehl: Uebernahme): Entwurf {
  const neu = ausgang('TR03', stand, befehl);
  if ('ok' in neu) return neu;
  const hindernis =
    personGeeignet(befehl.person, befehl.gruendung) ??
    personAmOrt(befehl.person, befehl.gruendung) ??
    policyWirksam(befehl.gruendung.policy);
  if (hindernis !== null) return hindernis;
  const { bestand, gruendung } = befehl;
  const heute = ortstag(befehl.at);
  if (alleTage(befehl).some((tag) => tag > heute)) {
    return verstoss('V-74', 'Die Übernahme enthält Daten in der Zukunft.');
  }
  const folge = [
    bestand.vorgemerktAm,
    bestand.zuordnung.am,
    bestand.uebernahmegespraechAm,
    bestand.fallzugangAm,
  ];
  const tage = folge.filter((tag) => tag !== null);
  if (tage.some((tag, stelle) => stelle > 0 && tag < (tage[stelle - 1] ?? ''))) {
    return bedingungFehlt(
      'TR03',
      'Die Daten der Übernahme stehen nicht in der Reihenfolge Vormerkung, Zuordnung, Übernahmegespräch, Fallzugang.',
    );
  }
  const { fallzugangAm } = bestand;
  const danach = [...bestand.vereinbarungenAm, ...bestand.ueberpruefungenAm, ...bestand.standortgespraecheAm];
  if (danach.some((tag) => fallzugangAm === null || tag < fallzugangAm)) {
    return bedingungFehlt(
      'TR03',
      'Vereinbarungen, Überprüfungen und Standortgespräche gibt es erst ab dem Fallzugang.',
    );
  }
  if (ausserhalbDesFalls(befehl)) {
    return bedingungFehlt('TR03', 'Gespräche, Kontakte und Feedback gehören in die Zeit des Falls.');
  }
  if (standortVorZeit(befehl)) {
    return bedingungFehlt('TR03', 'Ein Standortgespräch gibt es frühestens im Monat vor der Höchstdauer.');
  }
  return angenommen(geschehen(befehl, { tr: null }, { art: 'fall_uebernommen', gruendung, bestand }));
}

export const BESTAND = {
  fall_uebernehmen: {
    updatename: 'klar',
    durch: fallUebernehmen,
    ereignistag: 'technisch',
    tage: { ...GEGRUENDET, bestand: 'eigene_regel' },
  },
} satisfies Partial<Eroeffnungszeilen>;
