import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { cssVariables, theme } from '../ui/theme/theme.js';
import { ToastShelf } from '../ui/parts/toast-shelf.js';
import { colorScheme } from './color-scheme.js';
import { queryClient } from './query-client.js';
import { router } from './router.js';

export const App = () => (
  <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={colorScheme} defaultColorScheme="auto">
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <ToastShelf />
    </QueryClientProvider>
  </MantineProvider>
);
