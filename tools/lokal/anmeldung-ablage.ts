import type { Adapter, AdapterPayload } from 'oidc-provider';

type Eintrag = { inhalt: AdapterPayload; bis: number };

/** Keeps sessions and codes of the demo provider in memory; people simply choose their name again after a restart. */
export function merkspeicher(): (art: string) => Adapter {
  const eintraege = new Map<string, Eintrag>();
  const lebend = (schluessel: string): AdapterPayload | undefined => {
    const eintrag = eintraege.get(schluessel);
    if (eintrag !== undefined && eintrag.bis <= Date.now()) eintraege.delete(schluessel);
    return eintraege.get(schluessel)?.inhalt;
  };
  const suche = (art: string, passt: (inhalt: AdapterPayload) => boolean): AdapterPayload | undefined => {
    const treffer = [...eintraege].find(([name, { inhalt }]) => name.startsWith(`${art}:`) && passt(inhalt));
    return treffer === undefined ? undefined : lebend(treffer[0]);
  };
  const fertig = Promise.resolve();
  return (art) => ({
    upsert: (id, inhalt, sekunden = 86_400) => {
      for (const name of eintraege.keys()) lebend(name);
      eintraege.set(`${art}:${id}`, { inhalt, bis: Date.now() + sekunden * 1000 });
      return fertig;
    },
    find: (id) => Promise.resolve(lebend(`${art}:${id}`)),
    findByUid: (uid) => Promise.resolve(suche(art, (inhalt) => inhalt.uid === uid)),
    findByUserCode: (code) => Promise.resolve(suche(art, (inhalt) => inhalt.userCode === code)),
    consume: (id) => {
      const inhalt = lebend(`${art}:${id}`);
      if (inhalt !== undefined) inhalt['consumed'] = Math.floor(Date.now() / 1000);
      return fertig;
    },
    destroy: (id) => {
      eintraege.delete(`${art}:${id}`);
      return fertig;
    },
    revokeByGrantId: (grantId) => {
      for (const [name, { inhalt }] of eintraege) if (inhalt.grantId === grantId) eintraege.delete(name);
      return fertig;
    },
  });
}
