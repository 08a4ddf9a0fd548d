/** @jest-environment jsdom */
import { fireEvent, screen, within } from '@testing-library/react';
import type { Overview, AwardOverview } from '../../src/workbook/overview';
import { finding, withChoices } from '../../src/covenant/findings';
import type { Choice } from '../../src/covenant/fixes';
import { awardSchema } from '../../src/covenant/awards';
import {
  addedStep,
  BLANK,
  documentsOf,
  editedStep,
  EMPTY,
  fakeWatch,
  LATE,
  NO_COVENANT,
  overviewOf,
  PREVIEW,
  STANDINGS,
  TIE,
  typedAsText,
  unitOf,
  WARNING,
} from './fakes';
import { button, card, isOff, openPane, panel, press, settled } from './openPane';

const NAME_TAKEN = finding('sheet-name-taken', { sheet: 'Biểu đồ', cell: null }, { sheet: 'Biểu đồ' });
const shows = (overview: Overview) => ({ overview: () => Promise.resolve(overview) });
const texts = (elements: HTMLElement[]) => elements.map((one) => one.textContent);
const choose = (label: string, value: string): Promise<void> =>
  settled(() => void fireEvent.change(screen.getByLabelText(label), { target: { value } }));

describe('Giao ước, before there is one', () => {
  test('offers the catalogue, clusters by their document with the number of their units', async () => {
    await openPane(shows(EMPTY));
    const groups = [...screen.getByLabelText('Cụm, khối').querySelectorAll('optgroup')];
    expect(groups.map((group) => [group.label, ...[...group.children].map((one) => one.textContent)])).toEqual([
      ['Cụm 11, năm 2020', 'Cụm 11 (6 đơn vị)'],
      ['Quảng Nam, năm 2020', 'Khối 1 (3 đơn vị)', 'Khối 2 (tự điền đơn vị)'],
    ]);
  });

  test('previews what will be inserted, warns of a small cluster and names the source', async () => {
    await openPane(shows(EMPTY));
    const preview = card('Xem trước');
    for (const text of [
      'Giao ước, Tiêu chí',
      '2 bảng đơn vị, Tổng hợp, Xét danh hiệu',
      'Kiên Giang (đơn vị trưởng), An Giang',
      '30 dòng: 20 điểm chuẩn, 6 điểm cộng, 4 điểm trừ',
      '100,00',
      'Tập thể Lao động xuất sắc (1 đơn vị)',
      /^Cụm, khối chỉ có 2 đơn vị/,
    ])
      expect(preview.getByText(text)).toBeTruthy();
    await press('Nguồn');
    expect(preview.getAllByText('Tin hội nghị')).toHaveLength(2);
  });

  test('says of a cluster without units that they are to be filled in', async () => {
    const preview = { ...PREVIEW, units: [], findings: [finding('no-units', null, {})] };
    await openPane({ ...shows(EMPTY), preview: () => Promise.resolve(preview) });
    expect(card('Xem trước').getByText(/^Nguồn không liệt kê đơn vị/)).toBeTruthy();
    expect(screen.queryByText('Giao ước chưa có đơn vị nào.')).toBeNull();
  });

  test('makes a covenant of what was chosen, and offers to take it back', async () => {
    const answers = [EMPTY, overviewOf({ ranked: 'never' })];
    const { actions } = await openPane({ overview: () => Promise.resolve(answers.shift() ?? overviewOf()) });
    await choose('Cụm, khối', 'quang-nam-2020/khoi-1');
    await press('Lập giao ước mới');
    expect(actions.newCovenant.mock.calls[0]?.[0]).toEqual({ criteria: 'set-1', cluster: 'quang-nam-2020/khoi-1' });
    expect(panel().getByText('Đã lập giao ước: Giao ước, Tiêu chí.')).toBeTruthy();
    await press('Gỡ các sheet vừa thêm');
    expect(panel().getByText('Các sheet sau sẽ bị gỡ: Giao ước, Tiêu chí.')).toBeTruthy();
    expect(actions.undoLast).not.toHaveBeenCalled();
    await press('Không gỡ');
    expect(panel().queryByText(/sẽ bị gỡ/)).toBeNull();
    await press('Gỡ các sheet vừa thêm');
    await press('Gỡ 2 sheet này');
    expect(actions.undoLast.mock.calls[0]?.[0]).toEqual(['Giao ước', 'Tiêu chí'].map(addedStep));
  });

  test('cannot make one before the preview is there', async () => {
    await openPane({ ...shows(EMPTY), preview: () => new Promise(() => undefined) });
    expect(isOff('Lập giao ước mới')).toBe(true);
  });

  test('says so where the catalogue cannot be opened', async () => {
    await openPane({ ...shows(EMPTY), catalogue: () => Promise.reject(new Error('chunk 7 did not load')) });
    expect(screen.getByText('Chi tiết: Error: chunk 7 did not load')).toBeTruthy();
    await press('Làm lại');
  });

  test('says what a table of one’s own needs where none can be read', async () => {
    const findings = [finding('table-missing', null, { what: 'BẢNG TIÊU CHÍ', column: '“Mã”' })];
    await openPane({
      ...shows(EMPTY),
      importTables: () => Promise.resolve({ done: true, result: { criteria: null, cluster: null, findings } }),
    });
    await press('Dùng bảng có sẵn trong sổ này');
    await press('Đọc từ sổ đang mở');
    expect(panel().getByText(/^Chưa có bảng nào dùng được/)).toBeTruthy();
    expect(panel().getByText(/Không tìm thấy bảng/)).toBeTruthy();
  });

  test('lists what keeps it from being made', async () => {
    await openPane({ ...shows(EMPTY), newCovenant: () => Promise.resolve({ done: false, findings: [NO_COVENANT] }) });
    await press('Lập giao ước mới');
    expect(panel().getByText(/^Chưa làm được/)).toBeTruthy();
    expect(panel().getByText('Sổ này chưa có sheet Giao ước.')).toBeTruthy();
  });
});

describe('Giao ước, once there is one', () => {
  test('tells its facts, days as they are written here, and leads to its sheets', async () => {
    const { actions } = await openPane({}, 'covenant');
    const facts = card('Giao ước của sổ này');
    expect(facts.getByText('Bộ tiêu chí Cụm 11, phiên bản 1')).toBeTruthy();
    expect(facts.getByText('01/12/2019 – 31/10/2020')).toBeTruthy();
    expect(facts.getByText('22/11/2020')).toBeTruthy();
    expect(facts.getAllByText('chưa ghi').length).toBeGreaterThan(0);
    await press('Mở Tiêu chí');
    expect(actions.goTo).toHaveBeenCalledWith({ sheet: 'Tiêu chí', cell: null });
  });

  test('says what has to be fixed where it cannot be used', async () => {
    const sheets = { ...EMPTY.sheets, covenant: 'Giao ước' };
    const findings = [finding('no-units', { sheet: 'Giao ước', cell: 'C14' }, {})];
    await openPane(shows({ ...EMPTY, sheets, findings }));
    expect(panel().getByText(/chưa dùng được/)).toBeTruthy();
    expect(card('Cần sửa trước khi chấm điểm').getByText('Giao ước chưa có đơn vị nào.')).toBeTruthy();
    expect(button('Đến Giao ước!C14')).toBeTruthy();
  });
});

describe('a unit renamed', () => {
  test('is chosen and named, and nothing happens before it has a name', async () => {
    const { actions } = await openPane(
      shows(overviewOf({ units: [unitOf('An Giang'), unitOf('Cà Mau')] })),
      'covenant',
    );
    await press('Đổi tên đơn vị');
    expect(isOff('Đổi tên ở mọi nơi')).toBe(true);
    await choose('Đơn vị', 'Cà Mau');
    fireEvent.change(panel().getByLabelText('Tên mới'), { target: { value: 'Đất Mũi' } });
    await press('Đổi tên ở mọi nơi');
    expect(actions.renameUnit.mock.calls[0]?.[0]).toEqual({ unit: 'Cà Mau', name: 'Đất Mũi' });
    expect(panel().getByText(/Đã đổi tên “An Giang” thành “Đất Mũi”/)).toBeTruthy();
  });
});

describe('Chấm điểm', () => {
  test('leads back where there is no covenant', async () => {
    await openPane(shows(EMPTY), 'score');
    await press('Sang bước Giao ước');
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Giao ước');
  });

  test('says what is missing, and after inserting what was added, what was kept and why', async () => {
    const units = [unitOf('An Giang'), unitOf('Cà Mau', { sheet: null, sheetId: null, stage: null })];
    const overview = overviewOf({ units, findings: [finding('sheet-missing', null, { unit: 'Cà Mau' })] });
    const result = { added: ['Cà Mau'], kept: ['An Giang'], rowsAdded: ['Cà Mau'] };
    await openPane({
      ...shows(overview),
      insertSheets: () => Promise.resolve({ done: true, result, undo: [addedStep('An Giang')] }),
    });
    expect(panel().getByText('Còn 1 đơn vị chưa có bảng chấm điểm.')).toBeTruthy();
    await settled(() => void fireEvent.click(panel().getByRole('button', { name: 'Chèn bảng chấm điểm' })));
    for (const text of ['Đã thêm: Cà Mau.', 'Đã thêm dòng cho: Cà Mau.', 'Giữ nguyên vì đã có: An Giang.'])
      expect(panel().getByText(text)).toBeTruthy();
    expect(panel().getByText(/^Ctrl\+Z của Excel không hoàn tác được/)).toBeTruthy();
    expect(button('Gỡ các sheet vừa thêm')).toBeTruthy();
  });

  test('lists the units: lines, stage, errors, points', async () => {
    const units = [
      unitOf('An Giang'),
      unitOf('Cà Mau', { missing: 9, errors: 3, stage: 'self', eligibility: 'deferred' }),
      unitOf('Sóc Trăng', { sheet: null, sheetId: null, stage: null, missing: 12 }),
    ];
    const blank = finding('line-blank', { sheet: 'Cà Mau', cell: 'E7' }, { unit: 'Cà Mau', line: 'I.1' });
    const findings = [typedAsText('Cà Mau', 'E9'), typedAsText('Cà Mau', 'E12'), blank];
    const { actions } = await openPane(shows(overviewOf({ units, findings })), 'score');
    expect(texts(card('Các đơn vị').getAllByRole('listitem'))).toEqual([
      'An GiangThống nhất12/12 dòng đã chấm · 96,50 điểm',
      'Cà MauChưa xétTự chấm3/12 dòng đã chấm · 2 lỗi · 96,50 điểm, tạm tính',
      'Sóc Trăngchưa có bảng0/12 dòng đã chấm',
    ]);
    await press('Mở bảng Cà Mau');
    expect(actions.goTo).toHaveBeenCalledWith({ sheet: 'Cà Mau', cell: null });
  });

  test.each([
    [false, 'thay đổi lúc 09:05'],
    [true, 'người khác thay đổi lúc 09:05'],
  ])('says when a sheet was changed last (by somebody else: %s)', async (remote, words) => {
    const book = fakeWatch();
    await openPane({ watch: book.watch }, 'score');
    await settled(() => book.change({ remote }));
    expect(card('Các đơn vị').getByText(words)).toBeTruthy();
  });
});

describe('Kiểm tra', () => {
  const fixes = [typedAsText('Cà Mau', 'E9'), typedAsText('Cà Mau', 'E12'), typedAsText('An Giang', 'E9')];
  const findings = [BLANK, WARNING, LATE, ...fixes];
  const units = [unitOf('An Giang'), unitOf('Cà Mau')];
  const groups = () => texts(panel().getAllByRole('heading', { level: 3 }));

  test('says plainly that there are no errors, and what was looked at', async () => {
    await openPane({}, 'check');
    expect(panel().getByText('Không có lỗi nào.')).toBeTruthy();
    expect(panel().getByText(/^Đã xem 3 bảng đơn vị, 12 dòng mỗi bảng, .* lúc 09:05\.$/)).toBeTruthy();
  });

  test('says that there is nothing to check yet', async () => {
    await openPane(shows(EMPTY), 'check');
    expect(panel().getByText(/chưa có gì để kiểm tra/)).toBeTruthy();
  });

  test('groups what was found by sheet, with counts, the first one open', async () => {
    await openPane(shows(overviewOf({ units, findings })), 'check');
    expect(groups()).toEqual(['An Giang: 2 lỗi, 1 lưu ý', 'Cà Mau: 2 lỗi, 1 lưu ý']);
    expect(texts(panel().getAllByRole('listitem'))).toEqual([
      expect.stringMatching(/^LỗiAn Giang!E9An Giang, dòng I\.1: chưa chấm\.Nhập kết quả/),
      expect.stringMatching(/^Đề xuấtAn Giang!F30An Giang: nộp hồ sơ chậm 2 ngày\..*Áp dụng$/),
      expect.stringMatching(/^LỗiAn Giang!E9.*Sửa$/),
    ]);
  });

  test('leads to the cell', async () => {
    const { actions } = await openPane(shows(overviewOf({ units, findings: [BLANK] })), 'check');
    await press('Đến An Giang!E9');
    expect(actions.goTo).toHaveBeenCalledWith({ sheet: 'An Giang', cell: 'E9' });
  });

  test('keeps what was opened and filtered when the workbook is read again', async () => {
    await openPane(shows(overviewOf({ units, findings })), 'check');
    await press('Cà Mau: 2 lỗi, 1 lưu ý');
    await press('An Giang: 2 lỗi, 1 lưu ý');
    await press('Đọc lại sổ');
    expect(button('Cà Mau: 2 lỗi, 1 lưu ý').getAttribute('aria-expanded')).toBe('true');
    expect(button('An Giang: 2 lỗi, 1 lưu ý').getAttribute('aria-expanded')).toBe('false');
    await choose('Mức độ', 'warning');
    await settled(() => void fireEvent.click(screen.getByRole('tab', { name: 'Xếp hạng' })));
    await settled(() => void fireEvent.click(screen.getByRole('tab', { name: 'Kiểm tra' })));
    expect(groups()).toEqual(['An Giang: 0 lỗi, 1 lưu ý', 'Cà Mau: 0 lỗi, 1 lưu ý']);
  });

  test('filters by unit, and says where nothing is left', async () => {
    await openPane(shows(overviewOf({ units, findings: [BLANK, WARNING] })), 'check');
    await choose('Đơn vị', 'Cà Mau');
    expect(groups()).toEqual(['Cà Mau: 0 lỗi, 1 lưu ý']);
    await choose('Mức độ', 'error');
    expect(panel().getByText('Không có mục nào khớp với bộ lọc.')).toBeTruthy();
    await press('Bỏ lọc');
    expect(groups()).toHaveLength(2);
  });

  test.each([
    ['one', 'Sửa An Giang!E9', [fixes[2]]],
    ['a proposal, by a word of its own', 'Áp dụng đề xuất tại An Giang!F30', [LATE]],
    ['all, but for proposals', 'Sửa cả 3 lỗi có cách sửa', [fixes[2], fixes[0], fixes[1]]],
  ])('puts right %s', async (_, name, expected) => {
    const { actions } = await openPane(shows(overviewOf({ units, findings })), 'check');
    await press(name);
    expect(actions.applyFixes.mock.calls[0]?.[0]).toEqual(expected);
  });

  test('offers what a person may decide where a name and a key differ, one by one, and never with all fixes', async () => {
    const place = { sheet: 'Tổng hợp', cell: 'C9' };
    const choices: Choice[] = [
      { id: 'putNameBack', name: 'An Giang', fixes: [{ ...place, put: { text: 'An Giang' } }] },
      { id: 'followName', name: 'Cà Mau', fixes: [{ ...place, cell: 'A9', put: { text: 'unit:ca-mau' } }] },
    ];
    const doubt = withChoices(
      finding('name-not-key', place, { shown: 'Cà Mau', name: 'An Giang', canFollow: true }),
      choices,
    );
    const { actions } = await openPane(shows(overviewOf({ units, findings: [doubt, ...fixes.slice(0, 2)] })), 'check');
    await press('Sửa cả 2 lỗi có cách sửa');
    expect(actions.applyFixes.mock.calls[0]?.[0]).toEqual(fixes.slice(0, 2));
    await press('Tổng hợp: 1 lỗi, 0 lưu ý');
    await press('Số liệu này của “Cà Mau”: Tổng hợp!C9');
    expect(actions.applyChoice.mock.calls[0]?.[0]).toEqual(choices[1]);
    await press('Ghi lại “An Giang”: Tổng hợp!C9');
    expect(actions.applyChoice.mock.calls[1]?.[0]).toEqual(choices[0]);
  });

  test('puts right all of a group', async () => {
    const { actions } = await openPane(shows(overviewOf({ units, findings })), 'check');
    await press('Cà Mau: 2 lỗi, 1 lưu ý');
    await press('Sửa 2 lỗi của Cà Mau');
    expect(actions.applyFixes.mock.calls[0]?.[0]).toEqual([fixes[0], fixes[1]]);
  });

  test('says what was fixed, what could not be found, and offers undo', async () => {
    const applyFixes = () =>
      Promise.resolve({
        done: true as const,
        result: { fixed: [{ sheet: 'Cà Mau', cell: 'E9' }], skipped: [{ sheet: 'An Giang', cell: 'E9' }] },
        undo: [editedStep('Cà Mau')],
      });
    await openPane({ ...shows(overviewOf({ units, findings })), applyFixes }, 'check');
    await press('Sửa cả 3 lỗi có cách sửa');
    expect(panel().getByText('Đã sửa 1 ô.')).toBeTruthy();
    expect(panel().getByText(/^Để nguyên vì ô đã khác lúc kiểm tra, hoặc không còn: An Giang!E9\./)).toBeTruthy();
    expect(button('Trả lại các ô vừa sửa')).toBeTruthy();
  });

  test('shows fifty at a time', async () => {
    const many = Array.from({ length: 120 }, () => BLANK);
    await openPane(shows(overviewOf({ units, findings: many })), 'check');
    expect(panel().getAllByRole('listitem')).toHaveLength(50);
    await press('Xem thêm (còn 70)');
    expect(panel().getAllByRole('listitem')).toHaveLength(100);
  });
});

describe('Xếp hạng', () => {
  const rows = () => texts(card('Bảng xếp hạng').getAllByRole('listitem'));

  test('lists the units best first, with points, movement and why', async () => {
    await openPane({}, 'rank');
    expect(rows()).toEqual([
      '1Hạng 1An GiangTổng 97,25cộng 1,50trừ 0,252 → 1 → 1Hạng qua các giai đoạn: tự chấm 2, thẩm định 1, thống nhất 1Vì sao',
      expect.stringContaining('2Hạng 2Kiên GiangTổng 96,50cộng 1,50trừ 0,253 → 2 → 2'),
      expect.stringContaining('–Chưa có hạngSóc TrăngTổng 40,10'),
    ]);
    await press('Vì sao: Kiên Giang');
    expect(panel().getByText('hạng 2 vì tổng 96,50').lang).toBe('vi');
  });

  test('has decimal points in English', async () => {
    await openPane({}, 'rank', 'en-US');
    const [first] = texts(card('Standings').getAllByRole('listitem'));
    expect(first).toContain('97.25');
  });

  test('leaves out deferred units where one asks for it', async () => {
    await openPane({}, 'rank');
    await settled(() => void fireEvent.click(screen.getByRole('switch', { name: 'Không tính đơn vị chưa xét' })));
    expect(rows()).toEqual([
      expect.stringMatching(/^1Hạng 1Kiên Giang/),
      expect.stringMatching(/^–Chưa có hạngSóc Trăng/),
      expect.stringMatching(/^–Chưa có hạngAn Giang/),
    ]);
  });

  test.each([
    ['never', /^Chưa ghi xếp hạng vào sổ/],
    ['stale', /Xếp hạng lại\.$/],
    ['current', /khớp với số liệu hiện nay/],
  ] as const)('says whether the workbook holds the result: %s', async (ranked, words) => {
    await openPane(shows(overviewOf({ ranked })), 'rank');
    expect(panel().getByText(words)).toBeTruthy();
  });

  test('lists what the cluster has to decide, each with its cell, and makes the sheet to record it on', async () => {
    const { actions } = await openPane(shows(overviewOf({ findings: [LATE, WARNING] })), 'rank');
    expect(card('Chờ cụm, khối quyết định').getAllByRole('listitem')).toHaveLength(1);
    await press('Đến An Giang!F30');
    expect(actions.goTo).toHaveBeenCalledWith({ sheet: 'An Giang', cell: 'F30' });
    await press('Lập sheet Quyết định');
    expect(actions.makeDocument.mock.calls[0]?.[0]).toMatchObject({ kind: 'decisions' });
  });

  test('names ties that the cluster has to decide, with the cell for its order', async () => {
    const { actions } = await openPane(shows(overviewOf({ findings: [TIE] })), 'rank');
    expect(panel().getByText('Cờ thi đua: An Giang, Cà Mau đồng hạng, còn 1 suất.')).toBeTruthy();
    await press('Đến ô ghi thứ tự của Cờ thi đua');
    expect(actions.goTo).toHaveBeenCalledWith({ sheet: 'Xét danh hiệu', cell: 'H9' });
  });

  test('shows of each title how its number came about, who is proposed and who is passed over', async () => {
    const title: AwardOverview = {
      award: awardSchema.parse({ id: 'co', name: 'Cờ thi đua' }),
      quota: { number: 1, base: null, exact: null },
      nominated: [{ unit: 'kg', name: 'Kiên Giang', rank: 2, resolved: false }],
      passedOver: [{ unit: 'ag', name: 'An Giang', rank: 1, reasons: [{ type: 'deferred' }], confirmed: null }],
      tie: null,
      resolvedTie: null,
      computation: 'chỉ tiêu 1 đơn vị',
      why: ['thuộc diện chưa xét'],
    };
    await openPane(shows(overviewOf({ awards: [title] })), 'rank');
    const titles = card('Đề nghị danh hiệu');
    expect(titles.getByRole('heading', { level: 4 }).textContent).toBe('Cờ thi đua');
    expect(titles.getByText('chỉ tiêu 1 đơn vị').lang).toBe('vi');
    expect(titles.getByText('Kiên Giang (hạng 2)')).toBeTruthy();
    await press('Không đề nghị (1): Cờ thi đua');
    expect(titles.getByText('thuộc diện chưa xét')).toBeTruthy();
  });

  test('proposes who leads next year', async () => {
    const rotation = { head: null, deputy: null, passedOver: [] };
    await openPane(shows(overviewOf({ rotation })), 'rank');
    expect(card('Luân phiên năm sau').getAllByText('chưa có đơn vị')).toHaveLength(2);
  });

  test('writes to the workbook, and says what is left', async () => {
    const { actions } = await openPane({}, 'rank');
    await settled(() => void fireEvent.click(panel().getByRole('button', { name: 'Xếp hạng' })));
    expect(actions.rankUnits).toHaveBeenCalledTimes(1);
    expect(panel().getByText('Đã xếp hạng tạm tính và ghi vào sổ.')).toBeTruthy();
    expect(panel().getByText('Còn 1 lỗi hoặc lưu ý.')).toBeTruthy();
  });

  test('draws the points as bars that are said in words as well', async () => {
    await openPane({}, 'rank');
    const drawing = card('Biểu đồ điểm').getByRole('img');
    expect(drawing.getAttribute('aria-label')).toBe(
      'Biểu đồ điểm. An Giang: tổng 97,25, cộng 1,50, trừ 0,25; Kiên Giang: tổng 96,50, cộng 1,50, trừ 0,25; Sóc Trăng: tổng 40,10, cộng 1,50, trừ 0,25',
    );
    const widths = [...drawing.querySelectorAll<HTMLElement>('span[style*="width"]')].map(({ style }) =>
      parseFloat(style.width),
    );
    // Penalty, standard, bonus of each unit; the longest bar takes the whole width.
    expect(widths).toHaveLength(9);
    expect(widths.slice(0, 3).reduce((sum, one) => sum + one, 0)).toBeCloseTo(100, 3);
  });

  test('draws nothing where nobody has points', async () => {
    const standings = STANDINGS.map((one) => ({ ...one, score: null }));
    await openPane(shows(overviewOf({ standings })), 'rank');
    expect(panel().queryByRole('img')).toBeNull();
  });

  test('leads back where there is no summary', async () => {
    await openPane(shows(EMPTY), 'rank');
    await press('Sang bước Chấm điểm');
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Chấm điểm');
  });
});

describe('In và ký', () => {
  test('leads back where there is nothing to print', async () => {
    await openPane(shows(EMPTY), 'print');
    await press('Sang bước Chấm điểm');
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Chấm điểm');
  });

  test('says of each sheet how ready it is, and leads to it', async () => {
    const units = [unitOf('An Giang', { stage: 'reviewed' }), unitOf('Cà Mau', { missing: 2 })];
    const { actions } = await openPane(shows(overviewOf({ units })), 'print');
    expect(texts(card('Các bảng cần in').getAllByRole('listitem'))).toEqual([
      'An GiangTạm tính: chưa thống nhất',
      'Cà MauCòn 2 dòng chưa chấm',
      'Tổng hợpSẵn sàngchưa ghi nơi, ngày ký',
      'Xét danh hiệuSẵn sàng',
      'Giao ướcSẵn sàng',
      'Tiêu chíSẵn sàng',
    ]);
    await press('Mở Tổng hợp');
    expect(actions.goTo).toHaveBeenCalledWith({ sheet: 'Tổng hợp', cell: null });
  });

  test('names what is missing on paper, and says how Excel prints', async () => {
    await openPane({}, 'print');
    expect(texts(card('Còn thiếu trên giấy').getAllByRole('listitem'))).toEqual([
      'Cơ quan cấp trên (ghi trong sheet Giao ước)',
      'Nơi, ngày ký trên 1 bảng',
    ]);
    expect(within(card('Cách in').getByRole('list')).getByText(/Ctrl\+P/)).toBeTruthy();
  });

  test('tells the pages of each sheet, and which document is out of date', async () => {
    const overview = overviewOf({
      documents: documentsOf({ minutes: { sheets: ['Biên bản'], outdated: true } }),
    });
    const countPages = () => Promise.resolve({ done: true, result: new Map([['Biên bản', 3]]) } as const);
    await openPane({ ...shows(overview), countPages }, 'print');
    expect(texts(card('Các bảng cần in').getAllByRole('listitem'))).toContain(
      'Biên bảnSố liệu đã thay đổi: cần lập lại3 trang',
    );
  });

  test('fits rows and pages, and names sheets that were left as they are', async () => {
    const result = { fitted: ['An Giang', 'Tổng hợp'], left: ['Cà Mau'], tooLong: [{ sheet: 'An Giang', cell: 'L9' }] };
    await openPane({ fitPages: () => Promise.resolve({ done: true as const, result }) }, 'print');
    await press('Chỉnh dòng và ngắt trang');
    expect(panel().getByText('Đã chỉnh dòng và ngắt trang trên 2 sheet.')).toBeTruthy();
    expect(panel().getByText('Để nguyên vì dòng hoặc cột đã bị di chuyển: Cà Mau.')).toBeTruthy();
    expect(panel().getByText(/^Quá dài, .*: An Giang!L9\.$/)).toBeTruthy();
  });

  test('makes charts, says so, and offers to take them back', async () => {
    const { actions } = await openPane({}, 'print');
    await press('Tạo biểu đồ');
    expect(actions.makeDocument.mock.calls[0]?.[0]).toMatchObject({ kind: 'charts' });
    expect(panel().getByText('Đã lập sheet Biểu đồ theo số liệu hiện nay.')).toBeTruthy();
    await press('Gỡ các sheet vừa thêm');
    await press('Gỡ 1 sheet này');
    expect(actions.undoLast.mock.calls[0]?.[0]).toEqual([addedStep('Biểu đồ')]);
  });

  test('makes charts anew; those that were there before do not come back', async () => {
    const result = { kind: 'charts' as const, sheets: ['Hình'], replaced: true };
    const made = { makeDocument: () => Promise.resolve({ done: true as const, result }) };
    await openPane(
      { ...shows(overviewOf({ documents: documentsOf({ charts: { sheets: ['Hình'] } }) })), ...made },
      'print',
    );
    expect(card('Các bảng cần in').getByText('Hình')).toBeTruthy();
    await press('Tạo lại biểu đồ');
    expect(panel().getByText('Đã lập lại sheet Hình theo số liệu hiện nay.')).toBeTruthy();
    expect(panel().queryByRole('button', { name: 'Gỡ các sheet vừa thêm' })).toBeNull();
  });

  test('seals the result; other sheets then speak of the seal, so it cannot be undone', async () => {
    const { actions } = await openPane({}, 'print');
    await press('Chốt kết quả');
    expect(actions.makeDocument.mock.calls[0]?.[0]).toEqual({ kind: 'seal', today: '2026-03-01' });
    expect(panel().queryByRole('button', { name: 'Gỡ các sheet vừa thêm' })).toBeNull();
  });

  test('compares a sealed workbook with the code on paper, and says same or what differs', async () => {
    const sealed = { text: 'Đã chốt', state: 'current' as const };
    const { actions } = await openPane(shows(overviewOf({ sealed })), 'print');
    expect(isOff('Đối chiếu')).toBe(true);
    await choose('Mã chốt in trên giấy', '0123456789ab');
    await press('Đối chiếu');
    expect(actions.verifySeal.mock.calls[0]?.[0]).toEqual({ code: '0123456789ab' });
    expect(panel().getByText(/^Khớp: sổ đúng với mã chốt 0123456789ab/)).toBeTruthy();
  });

  test('offers no comparison where nothing was sealed', async () => {
    await openPane(shows(overviewOf({ sealed: null })), 'print');
    expect(panel().queryByRole('button', { name: 'Đối chiếu' })).toBeNull();
  });

  test('offers to seal again where there is a seal', async () => {
    await openPane(shows(overviewOf({ documents: documentsOf({ seal: { sheets: ['Chốt'] } }) })), 'print');
    expect(panel().getByRole('button', { name: 'Chốt lại kết quả' })).toBeTruthy();
  });

  test('says why no charts are made', async () => {
    const made = { makeDocument: () => Promise.resolve({ done: false as const, findings: [NAME_TAKEN] }) };
    await openPane(made, 'print');
    await press('Tạo biểu đồ');
    expect(panel().getByText(/đã có một sheet tên “Biểu đồ”/)).toBeTruthy();
  });

  test('offers no charts where there is no summary', async () => {
    const { sheets } = overviewOf();
    await openPane(shows(overviewOf({ sheets: { ...sheets, summary: null } })), 'print');
    expect(panel().queryByRole('button', { name: 'Tạo biểu đồ' })).toBeNull();
  });
});
