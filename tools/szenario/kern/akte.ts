import type { Ablehnung } from '../../../domain/ablehnung.ts';
import { DATENKATEGORIEN, type Umfang } from '../../../domain/einwilligung/einwilligung.ts';
import { absageDerErteilung, absageDesWiderrufs } from '../../../domain/einwilligung/erteilung.ts';
import { exhaustive } from '../../../domain/exhaustive.ts';
import type { Tag } from '../../../domain/frist/tag.ts';
import type { Handlungsbedarf } from '../../../domain/zugang/kriterium-a.ts';
import { lebenstagVoraus, liegtVoraus } from '../../../domain/zugang/aktentage.ts';
import type { Personenakte } from '../../../domain/zugang/fakten.ts';
import type { Personendaten } from '../geschichte.ts';
import type { Aktenbefehl } from '../stammdaten.ts';
import { kennung } from '../verweise.ts';

/** With the day it was done with, where it is; what is so from the beginning, since the beginning. */
type Aktenbedarf = Handlungsbedarf & { readonly abgebautAm: Tag };

/** The file of a person while the story runs. */
export type Akte = Omit<Personenakte, 'andererOffenerFall' | 'handlungsbedarfe'> & {
  readonly handlungsbedarfe: readonly Aktenbedarf[];
  readonly pap: string;
  readonly fmU25: string | null;
  /** E03, in the order in which they were named. */
  readonly begleitpersonen: readonly { readonly id: string; readonly beiTerminabsageInformieren: boolean }[];
  readonly einwilligungen: readonly Umfang[];
};

/** The file before the first step; the first Profiling lies on the day the story begins. */
export function akteVon(person: Personendaten, beginn: Tag): Akte {
  const { profillage, abgesichert } = person;
  const erstes = { datum: beginn, anlass: 'erst', abgesichert } as const;
  const profile = profillage === null ? [] : [{ ...erstes, profillage }];
  const handlungsbedarfe = person.handlungsbedarfe.map((hb) => ({ ...hb, abgebautAm: beginn }));
  return { ...person, handlungsbedarfe, profile, begleitpersonen: [], einwilligungen: [] };
}

/** The list with its n-th entry changed; null when it has fewer. */
function mitNter<T>(liste: readonly T[], nummer: number, aenderung: Partial<T>): readonly T[] | null {
  if (liste[nummer - 1] === undefined) return null;
  return liste.map((eines, n) => (n === nummer - 1 ? { ...eines, ...aenderung } : eines));
}

/** A complete consent; a story names only what matters to it. */
function einwilligung(
  { einwilligungen }: Akte,
  befehl: Extract<Aktenbefehl, { befehl: 'einwilligung_erteilen' }>,
  heute: Tag,
): Umfang {
  const { zweck, erteiltAm = heute, gueltigBis = null, leistungserbringer: label } = befehl;
  const { datenkategorien = DATENKATEGORIEN } = befehl;
  return {
    id: kennung('einwilligung', `${einwilligungen.length + 1}`),
    zweck,
    erteiltAm,
    gueltigBis,
    widerrufenAm: null,
    leistungserbringerId: label === undefined ? null : kennung('leistungserbringer', label),
    datenkategorien,
    entbundeneStellen: ['jobcenter', zweck === 'fachdienst' ? 'fachdienst' : 'leistungserbringer'],
  };
}

/** Why the use cases of the API would not let this into the file, whoever says it; null = they would. */
export function absageDerAkte(akte: Akte, befehl: Aktenbefehl, heute: Tag): Ablehnung | null {
  switch (befehl.befehl) {
    case 'profil_anpassen':
      return liegtVoraus(befehl.datum ?? heute, heute);
    case 'neuzugang_erfassen':
      return liegtVoraus(befehl.am, heute);
    case 'person_aendern':
      return lebenstagVoraus(befehl, heute);
    case 'einwilligung_erteilen': {
      const neu = einwilligung(akte, befehl, heute);
      const erbringer = neu.leistungserbringerId === null ? 'keiner' : 'verzeichnis';
      return absageDerErteilung({ ...neu, aufgeklaert: true, erbringer }, heute);
    }
    case 'einwilligung_widerrufen': {
      const gemeint = akte.einwilligungen[befehl.nummer - 1];
      return gemeint === undefined ? null : absageDesWiderrufs(gemeint, befehl.widerrufenAm ?? heute, heute);
    }
    case 'handlungsbedarf_aendern':
    case 'begleitperson_anlegen':
      return null;
  }
}

/** The file after a change; null when it names something the person does not have. */
export function geaendert(akte: Akte, befehl: Aktenbefehl, heute: Tag): Akte | null {
  switch (befehl.befehl) {
    case 'profil_anpassen': {
      const { datum = heute, anlass, profillage, abgesichert } = befehl;
      return { ...akte, profile: [...akte.profile, { datum, anlass, profillage, abgesichert }] };
    }
    case 'person_aendern': {
      const { rechtskreis, erwerbsfaehig, verstorbenAm, verzogenAm } = befehl;
      const felder = Object.entries({ rechtskreis, erwerbsfaehig, verstorbenAm, verzogenAm });
      return { ...akte, ...Object.fromEntries(felder.filter(([, wert]) => wert !== undefined)) };
    }
    case 'handlungsbedarf_aendern': {
      const { nummer, status } = befehl;
      // What is K4 of it is no fact a rule looks at: it stays in the record (DS-20).
      const geaenderter = status === undefined ? {} : { status };
      const seit = status === 'abgebaut' ? { abgebautAm: heute } : {};
      const handlungsbedarfe = mitNter<Aktenbedarf>(akte.handlungsbedarfe, nummer, {
        ...geaenderter,
        ...seit,
      });
      return handlungsbedarfe === null ? null : { ...akte, handlungsbedarfe };
    }
    // No rule looks at it: it stays in the record.
    case 'neuzugang_erfassen':
      return akte;
    case 'begleitperson_anlegen': {
      const { begleitpersonen } = akte;
      const { beiTerminabsageInformieren } = befehl;
      const neu = {
        id: kennung('begleitperson', `${begleitpersonen.length + 1}`),
        beiTerminabsageInformieren,
      };
      return { ...akte, begleitpersonen: [...begleitpersonen, neu] };
    }
    case 'einwilligung_erteilen':
      return { ...akte, einwilligungen: [...akte.einwilligungen, einwilligung(akte, befehl, heute)] };
    case 'einwilligung_widerrufen': {
      const { nummer, widerrufenAm = heute } = befehl;
      const einwilligungen = mitNter<Umfang>(akte.einwilligungen, nummer, { widerrufenAm });
      return einwilligungen === null ? null : { ...akte, einwilligungen };
    }
    default:
      return exhaustive(befehl);
  }
}
