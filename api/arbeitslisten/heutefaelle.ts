import { mitGemerktem } from '../../db/client.ts';
import { liesOffeneFristen } from '../../db/fristliste.ts';
import { zaehleTag, type Tagesfrage } from '../../db/tagesstand.ts';
import { plusMonate, type Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { seiteVon } from '../kern/blaettern.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';
import { auslastungDerTeams, sichtbareTeams } from '../zuordnung/faelle.ts';
import { fristeintrag, meinePflichten } from './faelle.ts';
import { sichtVon } from '../kern/sicht.ts';
import type { Heuteansicht } from './formen.ts';

/** Which parts of it a role has. */
export type Heuteteile = Readonly<
  Record<'fristen' | 'eingang' | 'vormerkungen' | 'teamfristen' | 'auslastung', boolean>
>;

/** So far ahead a Teamleitung sees Standortgespräche coming. */
const vorausschau = (heute: Tag): Tag => plusMonate(heute, 3);

const HOECHSTENS = { limit: 100, offset: 0 };

/**
 * What somebody sees first: their own duties, and the numbers beside them. Everybody opens it all day long, so it costs four
 * statements in one transaction, whatever there is to do: duties; numbers with the look at the list; load.
 */
export function heute(umgebung: Umgebung, konto: Konto, teile: Heuteteile): Promise<Heuteansicht> {
  const am = umgebung.uhr.jetzt();
  const tag = ortstag(am);
  return mitGemerktem(umgebung.db, akteurVon(konto), async (tx) => {
    const lies = (blatt: typeof HOECHSTENS) =>
      liesOffeneFristen(tx, { ...meinePflichten(konto), ...blatt, heute: tag, sortierung: 'faellig' });
    const fristen = teile.fristen ? await seiteVon(HOECHSTENS, lies, fristeintrag(konto)) : null;
    const teams = teile.auslastung ? sichtbareTeams(konto, undefined) : [];
    const frage: Tagesfrage = {
      eingang: teile.eingang ? konto : null,
      vormerkungen: teile.vormerkungen ? sichtVon(konto) : null,
      team: teile.teamfristen ? { teams: konto.teams, heute: tag, bis: vorausschau(tag) } : null,
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
