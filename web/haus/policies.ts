import { html, type SafeHtml } from '@remix-run/html-template';
import { migrationSchema, policyansichtSchema, policySchema } from '../../api/policy/formen.ts';
import { nichtBerechtigt } from '../../api/kern/absage.ts';
import { tagInWorten } from '../../domain/frist/tag.ts';
import { klartext } from '../../domain/klartext.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { hinweiskasten } from '../kern/hinweis.ts';
import { tabelle } from '../kern/tabelle.ts';
import { anzahl } from '../kern/worte.ts';
import { eintraege, liesZeile } from '../kern/zeilen.ts';
import { schreiberfolg } from '../schreiben/erfolg.ts';
import { schreibknoepfe } from '../schreiben/verweis.ts';
import { hausseite } from './hausseite.ts';

const policyort = (name: string): string => `/haus/policies/${encodeURIComponent(name)}`;

export const policies = hausseite({
  titel: 'Policies',
  zeile: 'policies',
  schema: eintraege(policySchema),
  leer: 'Keine Version.',
  tun: [{ name: 'entwerfePolicy', wort: 'Neue Version entwerfen' }],
  spalten: () => [
    {
      kopf: 'Version',
      zelle: ({ name }) => html`<a class="kern-link" href="${policyort(name)}">${name}</a>`,
      wert: ({ name }) => name,
    },
    {
      kopf: 'Stand',
      zelle: ({ stand, aktiv }) => `${klartext(stand)}${aktiv ? ', gilt für neue Fälle' : ''}`,
    },
    { kopf: 'Gültig ab', zelle: ({ gueltigAb }) => tagInWorten(gueltigAb) },
    { kopf: 'Begründung', zelle: ({ begruendung }) => begruendung },
  ],
});

const alsText = (wert: unknown): string => (typeof wert === 'string' ? wert : JSON.stringify(wert));

/** One version: what is wrong with it, what differs, and what can be done. */
export async function policyseite(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { konto, abfrage } = anfrage;
  const name = teil(anfrage, 'name');
  const policy = await liesZeile(anfrage, 'policy', { schema: policyansichtSchema, pfad: { name } });
  if (policy === null) throw nichtBerechtigt();
  const kennungen = [encodeURIComponent(name)];
  const tun = policy.stand === 'entwurf' ? ['gibPolicyFrei', 'verwirfPolicy'] : ['schaueMigrationVor'];
  const inhalt = html`${schreiberfolg(abfrage.get('festgehalten'))}
    <h1 class="kern-heading-large">Policy ${policy.name}</h1>
    <p class="kern-body">
      ${klartext(policy.stand)}, gültig ab ${tagInWorten(policy.gueltigAb)}. ${policy.begruendung}
    </p>
    ${schreibknoepfe(
      konto,
      tun.map((eine) => ({ name: eine, kennungen })),
    )}
    ${befunde(policy.befunde)}
    <h2 class="kern-heading-medium">Was anders ist als in „${policy.gegen}“</h2>
    ${
      policy.unterschiede.length === 0
        ? html`<p class="kern-body">Nichts.</p>`
        : tabelle(policy.unterschiede, [
            { kopf: 'Parameter', zelle: ({ parameter }) => parameter },
            { kopf: 'Hier', zelle: ({ hier }) => alsText(hier) },
            { kopf: 'Dort', zelle: ({ dort }) => alsText(dort) },
          ])
    }
    <p class="kern-body"><a class="kern-link" href="/haus/policies">Zu allen Versionen</a></p>`;
  return { art: 'seite', titel: `Policy ${policy.name}`, inhalt, bereich: 'haus' };
}

function befunde(
  alle: readonly { readonly art: string; readonly parameter: string; readonly satz: string }[],
): SafeHtml | null {
  if (alle.length === 0) return null;
  return hinweiskasten({
    art: 'danger',
    titel: 'Was fehlt oder sich widerspricht',
    inhalt: html`<ul class="kern-body">
      ${alle.map(({ art, parameter, satz }) => html`<li>${klartext(art)}, ${parameter}: ${satz}</li>`)}
    </ul>`,
  });
}

/** How far a migration is; the page can be left and found again. */
export async function migrationsseite(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { konto, abfrage } = anfrage;
  const id = teil(anfrage, 'id');
  const stand = await liesZeile(anfrage, 'policymigration', { schema: migrationSchema, pfad: { id } });
  if (stand === null) throw nichtBerechtigt();
  const { zahlen, vorgaenge, ausgefuehrtAm } = stand;
  const inhalt = html`${schreiberfolg(abfrage.get('festgehalten'))}
    <h1 class="kern-heading-large">Umstellung auf ${stand.policy}</h1>
    <p class="kern-body">
      ${anzahl(zahlen.vorgaenge, 'Vorgang', 'Vorgänge')}, ${anzahl(zahlen.bewegungen, 'Frist', 'Fristen')}
      bewegen sich. Umgestellt: ${zahlen.umgestellt}, offen: ${zahlen.offen}, anders als vorgeschaut:
      ${zahlen.abweichend}.
    </p>
    ${
      ausgefuehrtAm === null
        ? schreibknoepfe(konto, [
            { name: 'fuehreMigrationAus', kennungen: [id], wort: 'Umstellung ausführen' },
          ])
        : html`<p class="kern-body"><a class="kern-link" href="">Stand neu laden</a></p>`
    }
    ${tabelle(vorgaenge.eintraege, [
      {
        kopf: 'Vorgang',
        // Whose case it is, a migration does not say: it is about every team.
        zelle: ({ fallnummer }) => fallnummer ?? 'Team oder Person',
      },
      { kopf: 'Stand', zelle: ({ stand: weit }) => klartext(weit) },
      {
        kopf: 'Fristen',
        zelle: ({ bewegungen }) =>
          bewegungen
            .map(
              ({ frist, vorher, faellig }) =>
                `${frist}: ${vorher === null ? '' : `${tagInWorten(vorher)} → `}${tagInWorten(faellig)}`,
            )
            .join('; '),
      },
    ])}`;
  return { art: 'seite', titel: 'Umstellung', inhalt, bereich: 'haus' };
}
