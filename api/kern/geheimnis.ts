import { createHash, randomBytes } from 'node:crypto';

/** 256 bits, written in 43 characters. */
export const neuesGeheimnis = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret: who reads the table cannot use it. */
export const pruefwertVon = (geheimnis: string): Buffer => createHash('sha256').update(geheimnis).digest();
