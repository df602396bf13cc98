import type { Seitenanfrage } from '../kern/anfrage.ts';

type MitAdresse = Pick<Seitenanfrage, 'abfrage'>;

/** Are names shown? Not until somebody asks for them: the meeting looks at a projector. */
export const mitNamen = ({ abfrage }: MitAdresse): boolean => abfrage.get('namen') === 'ja';

/** An address of the meeting. That names are shown goes along; beside it there are only ids in it. */
export function besprechungsort(
  anfrage: MitAdresse,
  werte: Readonly<Record<string, string | null>> = {},
  pfad = '',
): string {
  const alle = new URLSearchParams(mitNamen(anfrage) ? { namen: 'ja' } : {});
  for (const [name, wert] of Object.entries(werte)) if (wert !== null) alle.set(name, wert);
  return `/besprechung${pfad}${alle.size === 0 ? '' : `?${alle.toString()}`}`;
}
