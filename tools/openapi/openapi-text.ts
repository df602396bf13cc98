import { format } from 'prettier';
import { openapi } from '../../api/doku/openapi.ts';
import { ROUTEN } from '../../api/routen.ts';

/** `docs/openapi.json` as it should be. */
export function openapiText(): Promise<string> {
  return format(JSON.stringify(openapi(ROUTEN)), { parser: 'json', printWidth: 110 });
}
