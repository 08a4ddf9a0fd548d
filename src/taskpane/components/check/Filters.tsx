/** Which findings are shown. */
import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { UnitOverview } from '../../../workbook/overview';
import type { Filter } from '../../groups';
import { useLook } from '../look';
import { usePane } from '../pane';

const useStyles = makeStyles({
  filter: {
    flexGrow: 1,
    flexBasis: '8em',
    minWidth: 0,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& select': { minWidth: 0, textOverflow: 'ellipsis' },
  },
});

export interface FiltersProps {
  filter: Filter;
  onFilter(filter: Filter): void;
  units: readonly UnitOverview[];
}

const SEVERITIES: readonly Filter['severity'][] = ['all', 'error', 'warning'];

export function Filters({ filter, onFilter, units }: FiltersProps): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const { check } = usePane().words;
  const severities = { all: check.all, error: check.onlyErrors, warning: check.onlyWarnings };
  return (
    <div role="group" aria-label={check.filters} className={look.row}>
      <Field label={check.bySeverity} className={styles.filter}>
        <Select
          size="small"
          value={filter.severity}
          onChange={(_, { value }) =>
            onFilter({ ...filter, severity: SEVERITIES.find((one) => one === value) ?? 'all' })
          }
        >
          {SEVERITIES.map((severity) => (
            <option key={severity} value={severity}>
              {severities[severity]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={check.byUnit} className={styles.filter}>
        <Select size="small" value={filter.unit} onChange={(_, { value }) => onFilter({ ...filter, unit: value })}>
          <option value="">{check.all}</option>
          {units.map(({ unit, name }) => (
            <option key={unit} value={unit}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
