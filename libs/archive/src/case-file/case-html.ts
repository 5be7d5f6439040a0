import type { ChainLink } from '@ducha/audit';
import { matterKinds, matterStateNames } from '@ducha/matter';
import { caseStyle } from './case-style.js';
import type { CaseAct, CaseRecord } from './case-record.js';
import { actNames, codeNames } from './case-words.js';
import { facts, Html, html, instant, table } from './html.js';
import { taskHtml } from './task-html.js';

/** The case file as a page in Chinese that needs no network, no script and no other file but the papers it links to. */
export function caseHtml(record: CaseRecord, links: readonly ChainLink[]): string {
  const { matter, tasks } = record;
  const body = html`<header>
      <p class="county">${record.county}${record.bureau}</p>
      <h1>卷宗</h1>
      <p class="title">${matter.title}</p>
      ${cover(record)}
    </header>
    <nav aria-label="目录">
      <h2>目录</h2>
      <ol>
        <li><a href="#matter">事项</a></li>
        <li><a href="#words">批示与拟办意见</a></li>
        <li><a href="#tasks">督办任务</a>（${tasks.length}）</li>
        <li><a href="#replies">答复</a>（${matter.replies.length}）</li>
        <li><a href="#papers">佐证材料</a>（${record.papers.length}）</li>
        <li><a href="#acts">办理过程</a>（${record.acts.length}）</li>
        <li><a href="#check">核验说明</a></li>
      </ol>
    </nav>
    <main>
      ${matterHtml(record)}${wordsHtml(record)}
      <section id="tasks">
        <h2>三、督办任务</h2>
        ${tasks.length === 0 ? html`<p class="none">无</p>` : tasks.map(taskHtml)}
      </section>
      ${repliesHtml(record)}${papersHtml(record)}${actsHtml(record, links)}${checkHtml(record, links)}
    </main>`;
  return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
${html`<title>卷宗 ${matter.number ?? matter.intakeNo} ${matter.title}</title>`.text}<style>${caseStyle}</style></head><body>\n${body.text}\n</body></html>\n`;
}

function cover({ matter, madeAt, madeBy, product }: CaseRecord): Html {
  return facts([
    ['登记号', matter.intakeNo],
    ['立项编号', matter.number],
    ['来源', matterKinds[matter.kind].label.zh],
    ['状态', matterStateNames[matter.state]],
    ['收到时间', instant(matter.receivedAt)],
    ['立项时间', instant(matter.registeredAt)],
    ['办结时间', instant(matter.closedAt)],
    ['卷宗制作', `${instant(madeAt)}　${madeBy.unit} ${madeBy.title} ${madeBy.name}`],
    ['制作系统', `Ducha ${product}`],
  ]);
}

function matterHtml({ matter }: CaseRecord): Html {
  return html`<section id="matter">
    <h2>一、事项</h2>
    <div class="said">${matter.body}</div>
    ${facts([
      ['类别', matter.categories.join('；') || matter.category],
      ['发生时间', instant(matter.occurredAt)],
      ['批示领导', matter.principal?.name],
      ['会议', matter.meeting],
      ['来件编号', matter.foreignId],
      [
        '来件人',
        matter.signatories.map(({ name, contact }) => (contact === null ? name : `${name}（${contact}）`)).join('、'),
      ],
      ['登记人', matter.createdBy?.name],
      ['并入', matter.mergedInto && `${matter.mergedInto.intakeNo} ${matter.mergedInto.title}`],
      ['并案', matter.merged.map(({ intakeNo, title }) => `${intakeNo} ${title}`).join('；')],
    ])}
  </section>`;
}

function wordsHtml({ matter }: CaseRecord): Html {
  return html`<section id="words">
    <h2>二、批示与拟办意见</h2>
    <h3>批示</h3>
    ${table(
      ['时间', '领导', '类别', '内容', '备注'],
      matter.instructions.map((one) => [
        instant(one.givenAt),
        one.givenBy.name,
        codeNames[one.kind] ?? one.kind,
        one.words,
        [
          one.enteredBy.id === one.givenBy.id ? '' : `${one.enteredBy.name}代录`,
          one.disownedAt === null ? '' : '领导不认可',
        ].join(' '),
      ]),
    )}
    <h3>拟办意见</h3>
    ${table(
      ['时间', '拟办人', '意见', '主办', '协办', '批示', '批示人与时间'],
      matter.proposals.map((one) => [
        instant(one.proposedAt),
        one.proposedBy.name,
        one.wording,
        one.leadUnit?.shortName,
        one.assistUnits.map(({ shortName }) => shortName).join('、'),
        [codeNames[one.decision ?? ''] ?? one.decision, one.decidedWords].filter(Boolean).join('：'),
        [one.decidedBy?.name, instant(one.decidedAt)].filter(Boolean).join(' '),
      ]),
    )}
  </section>`;
}

function repliesHtml({ matter }: CaseRecord): Html {
  const nameOf = new Map(matter.signatories.map(({ id, name }) => [id, name]));
  return html`<section id="replies">
    <h2>四、答复</h2>
    ${table(
      ['编号', '时间', '答复对象', '内容', '签发', '评价'],
      matter.replies.map((one) => [
        one.number,
        instant(one.repliedAt),
        nameOf.get(one.signatoryId),
        one.body,
        one.signedOffBy?.name,
        [codeNames[one.feedback ?? ''] ?? (one.lapsedAt === null ? '' : '期满未评价'), one.feedbackWords]
          .filter(Boolean)
          .join('：'),
      ]),
    )}
  </section>`;
}

function papersHtml({ papers }: CaseRecord): Html {
  return html`<section id="papers">
    <h2>五、佐证材料</h2>
    ${table(
      ['序号', '文件', '类型', '字节', 'SHA-256'],
      papers.map(({ path, fileName, mediaType, sizeBytes, key }, at) => [
        at + 1,
        html`<a href="${addressOf(path)}">${fileName}</a>`,
        mediaType,
        sizeBytes,
        html`<code>${key}</code>`,
      ]),
    )}
  </section>`;
}

function actsHtml({ acts }: CaseRecord, links: readonly ChainLink[]): Html {
  const hashOf = new Map(links.map(({ rowId, hash }) => [rowId, hash]));
  return html`<section id="acts">
    <h2>六、办理过程</h2>
    <p>由审计记录逐条生成：何人、何岗、何单位、何时、何事。</p>
    ${table(
      ['链序号', '时间', '人员', '岗位', '单位', '事项', '状态变化', '所述内容', '链哈希'],
      acts.map((one) => [
        one.seq ?? '未入链',
        instant(one.at),
        doerOf(one),
        one.post,
        one.unit,
        actNames[one.act] ?? one.act,
        one.to === null ? '' : `${one.from ?? ''} → ${one.to}`,
        one.words,
        html`<code>${(hashOf.get(one.rowId) ?? '').slice(0, 16)}</code>`,
      ]),
    )}
  </section>`;
}

const doerOf = ({ person, inNameOf }: CaseAct): string =>
  person === null ? '系统' : inNameOf === null ? person.name : `${person.name} 代 ${inNameOf.name}`;

function checkHtml({ matter }: CaseRecord, links: readonly ChainLink[]): Html {
  const last = links.at(-1);
  return html`<section id="check">
    <h2>七、核验说明</h2>
    <p>
      本卷宗可离线核验：运行 <code>ducha verify-pack 文件</code>，逐一核对每个文件的
      SHA-256、审计链环节与佐证材料，并指出被改动、缺少、增加的文件和次序被调换的记录。
    </p>
    <p>
      <code>anchors.jsonl</code> 列出本卷宗各环节在审计链中的位置与哈希；在原系统运行
      <code>ducha verify-audit --anchors anchors.jsonl</code>，可证明这些记录仍在链上、未被改动。
    </p>
    ${facts([
      ['事项标识', matter.id],
      ['入链记录', `${links.length} 条`],
      ['末条序号与哈希', last && html`${last.seq}　<code>${last.hash}</code>`],
    ])}
  </section>`;
}

const addressOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
