import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/parts/page.js';
import { useMay, useRunsPlatform } from '../../ui/requests/use-me.js';
import { standingsOptions } from './get-standings.js';
import { ParkedStreams } from './parked-streams.js';
import { Player } from './player/player.js';
import { Rebuilds } from './rebuilds.js';
import { ViewsTable } from './views-table.js';

/** How log and views stand, what to do where they do not, and what happened, played again. */
export const OperationsPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const runsPlatform = useRunsPlatform();
  const standings = useQuery(standingsOptions());
  return (
    <Page title={t('operations.title')} lead={t(runsPlatform ? 'operations.leadPlatform' : 'operations.lead')}>
      {standings.data !== undefined && <ParkedStreams standings={standings.data} />}
      <ViewsTable standings={standings} />
      {runsPlatform && may('operations:replay') && <Rebuilds views={standings.data?.map(({ view }) => view) ?? []} />}
      {may('event:follow') && <Player />}
    </Page>
  );
};
