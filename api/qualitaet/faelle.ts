import { randomUUID } from 'node:crypto';
import { gibtTeam } from '../../db/organisation.ts';
import * as ablage from '../../db/qualitaet.ts';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import { darfMessen } from '../../domain/organisation/verwaltung.ts';
import { MINDESTENS_TEILNEHMENDE } from '../../domain/qualitaet/befragung.ts';
import { tageBisAntwort } from '../../domain/qualitaet/beschwerde.ts';
import { liegtVoraus } from '../../domain/zugang/aktentage.ts';
import { Absage, lehneAb, nichtBerechtigt, nichtGefunden, veraltet } from '../kern/absage.ts';
import { blaettere } from '../kern/blaettern.ts';
import type { Angelegt } from '../kern/felder.ts';
import { einmalig, vermerke, type SchreibenAn } from '../kern/schreiben.ts';
import type { Seite, Seitenwahl } from '../kern/seiten.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';
import type {
  AntwortNeu,
  Befragung,
  BefragungNeu,
  Beschwerde,
  BeschwerdeNeu,
  Zielwerte,
  ZielwertNeu,
} from './formen.ts';

/** R15: K6 is not bound to an own team. @throws Absage NICHT_BERECHTIGT */
function pruefeBereich(konto: Konto, teamId: string): void {
  if (!darfMessen(konto, teamId)) throw nichtBerechtigt('Dieses Team gehört nicht zu Ihrem Bereich.');
}

type Eintrag = {
  readonly aktion: string;
  readonly tabelle: string;
  readonly pruefe: (heute: Tag) => void;
  readonly schreibe: (tx: Transaktion, id: string, am: Instant) => Promise<void>;
};

/** One new row of a team, once per key. @throws Absage NICHT_BERECHTIGT, NICHT_GEFUNDEN, REGEL */
function trageEin(
  { umgebung, konto }: { readonly umgebung: Umgebung; readonly konto: Konto },
  { id: teamId, schluessel, rumpf }: SchreibenAn<unknown>,
  { aktion, tabelle, pruefe, schreibe }: Eintrag,
): Promise<Angelegt> {
  return einmalig({ umgebung, konto, was: { ort: teamId, schluessel, rumpf } }, async (tx, am) => {
    pruefeBereich(konto, teamId);
    if (!(await gibtTeam(tx, teamId))) throw nichtGefunden('Dieses Team');
    pruefe(ortstag(am));
    const id = randomUUID();
    await schreibe(tx, id, am);
    await vermerke(tx, konto, { am, aktion, gegenstand: `${tabelle}:${id}` });
    return { id, version: 1 };
  });
}

const beschwerdeansicht = (zeile: ablage.Beschwerdezeile): Beschwerde => {
  const { id, art, eingegangenAm, antwort, beantwortetAm, version } = zeile;
  const tage = tageBisAntwort(eingegangenAm, beantwortetAm);
  return { id, art, eingegangenAm, antwort, beantwortetAm, tageBisAntwort: tage, version };
};

export async function beschwerden(
  umgebung: Umgebung,
  konto: Konto,
  { id, ...blatt }: Seitenwahl & { readonly id: string },
): Promise<Seite<Beschwerde>> {
  pruefeBereich(konto, id);
  const lies = (tx: Transaktion, wahl: Seitenwahl) => ablage.liesBeschwerden(tx, id, wahl);
  return blaettere({ umgebung, konto, blatt, liste: null }, lies, beschwerdeansicht);
}

export function nimmBeschwerdeAuf(
  umgebung: Umgebung,
  konto: Konto,
  auftrag: SchreibenAn<BeschwerdeNeu>,
): Promise<Angelegt> {
  const { id: teamId, rumpf } = auftrag;
  return trageEin({ umgebung, konto }, auftrag, {
    aktion: 'beschwerde_aufgenommen',
    tabelle: 'beschwerde',
    pruefe: (heute) => {
      lehneAb(liegtVoraus(rumpf.eingegangenAm, heute, 'Der Eingang'));
    },
    schreibe: (tx, id, erfasstAm) =>
      ablage.legeBeschwerdeAn(tx, { ...rumpf, id, teamId, erfasstAm, erfasstVon: konto.id }),
  });
}

/** Answered once; whoever knows an older version hears that it changed. @throws Absage NICHT_GEFUNDEN, REGEL, VERALTET */
export function beantworteBeschwerde(
  umgebung: Umgebung,
  konto: Konto,
  auftrag: SchreibenAn<AntwortNeu> & { readonly beschwerdeId: string },
): Promise<Angelegt> {
  const { id: teamId, beschwerdeId: id, schluessel, rumpf } = auftrag;
  return einmalig({ umgebung, konto, was: { ort: id, schluessel, rumpf } }, async (tx, am) => {
    pruefeBereich(konto, teamId);
    const zeile = await ablage.sperreBeschwerde(tx, { id, teamId });
    if (zeile === null) throw nichtGefunden('Diese Beschwerde');
    if (zeile.version !== rumpf.version) throw veraltet();
    if (zeile.antwort !== null) throw new Absage('REGEL', 'Diese Beschwerde ist schon beantwortet.');
    const { antwort, beantwortetAm } = rumpf;
    lehneAb(liegtVoraus(beantwortetAm, ortstag(am), 'Die Antwort'));
    if (beantwortetAm < zeile.eingegangenAm)
      throw new Absage('REGEL', 'Die Antwort liegt vor dem Eingang der Beschwerde.', { regel: 'V-74' });
    const version = zeile.version + 1;
    await ablage.beantworte(tx, id, { antwort, beantwortetAm, version });
    await vermerke(tx, konto, { am, aktion: 'beschwerde_beantwortet', gegenstand: `beschwerde:${id}` });
    return { id, version };
  });
}

const befragungsansicht = ({ ergebnisse, ...zeile }: ablage.Befragungszeile): Befragung => {
  const { id, art, von, bis, teilnehmende } = zeile;
  return { id, art, von, bis, teilnehmende, ergebnisse: [...ergebnisse] };
};

export async function befragungen(
  umgebung: Umgebung,
  konto: Konto,
  { id, ...blatt }: Seitenwahl & { readonly id: string },
): Promise<Seite<Befragung>> {
  pruefeBereich(konto, id);
  const lies = (tx: Transaktion, wahl: Seitenwahl) => ablage.liesBefragungen(tx, id, wahl);
  return blaettere({ umgebung, konto, blatt, liste: null }, lies, befragungsansicht);
}

/** @throws Absage REGEL */
function pruefeZeit({ von, bis }: { readonly von: Tag; readonly bis: Tag }): void {
  if (bis < von) throw new Absage('REGEL', 'Das Ende liegt vor dem Beginn.');
}

export function legeBefragungAn(
  umgebung: Umgebung,
  konto: Konto,
  auftrag: SchreibenAn<BefragungNeu>,
): Promise<Angelegt> {
  const { id: teamId, rumpf } = auftrag;
  return trageEin({ umgebung, konto }, auftrag, {
    aktion: 'befragung_erfasst',
    tabelle: 'befragung',
    pruefe: (heute) => {
      lehneAb(liegtVoraus(rumpf.von, heute, 'Der Beginn') ?? liegtVoraus(rumpf.bis, heute, 'Das Ende'));
      pruefeZeit(rumpf);
      if (rumpf.teilnehmende < MINDESTENS_TEILNEHMENDE)
        throw new Absage('REGEL', 'Zahlen von weniger als drei Teilnehmenden werden nicht geführt.', {
          regel: 'DS-31',
        });
    },
    schreibe: (tx, id, erfasstAm) =>
      ablage.legeBefragungAn(tx, { ...rumpf, id, teamId, erfasstAm, erfasstVon: konto.id }),
  });
}

export async function zielwerte(umgebung: Umgebung, konto: Konto, teamId: string): Promise<Zielwerte> {
  pruefeBereich(konto, teamId);
  const zeilen = await mitAkteur(umgebung.db, akteurVon(konto), (tx) => ablage.liesZielwerte(tx, teamId));
  return {
    eintraege: zeilen.map(({ id, kennzahl, von, bis, wert, einheit, richtung, grundlage }) => ({
      id,
      kennzahl,
      von,
      bis,
      wert,
      einheit,
      richtung,
      grundlage,
    })),
  };
}

export function legeZielwertFest(
  umgebung: Umgebung,
  konto: Konto,
  auftrag: SchreibenAn<ZielwertNeu>,
): Promise<Angelegt> {
  const { id: teamId, rumpf } = auftrag;
  return trageEin({ umgebung, konto }, auftrag, {
    aktion: 'zielwert_festgelegt',
    tabelle: 'zielwert',
    pruefe: () => {
      pruefeZeit(rumpf);
    },
    schreibe: (tx, id, erfasstAm) =>
      ablage.legeZielwertFest(tx, { ...rumpf, id, teamId, erfasstAm, erfasstVon: konto.id }),
  });
}
