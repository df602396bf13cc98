import { html, type SafeHtml } from '@remix-run/html-template';
import { z } from 'zod';
import { personalliste } from '../../api/organisation/routen.ts';
import type { Personaleintrag } from '../../api/organisation/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { abwesenheitSchema, nachweiseSchema, type Abwesenheitseintrag } from '../../api/personal/formen.ts';
import { tagInWorten } from '../../domain/frist/tag.ts';
import { ROLLEN } from '../../domain/kennungen.ts';
import { klartext } from '../../domain/klartext.ts';
import { darfAnmeldungAendern, darfBesetzen, leitet } from '../../domain/organisation/verwaltung.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { merkmale } from '../kern/merkmale.ts';
import type { Listenspalte } from '../kern/listenspalte.ts';
import { tabelle, type Spalte } from '../kern/tabelle.ts';
import { jaNein, rollenname } from '../kern/worte.ts';
import { eintraege, liesWennDa } from '../kern/zeilen.ts';
import { listenseite } from '../listen/listenseite.ts';
import { abschnitt } from '../schreiben/abschnitt.ts';
import { schreiberfolg } from '../schreiben/erfolg.ts';
import { standVor } from '../schreiben/stand.ts';
import { schreibknoepfe, schreibverweis, type Verweis } from '../schreiben/verweis.ts';

const Wer = z.object({
  anzeigename: z.string(),
  rolle: z.enum(ROLLEN),
  team: z.object({ id: z.string(), kennzeichen: z.string() }),
});

const SPALTEN: readonly Listenspalte<Personaleintrag>[] = [
  {
    kopf: 'Name',
    wert: ({ anzeigename }) => anzeigename,
    zelle: ({ id, anzeigename }) =>
      html`<a class="kern-link" href="/haus/mitarbeitende/${id}">${anzeigename}</a>`,
  },
  { kopf: 'Rolle', zelle: ({ rolle }) => rollenname(rolle) },
  { kopf: 'Team', zelle: ({ team }) => team.kennzeichen },
  { kopf: 'Anteil', zelle: ({ anteil }) => anteil.toLocaleString('de-DE') },
  { kopf: 'Aktiv', zelle: ({ aktiv }) => jaNein(aktiv) },
];

export const mitarbeitende = listenseite({
  titel: 'Mitarbeitende',
  bereich: 'haus',
  route: personalliste,
  spalten: () => SPALTEN,
  leer: 'Niemand.',
  davor: (konto) =>
    schreibknoepfe(konto, [{ name: 'legeMitarbeitendeAn', wort: 'Neue Mitarbeitende' }]) ?? html``,
});

/** When somebody is not there; whoever may say so changes it here. */
export async function abwesenheiten(anfrage: Seitenanfrage, id: string): Promise<SafeHtml | null> {
  const { konto } = anfrage;
  const schema = eintraege(abwesenheitSchema);
  const antwort = await liesWennDa(anfrage, 'abwesenheiten', { schema, pfad: { id } });
  if (antwort === null) return null;
  return abschnitt(konto, {
    id: 'abwesenheiten',
    titel: 'Abwesenheiten',
    eintraege: antwort.eintraege,
    spalten: abwesenheitsspalten(konto, id),
    leer: 'Keine gemeldet.',
    tun: [{ name: 'meldeAbwesenheit', kennungen: [id] }],
  });
}

function abwesenheitsspalten(konto: Konto, wer: string): readonly Spalte<Abwesenheitseintrag>[] {
  return [
    { kopf: 'Von', zelle: ({ von }) => tagInWorten(von) },
    { kopf: 'Bis', zelle: ({ bis }) => tagInWorten(bis) },
    {
      kopf: 'Grund',
      zelle: ({ grund, storniertAm }) => `${klartext(grund)}${storniertAm === null ? '' : ' (storniert)'}`,
    },
    {
      kopf: 'Tun',
      zelle: ({ id, von, storniertAm }) => {
        const was = { kennungen: [wer, id], wovon: `ab ${tagInWorten(von)}` };
        return storniertAm === null
          ? html`${schreibverweis(konto, { ...was, name: 'aendereAbwesenheit', wort: 'Ende ändern' })}
            ${schreibverweis(konto, { ...was, name: 'storniereAbwesenheit', wort: 'Stornieren' })}`
          : null;
      },
    },
  ];
}

/** Proofs an external Fallmanagement has to bring (V-52); null for roles that do not see them. */
async function nachweise(anfrage: Seitenanfrage, id: string): Promise<SafeHtml | null> {
  const antwort = await liesWennDa(anfrage, 'nachweise', { schema: nachweiseSchema, pfad: { id } });
  if (antwort === null || antwort.eintraege.length === 0) return null;
  return html`<section aria-labelledby="nachweise">
    <h2 id="nachweise" class="kern-heading-medium">Nachweise</h2>
    ${tabelle(antwort.eintraege, [
      { kopf: 'Art', zelle: ({ art }) => klartext(art) },
      { kopf: 'Ausgestellt', zelle: ({ ausgestelltAm }) => tagInWorten(ausgestelltAm) },
      { kopf: 'Gültig bis', zelle: ({ gueltigBis }) => tagInWorten(gueltigBis) },
    ])}
  </section>`;
}

/** What can be changed about a colleague, by whoever leads their team. */
function aendern(konto: Konto, wer: Parameters<typeof darfAnmeldungAendern>[1]): SafeHtml | null {
  const { id, rolle, team } = wer;
  if (!leitet(konto, team)) return null;
  const besetzt = darfBesetzen(konto, wer);
  const kennungen = [id];
  const wenn = (geht: boolean, verweis: Verweis): Verweis | null => (geht ? verweis : null);
  return schreibknoepfe(konto, [
    wenn(besetzt, { name: 'aendereMitarbeitende', kennungen, wort: 'Angaben ändern' }),
    { name: 'erfasseQualifikation', kennungen, wort: 'Schulung erfassen' },
    wenn(rolle === 'fm_extern', { name: 'erfasseNachweis', kennungen, wort: 'Nachweis erfassen' }),
    wenn(darfAnmeldungAendern(konto, wer), { name: 'aendereAnmeldung', kennungen, wort: 'Anmeldung ändern' }),
    wenn(besetzt && konto.id !== id, { name: 'scheideAus', kennungen, wort: 'Ausscheiden' }),
  ]);
}

/** One colleague: absences, proofs, and what can be changed. */
export async function mitarbeitendeseite(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { konto, abfrage } = anfrage;
  const id = teil(anfrage, 'id');
  const wer = Wer.parse(await standVor(anfrage, 'aendereMitarbeitende', { id }));
  const inhalt = html`${schreiberfolg(abfrage.get('festgehalten'))}
    <h1 class="kern-heading-large">${wer.anzeigename}</h1>
    ${merkmale([
      ['Rolle', rollenname(wer.rolle)],
      ['Team', wer.team.kennzeichen],
    ])}
    ${aendern(konto, { id, rolle: wer.rolle, team: wer.team.id })} ${await abwesenheiten(anfrage, id)}
    ${await nachweise(anfrage, id)}
    <p class="kern-body"><a class="kern-link" href="/haus/mitarbeitende">Zu allen Mitarbeitenden</a></p>`;
  return { art: 'seite', titel: 'Mitarbeitende', inhalt, bereich: 'haus' };
}
