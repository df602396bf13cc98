import { SIGNALE, type Signalart, type Signalzeile } from '../../activities/zustellung/signale.ts';

type Tabelle = Readonly<Record<Signalart, Signalzeile>>;
declare const ohneKalender: Omit<Tabelle, 'kalender'>;

// @ts-expect-error the row of `kalender` is missing
export const zuWenig: Tabelle = ohneKalender;

// @ts-expect-error `kalendar` is no kind of row of the outbox
export const verschrieben: Tabelle = { ...SIGNALE, kalendar: SIGNALE.kalender };

// @ts-expect-error a row without its signal sends nothing
export const ohneSignal: Tabelle = { ...SIGNALE, policy: { sende: SIGNALE.policy.sende } };

// @ts-expect-error a mail is no signal
export const mail: Signalart = 'mail';
