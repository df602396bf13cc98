/** A failure the operator can mend: what happened and what to do, each one German sentence. */
export class BedienFehler extends Error {
  override readonly name = 'BedienFehler';
  readonly abhilfe: string;

  constructor(satz: string, abhilfe: string, options?: ErrorOptions) {
    super(`${satz} ${abhilfe}`, options);
    this.abhilfe = abhilfe;
  }
}

/** Prints a failure of a command line tool; one line when the operator can mend it, the stack otherwise. */
function meldeFehler(fehler: unknown): void {
  if (fehler instanceof BedienFehler) console.error(`Fehler: ${fehler.message}`);
  else console.error(fehler);
}

/** Runs a main function; a failure is printed and leaves exit code 1. */
export async function alsProgramm(haupt: () => Promise<void>): Promise<void> {
  try {
    await haupt();
  } catch (fehler) {
    meldeFehler(fehler);
    process.exitCode = 1;
  }
}
