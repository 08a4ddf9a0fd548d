/**
 * The commands of the add-in on a file, without Excel: JSON on stdout and nothing else, words on stderr; exit 0, 1 where
 * there are findings of severity error, 2 for wrong use.
 */
import { parseArgs } from 'node:util';
import { wordFailure } from '../locales/wording';
import { ExcelFailure } from '../excel/failure';
import { wordsFor } from '../locales';
import { UnreadableFile } from '../xlsx';
import { VERBS } from './verbs';
import { WrongUse } from './wrongUse';
import { fieldOf, messageOf, stackOf } from '../thrown';

const USAGE = `Cách dùng: headless <lệnh> [tệp.xlsx] [tùy chọn]
  catalogue                                       danh mục bộ tiêu chí và cụm, khối
  new --criteria <nguồn> --cluster <nguồn> --out F.xlsx
                                                  nguồn: mã trong danh mục, tệp .json hoặc tệp .xlsx
  insert F.xlsx --out G.xlsx                      chèn những sheet còn thiếu
  describe F.xlsx                                 địa chỉ các ô
  type F.xlsx --entries E.json --out G.xlsx       nhập như người dùng gõ
  check F.xlsx                                    kiểm tra số liệu
  fix F.xlsx --out G.xlsx                         sửa những lỗi tự sửa được
  rank F.xlsx --out G.xlsx                        xếp hạng
  fit F.xlsx --out G.xlsx                         chỉnh dòng và ngắt trang theo nội dung
  document minutes F.xlsx --out G.xlsx            lập sheet Biên bản
  document detail F.xlsx --out G.xlsx             lập sheet Chi tiết
  document charts F.xlsx --out G.xlsx             lập sheet Biểu đồ
  document seal F.xlsx --out G.xlsx               chốt kết quả
Tùy chọn chung: --lang vi|en
`;

async function main(words: readonly string[]): Promise<number> {
  const { values, positionals } = parse(words);
  const {
    verb,
    rest: [file, ...rest],
  } = spoken(positionals);
  const run = verb === undefined ? undefined : VERBS[verb];
  if (!run || rest.length > 0)
    throw new WrongUse(verb === undefined ? 'Thiếu lệnh.' : `Không hiểu: ${positionals.join(' ')}`);
  const { criteria, cluster, entries, out, lang } = values;
  const { output, status } = await run({
    file: file ?? null,
    options: { criteria, cluster, entries, out },
    words: wordsFor(lang ?? 'vi'),
  });
  process.stdout.write(`${JSON.stringify(output)}\n`);
  return status;
}

/** The verb, of one word or of two, and what follows it. */
function spoken(positionals: readonly string[]): { verb: string | undefined; rest: readonly string[] } {
  const [first, second, ...rest] = positionals;
  const both = `${first ?? ''} ${second ?? ''}`;
  return VERBS[both] ? { verb: both, rest } : { verb: first, rest: positionals.slice(1) };
}

function parse(words: readonly string[]) {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { criteria: option, cluster: option, entries: option, out: option, lang: option },
    });
  } catch (thrown) {
    throw new WrongUse(messageOf(thrown));
  }
}

/** Anything a person can cause is said in words; a fault of the program keeps its trace. */
function complain(thrown: unknown): number {
  if (thrown instanceof WrongUse) {
    process.stderr.write(`${thrown.message}\n\n${USAGE}`);
    return 2;
  }
  if (thrown instanceof UnreadableFile) {
    process.stderr.write(`Không mở được tệp (${thrown.code}): ${thrown.message}\n`);
    return 2;
  }
  if (thrown instanceof ExcelFailure) {
    const { message, remedy } = wordFailure(thrown, wordsFor('vi'));
    process.stderr.write(`${message} ${remedy}\n${thrown.detail}\n`);
    return 1;
  }
  if (fieldOf(thrown, 'code') === 'ENOENT') {
    process.stderr.write(`Không có tệp: ${messageOf(thrown)}\n`);
    return 2;
  }
  throw thrown;
}

main(process.argv.slice(2))
  .catch(complain)
  .then((status) => {
    process.exitCode = status;
  })
  .catch((fault: unknown) => {
    process.stderr.write(`${stackOf(fault)}\n`);
    process.exitCode = 70;
  });
