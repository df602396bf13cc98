import ts from 'typescript';

/** What the compiler says of a program in several files, by their names; empty when it compiles. */
export function klagen(programm: Readonly<Record<string, string>>): string[] {
  const dateien = new Map(Object.entries(programm).map(([name, text]) => [`/${name}`, text]));
  const wahl: ts.CompilerOptions = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, types: [] };
  const haus = ts.createCompilerHost(wahl);
  const { getSourceFile, fileExists, readFile } = haus;
  haus.getSourceFile = (name, ziel, ...rest) => {
    const text = dateien.get(name);
    return text === undefined ? getSourceFile(name, ziel, ...rest) : ts.createSourceFile(name, text, ziel);
  };
  haus.fileExists = (name) => dateien.has(name) || fileExists(name);
  haus.readFile = (name) => dateien.get(name) ?? readFile(name);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([...dateien.keys()], wahl, haus))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
