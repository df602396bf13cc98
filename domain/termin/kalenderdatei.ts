import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Tag } from '../frist/tag.ts';
import { ortszeit, type Instant } from '../frist/zeitzone.ts';

export type Terminstand = 'vorgeschlagen' | 'bestaetigt' | 'abgesagt';

/** One appointment as a calendar keeps it; no name, no Kundennummer (DS-20). */
export type Kalendereintrag = {
  /** UID: the same for ever, so that a later file changes the entry instead of adding one. */
  readonly kennung: string;
  /** SEQUENCE */
  readonly folge: number;
  readonly stand: Terminstand;
  readonly titel: string;
  readonly ort: string | null;
  readonly tag: Tag;
  /** Local, HH:MM; null = some time that day. */
  readonly uhrzeit: string | null;
  readonly dauerMinuten: number | null;
  /** Whether who has it is taken meanwhile. */
  readonly belegt: boolean;
  /** Where Lotse shows it; null where its address is not known. */
  readonly verweis: string | null;
  /** DTSTAMP: when it was recorded so. */
  readonly erfasstAm: Instant;
};

/** Whom an invitation goes from and to: mail addresses of staff. */
export type Einladungspost = { readonly von: string; readonly an: string };

export type Kalendermethode = 'PUBLISH' | 'REQUEST' | 'CANCEL';

const STATUS = {
  vorgeschlagen: ICalEventStatus.TENTATIVE,
  bestaetigt: ICalEventStatus.CONFIRMED,
  abgesagt: ICalEventStatus.CANCELLED,
} as const satisfies Readonly<Record<Terminstand, ICalEventStatus>>;

/** What a file asks the calendar for: to keep, to accept, or to strike the appointment (RFC 5546). */
export function kalendermethode({ stand }: Kalendereintrag, post: Einladungspost | null): Kalendermethode {
  if (post === null) return 'PUBLISH';
  return stand === 'abgesagt' ? 'CANCEL' : 'REQUEST';
}

type Zeiten = {
  readonly start: Temporal.PlainDate | Temporal.Instant;
  readonly end?: Temporal.Instant;
  readonly allDay: boolean;
};

function zeiten({ tag, uhrzeit, dauerMinuten }: Kalendereintrag): Zeiten {
  if (uhrzeit === null) return { start: Temporal.PlainDate.from(tag), allDay: true };
  const start = Temporal.Instant.from(ortszeit(`${tag}T${uhrzeit}`));
  if (dauerMinuten === null) return { start, allDay: false };
  return { start, end: start.add({ minutes: dauerMinuten }), allDay: false };
}

/** One file (RFC 5545) with these appointments: to be kept, or with `post` as the invitation of one of them. */
export function kalenderdatei(
  eintraege: readonly Kalendereintrag[],
  methode: Kalendermethode,
  post: Einladungspost | null = null,
): string {
  const kalender = ical({
    prodId: { company: 'Lotse', product: 'Lotse', language: 'DE' },
    method: ICalCalendarMethod[methode],
  });
  for (const eintrag of eintraege) {
    kalender.createEvent({
      ...zeiten(eintrag),
      id: eintrag.kennung,
      sequence: eintrag.folge,
      status: STATUS[eintrag.stand],
      stamp: Temporal.Instant.from(eintrag.erfasstAm),
      summary: eintrag.titel,
      transparency: eintrag.belegt ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
      location: eintrag.ort,
      description: 'Einzelheiten stehen in Lotse.',
      url: eintrag.verweis,
      ...(post === null ? {} : beteiligte(post)),
    });
  }
  return kalender.toString();
}

const beteiligte = ({ von, an }: Einladungspost): object => ({
  organizer: { name: 'Lotse', email: von },
  attendees: [{ email: an, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION, rsvp: false }],
});
