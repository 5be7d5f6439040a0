import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Badge } from 'antd';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';

/** The bell with the number of unread notices. */
export function NoticeBell() {
  const { t } = useTranslation();
  const { data } = useQuery(lists.unread());
  const unread = data?.unread ?? 0;
  const label = unread === 0 ? t('shell.notices') : t('shell.noticesUnread', { count: unread });
  return (
    <Link to="/notices" aria-label={label} className="bell">
      <Badge count={unread} size="small" overflowCount={99} offset={[unread > 9 ? 6 : 2, -3]}>
        <BellOutlined />
      </Badge>
    </Link>
  );
}
