/** What is known of Excel and of the pane's page before anything is tried; none of it comes from the user's workbook. */

/** What the page has measured while it started. */
export interface PageFacts {
  /** Addresses that the page's policy has refused, without what follows the host's name; null where nobody listened. */
  blocked: readonly string[] | null;
  /** Milliseconds from the start of the page until Office.js was ready; null where it was not measured. */
  readyAfter: number | null;
}

export interface HostFacts extends PageFacts {
  host: string;
  platform: string;
  /** Excel's own number of version and build. */
  build: string;
  /** The newest ExcelApi that Excel says it has, such as "1.17". */
  excelApi: string;
  sharedRuntime: boolean;
  /** Whether Excel lets a batch wait until a cell is no longer being edited. */
  delayForCellEdit: boolean;
  language: string;
}

/** What Excel answers about itself, read at the beginning of a run. */
export interface ExcelFacts {
  culture: string;
  decimalSeparator: string;
  groupSeparator: string;
  dateSeparator: string;
  calculationMode: string;
}

/** Whether Excel says that it has a version of ExcelApi, such as "1.19". */
export function hasExcelApi({ excelApi }: Pick<HostFacts, 'excelApi'>, version: string): boolean {
  const minor = (text: string): number => Number(text.split('.')[1] ?? 0);
  return minor(excelApi) >= minor(version);
}

/** The newest minor version of ExcelApi that is asked for. */
const NEWEST_EXCEL_API = 30;

/** What the pane has of `Office` for {@link readHostFacts}. */
export interface OfficeContext {
  diagnostics?: { host: unknown; platform: unknown; version: string };
  displayLanguage: string;
  requirements: { isSetSupported(name: string, version?: string): boolean };
}

/** Office gives its enumerations as names, whatever their typings say. */
const nameOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The facts of a host, with what the page has measured. */
export function readHostFacts(
  { diagnostics, displayLanguage, requirements }: OfficeContext,
  page: PageFacts,
): HostFacts {
  const has = (set: string, version?: string): boolean => requirements.isSetSupported(set, version);
  let minor = 0;
  for (let next = 1; next <= NEWEST_EXCEL_API; next += 1) if (has('ExcelApi', `1.${next}`)) minor = next;
  return {
    ...page,
    host: nameOf(diagnostics?.host),
    platform: nameOf(diagnostics?.platform),
    build: diagnostics?.version ?? '',
    excelApi: `1.${minor}`,
    sharedRuntime: has('SharedRuntime', '1.1'),
    delayForCellEdit: has('DelayForCellEdit'),
    language: displayLanguage,
  };
}
