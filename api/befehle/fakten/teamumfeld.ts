import { z } from 'zod';
import type { Transaktion } from '../../../db/client.ts';
import { liesBerichtspflichtige } from '../../../db/leistung.ts';
import { liesBesprechungsfaelle, liesTeamlast, liesZiehbare, teamkopf } from '../../../db/team.ts';
import { liesSaat, neueVerpflichtung, sha256 } from '../../../db/ziehungssaat.ts';
import { plusTage } from '../../../domain/frist/tag.ts';
import { ortstag, type Instant } from '../../../domain/frist/zeitzone.ts';
import { darfAmTeam, TEAMRECHTE, type Teamsachbefehl } from '../../../domain/rollen/teamrechte.ts';
import { besprechungsliste } from '../../../domain/team/besprechungsliste.ts';
import type { Besprechungsposten, Ziehung } from '../../../domain/team/befehle.ts';
import type { Team } from '../../../domain/team/team.ts';
import { ziehe } from '../../../domain/team/ziehung.ts';
import type { Teamumfeld } from '../formen/team.ts';
import { nichtBerechtigt } from '../../kern/absage.ts';
import { unsichtbar } from '../../kern/unsichtbar.ts';
import type { Befehlsort, Vorbereitung } from '../befehlsort.ts';

type Geladen = Pick<Vorbereitung, 'ablehnung' | 'zeilenversionen' | 'fuer'> & {
  readonly umfeld: Omit<Teamumfeld, 'kopf'>;
};

const angaben = z.object({
  team: z.string().optional(),
  ereignisAm: z.string().optional(),
  anzahl: z.number().default(0),
  loswort: z.string().default(''),
});
type Angaben = z.output<typeof angaben>;

type Lage = { readonly stand: Team; readonly gelesen: Angaben; readonly at: Instant };

async function listeDer(
  tx: Transaktion,
  { stand, gelesen, at }: Lage,
): Promise<readonly Besprechungsposten[]> {
  const am = gelesen.ereignisAm ?? ortstag(at);
  const vorige = stand.besprechungen
    .map((b) => b.am)
    .filter((tag) => tag < am)
    .sort()
    .at(-1);
  const faelle = await liesBesprechungsfaelle(tx, stand.teamId, vorige ?? plusTage(stand.seit, -1));
  return besprechungsliste(stand, faelle, am);
}

async function ziehungFuer(tx: Transaktion, { stand, gelesen, at }: Lage): Promise<Ziehung> {
  const { loswort, anzahl } = gelesen;
  const ziehbar = await liesZiehbare(tx, stand.teamId);
  const liste = ziehbar.map(({ fallnummer }) => fallnummer);
  const saat = await liesSaat(tx, stand.verpflichtung);
  const idVon = new Map(ziehbar.map(({ fall, fallnummer }) => [fallnummer, fall]));
  const gezogen = ziehe({ fallnummern: liste, saat, loswort, anzahl }, sha256);
  return {
    liste,
    saat,
    loswort,
    gezogen: gezogen.map((fallnummer) => ({ fallnummer, fall: idVon.get(fallnummer) ?? '' })),
    naechsteVerpflichtung: await neueVerpflichtung(tx, stand.teamId, at),
  };
}

/** Authorises and loads the facts of a command on the calendar of a team. @throws Absage NICHT_BERECHTIGT, NICHT_GEFUNDEN. */
export async function ladeTeamumfeld(
  tx: Transaktion,
  befehl: Teamsachbefehl,
  { konto, id, at, eingabe }: Pick<Befehlsort, 'konto' | 'id' | 'at' | 'eingabe'>,
): Promise<Geladen> {
  if (!TEAMRECHTE[befehl].includes(konto.rolle)) throw nichtBerechtigt();
  const kopf = await teamkopf(tx, id);
  if (kopf === null)
    throw await unsichtbar(tx, { tabelle: 'vorgang', id, was: 'Einen Kalender dieses Teams' });
  const { stand } = kopf;
  const gelesen = angaben.parse(eingabe);
  const { kontaktteams } = stand;
  const bezug = { team: id, kontaktteams, eigenes: konto.team.id, besuchtes: gelesen.team };
  if (!darfAmTeam(konto, befehl, bezug)) throw nichtBerechtigt();
  const lage = { stand, gelesen, at };
  const liste = befehl === 'besprechung_abschliessen' ? await listeDer(tx, lage) : [];
  const ziehung = befehl === 'stichprobe_ziehen' ? await ziehungFuer(tx, lage) : null;
  const gezaehlt = befehl === 'betreuungsschluessel_feststellen';
  const last = gezaehlt ? await liesTeamlast(tx, id) : { faelle: 0, vollzeit: 0 };
  const berichtspflichtige = befehl.startsWith('jahresberichte')
    ? await liesBerichtspflichtige(tx, gelesen.ereignisAm ?? ortstag(at))
    : [];
  const umfeld = { liste, ziehung, last, berichtspflichtige };
  return { ablehnung: null, zeilenversionen: {}, fuer: null, umfeld };
}
