import { verankere } from './activities.ts';

/** What the hourly schedule runs: the heads of the audit's chains leave the database (E47). */
export async function verankerungWorkflow(): Promise<void> {
  await verankere();
}
