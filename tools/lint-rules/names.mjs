import { relative, sep } from 'node:path';

const VAGUE = /^(?:(?:.+-)?(?:utils?|helpers?|managers?)|common|shared|base|base-.+|.+-v\d+)$/;
const BARREL = /^apps\/.*\/index\.tsx?$/;

/** No file and no folder whose name says nothing of what it holds: it attracts what has no home. */
export const names = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      vague: '"{{name}}" says nothing of what it holds: name it for what it does.',
      barrel: 'An app has no index file: a file is named after what it exports, and imported from there.',
    },
  },
  create: (context) => ({
    Program: (node) => {
      const path = relative(context.cwd, context.filename).split(sep);
      const name = path.map((segment) => segment.split('.')[0]).find((segment) => VAGUE.test(segment));
      if (name !== undefined) context.report({ node, messageId: 'vague', data: { name } });
      if (BARREL.test(path.join('/'))) context.report({ node, messageId: 'barrel' });
    },
  }),
};
