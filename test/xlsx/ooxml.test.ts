/** Every kind of file that the commands make satisfies the schemas of Office, as Microsoft's Open XML SDK checks them. */
import { clusterSchema } from '../../src/covenant/covenant';
import { DOCUMENT_TYPES } from '../../src/sheets';
import { writeXlsx } from '../../src/xlsx';
import { FULL } from '../scoring/fixture';
import { insertSheets, makeDocument, newCovenant } from '../support/commands';
import { clusterOf } from '../support/covenants';
import { ooxmlErrors } from '../support/ooxmlValidator';
import { closeScoring, must, openScoring, type ScoringBench } from '../support/scoringBench';
import { correct, LATER, seal, sealedBooks } from '../support/sealed';

const awards = [
  // Without a number nobody is proposed, and no votes are asked for before sealing.
  { id: 'XS', name: 'Tập thể lao động xuất sắc', votes: 80 },
  { id: 'C', name: 'Lá cờ đầu', among: 'XS' },
];
const cluster = clusterSchema.parse({ ...clusterOf(3), awards });

const bytesOf = async (bench: ScoringBench): Promise<Uint8Array> => writeXlsx(await bench.snapshot());

/** Sheets of every kind, by the command that adds them; nothing is entered. */
async function empty(): Promise<Record<string, Uint8Array>> {
  const bench = await openScoring();
  must(await newCovenant({ criteria: FULL, cluster }));
  const covenant = await bytesOf(bench);
  must(await insertSheets());
  const inserted = await bytesOf(bench);
  await closeScoring();
  return { covenant, inserted };
}

/** A result ranked, sealed, with every document; then corrected and sealed again. */
async function scored(): Promise<Record<string, Uint8Array>> {
  const { ranked, sealed } = await sealedBooks(cluster);
  const bench = await openScoring(sealed);
  for (const kind of DOCUMENT_TYPES) if (kind !== 'seal') must(await makeDocument(kind));
  const documents = await bytesOf(bench);
  await correct(bench, 1.75);
  must(await seal(LATER));
  const amended = await bytesOf(bench);
  await closeScoring();
  return { ranked: await writeXlsx(ranked), documents, amended };
}

test('a covenant, sheets, a ranking, documents, a seal and an amendment: no error for any version of Office', async () => {
  const files = { ...(await empty()), ...(await scored()) };
  expect(await ooxmlErrors(files)).toEqual([]);
  expect(Object.keys(files)).toEqual(['covenant', 'inserted', 'ranked', 'documents', 'amended']);
}, 300_000);
