import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button, Form, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { Ladder, LadderChange } from '../api/types';
import { useWrite } from '../api/write';
import { countyTime } from '../shared/county-time';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { ChangeNote } from './change-note';
import { bodyOf, draftOf, type LadderDraft, newLadder, wholeOf } from './ladder-draft';
import { LadderFields } from './ladder-fields';
import { useLadderProblems } from './ladder-problems';
import { LadderRehearsal } from './ladder-rehearsal';
import { useLadderWords, useScopeOf } from './ladder-words';
import { RungFields } from './rung-fields';
import { RungList } from './rung-list';
import { semicolon } from '../i18n/punctuation';

/** Writing a ladder of the county's own. */
export function NewLadderPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('ladder.newTitle')} sub={t('ladder.note')} />
      <LadderForm seen={null} />
    </>
  );
}

/** One ladder: who keeps the ladders changes it here, everybody else reads it. */
export function LadderPage() {
  const { code } = useParams({ from: '/inside/ladders/$code' });
  const query = useQuery(lists.ladder(code));
  return (
    <Remote query={query} rows={12}>
      {(ladder) => <OneLadder key={ladder.revision} ladder={ladder} />}
    </Remote>
  );
}

function OneLadder({ ladder }: { ladder: Ladder }) {
  const { t } = useTranslation();
  const { named } = useLadderWords();
  const scope = useScopeOf(ladder);
  const mayKeep = useMe().acts.includes('ladder.keep') && !ladder.retired;
  const notes = [
    ...(ladder.taken ? [] : [t('ladder.waits', { at: countyTime(ladder.effectiveAt) })]),
    ...(ladder.retired ? [t('ladder.retired')] : []),
  ];
  return (
    <>
      <PageHead
        title={named(ladder)}
        sub={[scope, ...notes].join(' · ')}
        acts={mayKeep ? <Withdraw ladder={ladder} /> : undefined}
      />
      {ladder.shippedText === 'newer' ? <Alert type="info" showIcon title={t('ladder.newer')} /> : null}
      {mayKeep ? <LadderForm seen={ladder} /> : <RungList rungs={ladder.rungs} />}
    </>
  );
}

function Withdraw({ ladder: { code, revision, origin, shippedText } }: { ladder: Ladder }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const isOwn = shippedText === 'none';
  const write = useWrite({
    run: (_: undefined, key) => api.post<Ladder>(`/ladders/${code}/withdraw`, {}, { key, version: revision }),
    said: () => t('ladder.withdrawn'),
    touches: [['ladders']],
  });
  if (!isOwn && origin === 'shipped' && shippedText === 'same') return null;
  return (
    <Popconfirm
      title={t(isOwn ? 'ladder.giveUpAsk' : 'ladder.withdrawAsk')}
      okText={t('general.confirm')}
      cancelText={t('general.cancel')}
      onConfirm={() => write.mutate(undefined, { onSuccess: () => void go({ to: '/ladders' }) })}
    >
      <Button danger={isOwn} loading={write.isPending}>
        {t(isOwn ? 'ladder.giveUp' : 'ladder.withdraw')}
      </Button>
    </Popconfirm>
  );
}

/** The editor, with the rehearsal of what it says beside it. @param seen  null for a new one */
function LadderForm({ seen }: { seen: Ladder | null }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<LadderDraft>();
  const initial = seen === null ? newLadder : draftOf(seen);
  const whole = () => wholeOf(form, initial);
  const draft = Form.useWatch((values: LadderDraft) => values, { form, preserve: true }) ?? initial;
  const { problems, change, saving, looking, look, save } = useSaving(seen);
  return (
    <div className="ladder-columns">
      <Form<LadderDraft>
        form={form}
        className="sheet law-form"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={initial}
        onFinish={() => save(whole())}
      >
        <LadderFields isNew={seen === null} isOfProduct={seen !== null && seen.shippedText !== 'none'} />
        <h2>{t('ladder.rungs')}</h2>
        <RungFields />
        {problems.length === 0 ? null : (
          <Alert type="error" showIcon role="alert" className="dialog-problem" title={problems.join(semicolon())} />
        )}
        {change === null ? null : <ChangeNote change={change} />}
        <Buttons saving={saving} looking={looking} look={seen === null ? null : () => look(whole())} />
      </Form>
      <div className="beside">
        <LadderRehearsal draft={{ ...initial, ...draft }} />
      </div>
    </div>
  );
}

interface ButtonsProps {
  saving: boolean;
  looking: boolean;
  /** Null: nothing runs by it yet. */
  look: (() => void) | null;
}

function Buttons({ saving, looking, look }: ButtonsProps) {
  const { t } = useTranslation();
  const go = useNavigate();
  return (
    <div className="row">
      <Button type="primary" htmlType="submit" loading={saving}>
        {t('ladder.save')}
      </Button>
      {look === null ? null : (
        <Button loading={looking} onClick={look}>
          {t('ladder.preview')}
        </Button>
      )}
      <Button onClick={() => void go({ to: '/ladders' })}>{t('general.cancel')}</Button>
    </div>
  );
}

function useSaving(seen: Ladder | null) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [problems, complain] = useState<string[]>([]);
  const [change, setChange] = useState<LadderChange | null>(null);
  const words = useLadderProblems();
  const write = useWrite({
    run: (draft: LadderDraft, key) =>
      seen === null
        ? api.post<Ladder>('/ladders', { ...bodyOf(draft), code: draft.code }, { key })
        : api.put<Ladder>(`/ladders/${seen.code}`, bodyOf(draft), seen.revision),
    said: () => t('ladder.saved'),
    touches: [['ladders']],
    quiet: true,
  });
  const preview = useWrite({
    run: (draft: LadderDraft, key) =>
      api.post<LadderChange>(`/ladders/${seen?.code ?? ''}/preview`, bodyOf(draft), { key }),
    touches: [],
    quiet: true,
  });
  const onError = (cause: unknown) => complain(words(cause));
  const look = (draft: LadderDraft) => {
    complain([]);
    preview.mutate(draft, { onSuccess: setChange, onError });
  };
  const save = (draft: LadderDraft) => {
    complain([]);
    write.mutate(draft, { onSuccess: () => void go({ to: '/ladders' }), onError });
  };
  return { problems, change, saving: write.isPending, looking: preview.isPending, look, save };
}
