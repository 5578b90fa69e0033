export type ApiKeyText = { readonly id: string; readonly secret: string };

/** An API key as programs send it: `onm_<id>_<secret>`. */
export const apiKeyText = ({ id, secret }: ApiKeyText): string => `onm_${id.replaceAll('-', '')}_${secret}`;

/** The parts of such a key; null for any other text. */
export const parseApiKey = (text: string): ApiKeyText | null => {
  const match = /^onm_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/.exec(text);
  return match ? { id: match.slice(1, 6).join('-'), secret: match[6] as string } : null;
};
