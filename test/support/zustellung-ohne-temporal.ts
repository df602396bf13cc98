import type { Client } from '@temporalio/client';
import pino from 'pino';
import { erbringerpost } from '../../activities/zustellung/einmallink.ts';
import { signalisiere } from '../../activities/zustellung/signale.ts';
import type { Vorgangsablaeufe } from '../../api/kern/vorgangsablauf.ts';
import { mitAkteur, type Datenbank } from '../../db/client.ts';
import { markiereZugestellt, offeneSendungen } from '../../db/nachrichten.ts';
import type { Instant } from '../../domain/frist/zeitzone.ts';
import type { Vorgangsart } from '../../domain/vorgang/aggregat.ts';
import { leitung, systemkopf } from '../../domain/vorgang/befehl.ts';
import type { Laufauftrag } from '../../workflows/contract.ts';

/** The command each signal becomes in its workflow. */
const BEFEHLE: Readonly<Record<string, string>> = {
  kalender: 'kalender_uebernehmen',
  policy: 'policy_uebernehmen',
  regelwerk: 'regelwerk_uebernehmen',
  handlungsbedarfe: 'handlungsbedarfe_uebernehmen',
  personenstand: 'personenstand_uebernehmen',
  einwilligungen: 'einwilligungen_uebernehmen',
  rueckmeldung: 'rueckmeldung_uebernehmen',
  eintrag: 'eintrag_uebernehmen',
  aktenlage: 'aktenlage_uebernehmen',
  organisation: 'organisation_uebernehmen',
};

type Meldung = { schluessel: string; am: Instant; von?: string } & Record<string, unknown>;
type Start = {
  readonly workflowId: string;
  readonly args: readonly [Laufauftrag];
  readonly signal: { readonly name: string };
  readonly signalArgs: readonly [Meldung];
};

/** The part of the client deliveries use, before the port to the workflows without Temporal. */
function signalempfaenger(faelle: Vorgangsablaeufe): Client {
  const signalWithStart = async (_: string, start: Start): Promise<void> => {
    const [art = '', id = ''] = start.workflowId.split(/-(.*)/su);
    const [{ schluessel, am, von, ...daten }] = start.signalArgs;
    const kopf = systemkopf(schluessel, am);
    const akteur = von === undefined ? kopf.akteur : leitung(von);
    await faelle.sende({
      bezug: { art: art as Vorgangsart, id },
      titel: '',
      eroeffnet: false,
      befehl: { ...kopf, akteur, befehl: BEFEHLE[start.signal.name] ?? '', ...daten },
      stand: () => Promise.resolve({ stand: start.args[0].stand, angehalten: false }),
    });
  };
  return { workflow: { signalWithStart } } as unknown as Client;
}

/** Delivers the outbox: signals become commands, the secrets of mails to providers are kept by number of the service. */
export async function stelleZu(
  { db, faelle, jetzt }: { db: Datenbank; faelle: Vorgangsablaeufe; jetzt: () => Instant },
  zugaenge: Map<number, string>,
): Promise<void> {
  const client = signalempfaenger(faelle);
  const nichts = () => Promise.resolve();
  const post = { sende: nichts, sendeTagesmail: nichts, schliesse: () => undefined };
  const mittel = { db, client, jetzt, post, log: pino({ level: 'silent' }) };
  const system = { system: 'worker' } as const;
  for (const sendung of await mitAkteur(db, system, (tx) => offeneSendungen(tx, 1_000))) {
    const einmallink = sendung.art === 'mail' ? (await erbringerpost(mittel, sendung))?.einmallink : null;
    if (einmallink && sendung.leistung !== null) zugaenge.set(sendung.leistung, einmallink.geheimnis);
    // What is no news to a Vorgang leaves nothing to record.
    await signalisiere(mittel, sendung).catch(() => undefined);
    await mitAkteur(db, system, (tx) => markiereZugestellt(tx, [sendung.id], jetzt()));
  }
}
