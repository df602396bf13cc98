import type { Tag } from '../frist/tag.ts';
import type { E, Ereigniskopf, Pflegeereignis } from '../vorgang/ereignis.ts';
import type { Besprechungsposten, Teamgruendung, Ziehung } from './befehle.ts';
import type { Austauschpartner, Kontaktteam, Zeitraumfrist } from './team.ts';

/** What can happen to the calendar of a team, without the head. */
export type Teamdaten =
  | E<'team_begonnen', { gruendung: Teamgruendung; kontaktteams: readonly Kontaktteam[] }>
  | E<'kontaktteams_uebernommen', { kontaktteams: readonly Kontaktteam[] }>
  | E<'zeitraum_begonnen', { frist: Zeitraumfrist; von: Tag; bis: Tag }>
  | E<
      'besprechung_abgeschlossen',
      { nummer: number; teilnehmende: readonly string[]; liste: readonly Besprechungsposten[] }
    >
  | E<'teambesuch_erfasst', { team: string }>
  | E<'austausch_erfasst', { mit: Austauschpartner }>
  | E<'betreuungsschluessel_festgestellt', { faelle: number; vollzeit: number }>
  | E<'rd_bericht_erfasst'>
  | E<'netzwerktreffen_erfasst'>
  | E<'evaluation_erfasst'>
  | E<'jahresberichte_angefordert', { erbringer: readonly string[] }>
  | E<'jahresberichte_erfasst', { eingegangen: readonly string[]; fehlende: readonly string[] }>
  | E<'stichprobe_gezogen', { nummer: number; verpflichtung: string; leseBis: Tag; ziehung: Ziehung }>
  | E<'stichprobe_geprueft', { fall: string }>;

export type Teamereignis = Ereigniskopf & (Teamdaten | Pflegeereignis);
