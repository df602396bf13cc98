import { FALL } from '../../../domain/fall/aggregat.ts';
import type { Befehl, Eroeffnungsname } from '../../../domain/fall/befehle.ts';
import { BEFEHLSRECHTE, darf, type Fallbezug } from '../../../domain/rollen/befehlsrechte.ts';
import { abgebendeFuer } from '../../../domain/zugang/abgebend.ts';
import { nichtBerechtigt } from '../../kern/absage.ts';
import type { Aktenleser } from '../fakten/aktenleser.ts';
import { abgelehnt } from '../fakten/lader.ts';
import { versionVon } from '../fakten/personal.ts';
import { vertragsbau, type Gemeinsam, type VertragAn } from '../vertrag.ts';
import type { Eroeffnungsrahmen, Zielteam } from '../vorhaben.ts';

/** Whose case it will be, and the Fallmanager who is to lead it. */
type Eroeffnungseingabe = Gemeinsam & {
  readonly person: string;
  readonly fm?: string | undefined;
  readonly bestand?: { readonly zuordnung: { readonly fm: string } };
};

type Eroeffnungsart = {
  ziel: 'fall';
  pfad: null;
  name: Eroeffnungsname;
  befehl: Befehl;
  eingabe: Eroeffnungseingabe;
  rahmen: Eroeffnungsrahmen;
};

/** One command that opens a Fall. */
export type Eroeffnungsvertrag<Name extends Eroeffnungsname = Eroeffnungsname> = VertragAn<
  Eroeffnungsart,
  Name
>;

/** The transition a refused opening asked for. */
const ABSAGE = {
  vormerken: 'TR03',
  fall_uebernehmen: 'TR03',
  im_jour_fixe_vormerken: 'TR04',
  u25_uebergabe_anmelden: 'TR05',
} as const satisfies Record<Eroeffnungsname, string>;

/** Where a new case goes: to the team of the named Fallmanager, else to the Fallmanagement team. */
async function zielteam(leser: Aktenleser, fm: string | undefined): Promise<Zielteam | null> {
  if (fm === undefined) {
    const team = await leser.fallmanagementteam();
    return team === null ? null : { team, gerufen: null };
  }
  const gerufen = await leser.kollegin(fm);
  if (gerufen === null || !gerufen.aktiv || gerufen.rolle !== 'fm') return null;
  return { team: gerufen.team, gerufen };
}

/** Whose person it is before there is a case. */
function bezugVor(
  { konto, befehl, datei }: Pick<Eroeffnungsrahmen, 'konto' | 'befehl' | 'datei'>,
  ziel: Zielteam | null,
): Fallbezug {
  return {
    team: ziel?.team ?? konto.teams[0] ?? '',
    fm: null,
    pap: datei.papId,
    abgebend: abgebendeFuer(befehl, konto.id, datei.fmU25Id)?.id ?? null,
    weitergeleitetAn: null,
    aufnehmenderPap: null,
    extern: null,
  };
}

/** TR03 to TR05, TR49 and the take-over. */
export const eroeffnungsvertrag = vertragsbau<Eroeffnungsart>({
  ziel: 'fall',
  rechte: BEFEHLSRECHTE,
  betritt: async (leser, { befehl, konto, id, fallnummer, at, eingabe }) => {
    const { person: personId, bestand, fm } = eingabe;
    const datei = await leser.personenakte(personId, id);
    if (datei === null) throw await leser.unsichtbar({ tabelle: 'person', id: personId });
    const ziel = await zielteam(leser, bestand?.zuordnung.fm ?? fm);
    if (!darf(konto, befehl, bezugVor({ konto, befehl, datei }, ziel))) throw nichtBerechtigt();
    if (ziel === null) {
      const satz = 'Es gibt kein Team oder keine aktive Fallmanagerin, an die der Fall gehen kann.';
      return abgelehnt(ABSAGE[befehl], satz);
    }
    return {
      rahmen: { konto, id, fallnummer, at, befehl, personId, datei, ziel },
      titel: fallnummer ?? '',
      fuer: null,
      zeilenversionen: { [`person:${personId}`]: datei.version, ...versionVon(ziel.gerufen) },
      // The `decide` of the validator: a refused opening must not leave a workflow behind.
      vorab: (entworfen) => {
        const entwurf = FALL.decide(FALL.neu(id), entworfen);
        return entwurf.ok ? null : entwurf.ablehnung;
      },
    };
  },
});
