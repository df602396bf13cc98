import { createHash } from 'node:crypto';
import { sicher } from './html.ts';

const STIL = `body{font:11pt/1.45 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#000;background:#fff}
h1,h2,h3{font-family:Arial,sans-serif;break-after:avoid}section{border-top:1px solid #000;margin-top:1.5rem}
article{border-left:3px solid #777;padding-left:.7rem;margin:.7rem 0;break-inside:avoid}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.1rem 1rem;margin:0}dt{font-weight:bold}
dd,.wortlaut{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}table{border-collapse:collapse;width:100%;font-size:9.5pt}
th,td{border:1px solid #777;padding:.2rem .4rem;text-align:left;vertical-align:top}thead{display:table-header-group}
address{font-style:normal;margin:2.5rem 0 2rem}footer{margin-top:2.5rem;break-inside:avoid}
.unterschriften{display:grid;grid-template-columns:1fr 1fr;gap:2rem;margin-top:4rem;break-inside:avoid}
.unterschriften p{border-top:1px solid #000;margin:0;padding-top:.3rem}
@page{size:A4;margin:25mm 20mm;@bottom-right{content:"Seite " counter(page) " von " counter(pages);font:9pt Arial,sans-serif}}
@media print{body{margin:0;padding:0;max-width:none}}`;

const stilhash = createHash('sha256').update(STIL).digest('base64');

/** What such a page may load: its own style and nothing else. Whoever answers with one says the same in the header. */
export const DRUCKREGEL = `default-src 'none'; style-src 'sha256-${stilhash}'`;

/** A page in German that needs nothing beside it, runs nothing, and can be printed; `inhalt` is HTML, the title is not. */
export function druckseite(titel: string, inhalt: string): string {
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${DRUCKREGEL}">
<meta name="viewport" content="width=device-width">
<title>${sicher(titel)}</title>
<style>${STIL}</style>
</head>
<body>
${inhalt}
</body>
</html>
`;
}
