import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { type FieldError, IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { TemplateForm } from '../domain/channel-kind.js';
import { filled, flawsOf, type TemplateTopic, type Wording } from '../domain/template.js';
import { noticeFault } from '../notice-faults.js';
import { WordingQuery } from '../queries/wording.query.js';

/** A wording for one topic in one form. */
export interface TemplateDraft extends Wording {
  readonly topic: TemplateTopic;
  readonly form: TemplateForm;
}

const insertSql = `
  insert into notice_template (id, topic, form, edition, zh, en, made_by, made_at)
  select $1, $2, $3, coalesce(max(edition), 0) + 1, $4, $5, $6, now() from notice_template where topic = $2 and form = $3
  returning edition`;

/** The county's own wordings. Each change is a further edition; what was sent was sent by the edition of its time. */
@Injectable()
export class WriteTemplate {
  constructor(
    private readonly store: Store,
    private readonly wordings: WordingQuery,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `notice.templateFlawed` naming each field that is not known, with its place */
  run(draft: TemplateDraft, by: Actor): Promise<void> {
    refuseFlawed(draft);
    const { topic, form, zh, en } = draft;
    return this.store.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`notice_template|${topic}|${form}`]);
      const id = this.ids.next();
      const [made] = await tx.query<{ edition: number }[]>(insertSql, [id, topic, form, zh, en, by.personId]);
      const facts = { topic, form, edition: made?.edition ?? 0 };
      await this.audit.record(tx, {
        act: 'notice_template.write',
        subject: { type: 'notice_template', id },
        by,
        facts,
      });
    });
  }

  /** The wording as a reader would get it, with example values. @throws Fault `notice.templateFlawed` */
  async preview(draft: TemplateDraft): Promise<Wording> {
    refuseFlawed(draft);
    const values = {
      county: await this.wordings.county(),
      count: '3',
      number: '督〔2026〕12号',
      due: '2026-12-01',
      link: 'https://ducha.example',
    };
    return {
      zh: filled(draft.zh, { ...values, unit: '县水利局' }),
      en: filled(draft.en, { ...values, unit: 'Water Bureau' }),
    };
  }
}

function refuseFlawed({ zh, en, form }: TemplateDraft): void {
  const errors = Object.entries({ zh, en }).flatMap(([path, text]) =>
    flawsOf(text, form).map(({ at, field }): FieldError => ({
      path,
      message: `{${field}} at character ${at} is not known here`,
      constraint: 'knownField',
    })),
  );
  if (errors.length > 0) throw noticeFault('templateFlawed', {}, errors);
}
