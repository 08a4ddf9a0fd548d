/**
 * What a file holds that nobody looks at or changes here, but that is written back as it was: rows and columns that are
 * inserted or deleted take it along, as in Excel.
 */
import { type Area, areaOfCell, type LineEdit, shiftArea } from './areas';

/** A link of cells to a place outside of the workbook (`target`) or inside of it (`location`); '' where there is none. */
export interface Hyperlink {
  area: Area;
  target: string;
  location: string;
  tooltip: string;
  display: string;
}

/** A note (until 2018 called comment) as plain text. */
export interface Note {
  row: number;
  column: number;
  author: string;
  text: string;
}

/** A range of a protected sheet that some may edit; `attributes` are those of the file, hashes of passwords among them. */
export interface EditRange {
  areas: Area[];
  attributes: Record<string, string>;
}

export interface SheetCarried {
  hyperlinks: Hyperlink[];
  notes: Note[];
  editRanges: EditRange[];
}

/** Another workbook that formulas name by its place in the list, as `[1]`: its part and the part's relations, as texts. */
export interface ExternalLink {
  part: string;
  relations: string;
}

export interface WorkbookCarried {
  /** The file's attributes, `lockStructure` and hashes of passwords among them; null where the workbook is not protected. */
  protection: Record<string, string> | null;
  externalLinks: ExternalLink[];
}

export const nothingCarried = (): SheetCarried => ({ hyperlinks: [], notes: [], editRanges: [] });

/** The same after rows or columns were inserted or deleted; what stood only in deleted ones is gone. */
export function shiftCarried({ hyperlinks, notes, editRanges }: SheetCarried, edit: LineEdit): SheetCarried {
  return {
    hyperlinks: hyperlinks.flatMap((link) => {
      const area = shiftArea(link.area, edit);
      return area ? [{ ...link, area }] : [];
    }),
    notes: notes.flatMap((note) => {
      const area = shiftArea(areaOfCell(note.row, note.column), edit);
      return area ? [{ ...note, row: area.row, column: area.column }] : [];
    }),
    editRanges: editRanges.flatMap((range) => {
      const areas = range.areas.flatMap((area) => shiftArea(area, edit) ?? []);
      return areas.length > 0 ? [{ ...range, areas }] : [];
    }),
  };
}
