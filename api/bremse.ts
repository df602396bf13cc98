import type { RequestHandler } from 'express';
import { Absage } from './use-cases/absage.ts';

type Fenster = { seit: number; anzahl: number };

/** Addresses remembered at once; beyond that the oldest is forgotten, so that nobody can fill the memory. */
const ADRESSEN_HOECHSTENS = 10_000;

/**
 * Slows down whoever calls a route without an account too often: so many requests of one address in so many
 * milliseconds. By the real clock, per process; the secrets behind it cannot be guessed anyway.
 */
export function bremse({ hoechstens, jeMs }: { hoechstens: number; jeMs: number }): RequestHandler {
  const fenster = new Map<string, Fenster>();
  return (req, _, weiter) => {
    const jetzt = Date.now();
    const adresse = req.ip ?? '';
    const bisher = fenster.get(adresse);
    const laufend = bisher !== undefined && jetzt - bisher.seit < jeMs ? bisher : { seit: jetzt, anzahl: 0 };
    laufend.anzahl += 1;
    fenster.delete(adresse);
    fenster.set(adresse, laufend);
    const [aelteste] = fenster.keys();
    if (fenster.size > ADRESSEN_HOECHSTENS && aelteste !== undefined) fenster.delete(aelteste);
    if (laufend.anzahl > hoechstens)
      throw new Absage('ZU_VIELE_ANFRAGEN', 'Zu viele Anfragen; bitte warten Sie eine Minute.');
    weiter();
  };
}
