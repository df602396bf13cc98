import { z } from 'zod';
import type { Eroeffnungsname } from '../../domain/fall/befehle.ts';
import { uebergaengeAus } from '../../domain/fall/uebergaenge/katalog.ts';
import type { Klasse } from '../../domain/rollen/matrix.ts';
import type { Vorgangsart } from '../../domain/vorgang/aggregat.ts';
import { BEFEHLSANTWORTEN, type Befehlsantworten } from './antwort.ts';
import { VERTRAEGE, type JederVertrag } from './vertraege.ts';
import { adresseVon } from '../kern/adressen.ts';
import { ANLEGEN, HANDELN, LEER, route, type Datenbezug, type Route } from '../kern/route.ts';
import { fuehreAus } from './ausfuehrung.ts';
import { kennung } from '../kern/felder.ts';

const FAELLE = '/api/v1/faelle';

/** The commands that open a case have addresses of their own. */
export const EROEFFNUNGEN: Readonly<Record<Eroeffnungsname, string>> = {
  vormerken: FAELLE,
  im_jour_fixe_vormerken: `${FAELLE}/jour-fixe`,
  u25_uebergabe_anmelden: `${FAELLE}/u25-uebergabe`,
  fall_uebernehmen: `${FAELLE}/uebernahme`,
};

/** How the address names each kind of Vorgang, and where its routes stand in the documentation. */
const ORTE = {
  fall: { pfadwerte: z.strictObject({ fallId: kennung }), gruppe: 'Fall', was: 'fall' },
  potenzial: { pfadwerte: z.strictObject({ personId: kennung }), gruppe: 'Potenzial', was: 'person' },
  team: { pfadwerte: z.strictObject({ teamId: kennung }), gruppe: 'Team', was: 'team' },
} as const;

/** Address of a command. */
export function pfadVon(vertrag: JederVertrag): string {
  return vertrag.pfad === null ? EROEFFNUNGEN[vertrag.befehl] : `${adresseVon(vertrag.ziel)}${vertrag.pfad}`;
}

/** What a command writes: how far things are (K1), in the calendar of a team its figures (K6), and the classes of its texts. */
function bezugVon({ ziel, texte }: JederVertrag): Datenbezug {
  const klassen = Object.values(texte).flatMap((k) => (typeof k === 'string' ? [k] : [k.sonst, k.klasse]));
  const immer: Klasse = ziel === 'team' ? 'K6' : 'K1';
  return { was: ORTE[ziel].was, klassen: [...new Set([immer, ...klassen])].toSorted() };
}

/** `standortgespraech_fuehren` as generated clients call it; what a Fall knows, too, says whose it is. */
function namenVon({ ziel, befehl }: JederVertrag): string {
  const amFall = VERTRAEGE.some((einer) => einer.ziel === 'fall' && einer.befehl === befehl);
  return (ziel !== 'fall' && amFall ? `${ziel}_${befehl}` : befehl).replaceAll(
    /_(\w)/g,
    (_, anfang: string) => anfang.toUpperCase(),
  );
}

function befehlsroute(vertrag: JederVertrag): Route<Befehlsantworten[Vorgangsart]> {
  const eroeffnet = vertrag.pfad === null;
  const ort: z.ZodType<Readonly<Record<string, string>>> = eroeffnet ? LEER : ORTE[vertrag.ziel].pfadwerte;
  const antwort: z.ZodType<Befehlsantworten[Vorgangsart]> = BEFEHLSANTWORTEN[vertrag.ziel];
  const uebergaenge = uebergaengeAus(vertrag.befehl);
  return route({
    ...(eroeffnet ? ANLEGEN : HANDELN),
    name: namenVon(vertrag),
    pfad: pfadVon(vertrag),
    titel: vertrag.titel,
    gruppe: ORTE[vertrag.ziel].gruppe,
    betrifft: bezugVon(vertrag),
    beschreibung: uebergaenge.length === 0 ? '' : `Übergänge: ${uebergaenge.join(', ')}.`,
    rollen: vertrag.rollen,
    pfadwerte: ort,
    rumpf: vertrag.eingabe,
    antwort,
    fall: (umgebung, { konto, pfad, rumpf, schluessel }) => {
      const [id = null] = Object.values(pfad);
      return fuehreAus(umgebung, konto, { vertrag, id, schluessel: schluessel.uuid, eingabe: rumpf });
    },
    ort: ({ ergebnis }) => (eroeffnet && 'fallId' in ergebnis ? `${FAELLE}/${ergebnis.fallId}` : undefined),
  });
}

/** A command of a clerk with the row it is given by. */
export type Befehlszeile = {
  readonly vertrag: JederVertrag;
  readonly route: Route<Befehlsantworten[Vorgangsart]>;
};

/** Every command of a clerk, from the table of contracts. */
export const BEFEHLSZEILEN: readonly Befehlszeile[] = VERTRAEGE.map((vertrag) => ({
  vertrag,
  route: befehlsroute(vertrag),
}));

export const befehlsrouten: readonly Route[] = BEFEHLSZEILEN.map(({ route: zeile }) => zeile);
