import { FALL } from '../../../domain/fall/aggregat.ts';
import type { Ereignis, EreignisVon } from '../../../domain/fall/ereignisse.ts';
import {
  aktivePhasen,
  aufnehmenderPapVon,
  nebenVon,
  type BestehenderFall,
  type Fall,
} from '../../../domain/fall/fall.ts';
import { endeDesZugangs, erwartetRueckmeldung } from '../../../domain/fall/leistungen.ts';
import { PHASEN } from '../../../domain/fall/phasen.ts';
import type { Fortschritt } from '../../../domain/fall/schritt.ts';
import type { Tag } from '../../../domain/frist/tag.ts';
import type { Instant } from '../../../domain/frist/zeitzone.ts';
import { versionsname } from '../../../domain/policy/wahl.ts';
import { beruehrtPotenzial } from '../../../domain/potenzial/aktenlage.ts';
import type { Nachricht } from '../../../domain/vorgang/nachricht.ts';
import type { Fallsicht } from '../motor.ts';
import { fristenAm, naechsterSchritt, verzeichne, type Aktenfuehrung } from './aktenfuehrung.ts';

/** A contact that left this case for the one it belongs to. */
export type Verlegung = {
  readonly ruecknahme: EreignisVon<'eintrag_zurueckgezogen'>;
  readonly kontakt: EreignisVon<'kontakt_erfasst'>;
};

/** One case of the story as the record would hold it: its state, its events, its rows, what was sent. */
export type Fallakte = Aktenfuehrung & {
  readonly label: string;
  readonly person: string;
  fall: BestehenderFall;
  readonly ereignisse: Ereignis[];
  /** Until when the newest one-time link of each service holds (E25). */
  readonly zugaenge: Map<number, Instant>;
  /** References to the eAkte: with a title, or only that something arrived; null once taken back. */
  readonly eakte: ({ readonly titel: string | null } | null)[];
  /** The receiving pAp looks after the person once the case has ended. */
  readonly uebergeben: (pap: string) => void;
  /** The check record of the person hears when the case opens or ends. */
  readonly beruehrt: (am: Instant) => void;
  /** The case an entry of this one belongs to hears of it (TR61). */
  readonly verlegt: (was: Verlegung) => void;
};

/** Records what a command or a moment led to. */
export function zeichneAuf(akte: Fallakte, vorher: Fall, { ereignisse, fall }: Fortschritt): void {
  const bisher = akte.post.length;
  verzeichne(akte, FALL, { vorher, ereignisse });
  akte.ereignisse.push(...ereignisse);
  akte.fall = fall;
  verlege(akte, ereignisse);
  const zugestellt = ereignisse.at(-1)?.am;
  if (zugestellt !== undefined) merkeZugaenge(akte, akte.post.slice(bisher), zugestellt);
  const pap = aufnehmenderPapVon(fall);
  if (pap !== null && ereignisse.some(({ art }) => art === 'fallabgang_dokumentiert')) akte.uebergeben(pap);
  const am = ereignisse.at(-1)?.am;
  if (am !== undefined && beruehrtPotenzial(vorher.zustand === 'neu' ? null : vorher, fall))
    akte.beruehrt(am);
}

function verlege({ ereignisse: alle, verlegt }: Fallakte, neue: readonly Ereignis[]): void {
  for (const ruecknahme of neue) {
    if (ruecknahme.art !== 'eintrag_zurueckgezogen' || ruecknahme.ziel === null) continue;
    const ids = ruecknahme.teile.map(({ ereignis }) => ereignis);
    const kontakt = alle.find((e) => e.art === 'kontakt_erfasst' && ids.includes(e.id));
    if (kontakt?.art === 'kontakt_erfasst') verlegt({ ruecknahme, kontakt });
  }
}

/** What a mail to a provider does: it brings a link while feedback is awaited. */
function merkeZugaenge(akte: Fallakte, post: readonly Nachricht[], am: Instant): void {
  const leistungen = 'begleitung' in akte.fall ? akte.fall.begleitung.leistungen : [];
  for (const { an, leistung: nummer, anlass } of post) {
    const leistung = leistungen.find((l) => l.nummer === nummer);
    if (an !== 'leistungserbringer' || leistung === undefined || anlass === 'TR35') continue;
    if (erwartetRueckmeldung(leistung)) akte.zugaenge.set(leistung.nummer, endeDesZugangs(am));
  }
}

/** Takes every due moment on its own, as a live timer does. */
export function lasseZeitVergehen(akte: Fallakte, bis: Instant): void {
  for (;;) {
    const schritt = naechsterSchritt(FALL, akte.fall, bis);
    if (schritt === null) return;
    zeichneAuf(akte, akte.fall, { ereignisse: schritt.ereignisse, fall: schritt.stand });
  }
}

/** The case as lists show it on a day; a duty that has not begun does not exist yet. `alle` are the cases of the story. */
export function sichtVon(
  akte: Pick<Fallakte, 'label' | 'fall' | 'zeilen'>,
  heute: Tag,
  alle: readonly { readonly label: string; readonly fall: { readonly fallId: string } }[],
): Fallsicht {
  const fristen = fristenAm({ zeilen: akte.zeilen, stand: akte.fall, aggregat: FALL }, heute);
  const { zustand, hinweise, auffaelligkeiten, vorgaengerFallId } = akte.fall;
  return {
    fall: akte.label,
    zustand,
    policy: versionsname(akte.fall.policy),
    neben: [...nebenVon(akte.fall)].sort(),
    hinweise: [...hinweise].sort(),
    auffaelligkeiten: [...auffaelligkeiten].sort(),
    phasen: PHASEN.filter((phase) => aktivePhasen(akte.fall).includes(phase)),
    vorgaenger: alle.find(({ fall }) => fall.fallId === vorgaengerFallId)?.label ?? null,
    fristen,
  };
}
