import { bedingungFehlt, verstoss } from '../../ablehnung.ts';
import type { Regelid } from '../../kennungen.ts';
import { gilt } from '../../vorgang/regelwerk.ts';
import type { BefehlVon } from '../befehle.ts';
import type { Verlaufsschritt } from '../befehle/planung.ts';
import type { BestehenderFall, OffenerFall } from '../fall.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import { vorFallzugang } from './begleitung.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import { istOffenerBedarf, offeneBedarfe } from './handlungsbedarfe.ts';
import type { Folgezeilen } from './zeilen.ts';

type Plan = BefehlVon<'integrationsplan_aufstellen'>;

/** A plan and its goals rest on what is known of the person (TR26: "usable Assessment"); one that still runs will do (AC-45). */
export function ohneAssessment({ begleitung }: OffenerFall): Entwurf | null {
  return begleitung.assessment === null
    ? bedingungFehlt(
        'TR26',
        'Der Integrationsplan stützt sich auf ein Assessment; es ist noch keines begonnen.',
      )
    : null;
}

const PLANTEXTE = {
  zielLangfristig: 'Es fehlt das langfristige Ziel.',
  zielMittelfristig: 'Es fehlt das mittelfristige Ziel.',
  zielKurzfristig: 'Es fehlt das kurzfristige Ziel.',
  arbeitsmarktabgleich: 'Es fehlt der Abgleich mit dem Arbeitsmarkt.',
} as const;

/** E18 Netzplan: a step follows earlier ones only, and begins after they end. */
function istNetz(schritte: readonly Verlaufsschritt[]): boolean {
  return schritte.every((schritt, stelle) => {
    const vorgaenger = schritt.nach.map((nummer) => (nummer <= stelle ? schritte[nummer - 1] : undefined));
    const folgt = vorgaenger.every((v) => v !== undefined && v.bis < schritt.von);
    return folgt && schritt.von <= schritt.bis && (schritt.art === 'parallel' || schritt.nach.length > 0);
  });
}

/** V-40: which one comes first, and each in one place. */
function ohneReihenfolge(fall: OffenerFall, reihenfolge: readonly string[]): Entwurf | null {
  if (reihenfolge.length === 0) {
    return verstoss('V-40', 'Festzuhalten ist, welches Hemmnis zuerst bearbeitet wird.');
  }
  return gilt('V-40', fall) && new Set(reihenfolge).size < reihenfolge.length
    ? verstoss('V-40', 'Ein Handlungsbedarf steht mehrfach in der Reihenfolge.')
    : null;
}

function falscherPlan(fall: OffenerFall, befehl: Plan, reihenfolge: readonly string[]): Entwurf | null {
  for (const [feld, satz] of Object.entries(PLANTEXTE)) {
    if (zeichen(befehl, feld) === 0) return bedingungFehlt('TR26', satz);
  }
  const ungeordnet = ohneReihenfolge(fall, reihenfolge);
  if (ungeordnet !== null) return ungeordnet;
  const { bedarfe = [], schritte = [] } = befehl;
  if (reihenfolge.some((id) => !istOffenerBedarf(bedarfe, id))) {
    return bedingungFehlt(
      'TR26',
      'Die Reihenfolge nennt etwas, das kein offener Handlungsbedarf der Person ist.',
    );
  }
  return istNetz(schritte)
    ? null
    : bedingungFehlt('TR26', 'Die Schritte des Verlaufsplans bauen nicht aufeinander auf.');
}

/** TR26. What release 0.1 recorded had its text alone. */
function integrationsplanAufstellen(stand: BestehenderFall, befehl: Plan): Entwurf {
  const fall = ausgang('TR26', stand, befehl);
  if ('ok' in fall) return fall;
  const vorher = vorFallzugang(fall, befehl, 'TR26');
  if (vorher !== null) return vorher;
  const { reihenfolge } = befehl;
  if (reihenfolge === undefined) return planMitText(befehl);
  const falsch = ohneAssessment(fall) ?? falscherPlan(fall, befehl, reihenfolge);
  if (falsch !== null) return falsch;
  const probleme = offeneBedarfe(befehl.bedarfe ?? []);
  const mitZiel = probleme.filter(({ id }) => fall.begleitung.planung.bedarfeMitZiel.includes(id));
  const warnungen: Regelid[] = mitZiel.length < probleme.length ? ['V-38'] : [];
  const quote = { problemeMitZiel: mitZiel.length, probleme: probleme.length };
  const daten = { art: 'integrationsplan_aufgestellt', reihenfolge, ...quote } as const;
  return angenommen(geschehen(befehl, { tr: 'TR26', warnungen }, daten));
}

function planMitText(befehl: Plan): Entwurf {
  if (zeichen(befehl, 'ziele') === 0) return bedingungFehlt('TR26', 'Der Integrationsplan ist ohne Inhalt.');
  return angenommen(geschehen(befehl, { tr: 'TR26' }, { art: 'integrationsplan_aufgestellt' }));
}

export const PLANUNG = {
  integrationsplan_aufstellen: {
    updatename: 'klar',
    durch: integrationsplanAufstellen,
    tage: { schritte: { von: 'zeitraum', bis: 'plan' } },
  },
} satisfies Partial<Folgezeilen>;
