import { mitGemerktem } from '../../db/client.ts';
import { liesOffeneFristen } from '../../db/fristliste.ts';
import { zeilenAus } from '../../db/eigene-wiedervorlage.ts';
import { zaehleTag, type Tagesfrage, type Tageszahlen } from '../../db/tagesstand.ts';
import { plusMonate, type Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { eintraegeAus } from '../eigenewiedervorlage/faelle.ts';
import { seiteVon } from '../kern/blaettern.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';
import { auslastungDerTeams, sichtbareTeams } from '../zuordnung/faelle.ts';
import { fristeintrag, meinePflichten } from './faelle.ts';
import { sichtVon } from '../kern/sicht.ts';
import type { Heuteansicht } from './formen.ts';

/** Which parts of it a role has. */
export type Heuteteile = Readonly<
  Record<'fristen' | 'wiedervorlagen' | 'eingang' | 'vormerkungen' | 'teamfristen' | 'auslastung', boolean>
>;

/** So far ahead a Teamleitung sees Standortgespräche coming. */
const vorausschau = (heute: Tag): Tag => plusMonate(heute, 3);

const HOECHSTENS = { limit: 100, offset: 0 };

/** What is read in one transaction; what somebody reminds themselves of is still encrypted. */
type Gelesenes = Omit<Heuteansicht, 'wiedervorlagen'> & Pick<Tageszahlen, 'wiedervorlagen'>;

/**
 * What somebody sees first: their own duties, and the numbers beside them. Everybody opens it all day long, so it costs four
 * statements in one transaction, whatever there is to do: duties; numbers with own Wiedervorlagen and the look at the list; load.
 */
export async function heute(umgebung: Umgebung, konto: Konto, teile: Heuteteile): Promise<Heuteansicht> {
  const { wiedervorlagen: auszug, ...gelesenes } = await liesHeute(umgebung, konto, teile);
  if (auszug === null) return { ...gelesenes, wiedervorlagen: null };
  const eintraege = await eintraegeAus(umgebung, konto, zeilenAus(auszug));
  return { ...gelesenes, wiedervorlagen: { ...HOECHSTENS, eintraege, gesamt: auszug.gesamt } };
}

/** What is counted for somebody, by the parts their role has. */
const fuerRolle = (konto: Konto, teile: Heuteteile, heute: Tag): Omit<Tagesfrage, 'blick' | 'dannAls'> => ({
  eingang: teile.eingang ? konto : null,
  vormerkungen: teile.vormerkungen ? sichtVon(konto) : null,
  team: teile.teamfristen ? { teams: konto.teams, heute, bis: vorausschau(heute) } : null,
  wiedervorlagen: teile.wiedervorlagen ? { ...HOECHSTENS, kontoId: konto.id } : null,
});

function liesHeute(umgebung: Umgebung, konto: Konto, teile: Heuteteile): Promise<Gelesenes> {
  const am = umgebung.uhr.jetzt();
  const tag = ortstag(am);
  return mitGemerktem(umgebung.db, akteurVon(konto), async (tx) => {
    const lies = (blatt: typeof HOECHSTENS) =>
      liesOffeneFristen(tx, { ...meinePflichten(konto), ...blatt, heute: tag, sortierung: 'faellig' });
    const fristen = teile.fristen ? await seiteVon(HOECHSTENS, lies, fristeintrag(konto)) : null;
    const teams = teile.auslastung ? sichtbareTeams(konto, undefined) : [];
    const frage: Tagesfrage = {
      ...fuerRolle(konto, teile, tag),
      blick:
        fristen === null
          ? null
          : { liste: 'meine_fristen', am, merkmale: [], anfaenge: [], zeilen: fristen.eintraege.length },
      dannAls: teams.length === 0 ? null : 'zuordnung',
    };
    const { imTeam, ...zahlen } = await zaehleTag(tx, frage);
    const auslastung = teams.length === 0 ? [] : await auslastungDerTeams(tx, konto, { teams, tag });
    return {
      fristen,
      ...zahlen,
      imTeam: imTeam === null ? null : { ...imTeam, vorausschauBis: vorausschau(tag) },
      auslastung: [...auslastung],
    };
  });
}
