import type { Ablehnung } from '../../../domain/ablehnung.ts';
import type { Tag } from '../../../domain/frist/tag.ts';
import { ortstag } from '../../../domain/frist/zeitzone.ts';
import {
  pruefeAbwesenheit,
  pruefeLetztenTag,
  pruefeStorno,
  type Abwesenheit,
} from '../../../domain/organisation/abwesenheit.ts';
import type { Vertretungslage } from '../../../domain/organisation/vertretung.ts';
import { leitet } from '../../../domain/organisation/verwaltung.ts';
import type { Berechtigter } from '../../../domain/rollen/befehlsrechte.ts';
import type { Mitarbeitende } from '../geschichte.ts';
import type { Dienstbefehl } from '../stammdaten.ts';
import { kennung } from '../verweise.ts';

/** Who is away and who stands in for whom while the story runs; ids, not labels. */
export type Dienst = { ring: readonly string[]; abwesenheiten: readonly Eintrag[] };
type Eintrag = Abwesenheit & { readonly storniert: boolean };

export type Dienstauftrag = {
  readonly wer: Berechtigter;
  /** Label of the actor, who is meant where a step names nobody. */
  readonly als: string;
  readonly befehl: Dienstbefehl;
  readonly team: string;
  readonly am: string;
};

export function vertretungslageAm(
  dienst: Dienst,
  personal: readonly Mitarbeitende[],
  tag: Tag,
): Vertretungslage {
  const fms = personal.filter((m) => m.rolle === 'fm' && m.aktiv).map((m) => kennung('personal', m.id));
  return { ring: dienst.ring, taetig: new Set(fms), abwesenheiten: geltende(dienst), tag };
}

export function geltende({ abwesenheiten }: Dienst): readonly Eintrag[] {
  return abwesenheiten.filter((a) => !a.storniert);
}

type Befehlsausgang = 'ok' | 'verboten' | Ablehnung;

/** Changes the roster as the routes of the API do. */
export function fuehreAusImDienst(dienst: Dienst, auftrag: Dienstauftrag): Befehlsausgang {
  const { wer, befehl, team } = auftrag;
  if (befehl.befehl === 'vertretungsring_festlegen') {
    if (!leitet(wer, team)) return 'verboten';
    dienst.ring = befehl.mitglieder.map((label) => kennung('personal', label));
    return 'ok';
  }
  const ziel = kennung('personal', befehl.wer ?? auftrag.als);
  if (wer.id !== ziel && !leitet(wer, team)) return 'verboten';
  if (befehl.befehl === 'abwesenheit_melden') {
    const neu = { wer: ziel, von: befehl.von, bis: befehl.bis };
    const ablehnung = pruefeAbwesenheit(neu, geltende(dienst));
    if (ablehnung !== null) return ablehnung;
    dienst.abwesenheiten = [...dienst.abwesenheiten, { ...neu, storniert: false }];
    return 'ok';
  }
  return aendere(dienst, { befehl, ziel, heute: ortstag(auftrag.am) });
}

type Aenderung = {
  readonly befehl: Extract<Dienstbefehl, { befehl: 'abwesenheit_aendern' | 'abwesenheit_stornieren' }>;
  readonly ziel: string;
  readonly heute: Tag;
};

function aendere(dienst: Dienst, { befehl, ziel, heute }: Aenderung): Befehlsausgang {
  const eigene = dienst.abwesenheiten.filter((a) => a.wer === ziel).sort((a, b) => (a.von < b.von ? -1 : 1));
  const alt = eigene[befehl.nummer - 1];
  if (alt === undefined) throw new Error('Eine Abwesenheit dieser Nummer gibt es nicht');
  const storno = befehl.befehl === 'abwesenheit_stornieren';
  const neu = storno ? { ...alt, storniert: true } : { ...alt, bis: befehl.bis };
  const andere = dienst.abwesenheiten.filter((a) => a !== alt);
  const ablehnung = storno
    ? pruefeStorno(alt, heute)
    : (pruefeLetztenTag(alt.von, neu.bis, heute) ??
      pruefeAbwesenheit(
        neu,
        andere.filter((a) => !a.storniert),
      ));
  if (ablehnung !== null) return ablehnung;
  dienst.abwesenheiten = [...andere, neu];
  return 'ok';
}
