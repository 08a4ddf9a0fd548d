/** Chains of formulas of which each looks at the result of the one before: programs that calculate follow them step by step. */
import type { IWorkbookData } from '@univerjs/core';
import { type Reference, referencesIn } from './model/references';
import { numbered } from './model/snapshot';

interface Node {
  sheet: string;
  references: readonly Reference[];
  /** The longest chain that ends here; 0 until it is known. */
  length: number;
  /** Whether it is being followed: a circle is no chain. */
  open: boolean;
}

/** Formulas of a sheet by row and column. */
type Nodes = Map<number, Map<number, Node>>;

/** The number of formulas in the longest chain; at most `enough` and some more. Names of other cells are not followed. */
export function longestChain({ sheetOrder, sheets }: IWorkbookData, enough: number): number {
  const nodes = new Map<string, Nodes>();
  const all: Node[] = [];
  for (const id of sheetOrder) {
    const sheet = (sheets[id]?.name ?? '').toLowerCase();
    const rows: Nodes = new Map();
    for (const [row, line] of numbered(sheets[id]?.cellData)) {
      for (const [column, cell] of numbered(line)) {
        if (!cell?.f) continue;
        const node: Node = { sheet, references: referencesIn(cell.f), length: 0, open: false };
        all.push(node);
        rows.set(row, (rows.get(row) ?? new Map<number, Node>()).set(column, node));
      }
    }
    nodes.set(sheet, rows);
  }
  let longest = 0;
  for (const node of all) {
    longest = Math.max(longest, follow(node, nodes));
    if (longest > enough) break;
  }
  return longest;
}

/** Without recursion, which would exhaust the stack where it matters. */
function follow(start: Node, nodes: ReadonlyMap<string, Nodes>): number {
  const path: { node: Node; before: Iterator<Node> }[] = [];
  const enter = (node: Node): void => {
    node.open = true;
    node.length = 1;
    path.push({ node, before: lookedAt(node, nodes) });
  };
  if (start.length === 0) enter(start);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const { node } = top;
    const next = top.before.next();
    if (next.done) {
      node.open = false;
      path.pop();
      const after = path.at(-1)?.node;
      if (after) after.length = Math.max(after.length, node.length + 1);
    } else if (next.value.length === 0) enter(next.value);
    else if (!next.value.open) node.length = Math.max(node.length, next.value.length + 1);
  }
  return start.length;
}

/** The formulas among the cells that a formula looks at. */
function* lookedAt({ sheet, references }: Node, nodes: ReadonlyMap<string, Nodes>): Generator<Node> {
  for (const { sheet: named, rows, columns } of references) {
    const there = nodes.get((named ?? sheet).toLowerCase());
    for (const line of there ? within(there, rows) : []) yield* within(line, columns);
  }
}

/** What stands from the first to the last line of a span, looked up in whichever way is shorter. */
function* within<T>(lines: ReadonlyMap<number, T>, span: { first: number; last: number } | null): Generator<T> {
  const { first, last } = span ?? { first: 0, last: Number.MAX_SAFE_INTEGER };
  if (last - first < lines.size) {
    for (let line = first; line <= last; line += 1) {
      const found = lines.get(line);
      if (found !== undefined) yield found;
    }
  } else {
    for (const [line, found] of lines) if (line >= first && line <= last) yield found;
  }
}
