import ts from 'typescript';

/** Functions of domain/ablehnung.ts that refuse with the id of a rule, a transition or a duty. */
const ABLEHNEND = new Set(['verstoss', 'bedingungFehlt', 'jetztNicht']);

type Aenderung = { readonly von: number; readonly bis: number; readonly neu: string };

const klammern = (ausdruck: ts.Expression, quelle: ts.SourceFile): string => `(${ausdruck.getText(quelle)})`;

/** What stands in the place of a refusal that is not spoken: the other branch, or nothing. */
function ohneAblehnung(aufruf: ts.CallExpression, quelle: ts.SourceFile): Aenderung {
  let knoten: ts.Node = aufruf;
  while (ts.isParenthesizedExpression(knoten.parent)) knoten = knoten.parent;
  const { parent } = knoten;
  if (ts.isConditionalExpression(parent) && parent.condition !== knoten) {
    const anderer = parent.whenTrue === knoten ? parent.whenFalse : parent.whenTrue;
    return { von: parent.getStart(quelle), bis: parent.end, neu: klammern(anderer, quelle) };
  }
  if (ts.isReturnStatement(parent)) {
    const bedingt = ts.isIfStatement(parent.parent) || ts.isIfStatement(parent.parent.parent);
    return { von: parent.getStart(quelle), bis: parent.end, neu: bedingt ? ';' : 'return null;' };
  }
  return { von: knoten.getStart(quelle), bis: knoten.end, neu: 'null' };
}

function aenderung(literal: ts.StringLiteral, quelle: ts.SourceFile): Aenderung | null {
  const { parent } = literal;
  if (ts.isArrayLiteralExpression(parent)) {
    return { von: literal.getStart(quelle), bis: literal.end, neu: '...[]' };
  }
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== literal) return null;
  const { expression } = parent;
  if (ts.isPropertyAccessExpression(expression) && expression.name.text === 'push') {
    return { von: literal.getStart(quelle), bis: literal.end, neu: '...[]' };
  }
  const ruft = ts.isIdentifier(expression) && ABLEHNEND.has(expression.text);
  return ruft ? ohneAblehnung(parent, quelle) : null;
}

/** The source without every check that answers with `id`: refusals are passed over, warnings left out. Null when there is none. */
export function ohneRegel(text: string, id: string): string | null {
  const quelle = ts.createSourceFile('m.ts', text, ts.ScriptTarget.Latest, true);
  const aenderungen: Aenderung[] = [];
  const besuche = (knoten: ts.Node): void => {
    if (ts.isStringLiteral(knoten) && knoten.text === id) {
      const eine = aenderung(knoten, quelle);
      if (eine !== null) aenderungen.push(eine);
    }
    ts.forEachChild(knoten, besuche);
  };
  besuche(quelle);
  if (aenderungen.length === 0) return null;
  return aenderungen
    .sort((a, b) => b.von - a.von)
    .reduce((bisher, { von, bis, neu }) => bisher.slice(0, von) + neu + bisher.slice(bis), text);
}
