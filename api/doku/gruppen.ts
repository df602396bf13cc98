import type { Route } from '../kern/route.ts';

type Gruppe = { readonly name: string; readonly description: string };

/** Groups of operations; their names become modules of generated clients, so they have no umlauts. */
const GRUPPEN: Readonly<Record<Route['gruppe'], Gruppe>> = {
  Fall: { name: 'Fall', description: 'Fälle: jede Handlung von der Vormerkung bis zur Nachhaltung' },
  Potenzial: { name: 'Potenzial', description: 'Prüfung der Komplexprofile außerhalb des Fallmanagements' },
  Team: { name: 'Team', description: 'Kalender eines Teams: Besprechung, Berichte, Stichproben' },
  Arbeitslisten: { name: 'Arbeitslisten', description: 'Was zu tun ist: Fristen, Eingang, Vormerkungen' },
  Personen: { name: 'Personen', description: 'Personen, Profile, Begleitpersonen, Einwilligungen, Auskunft' },
  Haus: { name: 'Haus', description: 'Das eigene Konto, wer hier arbeitet, Themen, Schließtage' },
  Policies: { name: 'Policies', description: 'Festlegungen der Stelle und ihr Wechsel' },
  Personal: { name: 'Personal', description: 'Mitarbeitende, Teams, Abwesenheit und Vertretung' },
  Löschung: { name: 'Loeschung', description: 'Löschung, Löschsperre, Bestreitung' },
  Fristen: { name: 'Fristen', description: 'Fristen berechnen, ohne Fall' },
  Leistungserbringer: {
    name: 'Leistungserbringer',
    description: 'Verzeichnis, Vereinbarungen, Rückmeldungen mit Einmallink',
  },
  Betrieb: { name: 'Betrieb', description: 'Für die Administration' },
};

/** `tags` of the document, in this order. */
export const gruppen = (): Gruppe[] => Object.values(GRUPPEN);

/** `tags` of one operation. */
export const gruppeVon = ({ gruppe }: Route): string[] => [GRUPPEN[gruppe].name];
