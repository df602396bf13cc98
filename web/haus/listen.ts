import { html } from '@remix-run/html-template';
import { antraegeSchema, sperrenSchema } from '../../api/loeschung/formen.ts';
import { kalendereintragSchema, teamSchema } from '../../api/organisation/formen.ts';
import { luecken } from '../../api/erbringer/formen.ts';
import { beanstandete, ungepruefte } from '../../api/sonderzugriff/formen.ts';
import { themaSchema } from '../../api/zuordnung/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { klartext } from '../../domain/klartext.ts';
import { recht } from '../../domain/rollen/matrix.ts';
import { leitet } from '../../domain/organisation/verwaltung.ts';
import { fallprotokollort } from '../fall/protokoll.ts';
import { zeitpunkt } from '../kern/datum.ts';
import { fallverweis } from '../kern/fallverweis.ts';
import { tagesspalte, type Listenspalte } from '../kern/listenspalte.ts';
import { eintraege } from '../kern/zeilen.ts';
import { schreibverweis, tunspalte } from '../schreiben/verweis.ts';
import { hausseite, type Hausliste } from './hausseite.ts';

const liste = <E>(was: Hausliste<E>): Hausliste<E> => was;

type MitFall = { readonly fallId: string; readonly fallnummer?: string };

const fallspalte = (konto: Konto): Listenspalte<MitFall> => ({
  kopf: 'Fall',
  wert: ({ fallnummer = null }) => fallnummer,
  zelle: ({ fallId, fallnummer = null }) => fallverweis(konto, { fallId, fallnummer }),
});

export const teams = hausseite(
  liste({
    titel: 'Teams',
    zeile: 'teams',
    schema: eintraege(teamSchema),
    leer: 'Noch kein Team.',
    tun: [{ name: 'legeTeamAn', wort: 'Neues Team' }],
    spalten: (konto) => [
      { kopf: 'Team', zelle: ({ kennzeichen }) => kennzeichen },
      { kopf: 'Art', zelle: ({ art }) => klartext(art) },
      { kopf: 'Land', zelle: ({ land }) => land },
      {
        kopf: 'Tun',
        wert: 'nur_auf_der_seite',
        zelle: ({ id, kennzeichen }) =>
          leitet(konto, id)
            ? html`${schreibverweis(konto, { name: 'aendereTeam', kennungen: [id], wort: 'Ändern', wovon: kennzeichen })}
              ${schreibverweis(konto, { name: 'legeRingFest', kennungen: [id], wort: 'Vertretungsring', wovon: kennzeichen })}`
            : null,
      },
    ],
  }),
);

export const themen = hausseite(
  liste({
    titel: 'Themen',
    zeile: 'themen',
    schema: eintraege(themaSchema),
    leer: 'Noch kein Thema.',
    tun: [{ name: 'legeThemaAn', wort: 'Neues Thema' }],
    spalten: (konto) => [
      { kopf: 'Thema', zelle: ({ name, aktiv }) => `${name}${aktiv ? '' : ' (ruht)'}` },
      {
        kopf: 'Zuständig',
        zelle: ({ zustaendig }) =>
          zustaendig
            .map(({ fm, kontaktTeam }) =>
              kontaktTeam === null ? fm.anzeigename : `${fm.anzeigename} für ${kontaktTeam.kennzeichen}`,
            )
            .join(', '),
      },
      tunspalte(konto, ({ id, name }) => ({
        name: 'aendereThema',
        kennungen: [id],
        wort: 'Ändern',
        wovon: name,
      })),
    ],
  }),
);

const wasGilt = (frei: boolean | null): string =>
  frei === null ? 'zurückgenommen' : frei ? 'Schließtag' : 'Feiertag fällt weg';

export const kalender = hausseite(
  liste({
    titel: 'Schließtage und Feiertage',
    zeile: 'kalenderabweichungen',
    schema: eintraege(kalendereintragSchema),
    leer: 'Es gelten die Feiertage des Landes.',
    tun: [{ name: 'kalenderabweichungErfassen', wort: 'Schließtag erfassen' }],
    spalten: () => [
      tagesspalte({ kopf: 'Tag' }, ({ tag }: { readonly tag: Tag }) => tag),
      { kopf: 'Für', zelle: ({ team }) => team?.kennzeichen ?? 'das ganze Haus' },
      { kopf: 'Was', zelle: ({ frei, gilt }) => `${wasGilt(frei)}${gilt ? '' : ' (gilt nicht mehr)'}` },
      { kopf: 'Grund', zelle: ({ grund }) => grund },
      {
        kopf: 'Erfasst',
        zelle: ({ erfasstAm, erfasstVon }) =>
          `${zeitpunkt(erfasstAm)}, ${erfasstVon?.anzeigename ?? 'Lotse'}`,
      },
    ],
  }),
);

/** R27 reviews an access by what the log says of the case, which is all it may read of it. */
const protokollspalte: Listenspalte<MitFall> = {
  kopf: 'Protokoll',
  wert: 'nur_auf_der_seite',
  zelle: ({ fallId, fallnummer = null }) =>
    html`<a class="kern-link" href="${fallprotokollort(fallId)}"
      >Wer hat gelesen<span class="kern-sr-only"> in ${fallnummer}</span></a
    >`,
};

export const zugriffe = hausseite(
  liste({
    titel: 'Zugriffe, die zu prüfen sind',
    zeile: 'ungepruefteZugriffe',
    schema: ungepruefte,
    leer: 'Kein Zugriff ist zu prüfen.',
    tun: [],
    spalten: (konto) => [
      fallspalte(konto),
      { kopf: 'Wer', zelle: ({ wer }) => wer.anzeigename },
      { kopf: 'Was', zelle: ({ art }) => klartext(art) },
      { kopf: 'Grund', zelle: ({ grund }) => grund },
      { kopf: 'Von, bis', zelle: ({ von, bis }) => `${zeitpunkt(von)} bis ${zeitpunkt(bis)}` },
      ...(recht(konto.rolle, 'haus').liest.includes('K7') ? [protokollspalte] : []),
      tunspalte(konto, ({ id, fallnummer }) => ({
        name: 'pruefeZugriff',
        kennungen: [id],
        wort: 'Prüfen',
        wovon: fallnummer,
      })),
    ],
  }),
);

export const beanstandungen = hausseite(
  liste({
    titel: 'Beanstandete Zugriffe',
    zeile: 'beanstandeteZugriffe',
    schema: beanstandete,
    leer: 'Keiner ist beanstandet.',
    tun: [],
    spalten: (konto) => [
      fallspalte(konto),
      { kopf: 'Wer', zelle: ({ wer }) => wer.anzeigename },
      { kopf: 'Grund', zelle: ({ grund }) => grund },
      { kopf: 'Beanstandet', zelle: ({ beanstandetAm }) => zeitpunkt(beanstandetAm) },
      tunspalte(konto, ({ id, wer }) => ({
        name: 'gibZugriffFrei',
        kennungen: [id],
        wort: 'Freigeben',
        wovon: wer.anzeigename,
      })),
    ],
  }),
);

export const loeschantraege = hausseite(
  liste({
    titel: 'Löschanträge',
    zeile: 'loeschantraege',
    schema: antraegeSchema,
    leer: 'Kein Antrag ist offen.',
    tun: [],
    spalten: (konto) => [
      fallspalte(konto),
      { kopf: 'Was', zelle: ({ dokument }) => (dokument === null ? 'der ganze Fall' : 'eine Unterlage') },
      { kopf: 'Grund', zelle: ({ grund }) => grund },
      { kopf: 'Beantragt', zelle: ({ beantragtAm }) => zeitpunkt(beantragtAm) },
      tagesspalte({ kopf: 'Vollzug ab' }, ({ vollzugAb }) => vollzugAb, 'noch nicht bestätigt'),
      {
        kopf: 'Tun',
        wert: 'nur_auf_der_seite',
        zelle: ({ id, fallId, bestaetigtVon }) =>
          html`${
            bestaetigtVon === null
              ? schreibverweis(konto, {
                  name: 'bestaetigeLoeschung',
                  kennungen: [fallId, id],
                  wort: 'Bestätigen',
                })
              : null
          }
          ${schreibverweis(konto, { name: 'nimmLoeschungZurueck', kennungen: [fallId, id], wort: 'Zurücknehmen' })}`,
      },
    ],
  }),
);

export const loeschsperren = hausseite(
  liste({
    titel: 'Löschsperren',
    zeile: 'loeschsperren',
    schema: sperrenSchema,
    leer: 'Keine Sperre gilt.',
    tun: [],
    spalten: (konto) => [
      fallspalte(konto),
      { kopf: 'Grund', zelle: ({ grund }) => grund },
      { kopf: 'Gesetzt', zelle: ({ gesetztAm }) => zeitpunkt(gesetztAm) },
      tunspalte(konto, ({ id, fallId }) => ({
        name: 'hebeLoeschsperreAuf',
        kennungen: [fallId, id],
        wort: 'Aufheben',
      })),
    ],
  }),
);

export const angebotsluecken = hausseite(
  liste({
    titel: 'Fehlende Angebote',
    zeile: 'angebotsluecken',
    schema: luecken,
    leer: 'Niemand hat ein fehlendes Angebot gemeldet.',
    tun: [],
    spalten: () => [
      tagesspalte({ kopf: 'Gemeldet' }, ({ am }: { readonly am: Tag }) => am),
      { kopf: 'Bereich', zelle: ({ bereich }) => klartext(bereich) },
      { kopf: 'Bedarf', zelle: ({ bedarf }) => bedarf },
      { kopf: 'An', zelle: ({ gemeldetAn }) => klartext(gemeldetAn) },
    ],
  }),
);
