import type { SafeHtml } from '@remix-run/html-template';
import type { Konto } from '../../api/kern/umgebung.ts';
import type { Einwilligungsansicht } from '../../api/einwilligungen/formen.ts';
import { einwilligungsliste } from '../../api/einwilligungen/routen.ts';
import { frageWennErlaubt } from '../../api/kern/aufruf.ts';
import type { Personansicht } from '../../api/personen/formen.ts';
import { tagInWorten } from '../../domain/frist/tag.ts';
import { klartext } from '../../domain/klartext.ts';
import type { Seitenanfrage } from '../kern/anfrage.ts';
import type { Spalte } from '../kern/tabelle.ts';
import { jaNein } from '../kern/worte.ts';
import { wennDa } from '../kern/zeilen.ts';
import { abschnitt } from '../schreiben/abschnitt.ts';
import { tunspalte } from '../schreiben/verweis.ts';
import { wertname } from '../tun/beschriftung.ts';
import { wennAenderbar } from './aenderbar.ts';

type Bedarf = Personansicht['handlungsbedarfe'][number];
type Begleitperson = Personansicht['begleitpersonen'][number];
type Profil = Personansicht['profile'][number];

/** What makes it hard (E06), and how far each of it is. */
export function handlungsbedarfe(konto: Konto, person: Personansicht): SafeHtml | null {
  const { id, handlungsbedarfe: alle } = person;
  const spalten: readonly Spalte<Bedarf>[] = [
    { kopf: 'Handlungsbedarf', zelle: ({ bezeichnung }) => bezeichnung },
    { kopf: 'Gruppe', zelle: ({ schluesselgruppe }) => klartext(schluesselgruppe) },
    { kopf: 'Stand', zelle: ({ status }) => wertname(status) },
    { kopf: 'Erkannt', zelle: ({ erkanntAm }) => tagInWorten(erkanntAm) },
    tunspalte(konto, ({ id: bedarf, bezeichnung }) =>
      wennAenderbar(person, 'profil', {
        name: 'aendereHandlungsbedarf',
        kennungen: [id, bedarf],
        wort: 'Ändern',
        wovon: bezeichnung,
      }),
    ),
  ];
  return abschnitt(konto, {
    id: 'bedarfe',
    titel: 'Handlungsbedarfe',
    eintraege: alle,
    spalten,
    leer: 'Noch keiner erfasst.',
    tun: [wennAenderbar(person, 'profil', { name: 'erfasseHandlungsbedarf', kennungen: [id] })],
  });
}

const PROFILSPALTEN: readonly Spalte<Profil>[] = [
  { kopf: 'Vom', zelle: ({ datum }) => tagInWorten(datum) },
  { kopf: 'Profillage', zelle: ({ profillage }) => (profillage === null ? 'offen' : klartext(profillage)) },
  { kopf: 'Anlass', zelle: ({ anlass }) => wertname(anlass) },
  {
    kopf: 'Ressourcen',
    zelle: ({ ressourcen }) =>
      (ressourcen ?? []).map(({ typ, bezeichnung }) => `${klartext(typ)}: ${bezeichnung}`).join('; '),
  },
];

/** Every version of the profile (E05). */
export function profile(konto: Konto, person: Personansicht): SafeHtml | null {
  const { id, profile: alle } = person;
  return abschnitt(konto, {
    id: 'profile',
    titel: 'Profil',
    eintraege: alle,
    spalten: PROFILSPALTEN,
    leer: 'Noch kein Profil.',
    tun: [wennAenderbar(person, 'profil', { name: 'erstelleProfil', kennungen: [id] })],
  });
}

/** Who comes along, and whom to tell when an appointment falls out (T-32). */
export function begleitpersonen(konto: Konto, person: Personansicht): SafeHtml | null {
  const { id, begleitpersonen: alle } = person;
  const spalten: readonly Spalte<Begleitperson>[] = [
    { kopf: 'Name', zelle: ({ name }) => name },
    { kopf: 'Rolle', zelle: ({ rolle }) => klartext(rolle) },
    { kopf: 'Erreichbar', zelle: ({ kontakt }) => kontakt },
    {
      kopf: 'Erfährt von Absagen',
      zelle: ({ beiTerminabsageInformieren }) => jaNein(beiTerminabsageInformieren),
    },
    tunspalte(konto, ({ id: begleitperson, name }) =>
      wennAenderbar(person, 'angaben', {
        name: 'aendereBegleitperson',
        kennungen: [id, begleitperson],
        wort: 'Ändern',
        wovon: name,
      }),
    ),
  ];
  return abschnitt(konto, {
    id: 'begleitpersonen',
    titel: 'Begleitpersonen',
    eintraege: alle,
    spalten,
    leer: 'Niemand.',
    tun: [wennAenderbar(person, 'angaben', { name: 'legeBegleitpersonAn', kennungen: [id] })],
  });
}

/** Consents (E22) with how they stand today; null for roles that do not read them. */
export async function einwilligungen(
  anfrage: Seitenanfrage,
  person: Personansicht,
): Promise<SafeHtml | null> {
  const { id: personId } = person;
  const { umgebung, konto } = anfrage;
  const wo = { konto, pfad: { personId } };
  const alle = await wennDa(() => frageWennErlaubt(umgebung, einwilligungsliste, wo));
  if (alle === null) return null;
  const spalten: readonly Spalte<Einwilligungsansicht>[] = [
    { kopf: 'Zweck', zelle: ({ zweck }) => klartext(zweck) },
    { kopf: 'Empfänger', zelle: ({ empfaenger }) => empfaenger },
    { kopf: 'Daten', zelle: ({ datenkategorien }) => datenkategorien.map(klartext).join(', ') },
    { kopf: 'Stand', zelle: ({ stand }) => klartext(stand) },
    { kopf: 'Erteilt', zelle: ({ erteiltAm }) => tagInWorten(erteiltAm) },
    tunspalte(konto, ({ id, stand, zweck }) =>
      stand === 'widerrufen'
        ? null
        : wennAenderbar(person, 'widerruf', {
            name: 'widerrufeEinwilligung',
            kennungen: [personId, id],
            wort: 'Widerruf erfassen',
            wovon: klartext(zweck),
          }),
    ),
  ];
  return abschnitt(konto, {
    id: 'einwilligungen',
    titel: 'Einwilligungen',
    eintraege: alle,
    spalten,
    leer: 'Keine erteilt.',
    tun: [wennAenderbar(person, 'einwilligungen', { name: 'erteileEinwilligung', kennungen: [personId] })],
  });
}
