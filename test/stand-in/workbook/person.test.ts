import { at, disposeAll, fill, open, PROTECTED, rule, value } from './helpers';

afterEach(disposeAll);

const typed = (row: number, column: number, text: string) => ({ row, column, typed: text });

describe('pasting, filling and emptying', () => {
  test('reads texts as Vietnamese Excel does, with the format a date or a percentage brings', async () => {
    const { book, sheet } = await open();
    expect(book.putAsPerson(sheet, [typed(0, 0, '9,5'), typed(0, 1, '9/5/2026'), typed(1, 0, '50%')])).toEqual({
      ok: true,
    });
    expect(await value(book, sheet, 'A1')).toBe(9.5);
    expect(await value(book, sheet, 'B1')).toBe(46151);
    expect(await value(book, sheet, 'A2')).toBe(0.5);
    expect(book.styles(sheet, at('B1'))[0]?.[0]?.numberFormat).toBe('dd/mm/yyyy');
  });

  test('jumps over validation, as in Excel', async () => {
    const { book, sheet } = await open();
    book.setValidation(sheet, rule('A1', { type: 'whole', operator: 'between', formula1: '0', formula2: '10' }));
    expect(book.putAsPerson(sheet, [typed(0, 0, '99')])).toEqual({ ok: true });
    expect(await value(book, sheet, 'A1')).toBe(99);
  });

  test.each([
    ['whereOpen', false],
    ['always', true],
  ] as const)('looks and rules that come along into a protected sheet, %s', async (pastedLooks, come) => {
    const { book, sheet } = await open();
    book.behaviours.pastedLooks = pastedLooks;
    const [target] = book.styles(sheet, at('A1'))[0] ?? [];
    if (!target) throw new Error('no look');
    book.setStyle(sheet, at('A1'), { locked: false });
    book.setValidation(sheet, rule('A1', { type: 'whole', operator: 'between', formula1: '0', formula2: '10' }));
    book.protect(sheet, PROTECTED);
    const look = { ...target, locked: true, numberFormat: '@' };
    const cell = { row: 0, column: 0, write: { kind: 'number', number: 5 } as const, look, rule: null };
    expect(book.putAsPerson(sheet, [cell])).toEqual({ ok: true });
    expect(book.styles(sheet, at('A1'))[0]?.[0]).toMatchObject(
      come ? { locked: true, numberFormat: '@' } : { locked: false, numberFormat: 'General' },
    );
    expect(book.validations(sheet)).toHaveLength(come ? 0 : 1);
  });

  test('changes all cells or none: one locked cell refuses the whole', async () => {
    const { book, sheet } = await open();
    book.setStyle(sheet, { row: 0, column: 0, rows: 1, columns: 1 }, { locked: false });
    book.protect(sheet, PROTECTED);
    expect(book.putAsPerson(sheet, [typed(0, 0, '1'), typed(0, 1, '2')])).toMatchObject({
      ok: false,
      reason: 'locked',
    });
    expect(await value(book, sheet, 'A1')).toBeNull();
    expect(book.putAsPerson(sheet, [typed(0, 0, '1')])).toEqual({ ok: true });
  });

  test.each([
    ['outside', typed(-1, 0, '1')],
    ['formula', typed(0, 5, '=SUM(')],
    ['merged', typed(3, 3, '1')],
  ])('is refused: %s', async (reason, cell) => {
    const { book, sheet } = await open();
    book.merge(sheet, { row: 2, column: 2, rows: 2, columns: 2 });
    expect(book.putAsPerson(sheet, [cell])).toMatchObject({ ok: false, reason });
  });

  test('is a person’s change to whoever listens', async () => {
    const { book, sheet } = await open();
    const heard: unknown[] = [];
    book.onEvent((event) => heard.push(event));
    book.putAsPerson(sheet, [typed(1, 1, '1'), typed(2, 3, '2')]);
    const area = { row: 1, column: 1, rows: 2, columns: 3 };
    expect(heard).toEqual([{ kind: 'cells', sheet, area, origin: 'person' }]);
  });
});

test('cells are restored as they were, and what depends on them follows', async () => {
  const { book, sheet } = await open();
  fill(book, sheet, 'A1', [[1, '=A1*2']]);
  const kept = book.captureCells(sheet, [
    { row: 0, column: 0 },
    { row: 0, column: 1 },
  ]);
  book.putAsPerson(sheet, [typed(0, 0, '5'), typed(0, 1, 'x')]);
  book.restoreCells(sheet, kept);
  expect(await value(book, sheet, 'A1')).toBe(1);
  expect(await value(book, sheet, 'B1')).toBe(2);
});

test.each([
  ['9,5', '9,5'],
  ['1.250,5', '1250,5'],
  ['9/5/2026', '9/5/2026'],
  ['9,5%', '9,5%'],
  ['=A1+1', '=A1+1'],
  ["'007", "'007"],
  ['Cà Mau', 'Cà Mau'],
])('the editor shows %s as what typed again gives the same: %s', async (entry, shown) => {
  const { book, sheet } = await open();
  await book.typeAsPerson(sheet, 2, 2, entry);
  expect(book.editText(sheet, 2, 2)).toBe(shown);
  const before = await book.snapshot();
  await book.typeAsPerson(sheet, 2, 2, shown);
  expect(await book.snapshot()).toEqual(before);
});

describe('what the list of a cell offers', () => {
  test('words, in their order', async () => {
    const { book, sheet } = await open();
    book.setValidation(sheet, rule('A1', { type: 'list', formula1: 'Đ, K,KPS' }));
    expect(await book.listAt(sheet, 0, 0)).toEqual(['Đ', 'K', 'KPS']);
    expect(await book.listAt(sheet, 9, 9)).toBeNull();
  });

  test('the cells of a range, without empty ones, numbers as they are typed', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'C1', [['Tự chấm'], [1.5], [null]]);
    book.setValidation(sheet, rule('A1', { type: 'list', formula1: '=$C$1:$C$3' }));
    expect(await book.listAt(sheet, 0, 0)).toEqual(['Tự chấm', '1,5']);
  });
});
