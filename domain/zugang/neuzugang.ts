/** Why somebody began to draw benefits (E01; 003 ch7). For the figures about new claims alone: no rule asks for it. */
export const NEUZUGANGSGRUENDE = [
  'auslaufen_alg_1',
  'arbeitslos_ohne_anspruch',
  'zuzug',
  'trennung',
  'sonstiges',
] as const;
