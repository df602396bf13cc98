import { liesAlleFaelle } from '../../db/auskunft.ts';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import { liesFall } from '../../db/fallansicht.ts';
import { liesProtokoll, type Protokollbezug, type Protokolleintrag } from '../../db/protokoll.ts';
import { liesFaelleDerPerson, liesPerson } from '../../db/person.ts';
import { istVorhanden } from '../../db/vorhanden.ts';
import { klartext } from '../../domain/klartext.ts';
import { darfProtokollLesen, fallbezugVon } from '../../domain/rollen/befehlsrechte.ts';
import { recht } from '../../domain/rollen/matrix.ts';
import { BEZIEHUNGSNAMEN, ohneKennung, ROLLENNAMEN } from '../../domain/rollen/namen.ts';
import { darfAnPerson } from '../../domain/rollen/personenrechte.ts';
import type { Protokollabfrage, Protokollansicht } from './formen.ts';
import { LISTENNAMEN } from '../kern/lesespur.ts';
import { seiteVon } from '../kern/blaettern.ts';
import type { Seite } from '../kern/seiten.ts';
import { nichtBerechtigt, nichtGefunden } from '../kern/absage.ts';
import { unsichtbar } from '../kern/unsichtbar.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

const NAMEN: ReadonlyMap<string, string> = new Map(Object.entries(BEZIEHUNGSNAMEN));

/** `vertretung vertretung_grund:…` in words; the id of the reason stays behind. */
export function warum({
  grund,
  rechtsgrundlage,
}: Pick<Protokolleintrag, 'grund' | 'rechtsgrundlage'>): string | null {
  if (grund === null) return rechtsgrundlage;
  const worte = grund.split(' ').map((teil) => {
    const [beziehung = ''] = teil.split(':');
    return ohneKennung(NAMEN.get(beziehung) ?? klartext(beziehung));
  });
  return worte.join('; ');
}

const NAMEN_DER_LISTEN: ReadonlyMap<string, string> = new Map(Object.entries(LISTENNAMEN));

function listeIn({
  gegenstand,
  anzahl,
  abrufe,
  merkmale,
}: Pick<Protokolleintrag, 'gegenstand' | 'anzahl' | 'abrufe' | 'merkmale'>): Protokollansicht['liste'] {
  if (anzahl === null || abrufe === null || merkmale === null) return null;
  const kurz = gegenstand?.replace(/^liste:/u, '') ?? '';
  const filter = new Set(merkmale.map((merkmal) => merkmal.slice(0, merkmal.indexOf('='))));
  return { name: NAMEN_DER_LISTEN.get(kurz) ?? klartext(kurz), zeilen: anzahl, abrufe, filter: [...filter] };
}

/** An entry as people read it. */
export function ansicht({
  aktion,
  rolle,
  klassen,
  grund,
  rechtsgrundlage,
  gegenstand,
  anzahl,
  abrufe,
  merkmale,
  ...rest
}: Protokolleintrag): Protokollansicht {
  return {
    ...rest,
    aktion,
    bezeichnung: klartext(aktion),
    rolle,
    rollenname: rolle === null ? null : ohneKennung(ROLLENNAMEN[rolle]),
    warum: warum({ grund, rechtsgrundlage }),
    klassen: klassen === null ? null : [...klassen],
    liste: listeIn({ gegenstand, anzahl, abrufe, merkmale }),
  };
}

/** R27 has K7 of the whole house, and nothing else of it: of a case or person it learns that there is one. */
async function alleinK7(
  tx: Transaktion,
  { rolle }: Konto,
  wo: { readonly tabelle: 'fall' | 'person'; readonly id: string },
): Promise<boolean> {
  if (!recht(rolle, 'haus').liest.includes('K7')) return false;
  if (await istVorhanden(tx, wo.tabelle, wo.id)) return true;
  throw nichtGefunden(wo.tabelle === 'fall' ? 'Diesen Fall' : 'Diese Person');
}

async function pruefeFall(tx: Transaktion, konto: Konto, id: string): Promise<void> {
  if (await alleinK7(tx, konto, { tabelle: 'fall', id })) return;
  const zeile = await liesFall(tx, id);
  if (zeile === null) throw await unsichtbar(tx, { tabelle: 'fall', id });
  if (!darfProtokollLesen(konto, fallbezugVon(zeile.fall.stand))) throw nichtBerechtigt();
}

async function pruefePerson(tx: Transaktion, konto: Konto, id: string): Promise<void> {
  if (await alleinK7(tx, konto, { tabelle: 'person', id })) return;
  const person = await liesPerson(tx, id);
  if (person === null) throw await unsichtbar(tx, { tabelle: 'person', id });
  const faelle = await liesFaelleDerPerson(tx, id);
  if (!darfAnPerson(konto, { ...person, faelle }, { klasse: 'K7', art: 'liest' })) throw nichtBerechtigt();
}

/** PostgreSQL shows the entries of the colleague's own only. */
function seite(
  tx: Transaktion,
  bezug: Protokollbezug,
  wahl: Protokollabfrage,
): Promise<Seite<Protokollansicht>> {
  return seiteVon(wahl, (blatt) => liesProtokoll(tx, { ...wahl, ...blatt, bezug }), ansicht);
}

/** Who read and changed this case (K7, R12, R27). @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT */
export function protokollDesFalls(
  { db }: Umgebung,
  konto: Konto,
  { fallId, ...wahl }: Protokollabfrage & { readonly fallId: string },
): Promise<Seite<Protokollansicht>> {
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    await pruefeFall(tx, konto, fallId);
    return seite(tx, { fallId }, wahl);
  });
}

/** Who read and changed the file of this person and the cases. @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT */
export function protokollDerPerson(
  { db }: Umgebung,
  konto: Konto,
  { personId, ...wahl }: Protokollabfrage & { readonly personId: string },
): Promise<Seite<Protokollansicht>> {
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    await pruefePerson(tx, konto, personId);
    const faelle = (await liesAlleFaelle(tx, personId)).map(({ id }) => id);
    return seite(tx, { personId, faelle }, wahl);
  });
}
