import { fallereignis } from '../../db/akte.ts';
import { FALLABLAGE } from '../../db/ablage.ts';
import { liesGeschichte } from '../../db/geschichte.ts';
import { liesNamen } from '../../db/mitarbeitende.ts';
import { liesHandlungsbedarfe } from '../../db/person.ts';
import type { Ereignis } from '../../domain/fall/ereignisse.ts';
import { teilziele } from '../../domain/fall/fallblatt.ts';
import { tagInWorten, type Tag } from '../../domain/frist/tag.ts';
import { imGeschuetztenBereich, type Einsicht } from '../faelle/blattfaelle.ts';
import { Absage, nichtBerechtigt } from '../kern/absage.ts';
import { schaueAn } from '../kern/einsicht.ts';
import type { Konto, Umgebung } from '../kern/umgebung.ts';
import { briefdokument } from './dokument.ts';
import type { Schreiben, Schreibenliste } from './formen.ts';
import { vorlageFuer, type Schreiblage, type Teil, type Vorlage } from './vorlagen.ts';

type Ausgabe = { readonly ereignis: Ereignis; readonly vorlage: Vorlage<Ereignis> };

const mitVorlage = (ereignis: Ereignis): Ausgabe[] => {
  const vorlage = vorlageFuer(ereignis);
  return vorlage === null ? [] : [{ ereignis, vorlage }];
};

function kopfVon({ ereignis, vorlage }: Ausgabe): Schreibenliste['schreiben'][number] {
  const { sequenz, tr, ereignisAm } = ereignis;
  if (tr === null) throw new Error('Schreiben ohne Übergang');
  return { sequenz, uebergang: tr, titel: vorlage.titel(ereignis), am: ereignisAm };
}

/** Which letters a case has to give. @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT. */
export function listeSchreiben(umgebung: Umgebung, konto: Konto, fallId: string): Promise<Schreibenliste> {
  return schaueAn(umgebung, { konto, fallId }, async ({ tx }) => {
    const geschichte = await liesGeschichte(tx, FALLABLAGE.ereignisse, fallId);
    const ausgaben = geschichte.flatMap(({ daten }) => mitVorlage(fallereignis(daten)));
    return { fallId, schreiben: ausgaben.map(kopfVon) };
  });
}

const inWorten = (tag: Tag | null): string => (tag === null ? 'einem früheren Tag' : tagInWorten(tag));

/** What the letter speaks of beside its event, as it was when the event was recorded. */
async function lageBei({ tx, zugriff, ereignisse, texteZu }: Einsicht, bei: Ereignis): Promise<Schreiblage> {
  const stellen = [...('fm' in bei ? [bei.fm] : []), ...('pap' in bei ? [bei.pap] : [])];
  const namen = await liesNamen(tx, stellen);
  const akte = await liesHandlungsbedarfe(tx, zugriff.zeile.fall.personId);
  const bezeichnungen = new Map(akte.map(({ id, bezeichnung }) => [id, bezeichnung]));
  const ziele = new Map(
    teilziele(ereignisse.filter(({ sequenz }) => sequenz <= bei.sequenz)).map((ziel) => [ziel.nummer, ziel]),
  );
  return {
    am: inWorten(bei.ereignisAm),
    name: (id) => namen.get(id) ?? 'eine neue Ansprechperson',
    bedarf: (id) => bezeichnungen.get(id) ?? 'Ein inzwischen gelöschter Handlungsbedarf',
    teilziel: (nummer) => {
      const ziel = ziele.get(nummer);
      const was = texteZu(ziel?.dokumente ?? []).findLast(
        ({ feld }) => feld === 'was' || feld === 'neueFassung',
      );
      return `${was?.text ?? `Ziel ${String(nummer)}`} (bis ${inWorten(ziel?.bisWann ?? null)})`;
    },
  };
}

/** TR58: what was recorded wrongly is not sent without what is right. */
function berichtigungen({ ereignisse, texteZu }: Einsicht, { id }: Ereignis): Teil[] {
  return ereignisse.flatMap((eines) => {
    if (eines.art !== 'berichtigt' || eines.bezug !== id) return [];
    const tage = eines.neuesDatum === null ? [] : [`Richtiger Tag: ${tagInWorten(eines.neuesDatum)}`];
    const worte = texteZu(eines.dokumente.map((d) => d.id)).filter(({ feld }) => feld === 'neuerText');
    return [
      {
        art: 'abschnitt',
        titel: `Berichtigt am ${inWorten(eines.ereignisAm)}`,
        texte: [...tage, ...worte.map(({ text }) => text)],
      },
    ];
  });
}

/** The texts of the event, in the order and under the headings of the template; what was erased is not there. */
function wortlaute({ texteZu }: Einsicht, { ereignis, vorlage }: Ausgabe): Teil[] {
  const texte = texteZu(ereignis.dokumente.map(({ id }) => id));
  return Object.entries(vorlage.texte).map(([feld, titel]) => ({
    art: 'abschnitt',
    titel,
    texte: texte.filter((text) => text.feld === feld).map(({ text }) => text),
  }));
}

/**
 * The person's own copy of one entry, made anew from the record each time and kept nowhere (ADR 51). For those who lead
 * the case; every letter is a look at the restricted area (DS-29). @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT.
 */
export function liesSchreiben(
  umgebung: Umgebung,
  konto: Konto,
  { fallId, sequenz }: { readonly fallId: string; readonly sequenz: number },
): Promise<Schreiben> {
  return imGeschuetztenBereich(umgebung, { konto, fallId }, async (einsicht) => {
    const [ausgabe] = einsicht.ereignisse.filter((e) => e.sequenz === sequenz).flatMap(mitVorlage);
    if (ausgabe === undefined) {
      throw new Absage('NICHT_GEFUNDEN', 'Zu diesem Eintrag bekommt die Person kein Schreiben.');
    }
    const { ereignis, vorlage } = ausgabe;
    const { fall, team, person } = einsicht.zugriff.zeile;
    if (person === null) throw nichtBerechtigt();
    const { schluss, beideUnterschreiben = false } = vorlage;
    const dokument = briefdokument({
      absender: `Jobcenter, Team ${team.kennzeichen}`,
      empfaenger: person.name,
      zeichen: fall.fallnummer,
      datum: tagInWorten(einsicht.heute),
      titel: vorlage.titel(ereignis),
      teile: [
        ...vorlage.sagt(ereignis, await lageBei(einsicht, ereignis)),
        ...wortlaute(einsicht, ausgabe),
        ...berichtigungen(einsicht, ereignis),
        ...(schluss === undefined ? [] : [{ art: 'absatz', text: schluss } as const]),
      ],
      unterschrift: konto.anzeigename,
      beideUnterschreiben,
    });
    return { fallId, ...kopfVon(ausgabe), dokument };
  });
}
