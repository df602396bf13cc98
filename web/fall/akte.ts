import { html, type SafeHtml } from '@remix-run/html-template';
import { verweiseSchema } from '../../api/eakte/formen.ts';
import type { Fallansicht } from '../../api/faelle/formen.ts';
import { fallroute } from '../../api/faelle/routen.ts';
import { frage } from '../../api/kern/aufruf.ts';
import { bestreitungenSchema, pruefungenSchema, unterlagenSchema } from '../../api/loeschung/formen.ts';
import { tagInWorten } from '../../domain/frist/tag.ts';
import { klartext } from '../../domain/klartext.ts';
import { teil, type Seitenanfrage, type Seitenantwort } from '../kern/anfrage.ts';
import { tagMitWochentag, zeitpunkt } from '../kern/datum.ts';
import { liesWennDa } from '../kern/zeilen.ts';
import { abschnitt } from '../schreiben/abschnitt.ts';
import { schreiberfolg } from '../schreiben/erfolg.ts';
import { schreibverweis } from '../schreiben/verweis.ts';
import { feldname } from '../tun/beschriftung.ts';
import { fallkopf } from './kopf.ts';
import { darfAnLoeschung, darfEakteFuehren } from './recht.ts';

type Akte = { readonly anfrage: Seitenanfrage; readonly fall: Fallansicht };

async function eakte({ anfrage, fall }: Akte): Promise<SafeHtml | null> {
  const { konto } = anfrage;
  const { id: fallId } = fall;
  const fuehrt = darfEakteFuehren(fall, konto);
  return abschnitt(konto, {
    id: 'eakte',
    titel: 'Unterlagen in der eAkte',
    eintraege: await liesWennDa(anfrage, 'eaktenverweise', { schema: verweiseSchema, pfad: { fallId } }),
    spalten: [
      { kopf: 'Nummer', zelle: ({ nummer }) => nummer ?? 'zurückgenommen' },
      { kopf: 'Vom', zelle: ({ datum }) => (datum === null ? '' : tagInWorten(datum)) },
      { kopf: 'Was', zelle: ({ titel }) => titel },
      {
        kopf: 'Tun',
        zelle: ({ id, nummer, zurueckgenommen }) =>
          zurueckgenommen === null
            ? fuehrt
              ? schreibverweis(konto, {
                  name: 'nimmEaktenverweisZurueck',
                  kennungen: [fallId, id],
                  wort: 'Zurücknehmen',
                  wovon: nummer ?? '',
                })
              : null
            : `zurückgenommen: ${klartext(zurueckgenommen.grund)}`,
      },
    ],
    leer: 'Nichts.',
    tun: [fuehrt ? { name: 'erfasseEaktenverweis', kennungen: [fallId], wort: 'Unterlage vermerken' } : null],
  });
}

async function loeschung({ anfrage, fall }: Akte): Promise<SafeHtml | null> {
  const { id: fallId } = fall;
  const tun = (
    [
      ['beantragen', { name: 'beantrageLoeschung', kennungen: [fallId], wort: 'Löschung beantragen' }],
      ['sperren', { name: 'setzeLoeschsperre', kennungen: [fallId], wort: 'Löschsperre setzen' }],
    ] as const
  ).map(([handlung, verweis]) => (darfAnLoeschung(fall, anfrage.konto, handlung) ? verweis : null));
  const eintraege = await liesWennDa(anfrage, 'unterlagen', { schema: unterlagenSchema, pfad: { fallId } });
  return abschnitt(anfrage.konto, {
    id: 'unterlagen',
    titel: 'Wie lange was bleibt',
    eintraege,
    spalten: [
      { kopf: 'Text', zelle: ({ feld }) => feldname(feld) },
      { kopf: 'Schutz', zelle: ({ klasse }) => klasse },
      { kopf: 'Erfasst', zelle: ({ erfasstAm }) => zeitpunkt(erfasstAm) },
      {
        kopf: 'Wird gelöscht',
        zelle: ({ loeschtag }) => (loeschtag === null ? 'mit dem Fall' : tagMitWochentag(loeschtag)),
      },
    ],
    leer: 'Nichts.',
    tun,
  });
}

async function pruefungen({ anfrage, fall }: Akte): Promise<SafeHtml | null> {
  const { konto } = anfrage;
  const { id: fallId } = fall;
  const entscheidet = darfAnLoeschung(fall, konto, 'pruefen');
  const eintraege = await liesWennDa(anfrage, 'bedarfspruefungen', {
    schema: pruefungenSchema,
    pfad: { fallId },
  });
  if (eintraege === null || eintraege.length === 0) return null;
  return abschnitt(konto, {
    id: 'bedarf',
    titel: 'Noch nötig?',
    eintraege,
    spalten: [
      { kopf: 'Anlass', zelle: ({ anlass }) => klartext(anlass) },
      { kopf: 'Fällig', zelle: ({ faelligAm }) => tagMitWochentag(faelligAm) },
      { kopf: 'Unterlagen', zelle: ({ unterlagen }) => unterlagen.length },
      {
        kopf: 'Tun',
        zelle: ({ id, entschiedenAm }) =>
          entschiedenAm === null
            ? entscheidet
              ? schreibverweis(konto, {
                  name: 'entscheideBedarf',
                  kennungen: [fallId, id],
                  wort: 'Entscheiden',
                })
              : null
            : `entschieden ${zeitpunkt(entschiedenAm)}`,
      },
    ],
    leer: 'Nichts.',
    tun: [],
  });
}

async function bestreitungen({ anfrage, fall }: Akte): Promise<SafeHtml | null> {
  const { konto } = anfrage;
  const { id: fallId } = fall;
  const eigene = darfAnLoeschung(fall, konto, 'bestreiten');
  return abschnitt(konto, {
    id: 'bestritten',
    titel: 'Was die Person bestreitet',
    eintraege: await liesWennDa(anfrage, 'bestreitungen', { schema: bestreitungenSchema, pfad: { fallId } }),
    spalten: [
      { kopf: 'Erfasst', zelle: ({ erfasstAm }) => zeitpunkt(erfasstAm) },
      { kopf: 'Stand', zelle: ({ stand }) => klartext(stand) },
      { kopf: 'Grund', zelle: ({ grund }) => grund },
      {
        kopf: 'Tun',
        zelle: ({ id, stand }) =>
          stand === 'bestritten' && eigene
            ? schreibverweis(konto, {
                name: 'erledigeBestreitung',
                kennungen: [fallId, id],
                wort: 'Erledigen',
              })
            : null,
      },
    ],
    leer: 'Nichts.',
    tun: [eigene ? { name: 'bestreite', kennungen: [fallId], wort: 'Als bestritten kennzeichnen' } : null],
  });
}

/** What a case holds beside its procedure: references to documents, how long texts stay, and what the person disputes. */
export async function aktenseite(anfrage: Seitenanfrage): Promise<Seitenantwort> {
  const { umgebung, konto, abfrage } = anfrage;
  const fallId = teil(anfrage, 'fallId');
  const fall = await frage(umgebung, fallroute, { konto, pfad: { fallId } });
  const akte = { anfrage, fall };
  const inhalt = html`${fallkopf(fall, konto)} ${schreiberfolg(abfrage.get('festgehalten'))}
    <h1 class="kern-heading-large">Akte und Datenschutz</h1>
    ${await eakte(akte)} ${await bestreitungen(akte)} ${await pruefungen(akte)} ${await loeschung(akte)}
    <p class="kern-body"><a class="kern-link" href="/faelle/${fallId}">Zurück zum Fall</a></p>`;
  return { art: 'seite', titel: `Akte, Fall ${fall.fallnummer}`, inhalt, bereich: 'faelle' };
}
