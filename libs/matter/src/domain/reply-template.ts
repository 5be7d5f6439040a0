/** What a reply template may name. */
export interface ReplyFacts {
  readonly name: string;
  readonly title: string;
  readonly intakeNo: string;
  /** What the leading unit answered; empty when nobody did (自办). */
  readonly answer: string;
  readonly county: string;
}

const places: Readonly<Record<string, keyof ReplyFacts>> = {
  name: 'name',
  姓名: 'name',
  title: 'title',
  标题: 'title',
  intakeNo: 'intakeNo',
  登记号: 'intakeNo',
  answer: 'answer',
  办理情况: 'answer',
  county: 'county',
  县名: 'county',
};

const placePattern = /\{([^{}\s]{1,20})\}/gu;

/** What is written when nobody wrote anything else. */
export const standardTemplate =
  '{姓名}：\n您好！您反映的“{标题}”（{登记号}）收悉，现将办理情况答复如下：\n{办理情况}\n感谢您对{县名}工作的关心与监督。';

/** Places of a template that no fact fills, each once. */
export function unknownPlaces(template: string): string[] {
  const names = [...template.matchAll(placePattern)].map(([, name = '']) => name);
  return [...new Set(names.filter((name) => !Object.hasOwn(places, name)))];
}

/** The template with its places filled. What a fact says is never read as a place again. */
export function filledTemplate(template: string, facts: ReplyFacts): string {
  return template.replace(placePattern, (whole, name: string) => {
    const fact = places[name];
    return fact === undefined ? whole : facts[fact];
  });
}
