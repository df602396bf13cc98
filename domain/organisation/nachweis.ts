import { verstoss, type Ablehnung } from '../ablehnung.ts';
import type { Tag } from '../frist/tag.ts';
import { liegtVoraus } from '../zugang/aktentage.ts';

/** What an external Fallmanagement proves before a case is entrusted to it (003 ch8): it is capable, and owes no taxes or dues. */
export const NACHWEISARTEN = ['eignung', 'abgaben'] as const;
export type Nachweisart = (typeof NACHWEISARTEN)[number];

export type Nachweis = {
  readonly art: Nachweisart;
  readonly ausgestelltAm: Tag;
  /** Last day. */
  readonly gueltigBis: Tag;
};

/** Which of them do not hold on a day; of one kind the newest entry counts, and `nachweise` has it last. */
export function fehlendeNachweise(nachweise: readonly Nachweis[], am: Tag): Nachweisart[] {
  return NACHWEISARTEN.filter((art) => {
    const letzter = nachweise.findLast((nachweis) => nachweis.art === art);
    return letzter === undefined || am < letzter.ausgestelltAm || letzter.gueltigBis < am;
  });
}

/** V-74, V-52: why it is none; null = it is one. */
export function absageDesNachweises({ ausgestelltAm, gueltigBis }: Nachweis, heute: Tag): Ablehnung | null {
  if (gueltigBis < ausgestelltAm)
    return verstoss('V-52', 'Der Nachweis endet vor dem Tag seiner Ausstellung.').ablehnung;
  return liegtVoraus(ausgestelltAm, heute);
}
