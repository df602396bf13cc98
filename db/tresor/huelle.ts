import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE = 12;
const MARKE = 16;

/** Authenticated encryption for one place: with another key or another `wofuer` nothing comes back (AES-256-GCM). */
export function huelle(schluessel: Uint8Array, klar: Uint8Array, wofuer: readonly string[]): Buffer {
  const nonce = randomBytes(NONCE);
  const chiffre = createCipheriv('aes-256-gcm', schluessel, nonce).setAAD(
    Buffer.from(JSON.stringify(wofuer)),
  );
  return Buffer.concat([nonce, chiffre.update(klar), chiffre.final(), chiffre.getAuthTag()]);
}

/** @returns null when it was made with another key, for another place, or changed since */
export function oeffneHuelle(
  schluessel: Uint8Array,
  verhuellt: Uint8Array,
  wofuer: readonly string[],
): Buffer | null {
  if (verhuellt.length < NONCE + MARKE) return null;
  const ende = verhuellt.length - MARKE;
  const chiffre = createDecipheriv('aes-256-gcm', schluessel, verhuellt.subarray(0, NONCE))
    .setAAD(Buffer.from(JSON.stringify(wofuer)))
    .setAuthTag(verhuellt.subarray(ende));
  try {
    return Buffer.concat([chiffre.update(verhuellt.subarray(NONCE, ende)), chiffre.final()]);
  } catch {
    return null;
  }
}
