import type { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';

const { KEYWORD, BOOL } = {
  KEYWORD: proto.temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  BOOL: proto.temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_BOOL,
};

/** What administrators filter on in the Temporal UI (architecture.md 5). */
export const SUCHATTRIBUTE = { Zustand: KEYWORD, Team: KEYWORD, Ueberfaellig: BOOL } as const;

/**
 * Registers missing search attributes; an upsert of an unknown one would fail every workflow task (technik.md 1.5).
 * @throws when the server knows one of them with another type.
 */
export async function sichereSuchattribute(connection: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const fehlend = Object.entries(SUCHATTRIBUTE).filter(([name]) => !(name in customAttributes));
  for (const [name, typ] of Object.entries(SUCHATTRIBUTE)) {
    if (name in customAttributes && customAttributes[name] !== typ) {
      throw new Error(`Das Suchattribut ${name} hat auf dem Temporal-Server einen anderen Typ.`);
    }
  }
  if (fehlend.length === 0) return;
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(fehlend),
  });
}
