import { verstoss, type Ablehnung } from '../ablehnung.ts';
import type { Tag } from '../frist/tag.ts';
import { liegtVoraus } from '../zugang/aktentage.ts';
import type { Einwilligungsfakten, Einwilligungszweck, EntbundeneStelle, Umfang } from './einwilligung.ts';

/** The rule a consent has to satisfy, by its purpose. */
export const REGEL_JE_ZWECK = {
  fachdienst: 'V-24',
  leistung_16a: 'V-46',
  bedarfsgemeinschaft: 'V-31',
} as const satisfies Readonly<Record<Einwilligungszweck, string>>;

/** Who is released beside the Jobcenter; nobody where somebody else of the Bedarfsgemeinschaft agrees. */
const ANDERE_SEITE: Readonly<Record<Einwilligungszweck, EntbundeneStelle | null>> = {
  fachdienst: 'fachdienst',
  leistung_16a: 'leistungserbringer',
  bedarfsgemeinschaft: null,
};

/** A consent as it is taken down (E22). */
export type Erteilung = Pick<Umfang, 'zweck' | 'erteiltAm' | 'gueltigBis' | 'entbundeneStellen'> & {
  /** Told of purpose, consequences of a refusal and revocation (§ 67b Abs. 2 SGB X). */
  readonly aufgeklaert: boolean;
  /** `keiner` = it names none; `verzeichnis` = one of the directory. */
  readonly erbringer: 'keiner' | 'verzeichnis' | 'unbekannt';
};

/** Why it would be no consent at all; null = it is one (§ 67b Abs. 2 SGB X, E22, V-46, V-74). */
export function absageDerErteilung(neu: Erteilung, heute: Tag): Ablehnung | null {
  const { zweck, erteiltAm, gueltigBis } = neu;
  const lehneAb = (satz: string): Ablehnung => verstoss(REGEL_JE_ZWECK[zweck], satz).ablehnung;
  const voraus = liegtVoraus(erteiltAm, heute);
  if (voraus !== null) return voraus;
  if (!neu.aufgeklaert)
    return lehneAb(
      'Ohne Aufklärung über Zweck, Folgen der Verweigerung und Widerruf gibt es keine Einwilligung.',
    );
  if (gueltigBis !== null && gueltigBis < erteiltAm)
    return lehneAb('Die Einwilligung endet, bevor sie erteilt ist.');
  if (!nenntBeideSeiten(neu))
    return lehneAb('Die Schweigepflichtentbindung gilt nur, wenn sie beide Seiten nennt.');
  if (neu.erbringer !== (zweck === 'leistung_16a' ? 'verzeichnis' : 'keiner'))
    return lehneAb(
      'Für den Austausch über eine Leistung nennt die Einwilligung einen Leistungserbringer des Verzeichnisses.',
    );
  return null;
}

function nenntBeideSeiten({ zweck, entbundeneStellen }: Erteilung): boolean {
  const andere = ANDERE_SEITE[zweck];
  return andere === null || (entbundeneStellen.includes('jobcenter') && entbundeneStellen.includes(andere));
}

/** Why a revocation cannot stand on this day; null = it can (V-24, V-31, V-46, V-74). */
export function absageDesWiderrufs(gemeint: Einwilligungsfakten, am: Tag, heute: Tag): Ablehnung | null {
  const { zweck, erteiltAm, widerrufenAm } = gemeint;
  const id = REGEL_JE_ZWECK[zweck];
  const voraus = liegtVoraus(am, heute);
  if (voraus !== null) return voraus;
  if (am < erteiltAm) return verstoss(id, 'Widerrufen wird erst, was erteilt ist.').ablehnung;
  if (widerrufenAm === null) return null;
  return { id, art: 'zustand', satz: 'Diese Einwilligung ist schon widerrufen.' };
}
