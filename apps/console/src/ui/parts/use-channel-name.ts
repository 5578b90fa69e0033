import { useTranslation } from 'react-i18next';

const KNOWN = ['portal', 'email', 'phone', 'chat', 'web', 'social', 'self-service', 'visit', 'other'] as const;

/** The name of a channel; one that this page does not know is shown as it is called. */
export const useChannelName = (): ((channel: string) => string) => {
  const { t } = useTranslation();
  return (channel) => {
    const plain = channel.toLowerCase().replaceAll(' ', '-');
    const known = KNOWN.find((each) => each === (plain === 'e-mail' ? 'email' : plain));
    return known === undefined ? channel : t(`channel.${known}`);
  };
};
