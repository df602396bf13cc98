import type { Sachbefehl } from '../../domain/rollen/befehlsrechte.ts';
import type { Vorgangsart } from '../../domain/vorgang/aggregat.ts';
import type { Einmalig } from '../../domain/einmalig.ts';
import { abgangsvertraege } from './formen/abgang.ts';
import { begleitungsvertraege } from './formen/begleitung.ts';
import { beratungsvertraege } from './formen/beratung.ts';
import { berichtigungsvertraege } from './formen/berichtigung.ts';
import { externvertraege } from './formen/extern.ts';
import { kontaktvertraege } from './formen/kontakt.ts';
import { leistungsvertraege } from './formen/leistung.ts';
import { nachhaltungsvertraege } from './formen/nachhaltung.ts';
import { nachtragsvertraege } from './formen/nachtrag.ts';
import { netzwerkvertraege } from './formen/netzwerk.ts';
import { planungsvertraege } from './formen/planung.ts';
import { potenzialvertraege } from './formen/potenzial.ts';
import { teamvertraege } from './formen/team.ts';
import { vormerkungsvertraege } from './formen/vormerkung.ts';
import { zugangsvertraege } from './formen/zugang.ts';
import { entscheidungsvertraege } from './formen/zugangsentscheidung.ts';
import type { Fallvertraege } from './formen/zeilen.ts';
import type { Eroeffnungsvertrag } from './zutritt/eroeffnung.ts';
import type { Fallvertrag } from './zutritt/fall.ts';
import type { Potenzialvertrag } from './zutritt/potenzial.ts';
import type { Teamvertrag } from './zutritt/team.ts';

/** One command on a Fall. */
type Befehlsvertrag = Eroeffnungsvertrag | Fallvertrag;
export type JederVertrag = Befehlsvertrag | Potenzialvertrag | Teamvertrag;

const TEILE = {
  vormerkungsvertraege,
  zugangsvertraege,
  entscheidungsvertraege,
  beratungsvertraege,
  planungsvertraege,
  begleitungsvertraege,
  kontaktvertraege,
  leistungsvertraege,
  netzwerkvertraege,
  nachtragsvertraege,
  externvertraege,
  abgangsvertraege,
  nachhaltungsvertraege,
  berichtigungsvertraege,
};

/** Every command of a clerk on a Fall, in the order of the procedure: one without a row, or with two, does not compile. */
export const FALLVERTRAEGE = {
  ...TEILE.vormerkungsvertraege,
  ...TEILE.zugangsvertraege,
  ...TEILE.entscheidungsvertraege,
  ...TEILE.beratungsvertraege,
  ...TEILE.planungsvertraege,
  ...TEILE.begleitungsvertraege,
  ...TEILE.kontaktvertraege,
  ...TEILE.leistungsvertraege,
  ...TEILE.netzwerkvertraege,
  ...TEILE.nachtragsvertraege,
  ...TEILE.externvertraege,
  ...TEILE.abgangsvertraege,
  ...TEILE.nachhaltungsvertraege,
  ...TEILE.berichtigungsvertraege,
} satisfies Fallvertraege & Einmalig<typeof TEILE>;

export const BEFEHLSVERTRAEGE: readonly Befehlsvertrag[] = Object.values(FALLVERTRAEGE);

/** Those on a case that is there already. */
export const AN_BESTEHENDEM_FALL: readonly Fallvertrag[] = BEFEHLSVERTRAEGE.filter(
  (vertrag): vertrag is Fallvertrag => vertrag.pfad !== null,
);

/** Those a case begins with. */
export const EROEFFNUNGEN: readonly Eroeffnungsvertrag[] = BEFEHLSVERTRAEGE.filter(
  (vertrag): vertrag is Eroeffnungsvertrag => vertrag.pfad === null,
);

/** Every command of a clerk on whatever Vorgang. */
export const VERTRAEGE: readonly JederVertrag[] = [
  ...BEFEHLSVERTRAEGE,
  ...Object.values(potenzialvertraege),
  ...Object.values(teamvertraege),
];

export function vertragFuer(befehl: Sachbefehl): Befehlsvertrag {
  return FALLVERTRAEGE[befehl];
}

/** The contract of a command on one kind of Vorgang; undefined when that kind does not know it. */
export function vertragAn<Ziel extends Vorgangsart>(
  ziel: Ziel,
  befehl: string,
): Extract<JederVertrag, { ziel: Ziel }> | undefined {
  return VERTRAEGE.find(
    (v): v is Extract<JederVertrag, { ziel: Ziel }> => v.ziel === ziel && v.befehl === befehl,
  );
}
