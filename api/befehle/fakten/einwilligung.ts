import {
  einwilligungszweckFuer,
  GUTACHTENARTEN,
  massgebliche,
  nurFakten,
  umfasst,
  type Einwilligungsfakten,
  type Gutachtenart,
  type Umfang,
  type Verwendung,
} from '../../../domain/einwilligung/einwilligung.ts';
import type { Assessmentbereich } from '../../../domain/fall/beratung.ts';
import { ortstag } from '../../../domain/frist/zeitzone.ts';
import { RUECKMELDEKATEGORIEN, type Erbringerfakten } from '../../../domain/leistung/leistung.ts';
import { erbringerfakten } from '../../../domain/leistung/verzeichnis.ts';
import { tagDes, type Fallvorhaben, type MitTag } from '../vorhaben.ts';
import type { Aktenleser } from './aktenleser.ts';
import { geladen, type Geladen } from './lader.ts';
import { versionDer } from './person.ts';

async function massgeblicheFuer(
  leser: Aktenleser,
  personId: string,
  fuer: Verwendung,
): Promise<Einwilligungsfakten | null> {
  const gemeint = massgebliche(await leser.einwilligungen(personId), fuer);
  return gemeint === null ? null : nurFakten(gemeint);
}

/** The consent that matters, and whether it covers what is to be told (V-24); only that travels, not what it covers. */
export type Abgedeckt = { readonly einwilligung: Einwilligungsfakten | null; readonly gedeckt: boolean };

async function mitUmfang(
  leser: Aktenleser,
  { kopf: { personId } }: Fallvorhaben,
  fuer: Verwendung,
): Promise<Geladen<Abgedeckt>> {
  const versionen = await versionDer(leser, personId);
  const gemeint = massgebliche(await leser.einwilligungen(personId), fuer);
  if (gemeint === null) return geladen({ einwilligung: null, gedeckt: false }, versionen);
  return geladen({ einwilligung: nurFakten(gemeint), gedeckt: umfasst(gemeint, fuer) }, versionen);
}

/** E26, V-24: the consent to a Fachdienst that matters on the day (E22). */
export async function fachdiensteinwilligung(
  leser: Aktenleser,
  vorhaben: Fallvorhaben<MitTag>,
): Promise<Geladen<Einwilligungsfakten | null>> {
  const { personId } = vorhaben.kopf;
  const versionen = await versionDer(leser, personId);
  const fuer = { zweck: 'fachdienst', am: tagDes(vorhaben) } as const;
  return geladen(await massgeblicheFuer(leser, personId, fuer), versionen);
}

/** TR24: the same for a kind of Gutachten, which names its category. */
export function gutachteneinwilligung(
  leser: Aktenleser,
  vorhaben: Fallvorhaben<MitTag & { readonly art: Gutachtenart }>,
): Promise<Geladen<Abgedeckt>> {
  const kategorie = GUTACHTENARTEN[vorhaben.eingabe.art];
  return mitUmfang(leser, vorhaben, { zweck: 'fachdienst', am: tagDes(vorhaben), kategorie });
}

type Eintrag = MitTag & {
  readonly betrifftBedarfsgemeinschaft: boolean;
  readonly bereich: Assessmentbereich;
};

/** TR23: the consent an entry of the Assessment rests on (V-23, V-31); one about health has to cover health. */
export function eintragseinwilligung(
  leser: Aktenleser,
  vorhaben: Fallvorhaben<Eintrag>,
): Promise<Geladen<Abgedeckt>> {
  const { betrifftBedarfsgemeinschaft, bereich } = vorhaben.eingabe;
  const zweck = einwilligungszweckFuer(betrifftBedarfsgemeinschaft);
  const fuer = { zweck, am: tagDes(vorhaben) };
  return mitUmfang(leser, vorhaben, bereich === 'gesundheit' ? { ...fuer, kategorie: 'gesundheit' } : fuer);
}

/** A provider of the directory and the consent that names it; both null where nobody is meant. */
export type Zuweisung = Abgedeckt & { readonly erbringer: Erbringerfakten | null };

/** V-51: the consent that covers something a provider reports, else the one that matters anyway. */
function fuerRueckmeldungen(einwilligungen: readonly Umfang[], fuer: Verwendung): Abgedeckt {
  for (const kategorie of RUECKMELDEKATEGORIEN) {
    const gemeint = massgebliche(einwilligungen, { ...fuer, kategorie });
    if (gemeint !== null && umfasst(gemeint, { ...fuer, kategorie }))
      return { einwilligung: nurFakten(gemeint), gedeckt: true };
  }
  const gemeint = massgebliche(einwilligungen, fuer);
  return { einwilligung: gemeint === null ? null : nurFakten(gemeint), gedeckt: false };
}

/** TR30, TR31: the provider of the directory, and the consent that names it. */
export async function zuweisung(
  leser: Aktenleser,
  vorhaben: Fallvorhaben<MitTag & { readonly erbringer: string }>,
): Promise<Geladen<Zuweisung>> {
  const { personId } = vorhaben.kopf;
  const { erbringer: id } = vorhaben.eingabe;
  const eintrag = await leser.verzeichniseintrag(id);
  if (eintrag === null) return geladen({ erbringer: null, einwilligung: null, gedeckt: false });
  const versionen = await versionDer(leser, personId);
  const fuer = { zweck: 'leistung_16a', am: tagDes(vorhaben), leistungserbringerId: id } as const;
  return geladen(
    {
      erbringer: erbringerfakten(eintrag, ortstag(vorhaben.at)),
      ...fuerRueckmeldungen(await leser.einwilligungen(personId), fuer),
    },
    { ...versionen, [`leistungserbringer:${id}`]: eintrag.version },
  );
}
