/** Codes of postgres.js and SQLSTATEs that say: the database cannot serve now, or gave way to another transaction. */
const AUSFALL: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  '40001',
  '40P01',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
]);

const EINDEUTIGKEIT: ReadonlySet<string> = new Set(['23505']);

/** Looks through wrapped errors. */
function hatCode(fehler: unknown, codes: ReadonlySet<string>): boolean {
  for (
    let tiefe = 0, ursache = fehler;
    ursache instanceof Error && tiefe < 5;
    tiefe += 1, ursache = ursache.cause
  ) {
    if ('code' in ursache && typeof ursache.code === 'string' && codes.has(ursache.code)) return true;
  }
  return false;
}

/** True when repeating may help: PostgreSQL is away or a transaction lost a race. */
export const istAusfall = (fehler: unknown): boolean => hatCode(fehler, AUSFALL);

/** True when somebody wrote in the same moment what may exist once: a transaction cannot see it coming. */
export const istSchonVergeben = (fehler: unknown): boolean => hatCode(fehler, EINDEUTIGKEIT);
