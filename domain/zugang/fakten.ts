import type { Personenfakten } from '../fall/befehle.ts';
import type { Uebergabetag } from '../fall/befehle/zugang.ts';
import { istUe25, vollendetAm } from '../frist/alter.ts';
import { plusTage, type Tag } from '../frist/tag.ts';
import type { Profillage } from '../kennungen.ts';
import type { Policy } from '../policy/policy.ts';
import {
  hatProfillage,
  istKomplex,
  offeneHandlungsbedarfe,
  zaehlendeHandlungsbedarfe,
  type Handlungsbedarf,
} from './kriterium-a.ts';
import { wegfallNachAkte, type Personenstand } from './wegfall.ts';

/** The file of a person as far as rules look at it. */
export type Personenakte = Personenstand & {
  readonly geburtsdatum: Tag;
  readonly profile: readonly {
    readonly datum: Tag;
    readonly anlass: 'erst' | 'fortschreibung' | 'fallabgang';
    readonly profillage: Profillage | null;
    readonly abgesichert: boolean;
  }[];
  readonly handlungsbedarfe: readonly Handlungsbedarf[];
  /** An open case of the person other than the one the command goes to (V-17). */
  readonly andererOffenerFall: boolean;
};

function neuestes<T extends { readonly datum: Tag }>(profile: readonly T[]): T | null {
  return profile.reduce<T | null>(
    (bisher, p) => (bisher === null || p.datum >= bisher.datum ? p : bisher),
    null,
  );
}

/** Turns the file into facts: counts, flags and days, no content (architecture.md 3.3). `am` is the business day. */
export function personenfakten(akte: Personenakte, policy: Policy, am: Tag): Personenfakten {
  const profil = neuestes(akte.profile);
  return {
    erwerbsfaehig: akte.erwerbsfaehig,
    rechtskreisSgb2: akte.rechtskreis === 'sgb_ii',
    ue25: istUe25(akte.geburtsdatum, am),
    profilVorhanden: profil !== null,
    ohneProfillage: !hatProfillage(profil?.profillage ?? null),
    profilAbgesichert: profil?.abgesichert ?? false,
    komplex: istKomplex(profil?.profillage ?? null, policy),
    zaehlendeHandlungsbedarfe: zaehlendeHandlungsbedarfe(akte.handlungsbedarfe, policy),
    offeneHandlungsbedarfe: offeneHandlungsbedarfe(akte.handlungsbedarfe),
    profilAngepasstAm: neuestes(akte.profile.filter((p) => p.anlass === 'fallabgang'))?.datum ?? null,
    massgeblicherBedarfReduziert: akte.handlungsbedarfe.some(
      ({ massgeblichFuerUebergabe: ja, status }) =>
        ja === true && (status === 'reduziert' || status === 'abgebaut'),
    ),
    andererOffenerFall: akte.andererOffenerFall,
    wegfall: wegfallNachAkte(akte),
  };
}

/** A-37, V-02: the planned day of a handover from U25, by default the 25th birthday, and whether the person is Ü25 on it. */
export function uebergabefakten(geburtsdatum: Tag, gewuenscht: Tag | undefined): Uebergabetag {
  const am = gewuenscht ?? plusTage(vollendetAm(geburtsdatum, 25), 1);
  return { am, ue25: istUe25(geburtsdatum, am) };
}
