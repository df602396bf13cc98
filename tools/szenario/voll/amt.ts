import type { Migrationsansicht } from '../../../api/policy/formen.ts';
import type { Pruefapi } from '../../probehaus/api.ts';
import type { Amtsbefehl } from '../stammdaten.ts';
import { kennung } from '../verweise.ts';
import { umstellungsfakten } from '../umstellungsfakten.ts';
import type { Absage } from '../motor.ts';
import { absage, rufe, type Anfrage, type Stammschritt } from './zugriff.ts';

type Aufruf = {
  readonly api: Pruefapi;
  readonly schritt: Stammschritt;
  /** What the story calls a Vorgang. */
  readonly labelVon: (vorgangId: string) => string;
};
type Befehlsausgang = Absage | { readonly fakten: Readonly<Record<string, unknown>> };

async function sende<T>({ api, schritt }: Aufruf, anfrage: Anfrage): Promise<T | Absage> {
  const { status, inhalt } = await rufe(api, schritt, anfrage);
  // The contracts of the routes say what comes.
  return status === 200 || status === 201 ? (inhalt as T) : absage(status, inhalt);
}

const istAbsage = (antwort: object): antwort is Absage => 'verboten' in antwort || 'abgelehnt' in antwort;

function anfrageFuer(befehl: Exclude<Amtsbefehl, { befehl: 'policy_umstellen' }>): Anfrage {
  const methode = 'POST';
  switch (befehl.befehl) {
    case 'policy_entwerfen': {
      const { name, gueltigAb, basis, aenderungen } = befehl;
      const begruendung = 'Beschluss der Dienststelle';
      return {
        methode,
        pfad: '/api/v1/policies',
        rumpf: { name, gueltigAb, basis, aenderungen, begruendung },
      };
    }
    case 'policy_freigeben':
      return { methode, pfad: `/api/v1/policies/${befehl.name}/freigabe`, rumpf: {} };
    case 'schliesstag_erfassen': {
      const { tag, frei, grund } = befehl;
      const wen = befehl.team === undefined ? {} : { team: kennung('team', befehl.team) };
      return { methode, pfad: '/api/v1/kalender/abweichungen', rumpf: { tag, ...wen, frei, grund } };
    }
  }
}

/** Previews, orders, and shows what was previewed: the record shows later that nothing else happened. */
async function stelleUm(aufruf: Aufruf, name: string): Promise<Befehlsausgang> {
  const lies = (pfad: string): Anfrage => ({ methode: 'GET', pfad, rumpf: null });
  const gib = (pfad: string): Anfrage => ({ methode: 'POST', pfad, rumpf: {} });
  const vorschau = await sende<{ id: string }>(aufruf, gib(`/api/v1/policies/${name}/migrationen`));
  if (istAbsage(vorschau)) return vorschau;
  const pfad = `/api/v1/policymigrationen/${vorschau.id}`;
  const auftrag = await sende<object>(aufruf, gib(`${pfad}/ausfuehrung`));
  if (istAbsage(auftrag)) return auftrag;
  const stand = await sende<Migrationsansicht>(aufruf, lies(`${pfad}?limit=100`));
  if (istAbsage(stand)) return stand;
  const umgestellt = stand.vorgaenge.eintraege.map(({ id, bewegungen }) => ({
    fall: aufruf.labelVon(id),
    bewegungen: bewegungen as Parameters<typeof umstellungsfakten>[0][number]['bewegungen'],
  }));
  return { fakten: umstellungsfakten(umgestellt) };
}

/** A decision of the office for all, through the routes of the API. */
export async function sendeAmtsbefehl(aufruf: Aufruf, befehl: Amtsbefehl): Promise<Befehlsausgang> {
  if (befehl.befehl === 'policy_umstellen') return stelleUm(aufruf, befehl.name);
  const antwort = await sende<object>(aufruf, anfrageFuer(befehl));
  return istAbsage(antwort) ? antwort : { fakten: {} };
}
