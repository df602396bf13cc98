import { createHash, randomUUID } from 'node:crypto';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import { liesEinwilligungen } from '../../db/einwilligung.ts';
import * as ablage from '../../db/leistung.ts';
import { protokolliere, type Protokollzeile } from '../../db/protokoll.ts';
import { sperrePerson } from '../../db/person.ts';
import { versiegle } from '../../db/tresor/textschutz.ts';
import { deckt } from '../../domain/einwilligung/einwilligung.ts';
import { istInBegleitung } from '../../domain/fall/fall.ts';
import { zeichenVon, type Leistung } from '../../domain/fall/leistungen.ts';
import { absageDesRueckmeldetags } from '../../domain/fall/rueckmeldetag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import {
  KATEGORIE_DER_RUECKMELDUNG,
  RUECKMELDEARTEN,
  type Rueckmeldeart,
} from '../../domain/leistung/leistung.ts';
import type { Quittung, RueckmeldungNeu, Linkansicht } from './formen.ts';
import { Absage, lehneAb, vernichtet } from '../kern/absage.ts';
import type { Umgebung } from '../kern/umgebung.ts';

const extern = { system: 'leistungserbringer' } as const;

/** The same answer for a secret that never was, that is used up and that is too old: nobody learns which. */
const unbrauchbar = (): Absage =>
  new Absage(
    'NICHT_GEFUNDEN',
    'Dieser Zugang gilt nicht mehr. Bitte fordern Sie beim Jobcenter einen neuen an.',
  );

const pruefwertVon = (geheimnis: string): string => createHash('sha256').update(geheimnis).digest('hex');

type Offen = {
  readonly einmallink: ablage.Einmallink;
  readonly zeichen: string;
  readonly leistung: Leistung;
  /** The consent under which the provider may report this today; null without one (V-46). */
  readonly erlaubtUnter: (art: Rueckmeldeart) => string | null;
};

/** What is behind a secret, with person and link locked. @throws Absage NICHT_GEFUNDEN */
async function oeffne(tx: Transaktion, geheimnis: string, am: string): Promise<Offen> {
  const einmallink = await ablage.liesEinmallink(tx, pruefwertVon(geheimnis), am);
  const fall = einmallink === null ? null : await ablage.liesFallZumEinmallink(tx, einmallink.fallId);
  if (einmallink === null || fall === null || !istInBegleitung(fall.stand)) throw unbrauchbar();
  const leistung = fall.stand.begleitung.leistungen.find(({ nummer }) => nummer === einmallink.leistung);
  if (leistung === undefined) throw unbrauchbar();
  await sperrePerson(tx, fall.personId);
  const einwilligungen = await liesEinwilligungen(tx, fall.personId);
  const fuer = { zweck: 'leistung_16a', am: ortstag(am), leistungserbringerId: leistung.erbringer } as const;
  return {
    einmallink,
    zeichen: zeichenVon(fall.fallnummer, leistung.nummer),
    leistung,
    erlaubtUnter: (art) => deckt(einwilligungen, { ...fuer, kategorie: KATEGORIE_DER_RUECKMELDUNG[art] }),
  };
}

/** What somebody with a link did: there is no account behind it (DS-29). */
async function vermerke(
  tx: Transaktion,
  { fallId }: Pick<ablage.Einmallink, 'fallId'>,
  was: Pick<Protokollzeile, 'am' | 'aktion' | 'rechtsgrundlage' | 'gegenstand' | 'grund' | 'klassen'>,
): Promise<void> {
  await protokolliere(tx, [{ ...was, id: randomUUID(), akteurId: null, fallId }]);
}

/** What the provider is asked for: the agreed facts only, and nothing about the person (E25). */
export function zeigeEinmallink({ db, uhr }: Umgebung, geheimnis: string): Promise<Linkansicht> {
  const am = uhr.jetzt();
  return mitAkteur(db, extern, async (tx) => {
    const { einmallink, zeichen, erlaubtUnter } = await oeffne(tx, geheimnis, am);
    const erbeten = RUECKMELDEARTEN.filter((art) => erlaubtUnter(art) !== null);
    const blick = { rechtsgrundlage: 'DS-29', grund: 'einmallink', klassen: ['K5'] } as const;
    await vermerke(tx, einmallink, { ...blick, am, aktion: 'rueckmeldezugang_gelesen' });
    return { zeichen, erbeten, gueltigBis: einmallink.gueltigBis };
  });
}

const abgewiesen = (): Absage =>
  new Absage(
    'REGEL',
    'Für diese Angaben liegt keine Schweigepflichtentbindung vor. Sie wurden nicht gespeichert.',
    { regel: 'V-46' },
  );

/** The answer to a report that came before: whoever lost it may ask again with the same words, and only with these. */
async function wiederholte(
  tx: Transaktion,
  pruefwert: string,
  verbrauchtMit: string,
): Promise<Empfang | null> {
  const verbraucht = await ablage.liesVerbrauchten(tx, pruefwert, verbrauchtMit);
  const fall = verbraucht === null ? null : await ablage.liesFallZumEinmallink(tx, verbraucht.fallId);
  if (verbraucht === null || fall === null) return null;
  return verbraucht.angenommen === true
    ? { zeichen: zeichenVon(fall.fallnummer, verbraucht.leistung) }
    : 'abgewiesen';
}

/** What became of a report; a refused one is kept as refused, and only then said to be. */
type Empfang = Quittung | 'abgewiesen';

async function nimmAn(
  tx: Transaktion,
  { tresor }: Umgebung,
  { neu, am, verbrauchtMit, offen }: Annahme,
): Promise<Empfang> {
  const { art, tag, bericht } = neu;
  const { einmallink, zeichen, leistung, erlaubtUnter } = offen;
  lehneAb(absageDesRueckmeldetags(leistung, tag, ortstag(am)));
  await ablage.verbraucheZugaenge(tx, einmallink, am);
  const einwilligungId = leistung.rueckmeldung ? erlaubtUnter(art) : null;
  await ablage.merkeAntwort(tx, einmallink, { verbrauchtMit, angenommen: einwilligungId !== null });
  const { fallId } = einmallink;
  const eingegangen = { id: randomUUID(), fallId, leistung: einmallink.leistung, eingegangenAm: am };
  const vermerk = { am, rechtsgrundlage: 'V-46', gegenstand: `rueckmeldung:${eingegangen.id}` };
  if (einwilligungId === null) {
    await vermerke(tx, einmallink, { ...vermerk, aktion: 'rueckmeldung_abgewiesen' });
    await ablage.fuegeRueckmeldungAn(tx, eingegangen, []);
    return 'abgewiesen';
  }
  const ergebnis = art === 'abschluss' ? neu.ergebnis : null;
  const inhalt = { einwilligungId, art, tag, ergebnis, dokumentId: randomUUID() };
  const text = { id: inhalt.dokumentId, fallId, klasse: 'K5', feld: 'rueckmeldung', text: bericht } as const;
  const versiegelt = await versiegle(tresor, [text]);
  if (versiegelt === null) throw vernichtet();
  await ablage.fuegeRueckmeldungAn(tx, { ...eingegangen, ...inhalt }, versiegelt);
  await vermerke(tx, einmallink, { ...vermerk, aktion: 'rueckmeldung_empfangen' });
  return { zeichen };
}

type Annahme = {
  readonly neu: RueckmeldungNeu;
  readonly am: string;
  readonly verbrauchtMit: string;
  readonly offen: Offen;
};

/**
 * A provider reports over its one-time link (E25). Link, consent and content are looked at in one transaction: what no
 * consent covers is stored nowhere, the case only hears that something came (V-46, AC-47). The same report again gets the
 * same answer, however often it comes.
 * @throws Absage NICHT_GEFUNDEN for a link that does not hold, REGEL V-46 for a refused feedback, V-74 for its day.
 */
export async function meldeZurueck(umgebung: Umgebung, neu: RueckmeldungNeu): Promise<Quittung> {
  const { db, uhr, pruefsumme } = umgebung;
  const am = uhr.jetzt();
  const pruefwert = pruefwertVon(neu.zugang);
  const verbrauchtMit = await pruefsumme('rueckmeldung', pruefwert, neu);
  const ausgang = await mitAkteur(db, extern, async (tx) => {
    const offen = await oeffne(tx, neu.zugang, am).catch(async (grund: unknown) => {
      if (!(grund instanceof Absage)) throw grund;
      const schon = await wiederholte(tx, pruefwert, verbrauchtMit);
      if (schon === null) throw grund;
      return schon;
    });
    if (offen === 'abgewiesen' || !('einmallink' in offen)) return offen;
    return nimmAn(tx, umgebung, { neu, am, verbrauchtMit, offen });
  });
  if (ausgang === 'abgewiesen') throw abgewiesen();
  return ausgang;
}
