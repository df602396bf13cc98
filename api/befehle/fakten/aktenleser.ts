import type { Aktenstand, Bezugsort, Fallkopf, Vorgaenger } from '../../../db/akte.ts';
import type { Kollegin } from '../../../db/mitarbeitende.ts';
import type { Zuordnungsfrage } from '../../../db/zuordnung.ts';
import type { Umfang } from '../../../domain/einwilligung/einwilligung.ts';
import type { Bezug } from '../../../domain/fall/befehle.ts';
import type { Bedarfsgeschichte } from '../../../domain/fall/befehle/kopf.ts';
import type { Ereignis } from '../../../domain/fall/ereignisse.ts';
import type { BestehenderFall } from '../../../domain/fall/fall.ts';
import type { Uebergabeprotokoll } from '../../../domain/fall/uebergabeprotokoll.ts';
import type { Kalender } from '../../../domain/frist/kalender.ts';
import type { Tag } from '../../../domain/frist/tag.ts';
import type { Instant } from '../../../domain/frist/zeitzone.ts';
import type { Zielstelle } from '../../../domain/kennungen.ts';
import type { Verzeichniseintrag } from '../../../domain/leistung/verzeichnis.ts';
import type { Nachweis } from '../../../domain/organisation/nachweis.ts';
import type { Policywahl } from '../../../domain/policy/policy.ts';
import type { Potenzial } from '../../../domain/potenzial/potenzial.ts';
import type { Besprechungsfall } from '../../../domain/team/besprechungsliste.ts';
import type { Schluesselstand, Team } from '../../../domain/team/team.ts';
import type { Zuordnungslage } from '../../../domain/zuordnung/vorschlag.ts';
import type { Absage } from '../../kern/absage.ts';
import type { Zeilenversionen } from '../vorhaben.ts';

/** What is looked for and not seen; `was` is how the 404 names it. */
type Gesuchtes = {
  readonly tabelle: 'fall' | 'person' | 'vorgang';
  readonly id: string;
  readonly was?: string;
};

/** What the record tells of cases. */
type Fallleser = {
  readonly fallkopf: (fallId: string) => Promise<Fallkopf | null>;
  /** TR58: the recorded fact a correction names. */
  readonly bezug: (fallId: string, wo: Bezugsort) => Promise<Bezug | null>;
  /** TR61: an entry that was not taken back, with all its command recorded. */
  readonly eintrag: (
    fallId: string,
    wo: Bezugsort,
  ) => Promise<{ readonly ereignis: Ereignis; readonly ereignisse: readonly Ereignis[] } | null>;
  /** TR65: handovers and returns, oldest first. */
  readonly uebergaben: (fallId: string) => Promise<readonly Uebergabeprotokoll[]>;
  /** TR60: whoever the case is assigned to, or for them, since the assignment. */
  readonly fmHatGehandelt: (kopf: Fallkopf) => Promise<boolean>;
  /** TR59 */
  readonly hatNeuerenFall: (kopf: Fallkopf) => Promise<boolean>;
  /** TR49 */
  readonly vorgaengerfall: (personId: string) => Promise<Vorgaenger | null>;
};

/** What the file of a person tells. Whatever stands in it counts at the version of its person (V-75). */
type Personenleser = {
  /** `ausserFall` is the case the command goes to (V-17). */
  readonly personenakte: (personId: string, ausserFall: string) => Promise<Aktenstand | null>;
  readonly personenversion: (personId: string) => Promise<number | null>;
  /** E03 */
  readonly begleitpersonen: (
    personId: string,
  ) => Promise<readonly { readonly id: string; readonly beiTerminabsageInformieren: boolean }[]>;
  /** E22, oldest first. */
  readonly einwilligungen: (personId: string) => Promise<readonly Umfang[]>;
  /** E05 */
  readonly bedarfsstaende: (personId: string) => Promise<readonly Bedarfsgeschichte[]>;
  /** All cases of the person, whoever has them. */
  readonly faelleDerPerson: (personId: string) => Promise<readonly BestehenderFall[]>;
};

/** What the office tells: staff, directory, policy, calendar. */
type Amtsleser = {
  readonly kollegin: (id: string) => Promise<Kollegin | null>;
  /** 003 ch8: what an external Fallmanagement proved, oldest entry first. */
  readonly externnachweise: (id: string) => Promise<readonly Nachweis[]>;
  /** The team new Vormerkungen go to. */
  readonly fallmanagementteam: () => Promise<string | null>;
  /** The team that goes on with those who are passed on to this place (TR16). */
  readonly zielteam: (ziel: Zielstelle) => Promise<string | null>;
  /** For a case that begins with the command; one that is refused leaves a gap. */
  readonly freieFallnummer: (am: Tag) => Promise<string>;
  /** Who has a conflict of interest with the person. */
  readonly befangene: (personId: string) => Promise<ReadonlySet<string>>;
  /** E09 */
  readonly zuordnungslage: (
    frage: Zuordnungsfrage,
  ) => Promise<{ readonly lage: Zuordnungslage; readonly zeilenversionen: Zeilenversionen }>;
  /** E23 */
  readonly verzeichniseintrag: (
    id: string,
  ) => Promise<(Verzeichniseintrag & { readonly version: number }) | null>;
  /** T-48: providers with whom a yearly report is agreed. */
  readonly berichtspflichtige: (am: Tag) => Promise<readonly string[]>;
  readonly aktivePolicy: (am: Tag) => Promise<Policywahl>;
  readonly kalender: (team: string) => Promise<Kalender>;
};

/** What check records and calendars tell. */
type Vorgangsleser = {
  /** `jede`: also a record the colleague may not read, to suggest a transition (TR06). */
  readonly potenzialkopf: (
    personId: string,
    sicht: 'eigene' | 'jede',
  ) => Promise<{ readonly stand: Potenzial } | null>;
  readonly teamkopf: (teamId: string) => Promise<{ readonly stand: Team } | null>;
  /** Cases that wait, and those that were assigned since `ab`. */
  readonly besprechungsfaelle: (teamId: string, ab: Tag) => Promise<readonly Besprechungsfall[]>;
  /** Running cases of the team by their number. */
  readonly ziehbare: (
    teamId: string,
  ) => Promise<readonly { readonly fall: string; readonly fallnummer: string }[]>;
  /** T-44 */
  readonly teamlast: (teamId: string) => Promise<Pick<Schluesselstand, 'faelle' | 'vollzeit'>>;
  /** The secret behind a published promise (E45). */
  readonly saat: (verpflichtung: string) => Promise<string>;
  readonly neueVerpflichtung: (teamId: string, am: Instant) => Promise<string>;
};

/**
 * The read port of commands: what a fact may be loaded from. The API reads PostgreSQL, the pure engine of the stories its
 * own world; the loaders are the same, so that the two cannot differ.
 */
export type Aktenleser = Fallleser &
  Personenleser &
  Amtsleser &
  Vorgangsleser & {
    /** Why nothing is seen: 403 for what is somebody else's, 404 for what does not exist. */
    readonly unsichtbar: (wo: Gesuchtes) => Promise<Absage>;
  };
