import { useQuery } from '@tanstack/react-query';
import { Button, Form, Select, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { sessionQuery, useMe } from '../api/session';
import type { CountyNames } from '../api/types';
import { useWrite } from '../api/write';
import { PageHead } from '../shared/page-head';
import { placeErrors } from '../shared/place-errors';
import { Remote } from '../shared/remote';
import { CountyFields } from './county-fields';
import { FormProblem } from './form-problem';

/** What the county says about itself: names and the marks of papers that it keeps out. */
export function CountyPage() {
  const { t } = useTranslation();
  const names = useQuery({
    queryKey: ['county', 'names'],
    queryFn: ({ signal }) => api.get<CountyNames>('/county/names', undefined, signal),
  });
  const words = useQuery({
    queryKey: ['county', 'secrecy'],
    queryFn: ({ signal }) => api.get<{ words: string[] }>('/county/secrecy-words', undefined, signal),
  });
  return (
    <>
      <PageHead title={t('founding.countyTitle')} sub={t('founding.countyNote')} />
      <div className="stack" style={{ maxWidth: 640 }}>
        <section className="sheet">
          <h2>{t('founding.names')}</h2>
          <Remote query={names}>{(said) => <Names said={said} />}</Remote>
        </section>
        <section className="sheet">
          <h2>{t('founding.secrecy')}</h2>
          <Remote query={words}>{(said) => <SecrecyWords said={said.words} />}</Remote>
        </section>
      </div>
    </>
  );
}

function Names({ said }: { said: CountyNames }) {
  const { t } = useTranslation();
  const may = useMe().acts.includes('county.set');
  const [form] = Form.useForm<CountyNames>();
  const write = useWrite({
    run: ({ taskNumberPrefix, ...names }: CountyNames) =>
      api.put<void>('/county/names', taskNumberPrefix ? { ...names, taskNumberPrefix } : names),
    said: () => t('founding.saved'),
    touches: [['county'], ['guide'], sessionQuery.queryKey],
    quiet: true,
  });
  return (
    <Form<CountyNames>
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={!may}
      initialValues={said}
      onFinish={(input) => write.mutate(input, { onError: (cause) => void placeErrors(form, cause) })}
    >
      <FormProblem cause={write.error} />
      <CountyFields />
      {may ? (
        <Button type="primary" htmlType="submit" loading={write.isPending}>
          {t('founding.save')}
        </Button>
      ) : (
        <p className="small faint">{t('founding.namesWho')}</p>
      )}
    </Form>
  );
}

function SecrecyWords({ said }: { said: string[] }) {
  const { t } = useTranslation();
  const may = useMe().acts.includes('secrecy.set');
  const write = useWrite({
    run: (input: { words: string[] }) => api.put<void>('/county/secrecy-words', input),
    said: () => t('founding.saved'),
    touches: [['county']],
    quiet: true,
  });
  if (!may) return <SaidWords said={said} />;
  return (
    <Form<{ words: string[] }>
      layout="vertical"
      requiredMark={false}
      initialValues={{ words: said }}
      onFinish={(input) => write.mutate(input)}
    >
      <p className="soft small">{t('founding.secrecyNote')}</p>
      <FormProblem cause={write.error} />
      <Form.Item name="words" label={t('founding.secrecy')}>
        <Select mode="tags" open={false} suffixIcon={null} placeholder={t('founding.secrecyPlaceholder')} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={write.isPending}>
        {t('founding.save')}
      </Button>
    </Form>
  );
}

function SaidWords({ said }: { said: string[] }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="soft small">{t('founding.secrecyNote')}</p>
      <p>
        {said.map((word) => (
          <Tag key={word}>{word}</Tag>
        ))}
      </p>
      <p className="small faint">{t('founding.secrecyWho')}</p>
    </>
  );
}
