import type { Route } from '../../api/kern/route.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { textAus } from '../kern/worte.ts';
import type { Formular } from '../tun/formular.ts';

type Platz = Pick<Formular, 'wozu' | 'bereich' | 'zurueck'>;

/** Where a write belongs, by how its address begins; the first that fits. `{…}` stands for an id of the address. */
const PLAETZE: readonly (Platz & { readonly anfang: string })[] = [
  {
    anfang: '/faelle/{fallId}/eigene-wiedervorlagen',
    wozu: 'Fall',
    bereich: 'faelle',
    zurueck: '/faelle/{fallId}',
  },
  { anfang: '/faelle/{fallId}', wozu: 'Fall', bereich: 'faelle', zurueck: '/faelle/{fallId}/akte' },
  { anfang: '/personen/{personId}', wozu: 'Person', bereich: 'personen', zurueck: '/personen/{personId}' },
  { anfang: '/personen', wozu: 'Person', bereich: 'personen', zurueck: '/personen' },
  {
    anfang: '/interessenkonflikte',
    wozu: 'Person',
    bereich: 'personen',
    zurueck: '/personen/{personId}',
  },
  {
    anfang: '/leistungserbringer/{erbringerId}',
    wozu: 'Netzwerk',
    bereich: 'haus',
    zurueck: '/netzwerk/{erbringerId}',
  },
  { anfang: '/leistungserbringer', wozu: 'Netzwerk', bereich: 'haus', zurueck: '/netzwerk' },
  {
    anfang: '/mitarbeitende/{id}',
    wozu: 'Mitarbeitende',
    bereich: 'haus',
    zurueck: '/haus/mitarbeitende/{id}',
  },
  { anfang: '/ich', wozu: 'Mein Konto', bereich: null, zurueck: '/konto' },
  { anfang: '/mitarbeitende', wozu: 'Mitarbeitende', bereich: 'haus', zurueck: '/haus/mitarbeitende' },
  { anfang: '/teams/{teamId}', wozu: 'Team', bereich: 'team', zurueck: '/team' },
  { anfang: '/teams/{id}/vertretungsring', wozu: 'Team', bereich: 'haus', zurueck: '/haus/teams' },
  { anfang: '/teams/{id}/', wozu: 'Team', bereich: 'team', zurueck: '/team' },
  { anfang: '/teams', wozu: 'Team', bereich: 'haus', zurueck: '/haus/teams' },
  { anfang: '/themen', wozu: 'Themen', bereich: 'haus', zurueck: '/haus/themen' },
  { anfang: '/kalender', wozu: 'Kalender', bereich: 'haus', zurueck: '/haus/kalender' },
  { anfang: '/policies', wozu: 'Policies', bereich: 'haus', zurueck: '/haus/policies' },
  { anfang: '/zugriffe', wozu: 'Zugriffe', bereich: 'haus', zurueck: '/haus/zugriffe' },
  { anfang: '', wozu: 'Haus', bereich: 'haus', zurueck: '/haus' },
];

/** Where a write belongs: whoever is done or gives up goes back there. What somebody keeps about themselves is in their account. */
export function platzVon(
  { id: ich }: Pick<Konto, 'id'>,
  { pfad: muster }: Pick<Route, 'pfad'>,
  pfad: Formular['pfad'],
): Platz {
  const unter = muster.replace('/api/v1', '');
  if (unter.startsWith('/mitarbeitende/{id}') && pfad['id'] === ich)
    return { wozu: 'Mein Konto', bereich: null, zurueck: '/konto' };
  const platz = PLAETZE.find(({ anfang }) => unter.startsWith(anfang));
  if (platz === undefined) throw new Error(`${muster} hat keinen Platz`);
  const { wozu, bereich, zurueck } = platz;
  return { wozu, bereich, zurueck: zurueck.replaceAll(/\{(\w+)\}/gu, (_, name: string) => pfad[name] ?? '') };
}

/** What a write makes and has a page of its own: where, and under which name the answer says which. */
const NEUES: Readonly<Record<string, { readonly unter: string; readonly name: string }>> = {
  legePersonAn: { unter: '/personen', name: 'id' },
  legeErbringerAn: { unter: '/netzwerk', name: 'id' },
  legeMitarbeitendeAn: { unter: '/haus/mitarbeitende', name: 'id' },
  entwerfePolicy: { unter: '/haus/policies', name: 'name' },
  schaueMigrationVor: { unter: '/haus/migrationen', name: 'id' },
  fuehreMigrationAus: { unter: '/haus/migrationen', name: 'id' },
};

/** The page of what was just made, where it has one; else where the write belongs. Both say what was recorded. */
export function danach({ befehl, zurueck }: Formular, antwort: unknown): string {
  const neu = NEUES[befehl];
  const welches = neu === undefined ? null : textAus(antwort, neu.name);
  const ort = neu === undefined || welches === null ? zurueck : `${neu.unter}/${encodeURIComponent(welches)}`;
  return `${ort}?festgehalten=${befehl}`;
}
