/** Number of the rules a Vorgang begins with today. One that runs keeps its own until it is told (`regelwerk_uebernehmen`). */
export const REGELWERK = 2;

/** Of what began before anybody named one. */
const ERSTES = 1;

/** What a Vorgang, or whatever founds one, says of its rules. */
export type Geregelt = { readonly regelwerk?: number };

export function regelwerkVon({ regelwerk = ERSTES }: Geregelt): number {
  return regelwerk;
}

/** From which Regelwerk on a rule, or the sharper reading of one, acts; what is not named here acts from the first. */
const AB_REGELWERK = {
  // Both views, whatever the Standortgespräch came to.
  E34: 2,
  // A change of policy or rules is remembered whatever becomes of the case.
  E48: 2,
  // What is passed on to a team of Lotse goes on there as a case.
  TR16: 2,
  // A second Verbleib counts on from the running end.
  'T-09': 2,
  // A contact overdue when the regime changes was missed.
  'T-10': 2,
  // The task moves to a working day.
  'T-28': 2,
  // One task for each Begleitperson.
  'T-32': 2,
  'T-53': 2,
  'T-54': 2,
  // The age limit is a parameter.
  'V-02': 2,
  // The talk in which the reasons came up lies behind.
  'V-16': 2,
  'V-24': 2,
  // What is current, also when the two only look at it again.
  'V-37': 2,
  // A goal that was missed is none.
  'V-38': 2,
  'V-40': 2,
  // Which services of others were looked at, not that some were.
  'V-44': 2,
  // A version of the agreement, feedback agreed with this provider, a consent to what it reports.
  'V-51': 2,
  // Nobody takes a case over without proofs that hold.
  'V-52': 2,
  'V-56': 2,
  // The return fits the reason the case ends for in the end.
  'V-60': 2,
  'V-66': 2,
  // Also the days of offers, explanations and providers; nothing is planned for a day that is over.
  'V-74': 2,
  'V-77': 2,
  'V-78': 2,
  'V-79': 2,
  'V-80': 2,
  'V-81': 2,
  'V-82': 2,
  'V-83': 2,
  'V-84': 2,
  'V-85': 2,
} as const satisfies Readonly<Record<string, number>>;

/** Does the rule act under the Regelwerk of this Vorgang? */
export function gilt(regel: keyof typeof AB_REGELWERK, wo: Geregelt): boolean {
  return regelwerkVon(wo) >= AB_REGELWERK[regel];
}
