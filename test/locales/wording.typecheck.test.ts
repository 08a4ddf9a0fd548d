/** Compiles the words of both languages against variants of the list of findings, held in memory. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../..');
const FINDINGS = join(ROOT, 'src/covenant/findingData.ts');
const LOCALES = join(ROOT, 'src/locales');
const WORDS = ['vi', 'en'].map((language) => join(LOCALES, language, 'findings/index.ts'));
const FINDINGS_TEXT = readFileSync(FINDINGS, 'utf8');

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile).config,
  ts.sys,
  ROOT,
);
// Without the DOM library, which these files do not use: it compiles faster.
const COMPILED = { ...options, types: [], lib: ['lib.es2023.d.ts'], noEmit: true };
/** Files that no variant changes are parsed once. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** The files of the words that do not compile once `from` is `to` in the list of findings. */
function filesWithErrors(from: string, to: string): string[] {
  if (!FINDINGS_TEXT.includes(from)) throw new Error(`not in the list of findings: ${from}`);
  const variant = FINDINGS_TEXT.replace(from, to);
  const host = ts.createCompilerHost(COMPILED);
  const { getSourceFile } = host;
  host.getSourceFile = (name, version) => {
    if (join(name) === FINDINGS) return ts.createSourceFile(name, variant, version);
    if (!parsed.has(name)) parsed.set(name, getSourceFile(name, version));
    return parsed.get(name);
  };
  const program = ts.createProgram(WORDS, COMPILED, host);
  return program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(LOCALES))
    .filter((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].length > 0)
    .map(({ fileName }) => relative(LOCALES, fileName))
    .sort();
}

describe('the words are checked against the list of findings', () => {
  it.each<[what: string, from: string, to: string, files: string[]]>([
    ['the list as it is', 'declared: Hundredths', 'declared: Hundredths', []],
    [
      'a renamed field of the covenant',
      'declared: Hundredths',
      'stated: Hundredths',
      ['en/findings/covenant.ts', 'vi/findings/covenant.ts'],
    ],
    [
      'a renamed field of an entry',
      'evidence: string',
      'proof: string',
      ['en/findings/entries.ts', 'vi/findings/entries.ts'],
    ],
    ['a field of another type', 'changes: number', 'changes: Date', ['en/findings/seal.ts']],
    [
      'a renamed code',
      "'sheet-missing'",
      "'sheet-absent'",
      ['en/findings/index.ts', 'en/findings/sheets.ts', 'vi/findings/index.ts', 'vi/findings/sheets.ts'],
    ],
    [
      'a new code',
      'export interface FindingData extends DecisionFindingData {',
      "export interface FindingData extends DecisionFindingData { 'new-code': { unit: string };",
      ['en/findings/index.ts', 'vi/findings/index.ts'],
    ],
    [
      'a new problem of a field',
      "| 'required'",
      "| 'required' | 'newProblem'",
      ['en/findings/covenant.ts', 'vi/findings/covenant.ts'],
    ],
  ])('%s', (_what, from, to, files) => {
    expect(filesWithErrors(from, to)).toEqual(files);
  });
});
