/** Covenants of any size, made for tests and the bench. */
import type { Cluster } from '../../src/covenant/covenant';
import { clusterSchema } from '../../src/covenant/covenant';
import { type CriteriaSet, criteriaSetSchema } from '../../src/covenant/criteria';

/** A cluster of `units` units called "Đơn vị 1", "Đơn vị 2"… */
export function clusterOf(units: number, names: readonly string[] = []): Cluster {
  return clusterSchema.parse({
    id: `cum-${units}`,
    title: `Cụm thi đua ${units} đơn vị`,
    head: 'u1',
    deputy: units > 1 ? 'u2' : '',
    units: Array.from({ length: units }, (_, index) => ({
      id: `u${index + 1}`,
      name: names[index] ?? `Đơn vị ${index + 1}`,
    })),
  });
}

/** Four units with two awards: one of three places, and one of which each condition asks for a count of three. */
export function awardedCluster(conditions: number): Cluster {
  return clusterSchema.parse({
    ...clusterOf(4),
    awards: [
      { id: 'TT', name: 'Tập thể tiên tiến', quota: { type: 'fixed', number: 3 } },
      {
        id: 'CO',
        name: 'Cờ thi đua',
        quota: { type: 'all' },
        conditions: Array.from({ length: conditions }, (_, index) => ({
          id: `K${index + 1}`,
          text: `Điều kiện ${index + 1}`,
          measure: 'count',
          least: 3,
        })),
      },
    ],
  });
}

/** A criteria set of `lines` lines of all kinds in three sections, four bonuses and four penalties among them. */
export function criteriaOf(lines: number): CriteriaSet {
  const standard = lines - 8;
  const line = (index: number): object => {
    const base = {
      code: `C${index}`,
      number: String(index),
      title: `Tiêu chí số ${index}: thực hiện đầy đủ, đúng thời hạn các nội dung đã đăng ký trong giao ước thi đua`,
      standard: 2,
    };
    if (index % 3 === 0) return { ...base, kind: 'passFail' };
    return index % 3 === 1 ? { ...base, kind: 'graded', step: 0.25 } : { ...base, kind: 'deduction', rate: 0.5 };
  };
  const sections = [0, 1, 2].map((part) => {
    const children = Array.from({ length: standard }, (_, index) => index)
      .filter((index) => Math.floor((index * 3) / standard) === part)
      .map((index) => line(index + 1));
    return {
      kind: 'section',
      code: `S${part + 1}`,
      number: ['I', 'II', 'III'][part],
      title: `Nhóm tiêu chí thứ ${part + 1}`,
      standard: 2 * children.length,
      children,
    };
  });
  const adjustment = (kind: 'bonus' | 'penalty', index: number): object => ({
    kind,
    code: `${kind}${index}`,
    number: String(index),
    title: `Nội dung điều chỉnh số ${index}`,
    rate: 0.5 * index,
    ...(index % 2 === 0 ? { cap: 2 * index } : {}),
  });
  return criteriaSetSchema.parse({
    id: `bo-${lines}`,
    title: `Bộ tiêu chí ${lines} dòng`,
    version: '1',
    scale: 2 * standard,
    sections,
    bonuses: [1, 2, 3, 4].map((index) => adjustment('bonus', index)),
    penalties: [1, 2, 3, 4].map((index) => adjustment('penalty', index)),
  });
}
