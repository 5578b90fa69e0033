import { createdId, type CommandContext } from '@onmaru/service-kit';
import { v5 } from 'uuid';

/** The context of a command, whoever sends it: somebody with a token, or the platform itself. */
export type Asked = Omit<CommandContext, 'caller' | 'hasKey'>;

const BY_EXTERNAL_ID = '0b8c5f4e-8f0e-4c5b-9d27-0a3f0d8f6c55';
const SIGN_IN_OF_CUSTOMER = '5f6f7f0a-2a7c-4a4a-b7a8-5b1d3c9e2f10';

/** The id of whom a command makes known: by their external id where they have one, so that it is theirs alone. */
export const personId = (context: Pick<CommandContext, 'tenant' | 'commandId'>, kind: string, externalId: string | null): string =>
  externalId === null ? createdId(context, kind) : v5(`${context.tenant}\n${kind}\n${externalId}`, BY_EXTERNAL_ID);

/** The user as whom a customer signs in: one for each customer. */
export const signInOf = (customerId: string): string => v5(customerId, SIGN_IN_OF_CUSTOMER);
