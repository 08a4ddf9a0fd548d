/** Charts put into a finished package: a drawing for each sheet that has some, and a part for each chart. */
import { isSameName } from '../spreadsheet/sheetNames';
import type { IWorkbookData } from '@univerjs/core';
import { type CellsOf, chartXml, XML_HEAD } from './chartXml';
import type { Chart } from './model/charts';
import { asReference } from './model/references';
import { addPart, insertInSheet, OFFICE, relate } from './addParts';
import { encodeXml } from './xml';
import type { Parts } from './zip';

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
      addPart(parts, `xl/charts/chart${count}.xml`, chartXml(chart, cellsOf), `${TYPE}ml.chart+xml`);
      return count;
    });
    const sheet = place + 1;
    addPart(parts, `xl/drawings/drawing${sheet}.xml`, drawingXml(own), `${TYPE}+xml`);
    for (const number of numbers)
      relate(parts, `xl/drawings/drawing${sheet}.xml`, { kind: 'chart', target: `../charts/chart${number}.xml` });
    draw(parts, sheet);
  });
}

/** A sheet's drawing is named after its print set-up and before whatever notes, tables and extensions follow. */
function draw(parts: Parts, sheet: number): void {
  const path = `xl/worksheets/sheet${sheet}.xml`;
  const id = relate(parts, path, { kind: 'drawing', target: `../drawings/drawing${sheet}.xml` });
  insertInSheet(parts, path, `<drawing xmlns:r="${OFFICE}" r:id="${id}"/>`, ['legacyDrawing', 'tableParts', 'extLst']);
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
