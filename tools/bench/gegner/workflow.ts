import { condition, proxyActivities, setHandler } from '@temporalio/workflow';
import { gegnerbefehl, type Gegnerauftrag } from './vertrag.ts';

const { schreibe } = proxyActivities<{ schreibe: (auftrag: Gegnerauftrag) => Promise<string> }>({
  startToCloseTimeout: '10 seconds',
});

/** A case as somebody would write it in an afternoon: takes a command, writes it down, answers. It knows no Frist and never ends. */
export async function gegnerfall(): Promise<void> {
  setHandler(gegnerbefehl, async ({ fallId, schluessel, laengen }) => {
    const inhalt = 'x'.repeat(laengen.auftrag);
    await schreibe({ fallId, schluessel, inhalt, ergebnis: laengen.aufgezeichnet });
    return 'x'.repeat(laengen.antwort);
  });
  await condition(() => false);
}
