import type { Aktenleser } from '../../api/befehle/fakten/aktenleser.ts';
import type { Fallkopf } from '../../db/akte.ts';
import type { Umfang } from '../../domain/einwilligung/einwilligung.ts';
import type { Ereignis } from '../../domain/fall/ereignisse.ts';
import { FALL } from '../../domain/fall/aggregat.ts';
import { fuehreAus } from '../../domain/fall/schritt.ts';
import { kalenderFuer } from '../../domain/frist/kalender.ts';
import type { Rolle } from '../../domain/kennungen.ts';
import { policyAus, STANDARDWAHL } from '../../domain/policy/wahl.ts';
import { vormerkung } from '../../tools/probehaus/befehle.ts';

/** Somebody, a person, a team: whatever a command names. */
const JEMAND = '6f1c6c1e-4f6a-4d0b-9c53-0b3c1a7d2e11';
export const AT = '2026-02-01T09:00:00Z';
export const KONTO = {
  id: JEMAND,
  rolle: 'fm' as Rolle,
  team: { id: JEMAND },
  teams: [JEMAND],
  vertritt: [],
};

function kopf(): Fallkopf {
  const eroeffnet = fuehreAus(FALL.neu(JEMAND), vormerkung(AT, JEMAND, 'F-2026-00001'));
  if (!eroeffnet.ok) throw new Error(eroeffnet.ablehnung.satz);
  const beteiligt = { fm: JEMAND, pap: JEMAND, aufnehmenderPap: JEMAND, extern: JEMAND, abgebend: JEMAND };
  const wer = { ...beteiligt, weitergeleitetAn: JEMAND, team: JEMAND };
  const stand = eroeffnet.fall;
  return {
    ...wer,
    id: JEMAND,
    fallnummer: 'F-2026-00001',
    personId: JEMAND,
    stand,
    angehalten: false,
  };
}

const EINTRAG: Ereignis = {
  ...{ id: `${JEMAND}/1`, sequenz: 1, am: AT, akteur: JEMAND, tr: 'TR54', ereignisAm: '2026-02-01' },
  ...{ dokumente: [], warnungen: [], offeneHinweise: [] },
  ...{ art: 'kontakt_erfasst', anlass: 'laufend', status: 'durchgefuehrt', termin: null, zaehlt: true },
};

/** A record in which everything a command on a Fall may ask for is there, with `text` wherever it holds one. */
export function vollakte(text: string, rolleDerGenannten: string): Aktenleser {
  const fehlt = (): never => {
    throw new Error('Danach fragt kein Befehl an den Fall');
  };
  const einwilligung: Umfang & { readonly wortlaut: string } = {
    id: JEMAND,
    zweck: 'fachdienst',
    erteiltAm: '2026-01-05',
    gueltigBis: null,
    widerrufenAm: null,
    datenkategorien: ['gesundheit'],
    entbundeneStellen: ['jobcenter', 'fachdienst'],
    wortlaut: text,
  };
  const zuordnungslage = {
    policy: policyAus(STANDARDWAHL),
    team: [],
    bedarf: { sprache: null, themen: [], nachThema: false },
  };
  const bedarf = { schluesselgruppe: 'motivation', bezeichnung: text, status: 'offen' } as const;
  const akte = {
    ...{ geburtsdatum: '1990-05-04', erwerbsfaehig: true, rechtskreis: 'sgb_ii', name: text },
    ...{ verstorbenAm: null, verzogenAm: null },
    ...{ profile: [], handlungsbedarfe: [bedarf], andererOffenerFall: false },
  };
  return {
    fallkopf: () => Promise.resolve(kopf()),
    bezug: () => Promise.resolve({ ereignis: 'e', art: 'vorgemerkt', akteur: null }),
    eintrag: () => Promise.resolve({ ereignis: EINTRAG, ereignisse: [EINTRAG] }),
    uebergaben: () => Promise.resolve([]),
    fmHatGehandelt: () => Promise.resolve(false),
    hatNeuerenFall: () => Promise.resolve(false),
    vorgaengerfall: () => Promise.resolve({ id: JEMAND, laufendeNummer: 1 }),
    personenakte: () => Promise.resolve({ akte, papId: JEMAND, fmU25Id: JEMAND, version: 1 }),
    personenversion: () => Promise.resolve(1),
    begleitpersonen: () => Promise.resolve([{ id: JEMAND, beiTerminabsageInformieren: true, name: text }]),
    einwilligungen: () => Promise.resolve([einwilligung]),
    bedarfsstaende: () => Promise.resolve([{ id: JEMAND, status: 'offen', abgebautAm: null, name: text }]),
    faelleDerPerson: () => Promise.resolve([]),
    kollegin: (id) =>
      Promise.resolve({ id, rolle: rolleDerGenannten, aktiv: true, team: JEMAND, version: 1, name: text }),
    externnachweise: () => Promise.resolve([]),
    fallmanagementteam: () => Promise.resolve(JEMAND),
    zielteam: () => Promise.resolve(JEMAND),
    freieFallnummer: () => Promise.resolve('F-2026-00002'),
    befangene: () => Promise.resolve(new Set([JEMAND])),
    zuordnungslage: () => Promise.resolve({ lage: zuordnungslage, zeilenversionen: {} }),
    verzeichniseintrag: (id) =>
      Promise.resolve({
        ...{ id, aktiv: true, wartezeitTage: null, formlosGrund: text, vereinbarungen: [], version: 1 },
      }),
    aktivePolicy: () => Promise.resolve(STANDARDWAHL),
    kalender: () => Promise.resolve(kalenderFuer('HB')),
    unsichtbar: fehlt,
    teamkopf: () => Promise.resolve(null),
    ...{ potenzialkopf: fehlt, besprechungsfaelle: fehlt, ziehbare: fehlt },
    ...{ teamlast: fehlt, berichtspflichtige: fehlt, saat: fehlt, neueVerpflichtung: fehlt },
  };
}
