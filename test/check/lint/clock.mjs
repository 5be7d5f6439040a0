/**
 * Rule `house/database-clock` (DESIGN 6.3): business time is `now()` of PostgreSQL, which a test can override. The process
 * clock and the SQL words that escape the override are refused. What measures the machine itself (a socket timeout, the age
 * of a lock file) says so: `// wall clock: why`.
 */
import { markedLines } from './marks.mjs';

const escapingSql =
  /\b(?:CURRENT_TIMESTAMP|CURRENT_DATE|LOCALTIMESTAMP|clock_timestamp\s*\(|statement_timestamp\s*\()/i;

export const databaseClock = {
  meta: {
    type: 'problem',
    docs: { description: 'the database clock decides (DESIGN 6.3)' },
    messages: {
      process: 'the process clock must not decide; ask now() of the database, or say `// wall clock: why` above',
      sql: '"{{word}}" escapes the test clock; write now()',
    },
    schema: [],
  },
  create(context) {
    const marked = markedLines(context.sourceCode, 'wall clock');
    const refuseProcessClock = (node) => {
      if (!marked.has(node.loc.start.line)) context.report({ node, messageId: 'process' });
    };
    const refuseSql = (node, text) => {
      const word = escapingSql.exec(text)?.[0];
      if (word) context.report({ node, messageId: 'sql', data: { word } });
    };
    return {
      "MemberExpression[object.name='Date'][property.name='now']": refuseProcessClock,
      "NewExpression[callee.name='Date'][arguments.length=0]": refuseProcessClock,
      "CallExpression[callee.object.name='DateTime'][callee.property.name=/^(now|local|utc)$/][arguments.length=0]":
        refuseProcessClock,
      Literal: (node) => typeof node.value === 'string' && refuseSql(node, node.value),
      TemplateElement: (node) => refuseSql(node, node.value.raw),
    };
  },
};
