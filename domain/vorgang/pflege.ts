import { verstoss } from '../ablehnung.ts';
import { exhaustive } from '../exhaustive.ts';
import { evolveFristen } from '../pflicht/evolve.ts';
import { policywechsel } from '../pflicht/policywechsel.ts';
import { versionsname } from '../policy/wahl.ts';
import type { Stand, Vorgangskopf } from './aggregat.ts';
import type { Pflegebefehl } from './befehl.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import type { AllgemeinesEreignis, Ereigniskopf, Pflegeereignis } from './ereignis.ts';

/** Decides what any Vorgang takes at any time: a reason that was left open (05-rules.md, end), a new calendar, another policy. */
export function decidePflege(stand: Vorgangskopf, befehl: Pflegebefehl): Entwurf<Pflegeereignis> {
  if (befehl.befehl === 'kalender_uebernehmen') {
    const { kalender } = befehl;
    return angenommen<Pflegeereignis>(
      geschehen(befehl, { tr: null }, { art: 'kalender_uebernommen', kalender }),
    );
  }
  if (befehl.befehl === 'policy_uebernehmen') {
    const { policy } = befehl;
    const vorher = versionsname(stand.policy);
    // Told twice, or once more by a later migration: a version is never changed, so its name is enough.
    if (versionsname(policy) === vorher) return angenommen<Pflegeereignis>();
    return angenommen<Pflegeereignis>(
      geschehen(befehl, { tr: null }, { art: 'policy_uebernommen', policy, vorher }),
    );
  }
  const { regel } = befehl;
  if (!stand.hinweise.includes(regel)) return verstoss(regel, `Zu ${regel} ist keine Begründung offen.`);
  if (zeichen(befehl, 'begruendung') === 0) return verstoss(regel, 'Die Begründung ist leer.');
  return angenommen<Pflegeereignis>(
    geschehen(befehl, { tr: null }, { art: 'begruendung_nachgereicht', regel }),
  );
}

/** What the events any Vorgang may have do to it. */
export function evolvePflege<S extends Stand>(stand: S, ereignis: Ereigniskopf & Pflegeereignis): S {
  switch (ereignis.art) {
    case 'fristen_berechnet':
    case 'frist_schritte':
      return { ...stand, fristen: evolveFristen(stand.fristen, ereignis) };
    case 'begruendung_nachgereicht':
      return { ...stand, hinweise: stand.hinweise.filter((h) => h !== ereignis.regel) };
    case 'kalender_uebernommen':
      return { ...stand, kalender: ereignis.kalender };
    case 'policy_uebernommen':
      return {
        ...stand,
        policy: ereignis.policy,
        wechsel: policywechsel(stand.fristen, ereignis.am),
      };
    default:
      return exhaustive(ereignis);
  }
}

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
