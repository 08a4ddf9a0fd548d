import { LOCAL_ADDRESS, manifestFor, siteAddress } from '../../src/hosting/siteAddress';

describe('the address of the site', () => {
  test.each([
    ['https://thidua.example.vn', 'https://thidua.example.vn'],
    ['https://thidua.example.vn/', 'https://thidua.example.vn'],
    ['https://thidua.example.vn:8443/cham-diem//', 'https://thidua.example.vn:8443/cham-diem'],
    ['HTTPS://ThiDua.example.vn/Cham-Diem', 'https://thidua.example.vn/Cham-Diem'],
  ])('%s is taken as %s', (given, address) => {
    expect(siteAddress(given)).toBe(address);
  });

  test.each([undefined, '', '  '])('is this computer where none is given (%j)', (given) => {
    expect(siteAddress(given)).toBe(LOCAL_ADDRESS);
  });

  test.each([
    ['http://thidua.example.vn', 'must begin with https'],
    ['ftp://thidua.example.vn', 'must begin with https'],
    ['thidua.example.vn', 'must be a whole address'],
    ['https://', 'must be a whole address'],
    ['https://user:secret@thidua.example.vn', 'must hold no user name'],
    ['https://thidua.example.vn/?v=1', 'must hold no ?'],
    ['https://thidua.example.vn/#top', 'must hold no ? and no #'],
    ['https://thidua.example.vn/?', 'must hold no ? and no #'],
    ['https://thidua.example.vn/cham-diem#', 'must hold no ? and no #'],
  ])('%s is refused, and the message names it and what is wrong', (given, why) => {
    expect(() => siteAddress(given)).toThrow(`ADDIN_BASE_URL ${why}`);
    expect(() => siteAddress(given)).toThrow(given);
  });
});

test('the manifest names the address as XML, whatever marks it has', () => {
  const address = siteAddress("https://thidua.example.vn/a&b/$&/'c'");
  const manifest = `<A B="${LOCAL_ADDRESS}/1.html" /><A B="${LOCAL_ADDRESS}/2.html" />`;
  expect(manifestFor(address, manifest)).toBe(
    ['1', '2'].map((name) => `<A B="https://thidua.example.vn/a&amp;b/$&amp;/'c'/${name}.html" />`).join(''),
  );
});
