import ts from 'typescript';

/** What the compiler says of a program in several files, by their names; empty when it compiles. */
export function klagen(programm: Readonly<Record<string, string>>): string[] {
  const dateien = new Map(Object.entries(programm).map(([name, text]) => [`/${name}`, text]));
  const wahl: ts.CompilerOptions = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, types: [] };
  const vorlage = ts.createCompilerHost(wahl);
  const haus: ts.CompilerHost = {
    ...vorlage,
    getSourceFile: (name, ziel, ...rest) => {
      const text = dateien.get(name);
      if (text === undefined) return vorlage.getSourceFile(name, ziel, ...rest);
      return ts.createSourceFile(name, text, ziel);
    },
    fileExists: (name) => dateien.has(name) || vorlage.fileExists(name),
    readFile: (name) => dateien.get(name) ?? vorlage.readFile(name),
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([...dateien.keys()], wahl, haus))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
