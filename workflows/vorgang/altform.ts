/**
 * The state a message carries. Release 0.1 knew the Fall alone and called it `fall`; such messages stand in histories.
 * Who reads it knows its kind.
 */
export function standAus(nachricht: { readonly stand: unknown } | { readonly fall: unknown }): unknown {
  return 'stand' in nachricht ? nachricht.stand : nachricht.fall;
}
