import type { Terminangaben, Terminort } from '../../domain/fall/befehle/kopf.ts';
import type { Vereinbarungstyp } from '../../domain/fall/beratung.ts';
import type { Ereignis, Ereignisart, EreignisVon } from '../../domain/fall/ereignisse.ts';
import type { Schreibuebergang } from '../../domain/fall/uebergaenge/katalog.ts';
import { tagInWorten, type Tag } from '../../domain/frist/tag.ts';
import type { Weiterleitungsziel } from '../../domain/kennungen.ts';

/** What a letter is made of, before it is a page. */
export type Teil =
  | { readonly art: 'absatz'; readonly text: string }
  | { readonly art: 'angaben'; readonly zeilen: readonly (readonly [name: string, wert: string])[] }
  | { readonly art: 'abschnitt'; readonly titel: string; readonly texte: readonly string[] };

/** What a letter says beside its event and its texts. */
export type Schreiblage = {
  readonly am: string;
  readonly name: (mitarbeitende: string) => string;
  readonly bedarf: (id: string) => string;
  /** A Teilziel as it was agreed when the letter was due. */
  readonly teilziel: (nummer: number) => string;
};

/** The letter about one kind of event. None of its texts is of a class above K3. */
export type Vorlage<E> = {
  readonly titel: (ereignis: E) => string;
  readonly sagt: (ereignis: E, lage: Schreiblage) => readonly Teil[];
  /** Texts of the record it repeats, by their names, under these headings. */
  readonly texte: Readonly<Record<string, string>>;
  /** The last words. */
  readonly schluss?: string;
  /** Both sign it: there is a line for each. */
  readonly beideUnterschreiben?: true;
  /** Nobody gets this letter. */
  readonly entfaellt?: (ereignis: E) => boolean;
};

type Vorlagen = { readonly [A in Ereignisart]?: Vorlage<EreignisVon<A>> };

const absatz = (text: string): Teil => ({ art: 'absatz', text });
const titel = (wort: string) => (): string => wort;

const ORTE: Readonly<Record<Terminort, string>> = {
  fm_buero: 'im Büro Ihrer Ansprechperson im Fallmanagement',
  pap_buero: 'im Büro Ihrer bisherigen Ansprechperson',
  aufsuchend: 'bei Ihnen',
  video: 'als Videogespräch',
  anderer_ort: 'an einem anderen Ort; wir sagen Ihnen, wo',
};

function termin({ termin: tag, uhrzeit, dauerMinuten, ort }: Terminangaben & { termin: Tag }): Teil {
  const zeilen: [string, string][] = [['Tag', tagInWorten(tag)]];
  if (uhrzeit !== undefined) zeilen.push(['Uhrzeit', `${uhrzeit} Uhr`]);
  if (dauerMinuten !== undefined) zeilen.push(['Dauer', `etwa ${String(dauerMinuten)} Minuten`]);
  if (ort !== undefined) zeilen.push(['Ort', ORTE[ort]]);
  return { art: 'angaben', zeilen };
}

const BESCHEID_GEBEN =
  'Können Sie nicht kommen, sagen Sie uns bitte früh Bescheid. Sie können jemanden mitbringen, dem Sie vertrauen.';

const ABWEISUNG: Vorlage<EreignisVon<'zugang_abgewiesen'>> = {
  titel: titel('Warum Sie nicht in das Fallmanagement aufgenommen werden'),
  sagt: (_, { am }) => [
    absatz(
      `Wir haben geprüft, ob das beschäftigungsorientierte Fallmanagement der richtige Weg für Sie ist, und am ${am} entschieden, Sie nicht aufzunehmen.`,
    ),
  ],
  texte: { begruendung: 'Unsere Gründe' },
  schluss:
    'Die Gründe haben wir mit Ihnen besprochen. Ihre bisherige Ansprechperson ist weiter für Sie da. Ändert sich Ihre Lage, kann neu geprüft werden.',
};

const ZIELE: Readonly<Record<Weiterleitungsziel, string>> = {
  fm_ue25: 'das beschäftigungsorientierte Fallmanagement für Menschen ab 25 Jahren',
  fm_migration: 'das Fallmanagement für Migrantinnen und Migranten',
  fm_familiencoaching: 'das Familiencoaching',
  anderes_spezialisiertes_fm: 'ein anderes spezialisiertes Fallmanagement',
};

const VEREINBARUNGEN: Readonly<Record<Vereinbarungstyp, string>> = {
  egv: 'Eingliederungsvereinbarung',
  kooperationsplan: 'Kooperationsplan',
  verpflichtung_va: 'Vereinbarung mit Verweis auf einen Verwaltungsakt',
};

type Vereinbart = EreignisVon<'vereinbarung_abgeschlossen' | 'vereinbarung_fortgeschrieben'>;

function inhaltDer({ inhalt }: Vereinbart, { am, bedarf, teilziel }: Schreiblage): Teil[] {
  if (inhalt === undefined) return [{ art: 'angaben', zeilen: [['Vom', am]] }];
  const { typ, gueltigBis, handlungsbedarfe, teilziele } = inhalt;
  const zeilen = [
    ['Art', VEREINBARUNGEN[typ]],
    ['Vom', am],
    ['Gilt bis', tagInWorten(gueltigBis)],
  ] as const;
  return [
    { art: 'angaben', zeilen },
    { art: 'abschnitt', titel: 'Worum es geht', texte: handlungsbedarfe.map(bedarf) },
    { art: 'abschnitt', titel: 'Ziele', texte: teilziele.map(teilziel) },
  ];
}

const VEREINBARUNGSTEXTE = {
  inhalt: 'Was wir zusammen festgestellt haben',
  leistungenTraeger: 'Was wir tun',
  pflichtenKunde: 'Was Sie tun',
  zeitrahmen: 'Zeitrahmen',
  rechtsfolgen: 'Mögliche Rechtsfolgen',
  verweis: 'Verwaltungsakt, auf den verwiesen wird',
} as const;

const FALLABGANG: Vorlage<EreignisVon<'fallabgang_dokumentiert'>> = {
  titel: titel('Ihr Fallmanagement endet'),
  sagt: (_, { am }) => [absatz(`Das beschäftigungsorientierte Fallmanagement endet für Sie am ${am}.`)],
  texte: { begruendung: 'Unsere Gründe' },
  schluss: 'Haben Sie Fragen dazu, melden Sie sich bitte bei uns.',
  // X15: there is nobody to write to, or nothing happened.
  entfaellt: ({ administrativ }) => administrativ === 'tod' || administrativ === 'datenfehler',
};

/** The person's own copy: each transition of the catalogue that owes one, and for which of its events. */
export const VORLAGEN: Readonly<Record<Schreibuebergang, Vorlagen>> = {
  TR08: {
    zugeordnet: {
      titel: titel('Ihre Ansprechperson im Fallmanagement'),
      sagt: ({ fm }, { am, name }) => [
        absatz(
          `Seit dem ${am} ist ${name(fm)} im Fallmanagement für Sie zuständig und meldet sich bei Ihnen.`,
        ),
        absatz('Ein gemeinsames Gespräch zur Übergabe war nicht möglich, weil niemand dazukommen konnte.'),
      ],
      texte: {},
    },
  },
  TR10: {
    uebernahmegespraech_vereinbart: {
      titel: titel('Einladung zum Gespräch'),
      sagt: (ereignis) => [
        absatz(
          'Wir haben ein Gespräch mit Ihnen vereinbart. Sie lernen das Fallmanagement kennen; Ihre bisherige Ansprechperson ist dabei.',
        ),
        termin(ereignis),
      ],
      texte: { videolink: 'Zugang zum Videogespräch' },
      schluss: BESCHEID_GEBEN,
    },
  },
  TR11: {
    termin_verlegt: {
      titel: ({ termin: neu }) => (neu === null ? 'Ihr Gespräch fällt aus' : 'Ihr Gespräch ist verlegt'),
      sagt: ({ termin: neu, ...angaben }) =>
        neu === null
          ? [absatz('Der vereinbarte Termin ist abgesagt. Wir melden uns bei Ihnen mit einem neuen.')]
          : [absatz('Der bisherige Termin gilt nicht mehr. Der neue:'), termin({ ...angaben, termin: neu })],
      texte: { videolink: 'Zugang zum Videogespräch' },
      schluss: BESCHEID_GEBEN,
    },
  },
  TR15: { zugang_abgewiesen: ABWEISUNG },
  TR16: {
    weitergeleitet: {
      titel: titel('Ein anderes Fallmanagement ist für Sie da'),
      sagt: ({ ziel }, { am }) => [absatz(`Seit dem ${am} ist ${ZIELE[ziel]} für Sie zuständig.`)],
      texte: { begruendung: 'Unsere Gründe' },
      schluss: 'Die Gründe haben wir mit Ihnen besprochen.',
    },
  },
  TR18: { zugang_abgewiesen: ABWEISUNG },
  TR27: {
    vereinbarung_abgeschlossen: {
      titel: titel('Ihre Ausfertigung der Vereinbarung'),
      sagt: inhaltDer,
      texte: VEREINBARUNGSTEXTE,
      beideUnterschreiben: true,
    },
  },
  TR39: {
    standortgespraech_gefuehrt: {
      titel: titel('Ihr Fallmanagement geht weiter'),
      sagt: ({ verlaengerungBis }, { am }) => [
        absatz(`Am ${am} haben wir gemeinsam zurückgesehen. Das Fallmanagement geht für Sie weiter.`),
        ...(verlaengerungBis === null
          ? []
          : [absatz(`Es ist bis zum ${tagInWorten(verlaengerungBis)} verlängert.`)]),
      ],
      texte: {
        sichtFm: 'Unsere Sicht',
        sichtBewerber: 'Ihre Sicht',
        begruendung24MonatePlus: 'Warum es länger als 24 Monate dauert',
      },
      beideUnterschreiben: true,
    },
  },
  TR40: {
    standortgespraech_gefuehrt: {
      titel: titel('Ihre Rückkehr aus dem Fallmanagement'),
      sagt: (_, { am }) => [
        absatz(
          `Am ${am} haben wir gemeinsam zurückgesehen. Das Fallmanagement endet; Ihre persönliche Ansprechperson im Jobcenter übernimmt.`,
        ),
      ],
      texte: { sichtFm: 'Unsere Sicht', sichtBewerber: 'Ihre Sicht' },
      beideUnterschreiben: true,
    },
  },
  TR44: { fallabgang_dokumentiert: FALLABGANG },
  TR45: { fallabgang_dokumentiert: FALLABGANG },
  TR51: {
    fm_gewechselt: {
      titel: titel('Ihre neue Ansprechperson im Fallmanagement'),
      sagt: ({ fm }, { am, name }) => [
        absatz(`Seit dem ${am} ist ${name(fm)} im Fallmanagement für Sie zuständig.`),
      ],
      texte: {},
    },
    pap_gewechselt: {
      titel: titel('Ihre neue Ansprechperson im Jobcenter'),
      sagt: ({ pap }, { am, name }) => [
        absatz(`Seit dem ${am} ist ${name(pap)} Ihre persönliche Ansprechperson.`),
      ],
      texte: {},
    },
  },
  TR56: {
    vereinbarung_fortgeschrieben: {
      titel: titel('Ihre Ausfertigung der fortgeschriebenen Vereinbarung'),
      sagt: inhaltDer,
      texte: VEREINBARUNGSTEXTE,
      beideUnterschreiben: true,
    },
  },
};

const hatSchreiben = (tr: string): tr is Schreibuebergang => Object.hasOwn(VORLAGEN, tr);

/** The template of an event; null where the person gets no letter about it. */
export function vorlageFuer(ereignis: Ereignis): Vorlage<Ereignis> | null {
  const { tr, art } = ereignis;
  if (tr === null || !hatSchreiben(tr)) return null;
  // The row of an event fits the event; the type of a table by kind cannot say so.
  const vorlage = VORLAGEN[tr][art] as Vorlage<Ereignis> | undefined;
  return vorlage === undefined || vorlage.entfaellt?.(ereignis) === true ? null : vorlage;
}
