/** Ids of fristenrechnung.md that are no Frist of their own here, and where they are looked at. */
export const OHNE_TAG: Readonly<Record<string, { readonly name: string; readonly was: string }>> = {
  'T-05': {
    name: 'Vorab-Erörterung',
    was: 'Der pAp erörtert den Übergang vor dem Übernahmegespräch (001 3.2.1); geprüft mit V-13.',
  },
  'T-13': {
    name: 'Meldung aus dem Fallmanagement U25',
    was: 'Mindestens drei Monate vor der Übergabe (001 3.2, POL-U25); geprüft bei der Anmeldung mit V-19.',
  },
  'T-16': {
    name: 'Sinnhaftigkeit des bFM',
    was: 'Mit jeder Anpassung der Vereinbarung (003 Kap. 2); gefragt mit der Fortschreibung.',
  },
  'T-22': {
    name: 'Profil angepasst',
    was: 'Mit dem Fallabgang (001 4); geprüft mit V-58.',
  },
  'T-27': {
    name: 'Verbleib über sechs Monate',
    was: 'Eine Zahl des Berichts (001 7.1), keine Pflicht; gehört zum Controlling.',
  },
  'T-29': {
    name: 'Löschung',
    was: 'Spätestens fünf Jahre nach der Erfassung (003 Kap. 4 Nr. 4, POL-LOESCH); ein eigener nächtlicher Lauf.',
  },
  'T-46': {
    name: 'Bericht zum Zielnachhaltedialog',
    was: 'Der Regionaldirektion an die Zentrale (000/002 3e, 4); gehört zum Controlling.',
  },
  'T-47': {
    name: 'Übertragung der Bestandskunden',
    was: 'Bis 30.06.2010 (000/002 4); Geschichte, nicht gebaut.',
  },
  'T-51': {
    name: 'Datenlieferung nach § 51b SGB II',
    was: 'Nach Verordnung (004 Kap. 9); gehört zum Controlling.',
  },
};
