import { sicher } from '../../api/kern/html.ts';

/** A bare German page of the local servers; `inhalt` is HTML. */
export function seite(titel: string, inhalt: string): string {
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${sicher(titel)}</title>
<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
button{font:inherit;padding:.4rem .8rem;margin:.2rem 0;min-width:20rem;text-align:left}
article{border-top:1px solid #666;padding:.5rem 0}pre{white-space:pre-wrap;font:inherit}</style>
</head>
<body><main><h1>${sicher(titel)}</h1>
${inhalt}
</main></body>
</html>
`;
}
