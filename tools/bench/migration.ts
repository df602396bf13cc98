import { systemuhr } from '../../api/kern/uhr.ts';
import { starteApi } from '../probehaus/api.ts';
import { baueStand, echtzeitserver } from '../probehaus/stand.ts';
import {
  abweichungen,
  fuehreAus,
  legeLaufendeFaelleAn,
  liesFristtage,
  liesUmstellung,
  schaueVor,
  warteAufUmgestellte,
} from '../probehaus/umstellung.ts';

const FAELLE = 1_000;

async function sekunden<T>(was: string, tue: () => Promise<T>): Promise<T> {
  const beginn = performance.now();
  const wert = await tue();
  console.log(`migration ${was}: ${((performance.now() - beginn) / 1000).toFixed(1)} s`);
  return wert;
}

/** 1,000 running cases moved to another policy; the worker is stopped in the middle. What was previewed is what moved. */
export async function benchMigration(): Promise<void> {
  const stand = await baueStand({ temporal: await echtzeitserver() });
  let haltWorker = await stand.starteWorker();
  const api = await starteApi({
    db: stand.apiDb,
    tresor: stand.tresor,
    client: stand.client,
    uhr: systemuhr,
  });
  try {
    await sekunden(`${FAELLE} laufende Fälle angelegt`, () => legeLaufendeFaelleAn(stand, FAELLE));
    const vorher = await liesFristtage(stand.db);
    const { id, vorschau } = await sekunden('Version freigegeben und Vorschau', () => schaueVor(api));
    await sekunden('Auftrag mit Prüfung der Vorschau', () => fuehreAus(api, id));
    await sekunden('umgestellt, mit einem neuen Worker auf halbem Weg', async () => {
      await stand.activities.stosseZustellungAn();
      await warteAufUmgestellte(api, id, FAELLE / 2);
      await haltWorker();
      haltWorker = await stand.starteWorker();
      await warteAufUmgestellte(api, id, FAELLE);
    });
    const { vorgaenge, bewegungen, umgestellt, abweichend } = (await liesUmstellung(api, id)).zahlen;
    const anders = abweichungen(vorher, await liesFristtage(stand.db), vorschau);
    console.log(
      `migration ${umgestellt} von ${vorgaenge} Vorgängen, ${bewegungen} Fristen; ${anders.length} anders als vorgeschaut`,
    );
    if (anders.length > 0 || abweichend > 0 || umgestellt !== FAELLE) process.exitCode = 1;
  } finally {
    await api.stop();
    await haltWorker();
    await stand.beende();
  }
}
