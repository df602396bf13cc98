import type { Befehl, Befehlskopf, Befehlsname, BefehlVon } from '../../domain/fall/befehle.ts';
import type { Ereignis } from '../../domain/fall/ereignisse.ts';
import type { BestehenderFall, Fall } from '../../domain/fall/fall.ts';
import { fuehreAus, zeitschritt } from '../../domain/fall/schritt.ts';
import { naechsterInstant } from '../../domain/fall/schritt.ts';
import { ortstag, ortszeit } from '../../domain/frist/zeitzone.ts';
import type { Policywahl } from '../../domain/policy/policy.ts';
import { STANDARDWAHL } from '../../domain/policy/wahl.ts';
import { texteVon } from './felder.ts';
import { AV, EXTERN, FM, FM_U25, GRUENDUNG, PAP, TL, vorgaben } from './vorgaben.ts';
import type { Eigenes } from './vorgabenform.ts';

const FALL_ID = '1b7c2a7e-0000-4000-8000-0000000000f1';

let zaehler = 0;
const neueId = (): string => {
  zaehler += 1;
  return `7d3f5c1e-0000-4000-8000-${String(zaehler).padStart(12, '0')}`;
};
const nachweis = (zeichen: number): { dokument: string; zeichen: number; nurVorlage: boolean } => ({
  dokument: neueId(),
  zeichen,
  nurVorlage: false,
});

const IDS = { pap: PAP, tl: TL, fm: FM, jour_fixe_av: AV, fm_u25: FM_U25, fm_extern: EXTERN } as const;

/** Who gives a command; the Fallmanager everything that is not named here. */
const HANDELNDE: Partial<Record<Befehlsname, keyof typeof IDS>> = {
  vormerken: 'pap',
  im_jour_fixe_vormerken: 'jour_fixe_av',
  u25_uebergabe_anmelden: 'fm_u25',
  u25_uebergabe_verlegen: 'fm_u25',
  wiedervorlage_bearbeiten: 'pap',
  uebergabe_bestaetigen: 'pap',
  zuordnen: 'tl',
  zuordnung_zuruecknehmen: 'tl',
  fm_wechseln: 'tl',
  pap_wechseln: 'tl',
  nachhaltung_uebertragen: 'tl',
  ohne_warme_uebergabe_zuordnen: 'tl',
  abweichung_entscheiden: 'tl',
  umkehr_entscheiden: 'tl',
  zielaenderung_vorschlagen: 'fm_extern',
};

function kopf(name: Befehlsname, at: string): Befehlskopf {
  const rolle = HANDELNDE[name] ?? 'fm';
  const id = IDS[rolle];
  return {
    befehlId: neueId(),
    at,
    akteur: { id, rolle },
    ereignisAm: ortstag(at),
    texte: Object.fromEntries(texteVon(name).map((feld) => [feld, nachweis(60)])),
    begruendungen: {},
    zeilenversionen: {},
  };
}

/** A complete, admissible command at local time Europe/Berlin; the test names only what matters. */
export function befehl<Name extends Befehlsname>(
  name: Name,
  ortszeitAm: string,
  anders: Partial<Eigenes<Name> & Befehlskopf> = {},
): BefehlVon<Name> {
  const at = ortszeit(ortszeitAm);
  // Head, own fields and name together are this command; the compiler cannot join a mapped type again.
  return { ...kopf(name, at), ...vorgaben(at)[name], ...anders, befehl: name } as unknown as BefehlVon<Name>;
}

/** The same command with some of its texts empty. */
export function ohneText<B extends Befehl>(voll: B, ...felder: string[]): B {
  const texte = Object.fromEntries(Object.entries(voll.texte).filter(([feld]) => !felder.includes(feld)));
  return { ...voll, texte };
}

export type Werdegang = { readonly fall: BestehenderFall; readonly ereignisse: readonly Ereignis[] };

export const NEU: Fall = { zustand: 'neu', fallId: FALL_ID, sequenz: 0 };

/** Lets time pass as a live timer does: every due moment on its own. */
export function bis(werdegang: Werdegang, ortszeitAm: string): Werdegang {
  let { fall } = werdegang;
  const ereignisse = [...werdegang.ereignisse];
  const ende = ortszeit(ortszeitAm);
  for (;;) {
    const faellig = naechsterInstant(fall);
    if (faellig === null || faellig > ende) return { fall, ereignisse };
    const schritt = zeitschritt(fall, faellig);
    if (schritt === null) throw new Error(`Um ${faellig} geweckt, aber nichts zu tun`);
    fall = schritt.fall;
    ereignisse.push(...schritt.ereignisse);
  }
}

function einmal(lauf: Werdegang | null, einer: Befehl): Werdegang {
  const vorher = lauf === null ? null : bis(lauf, ortstag(einer.at));
  const ergebnis = fuehreAus(vorher?.fall ?? NEU, einer);
  if (!ergebnis.ok) throw new Error(`${einer.befehl}: ${ergebnis.ablehnung.id} ${ergebnis.ablehnung.satz}`);
  return { fall: ergebnis.fall, ereignisse: [...(vorher?.ereignisse ?? []), ...ergebnis.ereignisse] };
}

/** Given: the commands were accepted one after the other. @throws when one was refused. */
export function nach(...befehle: Befehl[]): Werdegang {
  const ende = befehle.reduce<Werdegang | null>(einmal, null);
  if (ende === null) throw new Error('ohne Befehl kein Fall');
  return ende;
}

/** More commands on a case. */
export function danach(werdegang: Werdegang, ...befehle: Befehl[]): Werdegang {
  return befehle.reduce<Werdegang>((bisher, einer) => einmal(bisher, einer), werdegang);
}

/** When: refused with this id, or `ok`. */
export function antwort(fall: Fall, einer: Befehl): string {
  const ergebnis = fuehreAus(fall, einer);
  return ergebnis.ok ? 'ok' : ergebnis.ablehnung.id;
}

/** A Vormerkung under a policy of its own. */
export function vormerkung(am: string, policy: Policywahl = STANDARDWAHL): BefehlVon<'vormerken'> {
  return befehl('vormerken', am, { gruendung: { ...GRUENDUNG, policy } });
}

/** Fallzugang on Friday 22.11.2024 as in 9.3. */
export const BIS_FALLZUGANG: readonly Befehl[] = [
  befehl('vormerken', '2024-11-12T09:00'),
  befehl('zuordnen', '2024-11-19T09:00'),
  befehl('uebernahmegespraech_vereinbaren', '2024-11-19T10:00', { termin: '2024-11-22' }),
  befehl('uebernahmegespraech_fuehren', '2024-11-22T10:00'),
  befehl('zugang_entscheiden', '2024-11-22T11:00'),
];
