/** § 84 Abs. 2 SGB X: disputed until it is corrected (TR58) or the office refuses with a reason. */
export const BESTREITUNGSSTAENDE = ['bestritten', 'berichtigt', 'abgelehnt'] as const;
export type Bestreitungsstand = (typeof BESTREITUNGSSTAENDE)[number];
