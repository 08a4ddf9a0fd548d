import { hasExcelApi, readHostFacts } from '../../src/selfCheck/facts';
import { policy, officeJs } from '../../src/selfCheck/items/pageStart';
import { createBench } from '../../src/selfCheck/bench';
import { createPoints } from '../../src/selfCheck/points';
import type { CheckItem, ItemResult } from '../../src/selfCheck/item';
import type { PageFacts } from '../../src/selfCheck/facts';
import { FACTS } from './running';

const PAGE: PageFacts = { blocked: [], readyAfter: 500 };

/** An Office that has ExcelApi up to a minor version, and the other sets that are named. */
const office = (minor: number, sets: readonly string[] = []) => ({
  diagnostics: { host: 'Excel', platform: 'PC', version: '16.0.17000.1' },
  displayLanguage: 'vi-VN',
  requirements: {
    isSetSupported: (name: string, version = '1.1') =>
      sets.includes(name) || (name === 'ExcelApi' && Number(version.split('.')[1]) <= minor),
  },
});

describe('the facts of a host', () => {
  test('are its version, the newest ExcelApi and what else it supports', () => {
    expect(readHostFacts(office(17, ['SharedRuntime']), PAGE)).toEqual({
      ...PAGE,
      host: 'Excel',
      platform: 'PC',
      build: '16.0.17000.1',
      excelApi: '1.17',
      sharedRuntime: true,
      delayForCellEdit: false,
      language: 'vi-VN',
    });
    expect(readHostFacts(office(14, ['DelayForCellEdit']), PAGE)).toMatchObject({
      excelApi: '1.14',
      sharedRuntime: false,
      delayForCellEdit: true,
    });
  });

  test('are empty where an old Office does not tell them', () => {
    const { displayLanguage, requirements } = office(14);
    expect(readHostFacts({ displayLanguage, requirements }, PAGE)).toMatchObject({ host: '', platform: '', build: '' });
  });

  test('compare versions by number', () => {
    expect(['1.9', '1.14', '1.19', '1.20'].map((excelApi) => hasExcelApi({ excelApi }, '1.19'))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('what the page has measured', () => {
  const resultOf = async (item: CheckItem, page: PageFacts): Promise<ItemResult> => {
    const points = createPoints();
    const { signal } = new AbortController();
    await item.run(createBench('', { points, prefix: '', waits: { arrival: 0, silence: 0 }, signal }), {
      ...FACTS,
      ...page,
    });
    return points.result(item.id, null);
  };

  test.each<[string[] | null, ItemResult['status']]>([
    [[], 'ok'],
    [['https://browser.pipe.aria.microsoft.com', 'https://eu-mobile.events.data.microsoft.com'], 'ok'],
    [['https://appsforoffice.microsoft.com'], 'differs'],
    [['https://events.data.microsoft.com.example'], 'differs'],
    [['inline'], 'differs'],
    [null, 'notSupported'],
  ])('blocked %j is %s', async (blocked, status) => {
    expect(await resultOf(policy, { ...PAGE, blocked })).toMatchObject({ status });
  });

  test.each<[number | null, ItemResult['status']]>([
    [812.4, 'ok'],
    [12_000, 'differs'],
    [null, 'notSupported'],
  ])('Office.js ready after %j ms is %s', async (readyAfter, status) => {
    expect(await resultOf(officeJs, { ...PAGE, readyAfter })).toMatchObject({ status });
  });
});
