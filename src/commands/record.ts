/** The record of changes (*Nhật ký*), written without another command; what every command adds to it is decided in `run.ts`. */
import { finding } from '../covenant/findings';
import { done, refused } from '../covenant/outcome';
import { checkStructure } from '../sheets/record/structure';
import { readWorkbook } from '../workbook/covenantWorkbook';
import { unrecorded } from '../workbook/recording';
import { type Decided, definePlainCommand, noInput } from './command';

export interface RecordResult {
  /** Whether the record is begun: from then on it is known what changes. */
  begun: boolean;
  /** How many changes were noticed since the record was last written. */
  noticed: number;
}

/** Records what was noticed. Refused where the covenant cannot be used, where there is nothing to score yet, and where nothing can be added. */
const recordChanges = definePlainCommand({
  id: 'recordChanges',
  workStep: 'check',
  records: 'always',
  cli: [{ verb: 'record', input: noInput }],
  decide(workbook): Decided<RecordResult> {
    const { covenant, findings, summary, record } = readWorkbook(workbook);
    if (covenant === null) return refused(findings);
    if (summary === null) return refused([finding('summary-missing', null, {})]);
    const damaged = record === null ? [] : checkStructure(record);
    if (damaged.length > 0) return refused(damaged);
    const noticed = record === null ? 0 : unrecorded(workbook, record);
    return done({ changes: [], result: { begun: record === null, noticed } });
  },
  report: (result) => result,
});

export const recordCommands = { recordChanges };
