import { setTimeout as warte } from 'node:timers/promises';
import type { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';

// The package is CommonJS and its names cannot be seen statically.
const { IndexedValueType } = proto.temporal.api.enums.v1;
type Typ = (typeof IndexedValueType)[keyof typeof IndexedValueType];

const typen: Record<string, Typ> = {
  Text: IndexedValueType.INDEXED_VALUE_TYPE_TEXT,
  Keyword: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  KeywordList: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD_LIST,
  Int: IndexedValueType.INDEXED_VALUE_TYPE_INT,
  Double: IndexedValueType.INDEXED_VALUE_TYPE_DOUBLE,
  Bool: IndexedValueType.INDEXED_VALUE_TYPE_BOOL,
  Datetime: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
};

/** Which attributes to have, name to type, in which namespace. */
export type Suchattribute = { namespace: string; attribute: Record<string, string> };

/**
 * Registers the attributes the namespace lacks. The flags of the development server would only do so for a new
 * database file, and an upsert of an unregistered attribute stops a workflow.
 */
export async function registriereSuchattribute(verbindung: Connection, wunsch: Suchattribute): Promise<void> {
  const { namespace } = wunsch;
  const fehlend = async (): Promise<string[]> => {
    const { customAttributes } = await verbindung.operatorService.listSearchAttributes({ namespace });
    return Object.keys(wunsch.attribute).filter((name) => !(name in customAttributes));
  };
  const neu = await fehlend();
  if (neu.length === 0) return;
  const searchAttributes = Object.fromEntries(neu.map((name) => [name, typVon(wunsch.attribute[name])]));
  await verbindung.operatorService.addSearchAttributes({ namespace, searchAttributes });
  while ((await fehlend()).length > 0) await warte(50);
}

function typVon(name: string | undefined): Typ {
  const typ = typen[name ?? ''];
  if (typ === undefined) throw new RangeError(`unknown search attribute type: ${String(name)}`);
  return typ;
}
