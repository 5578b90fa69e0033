const ROUTE = /^(?:Get|Post|Put|Patch|Delete|Head|Options|All|Search|Sse)$/;
const ONE_THING = /^(case)s\/:\w+$/;

const called = ({ expression }) =>
  expression.type === 'CallExpression' && expression.callee.type === 'Identifier'
    ? { name: expression.callee.name, given: expression.arguments.length, first: expression.arguments[0]?.value }
    : { name: expression.name, given: 0 };

const saysWhoMay = ({ name, given }) => name === 'Public' || (name === 'Requires' && given === 1);

/** The permission of a route that does something to one case: it is named as the route. */
const named = (controller, route) => {
  const noun = ONE_THING.exec(controller?.first ?? '')?.[1];
  return noun && route.name === 'Post' && route.first ? `${noun}:${route.first}` : undefined;
};

/** Every route says which permission it needs, or that it needs none; and routes stand in `.http.ts` files only. */
export const routeAccess = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      open: 'This route does not say who may call it: give it @Requires(permission) or @Public().',
      both: 'This route says twice who may call it: @Requires(permission) or @Public(), once.',
      misplaced: 'A route belongs in a .http.ts file.',
      misnamed: 'What is done to one case is permitted by the name of its route: {{ name }}.',
    },
  },
  create: (context) => ({
    MethodDefinition: (node) => {
      const decorators = node.decorators.map(called);
      const route = decorators.find(({ name }) => ROUTE.test(name));
      if (!route) return;
      const sayings = decorators.filter(saysWhoMay);
      if (!context.filename.endsWith('.http.ts')) context.report({ node, messageId: 'misplaced' });
      if (sayings.length === 0) context.report({ node, messageId: 'open' });
      if (sayings.length > 1) context.report({ node, messageId: 'both' });
      const name = named(node.parent.parent.decorators.map(called).find((one) => one.name === 'Controller'), route);
      if (name && sayings.length === 1 && sayings[0].first !== name) context.report({ node, messageId: 'misnamed', data: { name } });
    },
  }),
};
