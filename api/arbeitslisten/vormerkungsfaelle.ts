import { mitAkteur } from '../../db/client.ts';
import {
  liesVormerkungsakte,
  liesWartendeVormerkungen,
  type Vormerkungsakte,
  type Vormerkungszeile,
} from '../../db/vormerkungen.ts';
import { vormerkungVon } from '../../domain/fall/fall.ts';
import { herkunftVon } from '../../domain/fall/herkunft.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { besprechungenSeit } from '../../domain/pflicht/besprechungstag.ts';
import { policyAus } from '../../domain/policy/wahl.ts';
import { zaehlendeHandlungsbedarfe } from '../../domain/zugang/kriterium-a.ts';
import { fehlendeAngaben } from '../../domain/zuordnung/vollstaendigkeit.ts';
import type { Vormerkung, Vormerkungsabfrage } from './formen.ts';
import type { Seite } from '../kern/seiten.ts';
import { seiteVon } from '../kern/blaettern.ts';
import { vermerkeListe } from '../kern/lesespur.ts';
import { personIn } from './faelle.ts';
import { sichtVon } from '../kern/sicht.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

type Gelesen = { readonly zeile: Vormerkungszeile; readonly akte: Vormerkungsakte };

function fehlt({ zeile, akte }: Gelesen): string[] {
  const { personId, fallId, stand } = zeile;
  const policy = policyAus(stand.policy);
  const profillage = akte.profillagen.get(personId);
  return fehlendeAngaben(
    {
      profilVorhanden: profillage !== undefined,
      profillageErfasst: profillage !== undefined && profillage !== null,
      zaehlendeHandlungsbedarfe: zaehlendeHandlungsbedarfe(akte.bedarfe.get(personId) ?? [], policy),
      // Passed on, the reasons stand in the case it came from (V-10).
      gruendeVorhanden: akte.begruendete.has(fallId) || herkunftVon(stand) === 'weiterleitung',
      erlaeutertAm: vormerkungVon(stand).erlaeutertAm,
    },
    policy,
  );
}

export function vormerkungseintrag(konto: Konto, heute: string): (gelesen: Gelesen) => Vormerkung {
  return (gelesen) => {
    const { fallId, fallnummer, vorgemerktAm, team, pap, stand, name, personId } = gelesen.zeile;
    const { quelle } = vormerkungVon(stand);
    const basis = { policy: policyAus(stand.policy), kalender: stand.kalender };
    const { vergangen, naechste } = besprechungenSeit(basis, vorgemerktAm, heute);
    return {
      fallId,
      fallnummer,
      ...personIn(konto, { personId, name }),
      vorgemerktAm,
      herkunft: herkunftVon(stand),
      uebergabeAm: quelle.art === 'fm_u25' ? quelle.uebergabeAm : null,
      team,
      pap,
      besprechungen: vergangen,
      naechsteBesprechung: naechste,
      wievielte: vergangen + 1,
      fehlt: fehlt(gelesen),
      beantwortetAm: gelesen.akte.antworten.get(fallId) ?? null,
    };
  };
}

/** The queue of Vormerkungen that wait for their assignment, in the order the meeting works them through. */
export function wartendeVormerkungen(
  umgebung: Umgebung,
  konto: Konto,
  wahl: Vormerkungsabfrage,
): Promise<Seite<Vormerkung>> {
  const heute = ortstag(umgebung.uhr.jetzt());
  const zeige = vormerkungseintrag(konto, heute);
  return mitAkteur(umgebung.db, akteurVon(konto), async (tx) => {
    const seite = await seiteVon(
      wahl,
      (blatt) => liesWartendeVormerkungen(tx, { ...wahl, ...blatt, sicht: sichtVon(konto) }),
      (zeile) => zeile,
    );
    const zeilen = seite.eintraege;
    const blick = { liste: 'vormerkungen', wahl, zeilen: zeilen.length, dannAls: 'vormerkungen' } as const;
    await vermerkeListe(tx, umgebung, blick);
    const akte = await liesVormerkungsakte(tx, { zeilen });
    return { ...seite, eintraege: zeilen.map((zeile) => zeige({ zeile, akte })) };
  });
}
