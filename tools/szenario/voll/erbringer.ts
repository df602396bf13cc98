import type { Pruefapi } from '../../probehaus/api.ts';
import type { Postfach } from '../../lokal/postfach.ts';
import type { Befehlsergebnis } from '../motor.ts';
import type { ExternerBefehl } from '../stammdaten.ts';
import { absage } from './zugriff.ts';

/** The secret in the newest mail about a service; providers know nothing else of Lotse. */
function neuesterEinmallink(postfach: Postfach, leistung: number): string {
  const links = postfach
    .nachrichten()
    .filter(({ betreff }) => betreff.endsWith(`/${leistung}`))
    .flatMap(({ text }) => /rueckmeldung#([\w-]+)/.exec(text)?.[1] ?? []);
  const einmallink = links.at(-1);
  if (einmallink === undefined) throw new Error(`Zur Leistung ${leistung} kam noch kein Einmallink an`);
  return einmallink;
}

/** A provider without an account reports over the public route; null when it was taken. */
export async function meldeZurueck(
  { api, postfach, heute }: { api: Pruefapi; postfach: Postfach; heute: string },
  { leistung, art, tag = heute, bericht, ergebnis }: ExternerBefehl,
): Promise<Befehlsergebnis | null> {
  const einmallink = neuesterEinmallink(postfach, leistung);
  const rumpf = { zugang: einmallink, art, tag, bericht, ...(ergebnis === undefined ? {} : { ergebnis }) };
  const antwort = await fetch(`${api.url}/api/v1/rueckmeldungen`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(rumpf),
  });
  const inhalt: unknown = await antwort.json();
  if (antwort.status === 201) return null;
  return antwort.status === 404 ? { verboten: true } : absage(antwort.status, inhalt);
}
