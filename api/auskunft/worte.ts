import { klartext } from '../../domain/klartext.ts';
import { LOESCHKLASSEN } from '../../domain/loeschung/klassen.ts';
import type { Datenart } from '../../domain/loeschung/konzept.ts';
import type { Auskunft, Auskunftsabschnitt } from './formen.ts';

/** Art. 15 Abs. 1 and 2 DSGVO beside the data themselves. */
export const HINWEISE: Auskunft['hinweise'] = [
  {
    titel: 'Zwecke',
    text: 'Beschäftigungsorientiertes Fallmanagement: Beratung, Planung und Steuerung von Leistungen zur Eingliederung (§§ 14 bis 16a SGB II), Nachhaltung, Fachaufsicht und Löschung. Rechtsgrundlagen: § 51b SGB II, §§ 67a bis 67c SGB X, für Angaben mit Einwilligung § 67b Abs. 2 SGB X.',
  },
  {
    titel: 'Herkunft',
    text: 'Angaben von Ihnen selbst, Eingaben der Beschäftigten, die bei jedem Eintrag in ihrer Rolle genannt sind, und Rückmeldungen von Leistungserbringern, soweit eine Schweigepflichtentbindung vorlag.',
  },
  {
    titel: 'Speicherdauer',
    text: 'Die Frist steht bei jeder Art von Daten. Es gilt das Löschkonzept des Hauses.',
  },
  {
    titel: 'Ihre Rechte',
    text: 'Sie können Berichtigung, Löschung und Einschränkung verlangen (Art. 16 bis 18 DSGVO mit § 84 SGB X), der Verarbeitung widersprechen und Einwilligungen jederzeit für die Zukunft widerrufen. Was Sie bestreiten, wird mit Ihrer Darstellung gekennzeichnet. Beschweren können Sie sich bei der oder dem Bundesbeauftragten für den Datenschutz.',
  },
  {
    titel: 'Automatisierte Entscheidungen',
    text: 'Es gibt keine. Lotse rechnet Fristen und prüft Regeln; entschieden wird von Menschen.',
  },
  {
    titel: 'Beschäftigte',
    text: 'Beschäftigte sind mit ihrer Rolle genannt, nicht mit ihrem Namen. Datenübermittlungen in Drittländer finden nicht statt.',
  },
];

/** A Datenart with its period, as the Löschkonzept has it. */
export function abschnittVon(
  { name, klassen, loeschklasse }: Datenart,
  tabellen: readonly { readonly tabelle: string; readonly eintraege: readonly Record<string, unknown>[] }[],
): Auskunftsabschnitt {
  const { name: klasse, monate, nachPolicy, begruendung } = LOESCHKLASSEN[loeschklasse];
  const frist =
    monate === null
      ? 'keine'
      : `${String(monate)} Monate${nachPolicy ? ' oder nach der Policy des Falls' : ''}`;
  return {
    name,
    klassen: [...klassen],
    loeschung: { klasse, frist, begruendung },
    tabellen: tabellen.map(({ tabelle, eintraege }) => ({
      tabelle,
      bezeichnung: klartext(tabelle),
      eintraege: [...eintraege],
    })),
  };
}
