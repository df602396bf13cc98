import type { Tag } from '../../../domain/frist/tag.ts';
import type { Handlungsbedarf } from '../../../domain/zugang/kriterium-a.ts';
import type { Personenakte } from '../../../domain/zugang/fakten.ts';
import type { Personendaten } from '../geschichte.ts';
import type { Aktenbefehl } from '../stammdaten.ts';

/** The file of a person while the story runs. */
export type Akte = Omit<Personenakte, 'andererOffenerFall'> & { readonly pap: string };

/** The file before the first step; the first Profiling lies on the day the story begins. */
export function akteVon(person: Personendaten, beginn: Tag): Akte {
  const { geburtsdatum, erwerbsfaehig, rechtskreis, profillage, handlungsbedarfe, pap } = person;
  const profile = profillage === null ? [] : [{ datum: beginn, anlass: 'erst' as const, profillage }];
  return { geburtsdatum, erwerbsfaehig, rechtskreis, profile, handlungsbedarfe, pap };
}

/** The file after a change; null when it names a Handlungsbedarf the person does not have. */
export function geaendert(akte: Akte, befehl: Aktenbefehl, heute: Tag): Akte | null {
  if (befehl.befehl === 'profil_anpassen') {
    const { datum = heute, anlass, profillage } = befehl;
    return { ...akte, profile: [...akte.profile, { datum, anlass, profillage }] };
  }
  const { nummer, status } = befehl;
  if (akte.handlungsbedarfe[nummer - 1] === undefined) return null;
  const handlungsbedarfe: Handlungsbedarf[] = akte.handlungsbedarfe.map((hb, n) =>
    n === nummer - 1 ? { ...hb, status } : hb,
  );
  return { ...akte, handlungsbedarfe };
}
