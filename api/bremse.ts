import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { Absage } from './use-cases/absage.ts';

/**
 * Slows down whoever calls a route without an account too often: so many requests of one address in so many
 * milliseconds. Per process; the secrets behind such a route cannot be guessed anyway.
 */
export function bremse({ hoechstens, jeMs }: { hoechstens: number; jeMs: number }): RequestHandler {
  return rateLimit({
    windowMs: jeMs,
    limit: hoechstens,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_, __, weiter) => {
      weiter(new Absage('ZU_VIELE_ANFRAGEN', 'Zu viele Anfragen; bitte warten Sie eine Minute.'));
    },
  });
}
