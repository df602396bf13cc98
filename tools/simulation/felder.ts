import { z } from 'zod';
import { BEFEHLSVERTRAEGE } from '../../api/befehle/vertraege.ts';
import type { Befehlsname } from '../../domain/fall/befehle.ts';

/** Commands whose texts depend on what else they say: those a complete one brings. */
const JE_NACH_INHALT: Partial<Record<Befehlsname, readonly string[]>> = {
  fm_wechseln: ['grund'],
  pap_wechseln: ['grund'],
  massnahme_beginnen: ['grundOhneVereinbarung'],
  zugang_entscheiden: ['kriteriumBBegruendung', 'begruendung'],
  abweichung_beantragen: ['kriteriumBBegruendung', 'begruendung'],
  assessment_reaktion_erfassen: ['stellungnahme'],
  vereinbarung_fortschreiben: ['leistungenTraeger', 'pflichtenKunde', 'zeitrahmen', 'sinnhaftigkeit'],
  leistung_zuweisen: ['bedarf', 'erforderlichkeit', 'vorrangpruefung', 'grundOhneVereinbarung'],
  leistung_einbeziehen: ['bedarf', 'erforderlichkeit', 'vorrangpruefung'],
  abbruch_pruefen: ['einschaetzung'],
  fallkonferenz_fuehren: ['anlass', 'ergebnis'],
  angebotsluecke_melden: ['bedarf'],
  rueckmeldungen_pruefen: ['begruendung'],
  ueberpruefen: ['gruende', 'prognose', 'grund24MonatePlus', 'kriteriumBBegruendung', 'begruendung'],
  standortgespraech_fuehren: ['sichtFm', 'sichtBewerber', 'begruendung24MonatePlus'],
  abgang_einleiten: ['begruendung', 'prognose'],
  fallabgang_dokumentieren: ['begruendung', 'abschlussvermerk', 'verzichtRueckgabe'],
  akh_festlegen: ['begruendung', 'abschlussvermerk', 'verzichtRueckgabe', 'ausfuehrlicheBegruendung'],
  ohne_gespraech_beenden: ['begruendung', 'verzichtRueckgabe'],
};

/** The texts the contract of each command demands. */
const VERLANGT = new Map<string, readonly string[]>(
  BEFEHLSVERTRAEGE.map(({ befehl, eingabe, texte }) => {
    const { required = [] } = z.toJSONSchema(eingabe, { io: 'input', unrepresentable: 'any' });
    return [befehl, Object.keys(texte).filter((feld) => required.includes(feld))];
  }),
);

/** The texts a complete command of each kind brings. */
export const texteVon = (name: Befehlsname): readonly string[] =>
  JE_NACH_INHALT[name] ?? VERLANGT.get(name) ?? [];
