import { stosseZustellungAn } from './activities.ts';

/** What the schedule runs: pokes the one delivery, so that no second one ever sends beside it. */
export async function anstossWorkflow(): Promise<void> {
  await stosseZustellungAn();
}
