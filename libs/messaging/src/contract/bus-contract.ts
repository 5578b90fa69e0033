import { deliveryContract } from './delivery.js';
import { persistenceContract } from './persistence.js';
import { stoppingContract } from './stopping.js';
import { unrestContract } from './unrest.js';
import type { MakeBus } from './bus-bench.js';

/** What every adapter of the bus promises. `make` is called anew for each case. */
export const busContract = (name: string, make: MakeBus): void => {
  describe(`The bus (${name})`, () => {
    deliveryContract(make);
    persistenceContract(make);
    stoppingContract(make);
    unrestContract(make);
  });
};
