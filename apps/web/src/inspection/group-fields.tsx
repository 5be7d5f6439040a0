import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { reference } from '../api/lists';
import { InspectorField, InspectorsField, SitesField } from './plan-pickers';

interface GroupFieldsProps {
  known: { value: string; label: string }[];
  objectIds: readonly string[];
}

/** Groups, as many as are needed, each with who answers for it and where it goes. */
export function GroupFields({ known, objectIds }: GroupFieldsProps) {
  const { t } = useTranslation();
  return (
    <Form.List name="groups">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="group-card">
              <legend className="small soft">{t('inspection.groupLabel', { number: name + 1 })}</legend>
              <OneGroup place={name} known={known} objectIds={objectIds} />
              <p>
                <Button size="small" onClick={() => remove(name)}>
                  {t('inspection.removeGroup')}
                </Button>
              </p>
            </fieldset>
          ))}
          <p>
            <Button onClick={() => add({ name: t('inspection.nthGroup', { number: fields.length + 1 }), charter: '' })}>
              {t('inspection.addGroup')}
            </Button>
          </p>
        </>
      )}
    </Form.List>
  );
}

function OneGroup({ place, known, objectIds }: GroupFieldsProps & { place: number }) {
  const { t } = useTranslation();
  const field = (name: 'groupName' | 'charter' | 'leader' | 'members' | 'invited' | 'units' | 'groupSites') =>
    t(`inspection.field.${name}`);
  const required = [{ required: true, whitespace: true, message: t('general.required', { what: field('groupName') }) }];
  return (
    <div className="plan-grid">
      <Form.Item name={[place, 'name']} label={field('groupName')} rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name={[place, 'leaderId']} label={field('leader')}>
        <InspectorField known={known} />
      </Form.Item>
      <Form.Item className="wide" name={[place, 'charter']} label={field('charter')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <Form.Item className="wide" name={[place, 'memberIds']} label={field('members')}>
        <InspectorsField known={known} />
      </Form.Item>
      <Form.Item name={[place, 'siteIds']} label={field('groupSites')}>
        <SitesField objectIds={objectIds} />
      </Form.Item>
      <Form.Item name={[place, 'unitIds']} label={field('units')}>
        <ObjectsField objectIds={objectIds} />
      </Form.Item>
      <Form.Item name={[place, 'invitedIds']} label={field('invited')}>
        <InspectorsField known={known} />
      </Form.Item>
    </div>
  );
}

interface ObjectsFieldProps {
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
  objectIds: readonly string[];
}

/** Some of the plan's objects. */
function ObjectsField({ objectIds, ...rest }: ObjectsFieldProps) {
  const { data } = useQuery(reference.units());
  const options = (data?.items ?? [])
    .filter(({ id }) => objectIds.includes(id))
    .map(({ id, shortName }) => ({ value: id, label: shortName }));
  return (
    <Select
      {...rest}
      mode="multiple"
      style={{ width: '100%' }}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
    />
  );
}
