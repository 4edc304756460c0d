import path from 'node:path';
import ts from 'typescript';

interface Example {
  place: string;
  language: string;
  text: string;
}

const root = path.resolve(__dirname, '..', '..');
const asOurs: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2024.d.ts', 'lib.dom.d.ts'],
  types: ['node'],
  skipLibCheck: true,
  noEmit: true,
  allowJs: true,
  checkJs: true,
  typeRoots: [path.join(root, 'node_modules', '@types')],
};

/** What the compiler says of examples, each with its place; they stand in the project's root as far as it knows. */
const errorsOf = (examples: Example[], strict: boolean): string[] => {
  const texts = new Map(examples.map(({ language, text }, number) => [path.join(root, `example-${number}.${language}`), `${text}\nexport {};\n`]));
  const places = [...texts.keys()];
  const host = ts.createCompilerHost(asOurs);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  host.getSourceFile = (file, version, ...more) => {
    const text = texts.get(file);
    return text === undefined ? getSourceFile(file, version, ...more) : ts.createSourceFile(file, text, version, true);
  };
  const program = ts.createProgram(places, { ...asOurs, strict }, host);
  return places.flatMap((file, number) => {
    const source = program.getSourceFile(file);
    const found = source ? [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)] : [];
    return found.map(({ messageText }) => `${examples[number]?.place}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  });
};

/** Compiles examples of TypeScript strictly, and those of JavaScript as far as it tells its types. */
export const compileErrors = (examples: Example[]): string[] => {
  const [scripts, typed] = [examples.filter(({ language }) => language === 'js'), examples.filter(({ language }) => language !== 'js')];
  return [...errorsOf(typed, true), ...errorsOf(scripts, false)];
};
