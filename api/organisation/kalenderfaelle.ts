import { mitAkteur, type Transaktion } from '../../db/client.ts';
import * as ablage from '../../db/kalender.ts';
import { geltendeEintraege, pruefeEintrag } from '../../domain/frist/kalendereintrag.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { leitet } from '../../domain/organisation/verwaltung.ts';
import type { Abweichung, AbweichungNeu } from './formen.ts';
import { Absage, ausAblehnung, nichtBerechtigt, nichtGefunden } from '../kern/absage.ts';
import { einmalig, vermerke, type Schreiben } from '../kern/schreiben.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

/** What is valid, day by day. */
export async function abweichungen({ db }: Umgebung, konto: Konto): Promise<ablage.Eintragszeile[]> {
  const zeilen = await mitAkteur(db, akteurVon(konto), (tx) => ablage.liesEintraege(tx));
  return zeilen.filter(({ gilt }) => gilt).sort((a, b) => a.tag.localeCompare(b.tag));
}

/** Who entered what for a day, when and why; the newest first. */
export async function kalendertag({ db }: Umgebung, konto: Konto, tag: Tag): Promise<ablage.Eintragszeile[]> {
  const zeilen = await mitAkteur(db, akteurVon(konto), (tx) => ablage.liesEintraege(tx, tag));
  return zeilen.reverse();
}

/** Who hears of it. @throws Absage when the entry says nothing, or concerns a team of another area. */
async function pruefe(tx: Transaktion, konto: Konto, neu: Abweichung): Promise<ablage.Betroffene> {
  const { tag, team } = neu;
  const laender = await ablage.laenderVon(tx, team);
  if (team !== null && laender.length === 0) throw nichtGefunden('Dieses Team');
  if (team !== null && !leitet(konto, team))
    throw nichtBerechtigt('Dieses Team gehört nicht zu Ihrem Bereich.');
  const eintraege = await ablage.sperreTag(tx, tag);
  const ablehnung = pruefeEintrag(neu, { eintraege, laender });
  if (ablehnung?.art === 'zustand')
    throw new Absage('BEREITS_VORHANDEN', ablehnung.satz, { regel: ablehnung.id });
  if (ablehnung !== null) throw ausAblehnung(ablehnung);
  if (team !== null) return { team };
  return { team, ausser: geltendeEintraege(eintraege).flatMap((eintrag) => eintrag.team ?? []) };
}

/** A closing day, a correction or its withdrawal: stored with its reason, told to every running case it concerns (architecture.md 4). */
export function fuegeAbweichungHinzu(
  umgebung: Umgebung,
  konto: Konto,
  { schluessel, rumpf }: Schreiben<AbweichungNeu>,
): Promise<Abweichung> {
  const was = { ort: '', schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const neu = { ...rumpf, team: rumpf.team ?? null };
    const wer = await pruefe(tx, konto, neu);
    await ablage.fuegeEintragAn(tx, { ...neu, erfasstAm: am, erfasstVon: konto.id });
    await ablage.kuendigeKalenderAn(tx, wer, am);
    await vermerke(tx, konto, { am, aktion: 'kalender_geaendert', gegenstand: `tag:${rumpf.tag}` });
    return neu;
  });
}
