const ROUTE = /^(?:Get|Post|Put|Patch|Delete|Head|Options|All|Search|Sse)$/;

const called = (decorator) =>
  decorator.expression.type === 'CallExpression' && decorator.expression.callee.type === 'Identifier'
    ? { name: decorator.expression.callee.name, given: decorator.expression.arguments.length }
    : { name: decorator.expression.name, given: 0 };

const saysWhoMay = ({ name, given }) => name === 'Public' || (name === 'Requires' && given === 1);

/** Every route says which permission it needs, or that it needs none; and routes stand in `.http.ts` files only. */
export const routeAccess = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      open: 'This route does not say who may call it: give it @Requires(permission) or @Public().',
      both: 'This route says twice who may call it: @Requires(permission) or @Public(), once.',
      misplaced: 'A route belongs in a .http.ts file.',
    },
  },
  create: (context) => ({
    MethodDefinition: (node) => {
      const decorators = node.decorators.map(called);
      if (!decorators.some(({ name }) => ROUTE.test(name))) return;
      const sayings = decorators.filter(saysWhoMay);
      if (!context.filename.endsWith('.http.ts')) context.report({ node, messageId: 'misplaced' });
      if (sayings.length === 0) context.report({ node, messageId: 'open' });
      if (sayings.length > 1) context.report({ node, messageId: 'both' });
    },
  }),
};
