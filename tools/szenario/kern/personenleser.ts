import type { Aktenleser } from '../../../api/befehle/fakten/aktenleser.ts';
import type { Kollegin } from '../../../db/mitarbeitende.ts';
import { laeuftNoch } from '../../../domain/fall/fall.ts';
import type { Verzeichniseintrag } from '../../../domain/leistung/verzeichnis.ts';
import type { Erbringer, Mitarbeitende } from '../geschichte.ts';
import { nachweiseVon } from '../besetzung.ts';
import { bedarfId, kennung, teamVon } from '../verweise.ts';
import type { Akte } from './akte.ts';
import { faelleVon } from './fallleser.ts';
import { ein, type Welt } from './welt.ts';

/** Nothing in a story changes behind the back of a command. */
const VERSION = 1;

/** Label and file of a person, by its id. @throws when the story does not have it. */
function dateiVon({ akten }: Welt, personId: string): readonly [string, Akte] {
  return ein(
    [...akten].find(([label]) => kennung('person', label) === personId),
    `die Person ${personId}`,
  );
}

function kolleginAus(wer: Mitarbeitende): Kollegin {
  const { id, rolle, aktiv } = wer;
  return { id: kennung('personal', id), rolle, aktiv, team: teamVon(wer), version: VERSION };
}

/** The directory entry on which the cooperation of the story rests (V-53). */
function eintragAus({ id, grundlage, wartezeitTage }: Erbringer): Verzeichniseintrag & { version: number } {
  return {
    id: kennung('leistungserbringer', id),
    aktiv: true,
    wartezeitTage,
    formlosGrund: grundlage === 'formlos' ? 'wie vereinbart' : null,
    vereinbarungen: grundlage === 'vereinbarung' ? [{ gueltigAb: '1995-01-01', gueltigBis: null }] : [],
    version: VERSION,
  };
}

type Personenleser = Pick<
  Aktenleser,
  | 'personenakte'
  | 'personenversion'
  | 'begleitpersonen'
  | 'einwilligungen'
  | 'bedarfsstaende'
  | 'befangene'
  | 'kollegin'
  | 'externnachweise'
  | 'verzeichniseintrag'
>;

/** What the files of persons and staff tell. */
export function personenleser(welt: Welt): Personenleser {
  const { geschichte } = welt;
  const datei = (personId: string): Akte => dateiVon(welt, personId)[1];
  return {
    personenakte: (personId, ausserFall) => {
      const akte = datei(personId);
      const andererOffenerFall = faelleVon(welt, personId).some(
        (fall) => fall.fallId !== ausserFall && laeuftNoch(fall),
      );
      return Promise.resolve({
        akte: { ...akte, andererOffenerFall },
        papId: kennung('personal', akte.pap),
        fmU25Id: akte.fmU25 === null ? null : kennung('personal', akte.fmU25),
        version: VERSION,
      });
    },
    personenversion: () => Promise.resolve(VERSION),
    begleitpersonen: (personId) => Promise.resolve(datei(personId).begleitpersonen),
    einwilligungen: (personId) => Promise.resolve(datei(personId).einwilligungen),
    bedarfsstaende: (personId) => {
      const [label, { handlungsbedarfe }] = dateiVon(welt, personId);
      return Promise.resolve(
        handlungsbedarfe.map(({ status, abgebautAm }, n) => ({
          id: bedarfId(label, n + 1),
          status,
          abgebautAm: status === 'abgebaut' ? abgebautAm : null,
        })),
      );
    },
    befangene: (personId) => Promise.resolve(befangeneVon(welt, personId)),
    kollegin: (id) => {
      const wer = geschichte.personal.find((m) => kennung('personal', m.id) === id);
      return Promise.resolve(wer === undefined ? null : kolleginAus(wer));
    },
    externnachweise: (id) => {
      const wer = geschichte.personal.find((m) => kennung('personal', m.id) === id);
      return Promise.resolve(wer === undefined ? [] : nachweiseVon(wer));
    },
    verzeichniseintrag: (id) => {
      const eintrag = geschichte.leistungserbringer.find((e) => kennung('leistungserbringer', e.id) === id);
      return Promise.resolve(eintrag === undefined ? null : eintragAus(eintrag));
    },
  };
}

/** Who has a conflict of interest with the person. */
export function befangeneVon(
  { geschichte }: Pick<Welt, 'geschichte'>,
  personId: string,
): ReadonlySet<string> {
  const person = geschichte.personen.find(({ id }) => kennung('person', id) === personId);
  return new Set((person?.befangene ?? []).map((label) => kennung('personal', label)));
}
