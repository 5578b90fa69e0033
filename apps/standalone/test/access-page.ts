import { ROLES } from './platform.js';

/** What one operation answered, by who asked; `foreign` where an id of another tenant stood in the request. */
export type Row = {
  readonly operation: string;
  readonly permission: string;
  readonly nobody: number;
  readonly byRole: Readonly<Record<string, number>>;
  readonly foreign: readonly number[];
  /** Why a status is neither 2xx nor about the permission. */
  readonly because: readonly string[];
};

const HEAD = `# Who may do what

Every operation of the API, asked by everybody, on a platform with two tenants. Each number is the status that was
answered: to nobody in particular, to each role about things of its own tenant, and to whoever has the permission when
an id of the other tenant stood in the path, the query or the body. A list that is asked for another tenant's things is
answered, and empty. A number with a star is about the request that the test makes, not about the permission.

Written by \`npm run docs\` from what a platform answered, and compared by every run of the specs; do not edit it by hand.
`;

/** The page as it stands in the documents. */
export const accessPage = (rows: readonly Row[]): string => {
  const columns = ['operation', 'needs', 'nobody', ...ROLES, 'ids of another tenant'];
  const lines = rows.map(({ operation, permission, nobody, byRole, foreign, because }) => {
    const cell = (status: number): string => (because.length > 0 && ![401, 403, 404].includes(status) && status >= 400 ? `${status}*` : String(status));
    return [`\`${operation}\``, permission, cell(nobody), ...ROLES.map((role) => cell(byRole[role] ?? 0)), foreign.map(cell).join(', ') || '·'];
  });
  const reasons = rows.flatMap(({ operation, because }) => because.map((why) => `- \`${operation}\`: ${why}.`));
  return [HEAD, table([columns, columns.map(() => '---'), ...lines]), '', 'The stars:', '', ...reasons, ''].join('\n');
};

const table = (rows: readonly (readonly string[])[]): string => rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
