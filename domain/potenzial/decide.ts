import { bedingungFehlt, verstoss } from '../ablehnung.ts';
import type { Pflegebefehl } from '../vorgang/befehl.ts';
import { unmoeglich } from '../fall/uebergaenge/ausgang.ts';
import { angenommen, folge, geschehen, zeichen, type Entwurf } from '../vorgang/entwurf.ts';
import type { Pflegeereignis } from '../vorgang/ereignis.ts';
import { PFLEGEBEFEHLE } from '../vorgang/pflege.ts';
import { gilt } from '../vorgang/regelwerk.ts';
import { nachName, type Befehlszeilen, type NachName } from '../vorgang/tafel.ts';
import { imRahmen } from '../vorgang/zeitregel.ts';
import { istGleich, type Aktenlage } from './aktenlage.ts';
import type { Potenzialbefehl } from './befehle.ts';
import type { Potenzialdaten } from './ereignisse.ts';
import { zustandBei } from './evolve.ts';
import type { NeuesPotenzial, Potenzial } from './potenzial.ts';

type Befehl = Potenzialbefehl | Pflegebefehl;
type BefehlVon<Name extends Befehl['befehl']> = Extract<Befehl, { befehl: Name }>;
type PotenzialEntwurf = Entwurf<Potenzialdaten | Pflegeereignis>;

const NICHTS: PotenzialEntwurf = { ok: true, ereignisse: [] };

/** TR01 is told once a person comes under check; a person who merely comes back from a case is not news. */
function beginntPruefung(vorher: Aktenlage | null, aktenlage: Aktenlage): boolean {
  return (
    zustandBei(aktenlage) === 'potenzial' &&
    aktenlage.komplexSeit !== null &&
    (vorher?.komplexSeit ?? null) === null
  );
}

/** Under the rules of release 0.1 the checks went on whoever the person was. */
function ohneWegfall(lage: Aktenlage): Aktenlage {
  return lage.wegfall === undefined ? lage : { ...lage, wegfall: null };
}

function uebernehmen(
  potenzial: NeuesPotenzial | Potenzial,
  { lage, gruendung }: BefehlVon<'aktenlage_uebernehmen'>,
): PotenzialEntwurf {
  const aktenlage = gilt('V-79', potenzial.zustand === 'neu' ? gruendung : potenzial)
    ? lage
    : ohneWegfall(lage);
  if (potenzial.zustand === 'neu') {
    if (zustandBei(aktenlage) === 'beendet') return NICHTS;
    const tr = beginntPruefung(null, aktenlage) ? 'TR01' : null;
    return angenommen(folge(tr, null, { art: 'potenzial_begonnen', gruendung, lage: aktenlage }));
  }
  if (istGleich(potenzial.lage, aktenlage)) return NICHTS;
  const tr = beginntPruefung(potenzial.lage, aktenlage) ? 'TR01' : null;
  return angenommen(folge(tr, null, { art: 'aktenlage_uebernommen', lage: aktenlage }));
}

/** What stands against a check before anybody asks for its reasons. */
function unzulaessig(
  potenzial: Potenzial,
  befehl: BefehlVon<'komplexprofil_pruefen'>,
): PotenzialEntwurf | null {
  const { zustand } = potenzial;
  const { anker } = potenzial.pruefkette;
  const { ergebnis, ereignisAm, fakten } = befehl;
  // The result Vormerkung points to the open case; every other one belongs to a person without a case.
  if (anker === null || zustand !== (ergebnis === 'vormerkung' ? 'ruhend' : 'potenzial'))
    return unmoeglich('TR02', potenzial, befehl);
  if (ergebnis === 'vormerkung') return null;
  if (ereignisAm < anker)
    return bedingungFehlt('TR02', 'Die Prüfung liegt vor dem Tag, von dem an zu prüfen ist.');
  if (ergebnis === 'akh_laeuft' && (fakten.akhBis === null || ereignisAm > fakten.akhBis))
    return bedingungFehlt('TR02', 'Für diese Person läuft keine passive Betreuung (A-28).');
  return null;
}

/** TR02, E31: the result of a check; each but the Vormerkung and the AKH needs its reasons (V-10, V-11). */
function pruefen(potenzial: Potenzial, befehl: BefehlVon<'komplexprofil_pruefen'>): PotenzialEntwurf {
  const { ergebnis, grund, kriteriumB } = befehl;
  const { kriteriumA } = befehl.fakten;
  return (
    unzulaessig(potenzial, befehl) ??
    ohneGruende(befehl) ??
    angenommen(
      geschehen(
        befehl,
        { tr: 'TR02' },
        {
          art: 'komplexprofil_geprueft',
          ergebnis,
          grund: ergebnis === 'nichtvormerkung' ? 'bewusste_nichtvormerkung' : grund,
          kriteriumA,
          kriteriumB,
        },
      ),
    )
  );
}

function ohneGruende(befehl: BefehlVon<'komplexprofil_pruefen'>): PotenzialEntwurf | null {
  const { ergebnis, fakten, kriteriumB, grund } = befehl;
  if (ergebnis === 'vormerkung' || ergebnis === 'akh_laeuft') return null;
  const begruendet = zeichen(befehl, 'begruendung') > 0;
  if (ergebnis === 'nichtvormerkung')
    return begruendet ? null : verstoss('V-11', 'Eine bewusste Nichtvormerkung braucht ihre Gründe.');
  if (!begruendet && fakten.kriteriumA && kriteriumB === 'ja')
    return verstoss('V-10', 'Beide Kriterien liegen vor; ohne maßgebliche Gründe geht das nicht.');
  if (!begruendet) return bedingungFehlt('TR02', 'Zum Ergebnis der Prüfung fehlen die Gründe.');
  return grund === null ? bedingungFehlt('TR02', 'Zum Ergebnis der Prüfung fehlt der Grund (E12).') : null;
}

/** TR06: a note to the pAp; nothing else changes. */
function anregen(potenzial: Potenzial, befehl: BefehlVon<'uebergang_anregen'>): PotenzialEntwurf {
  if (potenzial.zustand !== 'potenzial') return unmoeglich('TR06', potenzial, befehl);
  if (zeichen(befehl, 'hinweis') === 0) return bedingungFehlt('TR06', 'Die Anregung ist ohne Inhalt.');
  return angenommen(geschehen(befehl, { tr: 'TR06' }, { art: 'uebergang_angeregt' }));
}

/** T-14: the FM U25 decides that no bFM Ü25 follows. */
function keinBfmUe25(potenzial: Potenzial, befehl: BefehlVon<'kein_bfm_ue25_entscheiden'>): PotenzialEntwurf {
  if (potenzial.u25Seit === null || potenzial.u25Antwort !== null || potenzial.zustand !== 'potenzial')
    return unmoeglich('TR05', potenzial, befehl);
  if (zeichen(befehl, 'begruendung') === 0)
    return bedingungFehlt('TR05', 'Die Entscheidung braucht ihre Gründe.');
  return angenommen(geschehen(befehl, { tr: null }, { art: 'kein_bfm_ue25_entschieden' }));
}

type Folgebefehl = Exclude<Befehl, { befehl: 'aktenlage_uebernehmen' }>;
export type Folgebefehlskarte = NachName<Folgebefehl>;

/** Every command on a check record that is there. A reason that comes later is no fact and never late. */
export const FOLGEBEFEHLE = {
  komplexprofil_pruefen: { updatename: 'klar', durch: pruefen, tage: { fakten: 'akte' } },
  uebergang_anregen: { updatename: 'klar', durch: anregen },
  kein_bfm_ue25_entscheiden: { updatename: 'klar', durch: keinBfmUe25 },
  ...PFLEGEBEFEHLE,
  begruendung_nachreichen: { ...PFLEGEBEFEHLE.begruendung_nachreichen, ereignistag: 'technisch' },
} satisfies Befehlszeilen<Potenzial, Folgebefehlskarte, Potenzialdaten | Pflegeereignis>;

const folgend = nachName<Potenzial, Folgebefehlskarte, Potenzialdaten | Pflegeereignis>(FOLGEBEFEHLE);

/** Decides one command on a check record; pure, as for a Fall. */
export function decide(potenzial: NeuesPotenzial | Potenzial, befehl: Befehl): PotenzialEntwurf {
  if (befehl.befehl === 'aktenlage_uebernehmen') return uebernehmen(potenzial, befehl);
  if (potenzial.zustand === 'neu') throw new Error(`Befehl ${befehl.befehl} an ein Potenzial ohne Ereignis`);
  return imRahmen(befehl, FOLGEBEFEHLE[befehl.befehl], {
    geregelt: potenzial,
    grundlage: potenzial,
    entscheide: () => folgend(potenzial, befehl),
  });
}
