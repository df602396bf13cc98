import { mitAkteur, type Datenbank, type Transaktion } from '../../../db/client.ts';
import { kuendigeAktenlageAn } from '../../../db/potenzial.ts';
import { kuendigeOrganisationAn } from '../../../db/team.ts';
import * as tabellen from '../../../db/schema/index.ts';
import type { Tag } from '../../../domain/frist/tag.ts';
import type { Instant } from '../../../domain/frist/zeitzone.ts';
import { LEISTUNGSARTEN } from '../../../domain/leistung/leistung.ts';
import { KOOPERATIONSPUNKTE } from '../../../domain/leistung/verzeichnis.ts';
import { tabelleAus } from '../../../domain/tabelle.ts';
import type { Policywahl } from '../../../domain/policy/policy.ts';
import { versionsname } from '../../../domain/policy/wahl.ts';
import { nachweiseVon } from '../besetzung.ts';
import type { Geschichte, Nachbarteam, Personendaten } from '../geschichte.ts';
import { MIT_TEAMVERANTWORTUNG } from '../../probehaus/stammdaten.ts';
import { bedarfId, kennung, TEAM, teamVon } from '../verweise.ts';

async function personal(tx: Transaktion, geschichte: Geschichte, erfasstAm: Instant): Promise<void> {
  await tx
    .insert(tabellen.team)
    .values({ id: TEAM, kennzeichen: '621', art: 'fallmanagement', land: geschichte.land });
  const spezialisiert = new Set(geschichte.personal.flatMap(({ zielstelle }) => zielstelle ?? []));
  for (const zielstelle of spezialisiert) {
    const kopf = { id: teamVon({ zielstelle }), kennzeichen: zielstelle, land: geschichte.land };
    await tx.insert(tabellen.team).values({ ...kopf, art: 'fallmanagement', zielstelle });
  }
  for (const wer of geschichte.personal) {
    const { id: label, rolle, anteil, sprachen, aktiv } = wer;
    const teamId = teamVon(wer);
    const id = kennung('personal', label);
    const email = `${label}@jobcenter.example`;
    await tx.insert(tabellen.mitarbeitende).values({
      id,
      subjekt: id,
      anzeigename: `Demo ${label}`,
      email,
      rolle,
      teamId,
      anteil,
      sprachen: [...sprachen],
      aktiv,
    });
    for (const nachweis of nachweiseVon(wer))
      await tx.insert(tabellen.externnachweis).values({
        ...nachweis,
        id: kennung('nachweis', `${label}/${nachweis.art}`),
        mitarbeitendeId: id,
        erfasstAm,
        erfasstVon: id,
      });
    if (!MIT_TEAMVERANTWORTUNG.includes(rolle)) continue;
    await tx
      .insert(tabellen.teamverantwortung)
      .values({ id: kennung('verantwortung', label), mitarbeitendeId: id, teamId });
  }
}

async function themen(tx: Transaktion, geschichte: Geschichte): Promise<void> {
  for (const { id: label, zustaendig } of geschichte.themen) {
    const id = kennung('thema', label);
    await tx.insert(tabellen.thema).values({ id, name: label });
    for (const fm of zustaendig) {
      await tx.insert(tabellen.themenzustaendigkeit).values({
        id: kennung('zustaendigkeit', `${label}/${fm}`),
        themaId: id,
        fmId: kennung('personal', fm),
      });
    }
  }
}

/** The directory, with a Kooperationsvereinbarung where the story wants one (E23, E24). */
async function verzeichnis(tx: Transaktion, geschichte: Geschichte, am: Instant): Promise<void> {
  for (const { id: label, grundlage, wartezeitTage } of geschichte.leistungserbringer) {
    const id = kennung('leistungserbringer', label);
    await tx.insert(tabellen.leistungserbringer).values({
      id,
      problemfelder: ['sonstiges'],
      wasIstZuVeranlassen: 'Anmeldung durch das Fallmanagement',
      name: `Demo ${label}`,
      anschrift: 'Demostraße 1, 27568 Bremerhaven',
      ansprechpartner: 'Demo Ansprechperson',
      telefon: '0471 000000',
      email: `${label}@beratung.example`,
      leistungen: 'Beratung',
      traegergruppe: 'freie_wohlfahrtspflege',
      leistungsarten: [...LEISTUNGSARTEN],
      wartezeitTage,
      informell: false,
      formlosGrund: grundlage === 'formlos' ? 'Selbsthilfegruppe' : null,
    });
    if (grundlage !== 'vereinbarung') continue;
    await tx.insert(tabellen.kooperationsvereinbarung).values({
      id: kennung('kooperation', label),
      leistungserbringerId: id,
      gueltigAb: '1995-01-01',
      punkte: tabelleAus(KOOPERATIONSPUNKTE, () => 'wie besprochen'),
      jahresbericht: true,
      erfasstAm: am,
      erfasstVon: kennung('personal', geschichte.personal[0]?.id ?? ''),
    });
  }
}

/** The M&I teams, each with a theme for which its Kontakt-FM is responsible (R16). */
async function nachbarn(
  tx: Transaktion,
  teams: readonly Nachbarteam[],
  wo: { readonly land: string; readonly am: Instant },
): Promise<void> {
  for (const { id: label, kontaktFm, ohneKontaktFm } of teams) {
    const id = kennung('team', label);
    const art = 'vermittlung';
    await tx.insert(tabellen.team).values({ id, kennzeichen: label, art, land: wo.land, ohneKontaktFm });
    const themaId = kennung('thema', `kontakt/${label}`);
    await tx.insert(tabellen.thema).values({ id: themaId, name: `Kontakt ${label}` });
    for (const fm of kontaktFm) {
      await tx.insert(tabellen.themenzustaendigkeit).values({
        id: kennung('zustaendigkeit', `kontakt/${label}/${fm}`),
        themaId,
        fmId: kennung('personal', fm),
        kontaktTeamId: id,
      });
    }
  }
  await kuendigeOrganisationAn(tx, wo.am);
}

async function konflikte(
  tx: Transaktion,
  { id: label, pap, befangene }: Personendaten,
  vermerktAm: Instant,
): Promise<void> {
  for (const fm of befangene) {
    await tx.insert(tabellen.interessenkonflikt).values({
      id: kennung('interessenkonflikt', `${label}/${fm}`),
      personId: kennung('person', label),
      fmId: kennung('personal', fm),
      vermerktAm,
      vermerktVon: kennung('personal', pap),
    });
  }
}

async function person(
  tx: Transaktion,
  daten: Personendaten,
  am: { tag: Tag; instant: Instant },
): Promise<void> {
  const id = kennung('person', daten.id);
  const papId = kennung('personal', daten.pap);
  await tx.insert(tabellen.person).values({
    id,
    kundennummer: `KN-${daten.id}`,
    bgNummer: `BG-${daten.id}`,
    name: `Demo Person ${daten.id}`,
    geburtsdatum: daten.geburtsdatum,
    rechtskreis: daten.rechtskreis,
    erwerbsfaehig: daten.erwerbsfaehig,
    verstorbenAm: daten.verstorbenAm,
    verzogenAm: daten.verzogenAm,
    papId,
    fmU25Id: daten.fmU25 === null ? null : kennung('personal', daten.fmU25),
    bevorzugteSprache: daten.sprache,
  });
  if (daten.profillage !== null) {
    await tx.insert(tabellen.profiling).values({
      id: kennung('profil', daten.id),
      personId: id,
      datum: am.tag,
      profillage: daten.profillage,
      anlass: 'erst',
      abgesichert: daten.abgesichert,
      erstelltVon: papId,
      erfasstAm: am.instant,
    });
  }
  await kuendigeAktenlageAn(tx, id, am.instant);
  for (const [nummer, bedarf] of daten.handlungsbedarfe.entries()) {
    await tx.insert(tabellen.handlungsbedarf).values({
      id: bedarfId(daten.id, nummer + 1),
      personId: id,
      ...bedarf,
      erkanntAm: am.tag,
      erkanntVon: 'pap',
    });
  }
}

/** The version the story begins with, as an installation brings it along. */
async function policy(tx: Transaktion, wahl: Policywahl, am: Instant): Promise<void> {
  const name = versionsname(wahl);
  await tx.insert(tabellen.policyversion).values({ name, wahl, gueltigAb: '1995-01-01' });
  await tx.insert(tabellen.policyfreigabe).values({ name, am });
}

/** Fills an empty database with the office and the people of a story. */
export async function legeAn(
  db: Datenbank,
  geschichte: Geschichte,
  am: { tag: Tag; instant: Instant },
): Promise<void> {
  await mitAkteur(db, { system: 'wartung' }, async (tx) => {
    await personal(tx, geschichte, am.instant);
    await themen(tx, geschichte);
    await verzeichnis(tx, geschichte, am.instant);
    if (geschichte.teams !== null)
      await nachbarn(tx, geschichte.teams, { land: geschichte.land, am: am.instant });
    for (const daten of geschichte.personen) {
      await person(tx, daten, am);
      await konflikte(tx, daten, am.instant);
    }
    await policy(tx, geschichte.policy, am.instant);
  });
}
