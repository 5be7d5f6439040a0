import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import type { LawProfile } from '../api/types';
import { useWrite } from '../api/write';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { ClockFields } from './clock-fields';
import { bodyOf, draftOf, type LawDraft, newClock } from './law-draft';
import { ProfileFields } from './profile-fields';
import { useLawProblems } from './law-problems';
import { semicolon } from '../i18n/punctuation';

/** Writing a law profile of the county's own. */
export function NewLawPage() {
  const { t } = useTranslation();
  const initial = { dayEndsAt: '24:00', kinds: [], clocks: [newClock] };
  return (
    <>
      <PageHead title={t('law.newTitle')} sub={t('law.note')} />
      <LawForm initial={initial} seen={null} />
    </>
  );
}

/** Changing the text of a profile: a new revision. */
export function EditLawPage() {
  const { t } = useTranslation();
  const { code } = useParams({ from: '/inside/law-profiles/$code/edit' });
  const query = useQuery(lists.lawProfile(code));
  return (
    <>
      <PageHead title={t('law.editTitle')} sub={t('law.editNote')} />
      <Remote query={query} rows={14}>
        {(profile) => <LawForm key={profile.revision} initial={draftOf(profile)} seen={profile} />}
      </Remote>
    </>
  );
}

interface LawFormProps {
  initial: object;
  /** The profile that is changed; null for a new one. */
  seen: LawProfile | null;
}

function LawForm({ initial, seen }: LawFormProps) {
  const { t } = useTranslation();
  const { problems, saving, save, leave } = useSaving(seen);
  return (
    <Form<LawDraft>
      className="sheet law-form"
      layout="vertical"
      requiredMark={false}
      scrollToFirstError
      initialValues={initial}
      onFinish={save}
    >
      <ProfileFields isNew={seen === null} />
      <ClockFields />
      {problems.length === 0 ? null : (
        <Alert type="error" showIcon role="alert" className="dialog-problem" title={problems.join(semicolon())} />
      )}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={saving}>
          {t('law.save')}
        </Button>
        <Button onClick={leave}>{t('general.cancel')}</Button>
      </div>
    </Form>
  );
}

function useSaving(seen: LawProfile | null) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [problems, complain] = useState<string[]>([]);
  const words = useLawProblems();
  const show = (code: string) => void go({ to: '/law-profiles/$code', params: { code } });
  const write = useWrite({
    run: (draft: LawDraft, key: string) =>
      seen === null
        ? api.post<LawProfile>('/law-profiles', { ...bodyOf(draft), code: draft.code }, { key })
        : api.put<LawProfile>(`/law-profiles/${seen.code}`, bodyOf(draft), seen.revision),
    said: () => t('law.saved'),
    touches: [['law-profiles']],
    quiet: true,
  });
  const save = (draft: LawDraft) => {
    complain([]);
    write.mutate(draft, { onSuccess: ({ code }) => show(code), onError: (cause) => complain(words(cause)) });
  };
  const leave = () => (seen === null ? void go({ to: '/law-profiles' }) : show(seen.code));
  return { problems, saving: write.isPending, save, leave };
}
