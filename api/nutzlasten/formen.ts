import { z } from 'zod';

/** A payload as the Temporal UI and command line send it: proto3 JSON, every value base64. */
const nutzlast = z.looseObject({
  metadata: z.record(z.string(), z.string()).optional(),
  data: z.string().optional(),
});

/** The protocol of codec servers: the same shape there and back. */
export const nutzlasten = z
  .strictObject({ payloads: z.array(nutzlast).max(1_000) })
  .meta({ id: 'Nutzlasten' });
export type Nutzlasten = z.output<typeof nutzlasten>;

/** What the Temporal UI asks besides. */
export const codecabfrage = z.strictObject({
  preserveStorageRefs: z
    .enum(['true', 'false'])
    .optional()
    .describe('Verweise auf ausgelagerte Nutzlasten bleiben, wie sie sind; Lotse lagert keine aus'),
});
