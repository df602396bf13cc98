import { verstoss } from '../ablehnung.ts';
import { evolveFristen } from '../pflicht/evolve.ts';
import type { Fristereignis } from '../pflicht/frist.ts';
import { policywechsel } from '../pflicht/policywechsel.ts';
import { versionsname } from '../policy/wahl.ts';
import { gilt } from './regelwerk.ts';
import type { Stand, Vorgangskopf } from './aggregat.ts';
import type { Pflegebefehl } from './befehl.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import type { AllgemeinesEreignis, Ereigniskopf, Pflegeereignis } from './ereignis.ts';
import type { Befehlszeilen, Ereigniszeilen, NachArt, NachName } from './tafel.ts';

type BefehlVon<N extends Pflegebefehl['befehl']> = Extract<Pflegebefehl, { befehl: N }>;
type EreignisVon<A extends Pflegeereignis['art']> = Ereigniskopf & Extract<Pflegeereignis, { art: A }>;

/** A reason that was left open (regeln.md). */
function begruendungNachreichen(
  stand: Vorgangskopf,
  befehl: BefehlVon<'begruendung_nachreichen'>,
): Entwurf<Pflegeereignis> {
  const { regel } = befehl;
  if (!stand.hinweise.includes(regel)) {
    const id = gilt('V-83', stand) ? 'V-83' : regel;
    return verstoss(id, `Zu ${regel} ist keine Begründung offen.`);
  }
  if (zeichen(befehl, 'begruendung') === 0) return verstoss(regel, 'Die Begründung ist leer.');
  return angenommen<Pflegeereignis>(
    geschehen(befehl, { tr: null }, { art: 'begruendung_nachgereicht', regel }),
  );
}

function kalenderUebernehmen(
  _: Vorgangskopf,
  befehl: BefehlVon<'kalender_uebernehmen'>,
): Entwurf<Pflegeereignis> {
  const { kalender } = befehl;
  return angenommen<Pflegeereignis>(
    geschehen(befehl, { tr: null }, { art: 'kalender_uebernommen', kalender }),
  );
}

function policyUebernehmen(
  stand: Vorgangskopf,
  befehl: BefehlVon<'policy_uebernehmen'>,
): Entwurf<Pflegeereignis> {
  const { policy } = befehl;
  const vorher = versionsname(stand.policy);
  // Told twice, or once more by a later migration: a version is never changed, so its name is enough.
  if (versionsname(policy) === vorher) return angenommen<Pflegeereignis>();
  return angenommen<Pflegeereignis>(
    geschehen(befehl, { tr: null }, { art: 'policy_uebernommen', policy, vorher }),
  );
}

/** 11.5: from now on the newer rules act; they never go back. */
function regelwerkUebernehmen(
  { regelwerk: bisher }: Vorgangskopf,
  befehl: BefehlVon<'regelwerk_uebernehmen'>,
): Entwurf<Pflegeereignis> {
  const { regelwerk } = befehl;
  if (regelwerk <= bisher) return angenommen<Pflegeereignis>();
  return angenommen<Pflegeereignis>(
    geschehen(befehl, { tr: null }, { art: 'regelwerk_uebernommen', regelwerk, bisher }),
  );
}

/** Who decides what any Vorgang takes at any time. */
export const PFLEGEBEFEHLE = {
  begruendung_nachreichen: { updatename: 'klar', durch: begruendungNachreichen },
  kalender_uebernehmen: {
    updatename: 'klar',
    durch: kalenderUebernehmen,
    ereignistag: 'technisch',
    tage: { kalender: 'akte' },
  },
  policy_uebernehmen: { updatename: 'klar', durch: policyUebernehmen, ereignistag: 'technisch' },
  regelwerk_uebernehmen: { updatename: 'klar', durch: regelwerkUebernehmen, ereignistag: 'technisch' },
} satisfies Befehlszeilen<Vorgangskopf, NachName<Pflegebefehl>, Pflegeereignis>;

const mitFristen = <S extends Stand>(stand: S, ereignis: Ereigniskopf & Fristereignis): S => ({
  ...stand,
  fristen: evolveFristen(stand.fristen, ereignis),
});

/** What the events any Vorgang may have do to it. */
export const PFLEGEZEILEN = {
  fristen_berechnet: mitFristen,
  frist_schritte: mitFristen,
  begruendung_nachgereicht: <S extends Stand>(
    stand: S,
    { regel }: EreignisVon<'begruendung_nachgereicht'>,
  ): S => ({ ...stand, hinweise: stand.hinweise.filter((h) => h !== regel) }),
  kalender_uebernommen: <S extends Stand>(
    stand: S,
    { kalender }: EreignisVon<'kalender_uebernommen'>,
  ): S => ({ ...stand, kalender }),
  policy_uebernommen: <S extends Stand>(stand: S, { policy, am }: EreignisVon<'policy_uebernommen'>): S => ({
    ...stand,
    policy,
    wechsel: policywechsel(stand.fristen, am),
    ...(stand.neueParameter === false ? { neueParameter: true } : {}),
  }),
  // What ended under the old rules stays as it ended, as under another policy.
  regelwerk_uebernommen: <S extends Stand>(
    stand: S,
    { regelwerk, am }: EreignisVon<'regelwerk_uebernommen'>,
  ): S => ({
    ...stand,
    regelwerk,
    wechsel: policywechsel(stand.fristen, am),
    neueParameter: false,
  }),
} satisfies Ereigniszeilen<Stand, NachArt<Ereigniskopf & Pflegeereignis>>;

/** What every event does to the head of a state. */
export function evolveKopf(
  { hinweise }: Pick<Vorgangskopf, 'hinweise'>,
  ereignis: AllgemeinesEreignis,
): Pick<Vorgangskopf, 'sequenz' | 'zuletzt' | 'hinweise'> {
  return {
    sequenz: ereignis.sequenz,
    zuletzt: ereignis.am,
    hinweise: [...new Set([...hinweise, ...ereignis.offeneHinweise])],
  };
}
