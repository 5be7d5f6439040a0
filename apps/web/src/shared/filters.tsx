import { FilterOutlined } from '@ant-design/icons';
import { Badge, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePhone } from './grid/use-phone';

interface FiltersProps {
  /** The search field: always shown. */
  search: ReactNode;
  /** How many other filters are set: told on the button that hides them. */
  set: number;
  children: ReactNode;
}

/** A bar of filters; on a phone all but the search field fold away. */
export function Filters({ search, set, children }: FiltersProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const [open, setOpen] = useState(false);
  return (
    <search className="filters">
      {search}
      {phone ? (
        <Badge count={set} size="small">
          <Button icon={<FilterOutlined aria-hidden />} aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('general.filters')}
          </Button>
        </Badge>
      ) : null}
      {!phone || open ? children : null}
    </search>
  );
}

const shapes = ['q', 'sort', 'group', 'density', 'columns', 'view'];

/** How many filters besides the words searched for are set. */
export function countSet(filters: object): number {
  return Object.entries(filters).filter(([name, value]) => !shapes.includes(name) && value !== undefined).length;
}
