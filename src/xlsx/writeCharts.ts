/** Charts put into a finished package: a drawing for each sheet that has some, and a part for each chart. */
import { isSameName } from '../spreadsheet/sheetNames';
import type { IWorkbookData } from '@univerjs/core';
import { type CellsOf, chartXml, XML_HEAD } from './chartXml';
import type { Chart } from './model/charts';
import { asReference } from './model/references';
import { edit } from './patch';
import { encodeXml } from './xml';
import { bytesOf, type Parts } from './zip';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.drawing';

/** `charts` stand in the order of the file's sheets. */
export function addCharts(parts: Parts, charts: readonly (readonly Chart[])[], data: IWorkbookData): void {
  const cellsOf = cellsIn(data);
  let count = 0;
  charts.forEach((own, place) => {
    if (own.length === 0) return;
    const numbers = own.map((chart) => {
      count += 1;
      put(parts, `xl/charts/chart${count}.xml`, chartXml(chart, cellsOf), `${TYPE}ml.chart+xml`);
      return count;
    });
    const sheet = place + 1;
    put(parts, `xl/drawings/drawing${sheet}.xml`, drawingXml(own), `${TYPE}+xml`);
    relate(
      parts,
      `xl/drawings/_rels/drawing${sheet}.xml.rels`,
      numbers.map((number) => ({ kind: 'chart', target: `../charts/chart${number}.xml` })),
    );
    draw(parts, sheet);
  });
}

function put(parts: Parts, path: string, text: string, type: string): void {
  parts[path] = bytesOf(text);
  edit(parts, '[Content_Types].xml', (xml) =>
    xml.replace('</Types>', () => `<Override PartName="/${path}" ContentType="${type}"/></Types>`),
  );
}

function relate(parts: Parts, path: string, relations: readonly { kind: string; target: string }[]): void {
  if (parts[path] !== undefined) throw new Error(`The library wrote ${path}, which is ours`);
  const listed = relations.map(
    ({ kind, target }, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  parts[path] = bytesOf(`${XML_HEAD}<Relationships xmlns="${PACKAGE}">${listed.join('')}</Relationships>`);
}

/** A sheet's drawing is named after its print set-up and before whatever tables and extensions follow. */
function draw(parts: Parts, sheet: number): void {
  relate(parts, `xl/worksheets/_rels/sheet${sheet}.xml.rels`, [
    { kind: 'drawing', target: `../drawings/drawing${sheet}.xml` },
  ]);
  edit(parts, `xl/worksheets/sheet${sheet}.xml`, (xml) => {
    // A sheet without cells has an element that is closed at once.
    const tail = Math.max(xml.lastIndexOf('</sheetData>'), xml.indexOf('<sheetData/>'));
    const at = xml.slice(tail).search(/<legacyDrawing|<tableParts|<extLst|<\/worksheet>/) + tail;
    return `${xml.slice(0, at)}<drawing xmlns:r="${OFFICE}" r:id="rId1"/>${xml.slice(at)}`;
  });
}

function drawingXml(charts: readonly Chart[]): string {
  const anchors = charts.map(({ covers, name }, index) => {
    const corner = (element: string, column: number, row: number): string =>
      `<xdr:${element}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${element}>`;
    return (
      '<xdr:twoCellAnchor>' +
      corner('from', covers.column, covers.row) +
      corner('to', covers.column + covers.columns, covers.row + covers.rows) +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${encodeXml(name)}"/>` +
      '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${DRAWING}/chart">` +
      `<c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${OFFICE}" r:id="rId${index + 1}"/>` +
      '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
    );
  });
  return `${XML_HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main">${anchors.join('')}</xdr:wsDr>`;
}

/** What cells of a snapshot hold; a reference that has lost its cells has none. */
function cellsIn(data: IWorkbookData): CellsOf {
  const sheets = data.sheetOrder.map((id) => data.sheets[id]);
  return (formula) => {
    const reference = asReference(formula);
    const { rows, columns } = reference ?? {};
    const sheet = sheets.find((one) => isSameName(one?.name ?? '', reference?.sheet ?? ''));
    if (!rows || !columns || !sheet) return [];
    const found: (string | number | null)[] = [];
    for (let row = rows.first; row <= rows.last; row += 1)
      for (let column = columns.first; column <= columns.last; column += 1) {
        const value = sheet.cellData?.[row]?.[column]?.v;
        found.push(typeof value === 'string' || typeof value === 'number' ? value : null);
      }
    return found;
  };
}
